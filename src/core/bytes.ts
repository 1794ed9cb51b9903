/** Where the core runs, every platform has it; the language itself does not, nor do its types. */
declare const TextEncoder: new () => { encode(text: string): { length: number } };

/** Bytes of a text in UTF-8; no fewer, at least, where the page has broken the way to know. */
export function bytesOf(text: string): number {
  try {
    return new TextEncoder().encode(text).length;
  } catch {
    return text.length * 3;
  }
}
