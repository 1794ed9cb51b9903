import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/items-api';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { frameIn, inEngine } from '../support/calls';
import type { By, Call } from '../support/calls';
import { openSite, run, tracesOf } from '../support/site';

/** Class, message and calls of one trace. */
type Told = [
  name: string,
  message: string | undefined | By<string | undefined>,
  calls: Call[] | By<Call[]>,
];

interface Kind {
  /** `/page.js`, whose `fail` is run from a timer. Lines and columns count. */
  script: string;
  /** The outermost first. */
  traces: Told[];
  custom?: object;
}

/** What is no error has only the place that the event names. */
const thrownText = (message: string | By<string>, webkit: number, firefox = 3): Told => [
  '(unknown)',
  message,
  [['[anonymous]', 2, { chromium: 3, firefox, webkit }]],
];

const kinds: Record<string, Kind> = {
  'an error of a minified class, by the name it gives itself': {
    script: `class t extends Error {
  name = 'ValidationError';
}
function fail() {
  throw new t('too long');
}`,
    traces: [
      [
        'ValidationError',
        'too long',
        {
          chromium: [['fail', 5, { chromium: 9 }]],
          // With the constructor that nobody has written.
          firefox: [
            ['fail', 5, { firefox: 9 }],
            ['t', 1, { firefox: 1 }],
          ],
          webkit: [['fail', 5, { webkit: 14 }]],
        },
      ],
    ],
  },
  'an error of another realm': {
    script: `function fail() {
  const frame = document.body.appendChild(document.createElement('iframe'));
  throw new frame.contentWindow.TypeError('elsewhere');
}`,
    traces: [['TypeError', 'elsewhere', [['fail', 3, { chromium: 9, firefox: 9, webkit: 42 }]]]],
  },
  'an object like an error': {
    script: `function fail() {
  const { stack } = new Error();
  throw { name: 'HttpError', message: 'unavailable', stack, status: 503 };
}`,
    traces: [
      ['HttpError', 'unavailable', [['fail', 2, { chromium: 21, firefox: 21, webkit: 30 }]]],
    ],
    custom: {
      name: 'HttpError',
      message: 'unavailable',
      stack: expect.stringContaining('fail'),
      status: 503,
    },
  },
  'a DOMException, with its code': {
    script: `function fail() {
  document.querySelector('[');
}`,
    traces: [
      [
        'SyntaxError',
        {
          chromium: `Failed to execute 'querySelector' on 'Document': '[' is not a valid selector.`,
          firefox: `Document.querySelector: '[' is not a valid selector`,
          webkit: `'[' is not a valid selector.`,
        },
        [['fail', 2, { chromium: 12, firefox: 12, webkit: 25 }]],
      ],
    ],
    custom: { code: 12 },
  },
  'an AggregateError with all it gathers, and what lies behind that': {
    script: `function fail() {
  const why = new TypeError('offline');
  const first = new Error('first mirror', { cause: why });
  Promise.any([Promise.reject(first), Promise.reject('second mirror')]);
}`,
    traces: [
      [
        'AggregateError',
        {
          chromium: 'All promises were rejected',
          firefox: 'No Promise in Promise.any was resolved',
          // Nothing.
          webkit: undefined,
        },
        // It is made by the engine, where no call of the page is.
        [],
      ],
      ['Error', 'first mirror', [['fail', 3, { chromium: 17, firefox: 17, webkit: 26 }]]],
      ['(unknown)', 'second mirror', []],
      ['TypeError', 'offline', [['fail', 2, { chromium: 15, firefox: 15, webkit: 28 }]]],
    ],
  },
  'a number that is false': {
    script: 'function fail() {\n  throw 0;\n}',
    traces: [thrownText('0', 10)],
  },
  'null, in the words of the engine': {
    script: 'function fail() {\n  throw null;\n}',
    traces: [
      thrownText(
        { chromium: 'Uncaught null', firefox: 'uncaught exception: null', webkit: 'null' },
        13,
      ),
    ],
  },
  'a symbol': {
    script: `function fail() {\n  throw Symbol('declined');\n}`,
    traces: [thrownText('Symbol(declined)', 27, 9)],
  },
  'a bigint': {
    script: 'function fail() {\n  throw 10n;\n}',
    traces: [thrownText('10', 12)],
  },
  'a text out of eval': {
    script: `function fail() {\n  eval("throw 'evil'");\n}`,
    traces: [
      // Only Firefox tells where, by the line of the eval.
      ['(unknown)', 'evil', { chromium: [], firefox: [['[anonymous]', 2]], webkit: [] }],
    ],
  },
  'a DOM event as a reason': {
    script: `function fail() {
  new Promise((_, reject) => {
    const image = new Image();
    image.onerror = reject;
    image.src = '/none.png';
  });
}`,
    traces: [['Event', 'error', []]],
  },
  'a promise as a reason': {
    script: 'function fail() {\n  Promise.reject(Promise.resolve(17));\n}',
    traces: [['(unknown)', '[object Promise]', []]],
    custom: { value: '[object Promise]' },
  },
  'an element with a name, which is no class': {
    script: `function fail() {
  throw Object.assign(document.createElement('input'), { name: 'email' });
}`,
    traces: [
      [
        '(unknown)',
        '[object HTMLInputElement]',
        [['[anonymous]', 2, { chromium: 3, firefox: 16, webkit: 74 }]],
      ],
    ],
    custom: { value: '<input>' },
  },
  'an event that tells of an error, with that error': {
    script: `function fail() {
  const error = new TypeError('told');
  Promise.reject(new ErrorEvent('error', { error, message: 'by an event', filename: 'a.js', lineno: 3, colno: 9 }));
}`,
    traces: [
      [
        'ErrorEvent',
        'by an event',
        [['[anonymous]', 3, { chromium: 9, firefox: 9, webkit: 9 }, 'a.js']],
      ],
      ['TypeError', 'told', [['fail', 2, { chromium: 17, firefox: 17, webkit: 30 }]]],
    ],
  },
  'a rejection, logged, with its reason': {
    script: `function fail() {
  const promise = Promise.reject(new TypeError('told'));
  promise.catch(() => 0);
  Rollbar.error(new PromiseRejectionEvent('unhandledrejection', { promise, reason: new TypeError('why') }));
}`,
    traces: [
      ['PromiseRejectionEvent', 'unhandledrejection', []],
      ['TypeError', 'why', [['fail', 4, { chromium: 84, firefox: 84, webkit: 97 }]]],
    ],
  },
  'a SuppressedError with both its parts': {
    script: `function fail() {
  const outer = Object.assign(new Error('disposed'), { name: 'SuppressedError' });
  throw Object.assign(outer, { error: new Error('later'), suppressed: 'first' });
}`,
    traces: [
      ['SuppressedError', 'disposed', [['fail', 2, { chromium: 31, firefox: 31, webkit: 40 }]]],
      ['Error', 'later', [['fail', 3, { chromium: 39, firefox: 39, webkit: 48 }]]],
      ['(unknown)', 'first', []],
    ],
  },
  'an error with a cause that is data, which is kept': {
    script: `function fail() {
  throw new Error('declined', { cause: { order: 17 } });
}`,
    traces: [
      ['Error', 'declined', [['fail', 2, { chromium: 9, firefox: 9, webkit: 18 }]]],
      ['(unknown)', 'Object with keys: order', []],
    ],
    custom: { cause: { order: 17 } },
  },
  'an object with what equals null and is not': {
    script: 'function fail() {\n  Promise.reject({ all: document.all });\n}',
    traces: [['(unknown)', 'Object with keys: all', []]],
    custom: { all: null },
  },
  'a frozen error': {
    script: `function fail() {
  throw Object.freeze(new Error('cold'));
}`,
    traces: [['Error', 'cold', [['fail', 2, { chromium: 23, firefox: 23, webkit: 32 }]]]],
  },
  'an error with getters that throw': {
    script: `const get = () => {
  throw new Error('hands off');
};
function fail() {
  const error = new RangeError('there');
  for (const key of ['stack', 'message', 'name']) Object.defineProperty(error, key, { get });
  throw error;
}`,
    traces: [
      [
        'RangeError',
        undefined,
        {
          // Where it was made, the others where it was thrown.
          chromium: [['[anonymous]', 5, { chromium: 17 }]],
          firefox: [['[anonymous]', 5, { firefox: 17 }]],
          webkit: [['[anonymous]', 7, { webkit: 14 }]],
        },
      ],
    ],
  },
  'an error whose stack, message and name are no texts': {
    script: `function fail() {
  throw Object.assign(new RangeError(), { stack: [7], message: { code: 7 }, name: 7 });
}`,
    traces: [
      [
        'RangeError',
        '[object Object]',
        [['[anonymous]', 2, { chromium: 23, firefox: 23, webkit: 87 }]],
      ],
    ],
  },
  'an error without a stack, at the place the event names': {
    script: `function fail() {
  throw Object.assign(new RangeError('bare'), { stack: undefined });
}`,
    traces: [
      ['RangeError', 'bare', [['[anonymous]', 2, { chromium: 23, firefox: 23, webkit: 68 }]]],
    ],
  },
  'a message with lines like calls of every engine, untouched': {
    script: String.raw`function fail() {
  throw new Error('read\n    at v8 (https://a.example/a.js:1:2)\ngecko@https://b.example/b.js:3:4\n@https://c.example/c.js:5:6\nend');
}`,
    traces: [
      [
        'Error',
        'read\n    at v8 (https://a.example/a.js:1:2)\ngecko@https://b.example/b.js:3:4\n@https://c.example/c.js:5:6\nend',
        [['fail', 2, { chromium: 9, firefox: 9, webkit: 18 }]],
      ],
    ],
  },
};

/** Reports from its lowest levels up, once the page has used up its stack: 40, and 60 of 600. */
const reporting = `const told = [];
let levels = 0;
let hasThrownLater = false;
function deep() {
  try {
    deep();
  } catch {}
  if (levels === 640) return;
  if (levels < 40 || levels % 10 === 0) {
    try {
      Rollbar.error('level ' + levels, new TypeError('deep'), { told: 'data' });
      told[told.length] = 'level ' + levels;
    } catch {
      // The lowest have not even room for the call.
      hasThrownLater = hasThrownLater || levels > 0;
      return;
    }
  }
  levels++;
}`;

const endless = 'function fail() {\n  fail();\n}';

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  const itemOf = async (script: string): Promise<[item: Item, url: string]> => {
    const site = await openSite(browser, { script });
    await run(site, 'fail');
    const [item] = await site.items(1);
    return [item as Item, site.pages.url('/page.js')];
  };

  it.each(Object.entries(kinds))('gives %s', async (_, { script, traces, custom }) => {
    const [item, url] = await itemOf(script);
    expect(
      tracesOf(item).map(({ exception, frames }) => [exception.class, exception.message, frames]),
    ).toEqual(
      traces.map(([name, message, calls]) => [
        name,
        inEngine(engine, message),
        inEngine(engine, calls).map(frameIn(engine, url)),
      ]),
    );
    expect(item.data.custom).toEqual(custom);
  });

  it('loses nothing that is reported where the stack is used up, and counts it once', async () => {
    const site = await openSite(browser, {
      script: reporting,
      config: { itemsPerMinute: 0, maxWaitingBytes: 1e8 },
    });
    await run(site, 'deep');
    const items = await site.items(100);
    const told = items.map(({ data }) => [
      'trace' in data.body && data.body.trace.exception.description,
      data.custom,
    ]);
    expect(new Map(told as [string, unknown][])).toEqual(
      new Map((await site.tab.eval<string[]>('told')).map((level) => [level, { told: 'data' }])),
    );
    expect(await site.tab.eval<boolean>('hasThrownLater')).toBe(false);
    await site.tab.eval<void>('new Promise((done) => Rollbar.wait(done)).then(() => undefined)');
    expect(await site.tab.eval<object>('Rollbar.stats()')).toEqual({
      captured: 100,
      delivered: 100,
      waiting: 0,
      dropped: {},
    });
  });

  it.each([
    // What the engines keep by themselves.
    ['by itself', '', { chromium: 10, firefox: 128, webkit: 100 }],
    // 128, and one for those left out; Gecko has no more.
    [
      'without the limit',
      'Error.stackTraceLimit = Infinity;',
      { chromium: 129, firefox: 128, webkit: 129 },
    ],
  ])('gives an endless recursion with a bounded number of frames, %s', async (_, before, count) => {
    const [item, url] = await itemOf(before + endless);
    const [{ exception, frames } = { exception: undefined, frames: [] }] = tracesOf(item);
    expect(exception?.class).toBe(engine === 'firefox' ? 'InternalError' : 'RangeError');
    expect(frames).toHaveLength(count[engine]);
    const call = frameIn(engine, url)(['fail', 2, { chromium: 3, firefox: 3, webkit: 7 }]);
    const others = frames.slice(0, -1).filter(({ method }) => method !== 'fail');
    expect(frames[0]).toEqual(call);
    expect(others).toEqual(
      count[engine] > 128
        ? [{ filename: '(…)', method: expect.stringMatching(/^\[\d+ left out]$/) }]
        : [],
    );
    expect(frames.at(-1)).toMatchObject({ filename: url, method: 'fail' });
  });
});
