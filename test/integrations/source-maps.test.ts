import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withSourceMaps } from '../../src/integrations/source-maps';
import type { SourceMapOptions } from '../../src/integrations/source-maps';
import type { Frame, Item, TraceBody } from '../../src/items-api';
import { createNotifier } from '../../src/notifier';
import type { Options } from '../../src/options';
import { createFakes, later, noon, refusal, token, turns } from '../support/fakes';
import type { Fakes } from '../support/fakes';
import { schemaErrors } from '../support/item-schema.mjs';

const source = `// Grüße
interface Cart { total: number }

export function checkOut(cart: Cart): number {

  throw new RangeError('broken: ' + cart.total);
}
`;
const { outputText, sourceMapText = '' } = ts.transpileModule(source, {
  fileName: 'src/cart.ts',
  compilerOptions: { target: ts.ScriptTarget.ES2020, sourceMap: true },
});
const code = outputText.replace(/\/\/# sourceMappingURL.*/, '');
/** The script, with a map of this address. */
const script = (map: string) => `${code}//# sourceMappingURL=${map}`;
const map = JSON.stringify({ ...JSON.parse(sourceMapText), sources: ['src/cart.ts'] });
const withContent = JSON.stringify({ ...JSON.parse(map), sourcesContent: [source] });

const lines = code.split('\n');
const lineno = lines.findIndex((line) => line.includes('throw')) + 1;
const colno = (lines[lineno - 1] as string).indexOf('new') + 1;

const home = 'https://shop.example';
const file = `${home}/built/app.js`;

const resolved: Frame = {
  filename: `${home}/built/src/cart.ts`,
  lineno: 6,
  colno: 9,
  method: 'checkOut',
  code: "  throw new RangeError('broken: ' + cart.total);",
  context: {
    pre: ['', 'export function checkOut(cart: Cart): number {', ''],
    post: ['}', ''],
  },
};
const unresolved = (filename = file): Frame => ({ filename, lineno, colno, method: 'checkOut' });

/** An error with these frames, the newest first. */
function errorAt(...frames: Partial<Frame>[]): Error {
  const error = new RangeError('broken');
  const calls = frames.map(
    (frame) => `${frame.method}@${frame.filename}:${frame.lineno}:${frame.colno}`,
  );
  error.stack = calls.join('\n');
  return error;
}

type Served =
  | string
  | { body: string; status?: number; type?: string; size?: number; isEndless?: boolean }
  | undefined;

/** What is served, by address; undefined never answers. */
let served: Record<string, Served>;
let fetched: string[];
let givenBytes: number;
let isCutOff: boolean;

/** What comes in parts: the first ends in the middle of a letter, and some come again and again. */
function readerOf(body: string, isEndless: boolean) {
  const bytes = new TextEncoder().encode(body);
  const parts = [bytes.slice(0, 6), bytes.slice(6)];
  return {
    async read() {
      const value = isEndless ? bytes : parts.shift();
      givenBytes += value?.length ?? 0;
      return { done: !value, value };
    },
    cancel: async () => void (isCutOff = true),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  fetched = [];
  givenBytes = 0;
  isCutOff = false;
  served = { [file]: script('app.js.map'), [`${file}.map`]: withContent };
  vi.stubGlobal('origin', home);
  const serve = (url: string) => {
    fetched.push(url);
    if (!(url in served)) return Promise.reject(new TypeError('unreachable'));
    const found = served[url];
    if (found === undefined) return new Promise(() => undefined);
    const {
      body,
      status = 200,
      type = 'text/javascript',
      size = 0,
      isEndless = false,
    } = typeof found === 'string' ? { body: found } : found;
    const headers = new Headers({ 'content-type': type });
    if (size) headers.set('content-length', String(size));
    const getReader = () => readerOf(body, isEndless);
    return Promise.resolve({ ok: status < 300, headers, body: { getReader } });
  };
  vi.stubGlobal('fetch', vi.fn(serve));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function start(options: SourceMapOptions = {}, more: Options = {}) {
  const fakes = createFakes();
  Object.defineProperty(fakes.now, 'at', { get: () => Date.now() });
  const notifier = createNotifier(
    { accessToken: token, ...more },
    withSourceMaps(fakes.ports, options),
  );
  const stored = () =>
    Object.entries(fakes.storage.texts()).flatMap(([key, text]) =>
      key.startsWith('rollcage:') ? [framesIn(JSON.parse(text) as Item['data'])] : [],
    );
  return Object.assign(fakes, { notifier, stored });
}

const framesIn = ({ body }: Item['data']): Frame[] =>
  'trace' in body
    ? body.trace.frames
    : 'trace_chain' in body
      ? body.trace_chain.flatMap(({ frames }) => frames)
      : [];

/** The frames of so many requests, once they have been made; no timer runs out meanwhile. */
async function sent({ posted }: Fakes, count = 1): Promise<Frame[][]> {
  // Before any timer, even one of no time, which `waitFor` would let run out.
  for (let i = 0; i < 5; i++) await turns();
  await vi.waitFor(() => expect(posted.length).toBeGreaterThanOrEqual(count), { interval: 0 });
  // Whatever else would come.
  for (let i = 0; i < 5; i++) await vi.advanceTimersByTimeAsync(0);
  expect(posted.flatMap(({ item }) => schemaErrors(item))).toEqual([]);
  return posted.map(({ item }) => framesIn(item.data));
}

describe('an item', () => {
  test('is stored at once as it is, and sent once, resolved', async () => {
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    expect(page.stored()).toEqual([[unresolved()]]);
    expect(page.posted).toEqual([]);
    expect(await sent(page)).toEqual([[resolved]]);
    expect(page.stored()).toEqual([]);
    expect(page.notifier.stats()).toMatchObject({ captured: 1, delivered: 1, waiting: 0 });
  });

  test('differs from what was sealed in nothing but its frames', async () => {
    const [plain, page] = [createFakes(), start()];
    createNotifier({ accessToken: token }, plain.ports).error(errorAt(unresolved()), { a: 'ü"' });
    page.notifier.error(errorAt(unresolved()), { a: 'ü"' });
    await sent(page);
    const [expected, found] = [structuredClone(plain.items()[0]), page.items()[0]] as [Item, Item];
    Object.assign(framesIn(expected.data)[0] as Frame, resolved);
    expect(found).toEqual(expected);
  });

  test('without frames has nothing fetched for it', async () => {
    const page = start();
    page.notifier.info('a text');
    expect(await sent(page)).toEqual([[]]);
    expect(fetched).toEqual([]);
  });

  test('that has to be sent again is resolved again, with what is there', async () => {
    const page = start();
    page.answers.push(refusal(500));
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page)).toEqual([[resolved]]);
    expect(page.stored()).toEqual([[unresolved()]]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await sent(page, 2)).toEqual([[resolved], [resolved]]);
    expect(fetched).toEqual([file, `${file}.map`]);
  });

  test('of an earlier page goes as it lies there', async () => {
    const page = start({}, { endpoint: '' });
    page.notifier.error(errorAt(unresolved()));
    const next = start();
    for (const [key, text] of Object.entries(page.storage.texts())) next.storage.put(key, text);
    next.notifier.configure({});
    expect(await sent(next)).toEqual([[unresolved()]]);
    expect(fetched).toEqual([]);
  });

  test('that another page has put back, though it has had its end here, is none of this page', async () => {
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    const lying = Object.entries(page.storage.texts());
    await sent(page);
    for (const [key, text] of lying) page.storage.put(key, text);
    page.events.wake();
    expect(await sent(page, 2)).toEqual([[resolved], [unresolved()]]);
  });

  test('that is none goes as it lies there', async () => {
    const page = start({}, { endpoint: '' });
    page.notifier.error(errorAt(unresolved()));
    const next = start();
    for (const key of Object.keys(page.storage.texts())) {
      next.storage.put(key, key.startsWith('rollcage:') ? '{"level":"error"}' : 'mark');
    }
    next.notifier.configure({});
    await vi.waitFor(() => expect(next.posted).toHaveLength(1), { interval: 0 });
    expect(next.posted[0]?.text).toBe(`{"access_token":"${token}","data":{"level":"error"}}`);
  });

  test('has its callback called', async () => {
    const page = start();
    const callback = vi.fn();
    page.notifier.error(errorAt(unresolved()), callback);
    await sent(page);
    expect(callback.mock.calls).toEqual([[null, { err: 0, result: { uuid: 'taken' } }]]);
  });

  test('whose causes have frames has them all resolved', async () => {
    const page = start();
    const outer = Object.assign(errorAt(unresolved()), { cause: errorAt(unresolved()) });
    page.notifier.error(outer);
    expect(await sent(page)).toEqual([[resolved, resolved]]);
  });

  test('has at most 50 frames resolved, the newest', async () => {
    const page = start();
    page.notifier.error(errorAt(...Array.from({ length: 52 }, () => unresolved())));
    const [frames = []] = await sent(page);
    expect(frames.map((frame) => frame.filename === resolved.filename)).toEqual([
      ...Array.from({ length: 2 }, () => false),
      ...Array.from({ length: 50 }, () => true),
    ]);
  });

  const place = (({ filename, lineno, colno, method }) => ({ filename, lineno, colno, method }))(
    resolved,
  );

  test('that is long already gets places, and no code that keeps it from leaving', async () => {
    const page = start();
    page.notifier.error(errorAt(unresolved()), { long: 'x'.repeat(56_500) });
    expect(await sent(page)).toEqual([[place]]);
    expect(page.items()[0]?.data.custom).toEqual({ long: 'x'.repeat(56_500) });
  });

  test('that has been cut gets places, and no code for which it would be cut again', async () => {
    const page = start();
    page.answers.push(refusal(413));
    page.notifier.error(errorAt(unresolved()), { long: 'x'.repeat(9_000) });
    expect(await sent(page, 2)).toEqual([[resolved], [place]]);
  });
});

describe('time', () => {
  test('is up after two seconds: it goes as it is, once', async () => {
    served[`${file}.map`] = undefined;
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    await vi.waitFor(() => expect(fetched).toHaveLength(2), { interval: 0 });
    await vi.advanceTimersByTimeAsync(1999);
    expect(page.posted).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await sent(page)).toEqual([[unresolved()]]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.posted).toHaveLength(1);
  });

  test('is not waited for again by the next of the same file', async () => {
    served[file] = undefined;
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    await vi.advanceTimersByTimeAsync(1500);
    page.notifier.error(errorAt(unresolved()));
    await vi.advanceTimersByTimeAsync(500);
    expect(await sent(page, 2)).toHaveLength(2);
    page.notifier.error(errorAt(unresolved()));
    await vi.advanceTimersByTimeAsync(0);
    expect(await sent(page, 3)).toHaveLength(3);
    expect(fetched).toEqual([file]);
  });

  test('that a map has needed is not lost for the next', async () => {
    const slow = later<string>();
    const serve = fetch;
    vi.stubGlobal('fetch', async (url: string) => {
      if (url.endsWith('.map')) await slow.promise;
      return serve(url);
    });
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    await vi.waitFor(() => expect(fetched).toEqual([file]), { interval: 0 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(await sent(page)).toEqual([[unresolved()]]);
    slow.resolve('');
    await vi.waitFor(() => expect(fetched).toHaveLength(2), { interval: 0 });
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page, 2)).toEqual([[unresolved()], [resolved]]);
  });

  test.each([true, false])('is up when the page goes (for good: %s)', async (isGone) => {
    served[`${file}.map`] = undefined;
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    await vi.waitFor(() => expect(fetched).toHaveLength(2), { interval: 0 });
    page.events.leave(isGone);
    // No timer runs any more.
    await turns();
    expect(page.posted.map(({ item }) => framesIn(item.data))).toEqual([[unresolved()]]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.posted).toHaveLength(1);
  });

  test('is not there for what happens while the page goes', () => {
    const page = start();
    page.events.leave(true);
    page.notifier.error(errorAt(unresolved()));
    expect(page.posted).toHaveLength(1);
    expect(fetched).toEqual([]);
  });

  test('is not there in a hidden page, but what has been loaded is', async () => {
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    await sent(page);
    page.events.leave(false);
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page, 2)).toEqual([[resolved], [resolved]]);
    const other = `${home}/other.js`;
    served[other] = undefined;
    page.notifier.error(errorAt(unresolved(other)));
    await vi.advanceTimersByTimeAsync(0);
    expect((await sent(page, 3))[2]).toEqual([unresolved(other)]);
  });

  test('is there again when the page is seen again', async () => {
    const page = start();
    page.events.leave(false);
    page.events.wake();
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page)).toEqual([[resolved]]);
  });
});

describe('a file', () => {
  test('is fetched once, its map too', async () => {
    const page = start();
    page.notifier.error(errorAt(unresolved(), unresolved()));
    page.notifier.error(errorAt(unresolved()));
    await sent(page, 2);
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page, 3)).toEqual([[resolved, resolved], [resolved], [resolved]]);
    expect(fetched).toEqual([file, `${file}.map`]);
  });

  const large = 2 ** 23 + 1;
  test.each<[string, Record<string, Served>, number]>([
    ['is missing', { [file]: { body: script('app.js.map'), status: 404 } }, 1],
    ['is a start page', { [file]: { body: script('app.js.map'), type: 'text/html' } }, 1],
    ['names no map', { [file]: code }, 1],
    ['has a missing map', { [`${file}.map`]: { body: withContent, status: 404 } }, 2],
    [
      'has a start page for a map',
      { [`${file}.map`]: { body: withContent, type: 'text/html;' } },
      2,
    ],
    ['has a map that is no JSON', { [`${file}.map`]: '{"version":3,' }, 2],
    ['has a map that is none', { [`${file}.map`]: '{"version":3}' }, 2],
    [
      'has a map of nothing',
      { [`${file}.map`]: '{"version":3,"sources":[],"names":[],"mappings":""}' },
      2,
    ],
    [
      'has broken mappings',
      { [`${file}.map`]: '{"version":3,"sources":["a"],"names":[],"mappings":"%"}' },
      2,
    ],
    ['has a map too big by its head', { [`${file}.map`]: { body: withContent, size: large } }, 2],
    ['has a map too big', { [`${file}.map`]: withContent.padEnd(large) }, 2],
    ['has a map elsewhere', { [file]: script('https://cdn.example/app.js.map') }, 1],
  ])('that %s leaves its frames as they are, and the others not', async (_, change, fetches) => {
    const rejections: unknown[] = [];
    const note = (reason: unknown): number => rejections.push(reason);
    process.on('unhandledRejection', note);
    const good = `${home}/built/good.js`;
    Object.assign(served, { [good]: script('good.js.map'), [`${good}.map`]: withContent }, change);
    const page = start();
    page.notifier.error(errorAt(unresolved(), unresolved(good)));
    expect(await sent(page)).toEqual([[resolved, unresolved()]]);
    page.notifier.error(errorAt(unresolved()));
    await sent(page, 2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(fetched.filter((url) => !url.includes('good'))).toHaveLength(fetches);
    expect(page.said).toEqual([]);
    process.off('unhandledRejection', note);
    expect(rejections).toEqual([]);
  });

  test('that never ends is cut off where it is too big', async () => {
    served[`${file}.map`] = { body: ' '.repeat(2 ** 20), isEndless: true };
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page)).toEqual([[unresolved()]]);
    expect(isCutOff).toBe(true);
    expect(givenBytes).toBeLessThan(2 ** 23 + 2 ** 21);
  });

  test('is asked for where it is, and not where a redirect leads', async () => {
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    await sent(page);
    expect(vi.mocked(fetch).mock.calls).toEqual(
      [file, `${file}.map`].map((url) => [url, { redirect: 'error' }]),
    );
  });

  test.each<[string, Partial<Frame>]>([
    ['of another origin', unresolved('https://cdn.example/app.js')],
    ['that is no address', unresolved('app.js')],
    ['without a column', { filename: file, lineno, method: 'checkOut' }],
  ])('%s is not fetched', async (_, frame) => {
    served['https://cdn.example/app.js'] = script(`${file}.map`);
    const transform = (data: object): void => {
      Object.assign((data as { body: TraceBody }).body.trace, { frames: [frame] });
    };
    const page = start({}, { transform });
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page)).toEqual([[frame]]);
    expect(fetched).toEqual([]);
  });

  test('of an origin that is allowed is fetched', async () => {
    const cdn = 'https://cdn.example/app.js';
    Object.assign(served, { [cdn]: script('/app.js.map'), [`${cdn}.map`]: withContent });
    const page = start({ origins: ['https://cdn.example'] });
    page.notifier.error(errorAt(unresolved(cdn), unresolved()));
    const there = { ...resolved, filename: 'https://cdn.example/src/cart.ts' };
    expect(await sent(page)).toEqual([[resolved, there]]);
  });

  test('may have its map in it, in UTF-8', async () => {
    const inline = Buffer.from(withContent).toString('base64');
    served[file] = script(`data:application/json;charset=utf-8;base64,${inline}`);
    const read = vi.spyOn(globalThis, 'atob');
    const page = start();
    page.notifier.error(errorAt(unresolved(), unresolved()));
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page, 2)).toEqual([[resolved, resolved], [resolved]]);
    expect(read).toHaveBeenCalledTimes(1);
    expect(fetched).toEqual([file]);
  });

  test('may have parentheses in its address, and a query', async () => {
    const odd = `${home}/built/(shop)/app.js?v=1`;
    served[`${home}/built/%28shop%29/app.js?v=1`] = script('/built/app.js.map');
    const page = start();
    page.notifier.error(errorAt(unresolved(odd)));
    const there = { ...resolved, filename: `${home}/built/%28shop%29/src/cart.ts` };
    expect(await sent(page)).toEqual([[there]]);
  });

  test('whose map has no sources has them fetched, where they may be', async () => {
    served[`${file}.map`] = map;
    served[resolved.filename] = source;
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page)).toEqual([[resolved]]);
  });

  test.each([
    ['missing', map, resolved.filename],
    [
      'of another scheme',
      map.replace('src/cart.ts', 'webpack://shop/cart.ts'),
      'webpack://shop/cart.ts',
    ],
    ['the address of the script', map.replace('src/cart.ts', 'app.js'), file],
  ])('whose source is %s has places alone', async (_, text, filename) => {
    served[`${file}.map`] = text;
    const page = start();
    page.notifier.error(errorAt(unresolved()));
    expect(await sent(page)).toEqual([[{ filename, lineno: 6, colno: 9, method: 'checkOut' }]]);
  });

  test('may have the address of its source, as in development', async () => {
    served[`${file}.map`] = withContent.replace('src/cart.ts', 'app.js');
    const page = start();
    page.notifier.error(errorAt(unresolved(), unresolved()));
    const there = { ...resolved, filename: file };
    expect(await sent(page)).toEqual([[there, there]]);
  });
});

test('a line of more than 200 characters is cut', async () => {
  const long = source.replace('broken: ', 'b'.repeat(300));
  served[`${file}.map`] = JSON.stringify({ ...JSON.parse(map), sourcesContent: [long] });
  const page = start();
  page.notifier.error(errorAt(unresolved()));
  const [[frame] = []] = await sent(page);
  expect(frame?.code).toBe(`${(long.split('\n')[5] as string).slice(0, 199)}…`);
});

test('columns count from 1: what is left of a place belongs to what begins there', async () => {
  const page = start();
  page.notifier.error(errorAt({ ...unresolved(), colno: colno - 1 }));
  expect(await sent(page)).toEqual([[{ ...resolved, colno: 3 }]]);
});

test('a line at the top has above it what there is', async () => {
  const thrown = "throw new RangeError('broken: ' + cart.total);";
  const short = `// Grüße\n${thrown}\n// 3\n// 4\n// 5\n// 6`;
  const built = ts.transpileModule(short, { compilerOptions: { sourceMap: true } });
  served[file] = built.outputText;
  const text = { ...JSON.parse(built.sourceMapText as string), sourcesContent: [short] };
  served[`${home}/built/module.js.map`] = JSON.stringify(text);
  const page = start();
  const at = built.outputText.split('\n').indexOf(thrown) + 1;
  page.notifier.error(errorAt({ ...unresolved(), lineno: at, colno: 7 }));
  const [[frame] = []] = await sent(page);
  const context = { pre: ['// Grüße'], post: ['// 3', '// 4', '// 5'] };
  expect(frame).toMatchObject({ lineno: 2, colno: 7, code: thrown, context });
});
