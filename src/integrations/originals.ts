import { clip } from '../core/plain';
import type { Frame } from '../items-api';
import { originalName } from './original-name';
import type { SourceMap } from './original-name';

/** While a map is read the page stands still: 0.2 s for such a one at a desk, more on a phone. */
const maxFileChars = 2 ** 23;
const linesAround = 3;
const maxLineChars = 200;

type Library = typeof import('stacktrace-js');

/** Its types know nothing of the default export that every bundler gives it. */
const load = (): Promise<Library> =>
  import('stacktrace-js').then((module) => (module as unknown as { default: Library }).default);

/** Maps within a script are UTF-8 in base64, of which `atob` makes one character per byte. */
const decode = (base64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));

/** All that comes, unless that is too much; one that never ends is not waited for. */
async function textFrom(reader?: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (let isDone = !reader; !isDone;) {
    const { done, value } = await (reader as NonNullable<typeof reader>).read();
    isDone = done;
    text += decoder.decode(value, { stream: !done });
    if (text.length <= maxFileChars) continue;
    reader?.cancel().catch(() => undefined);
    throw new Error('too big');
  }
  return text;
}

/**
 * Makes what finds out what a frame was before the build, by the map that its file names; undefined
 * where that cannot be told. It never rejects, and fetches each file once.
 */
export function createOriginals(
  mayFetch: (url: URL) => boolean,
): (frame: Frame) => Promise<Frame | undefined> {
  const texts = new Map<string, Promise<string>>();
  const maps = new Map<string, Promise<SourceMap | undefined>>();

  const read = async (url: string): Promise<string> => {
    if (!mayFetch(new URL(url))) throw new Error('not allowed');
    // Where a redirect leads, nobody has allowed.
    const reply = await fetch(url, { redirect: 'error' });
    const { headers } = reply;
    const size = Number(headers.get('content-length'));
    // Instead of what they do not have, many servers give their start page.
    if (!reply.ok || size > maxFileChars || /html/.test(headers.get('content-type') ?? '')) {
      throw new Error('not there');
    }
    return textFrom(reply.body?.getReader());
  };

  const textOf = (url: string): Promise<string> => {
    const text = texts.get(url) ?? read(url);
    texts.set(url, text);
    return text;
  };

  const mapOf = async (file: URL): Promise<SourceMap | undefined> => {
    const { fromError } = await load();
    const sourceMapConsumerCache: Record<string, Promise<SourceMap>> = {};
    const options = {
      sourceCache: {},
      sourceMapConsumerCache,
      ajax: (url: string) => textOf(new URL(url, file).href),
      atob: decode,
    };
    // It reads maps for frames alone, and those as the text of a stack: any of the file will do.
    await fromError({ name: '', message: '', stack: `at ${file.href}:1:0` }, options);
    const [map] = await Promise.all(Object.values(sourceMapConsumerCache));
    return map;
  };

  const find = async ({ filename, lineno, colno, method }: Frame): Promise<Frame | undefined> => {
    // The parser of stacktrace-js drops parentheses.
    const hex = (sign: string): string => '%' + sign.charCodeAt(0).toString(16);
    const file = new URL(filename.replace(/[()]/g, hex));
    if (!lineno || !colno || !mayFetch(file)) return undefined;
    const reading = maps.get(file.href) ?? mapOf(file);
    maps.set(file.href, reading);
    const map = await reading;
    // Asked itself: what stacktrace-js makes of a frame has the name of what is called there for
    // that of the caller, takes columns to count from 0, and misses sources above the map.
    const place = { line: lineno, column: colno - 1 };
    const { source, line, column = 0 } = map?.originalPositionFor(place) ?? {};
    if (!map || !source || !line) return undefined;

    const address = /^[a-z][\w+.-]*:/i.test(source) ? source : new URL(source, file).href;
    const content =
      map.sourcesContent?.[map.sources.indexOf(source)] ??
      // In development a source may have the address of what is built of it.
      (address === file.href ? '' : await textOf(address).catch(() => ''));
    const lines = content.split(/\r?\n/);
    const cut = (from: number, to: number): string[] =>
      lines.slice(Math.max(0, from), to).map((text) => clip(text, maxLineChars));
    const at = line - 1;
    return {
      filename: address,
      lineno: line,
      colno: column + 1,
      ...(method && { method: originalName(method, await textOf(file.href), place, map) }),
      ...(content && {
        code: cut(at, line).join(),
        context: { pre: cut(at - linesAround, at), post: cut(line, line + linesAround) },
      }),
    };
  };

  return (frame) => find(frame).catch(() => undefined);
}
