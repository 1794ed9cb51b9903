/** Where the core runs, every platform has it; the language itself does not, nor do its types. */
declare const TextEncoder: new () => { encode(text: string): { length: number } };

/** Bytes of a text in UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
