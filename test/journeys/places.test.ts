import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/items-api';
import { engines, openBrowser } from '../support/browsers';
import type { Browser } from '../support/browsers';
import { frameIn, inEngine } from '../support/calls';
import type { By, Call } from '../support/calls';
import { bundlePath, configLine, dist, openSite, run, said, tracesOf } from '../support/site';
import type { Site } from '../support/site';

/** A module with one function, `trap`, that has one instruction, `unreachable`. */
const wasm = [
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x07, 0x08, 0x01, 0x04, 0x74, 0x72, 0x61, 0x70, 0x00, 0x00],
  ...[0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b],
];

/** Of a script on its own: its last call is at its end. */
const threeLines = `function inner() {
  throw new Error('from afar');
}
inner();`;

interface Origin {
  /** `/page.js`, whose `fail` is run from a timer. Lines and columns count. */
  script: string;
  message: string | By<string>;
  /** Given the file of the code, which the script has noted, and what makes URLs of the site. */
  calls(file: string, url: (path: string) => string): Call[] | By<Call[]>;
}

/** The calls of {@link threeLines}. */
const ofThreeLines = (file: string): By<Call[]> => {
  const inner: Call = ['inner', 2, { chromium: 9, firefox: 9, webkit: 18 }, file];
  return {
    chromium: [['[anonymous]', 4, { chromium: 1 }, file], inner],
    firefox: [['[anonymous]', 4, { firefox: 1 }, file], inner],
    webkit: [['global code', 4, { webkit: 6 }, file], inner],
  };
};

const append = `const script = document.createElement('script');
  script.src = url;
  seen = [url];
  document.head.append(script);`;

const origins: Record<string, Origin> = {
  eval: {
    script: `function fail() {
  eval(\`function inner() {
    throw new Error('evil');
  }
  inner();\`);
}`,
    message: 'evil',
    calls: () => ({
      chromium: [
        ['fail', 2, { chromium: 3 }],
        ['eval', 2, { chromium: 3 }],
        ['inner', 2, { chromium: 3 }],
      ],
      // It names the line of the eval, and no column.
      firefox: [
        ['fail', 2, { firefox: 3 }],
        ['[anonymous]', 2],
        ['inner', 2],
      ],
      // No place at all for what is inside.
      webkit: [['fail', 2, { webkit: 7 }]],
    }),
  },
  'new Function': {
    script: `const made = new Function('throw new Error("made")');
function fail() {
  made();
}`,
    message: 'made',
    calls: () => ({
      chromium: [
        ['fail', 3, { chromium: 3 }],
        ['eval', 1, { chromium: 14 }],
      ],
      firefox: [
        ['fail', 3, { firefox: 3 }],
        ['anonymous', 1],
      ],
      webkit: [['fail', 3, { webkit: 7 }]],
    }),
  },
  'a blob: URL': {
    script: `function fail() {
  const url = URL.createObjectURL(new Blob([\`${threeLines}\`]));
  ${append}
}`,
    message: 'from afar',
    calls: ofThreeLines,
  },
  'a data: URL': {
    script: `function fail() {
  const url = 'data:text/javascript,' + encodeURIComponent(\`${threeLines}\`);
  ${append}
}`,
    message: 'from afar',
    calls: ofThreeLines,
  },
  'a javascript: URL': {
    script: `function inner() {
  throw new Error('linked');
}
function fail() {
  location.href = 'javascript:inner()';
}`,
    message: 'linked',
    calls: (_, url) => {
      const inner: Call = ['inner', 2, { chromium: 9, firefox: 9, webkit: 18 }];
      return {
        chromium: [['[anonymous]', 1, { chromium: 1 }, '<anonymous>'], inner],
        firefox: [['[anonymous]', 1, { firefox: 1 }, 'javascript:inner()'], inner],
        webkit: [['global code', 1, { webkit: 6 }, url('/')], inner],
      };
    },
  },
  'a script that no engine can parse': {
    script: `function fail() {
  const url = '/broken.js';
  ${append}
}`,
    message: {
      chromium: 'Unexpected end of input',
      firefox: 'missing ) after formal parameters',
      webkit: 'Unexpected end of script',
    },
    calls: (_, url) => {
      // The end of the file, where WebKit has no column.
      return [['[anonymous]', 3, { chromium: 2, firefox: 2 }, url('/broken.js')]];
    },
  },
  'WebAssembly out of bytes': {
    script: `function fail() {
  const trap = new WebAssembly.Module(Uint8Array.from([${String(wasm)}]));
  new WebAssembly.Instance(trap).exports.trap();
}`,
    message: {
      chromium: 'unreachable',
      firefox: 'unreachable executed',
      webkit: `Unreachable code should not be executed (evaluating 'new WebAssembly.Instance(trap).exports.trap()')`,
    },
    calls: () => ({
      chromium: [
        ['fail', 3, { chromium: 42 }],
        ['[anonymous]', undefined, {}, expect.stringMatching(/^wasm:\/\/wasm\/[\da-f]+$/)],
      ],
      firefox: [
        ['fail', 3, { firefox: 42 }],
        // Where it was compiled.
        ['[anonymous]', 2],
      ],
      // No file for what is inside.
      webkit: [['fail', 3, { webkit: 46 }]],
    }),
  },
  'a WebAssembly file': {
    script: `async function fail() {
  const { instance } = await WebAssembly.instantiateStreaming(fetch('/trap.wasm'));
  instance.exports.trap();
}`,
    message: {
      chromium: 'unreachable',
      firefox: 'unreachable executed',
      webkit: `Unreachable code should not be executed (evaluating 'instance.exports.trap()')`,
    },
    calls: (_, url) => {
      const fail: Call = ['fail', 3, { chromium: 20, firefox: 20, webkit: 24 }];
      const trap: Call = ['[anonymous]', undefined, {}, url('/trap.wasm')];
      return { chromium: [fail, trap], firefox: [fail, trap], webkit: [fail] };
    },
  },
  'a script that says it is an extension’s': {
    script: `function fail() {
  throw new Error('not yours');
}
//# sourceURL=chrome-extension://abcdefghijklmnop/inject.js`,
    message: 'not yours',
    calls: () => {
      const columns = { chromium: 9, firefox: 9, webkit: 18 };
      const said: Call = ['fail', 2, columns, 'chrome-extension://abcdefghijklmnop/inject.js'];
      // WebKit keeps to where the script was loaded from.
      return { chromium: [said], firefox: [said], webkit: [['fail', 2, columns]] };
    },
  },
};

/** Thrown, and logged: of what is thrown here, some engines tell the page nothing. */
const throwAndLog = `
function fail() {
  throw new Error('thrown');
}
function log() {
  Rollbar.error(new Error('logged'));
}
setTimeout(fail);
setTimeout(log);`;

describe.each(engines())('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  const framesOf = (item: Item) => tracesOf(item)[0]?.frames;

  it.each(Object.entries(origins))('gives an error of %s', async (_, origin) => {
    const site = await openSite(browser, { script: origin.script });
    site.pages.set('/broken.js', { body: 'one;\nfunction broken( {\n}', type: 'text/javascript' });
    site.pages.set('/trap.wasm', {
      body: Buffer.from(wasm),
      // A charset would be one thing too many.
      headers: { 'content-type': 'application/wasm' },
    });
    await run(site, 'fail');
    const [item] = await site.items(1);
    expect(said(item as Item)).toBe(inEngine(engine, origin.message));
    const file = await site.tab.eval<string>('window.seen?.[0] ?? ""');
    expect(framesOf(item as Item)).toEqual(
      inEngine(engine, origin.calls(file, site.pages.url)).map(
        frameIn(engine, site.pages.url('/page.js')),
      ),
    );
  });

  /** What was thrown, then what was logged, of {@link throwAndLog} in the file after so many lines. */
  const expectBoth = async (site: Site, file: string, lines: number, isMuted: boolean) => {
    const items = await site.items(2);
    items.sort((a, b) => String(said(b)).localeCompare(String(said(a))));
    const frame = frameIn(engine, file);
    expect(items.map((item) => [said(item), framesOf(item)])).toEqual([
      isMuted
        ? ['Script error.', []]
        : ['thrown', [frame(['fail', lines + 2, { chromium: 9, firefox: 9, webkit: 18 }])]],
      ['logged', [frame(['log', lines + 5, { chromium: 17, firefox: 17, webkit: 26 }])]],
    ]);
    return items;
  };

  it('gives an error of about:srcdoc, where the notifier is', async () => {
    const site = await openSite(browser);
    const inside = `<!doctype html>
<script>${configLine(site.collector)}</script>
<script src="${bundlePath}"></script>
<script>${throwAndLog}</script>`;
    const escaped = inside.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    site.pages.set('/outer', `<!doctype html><iframe srcdoc="${escaped}"></iframe>`);
    await site.tab.goto(site.pages.url('/outer'));
    // WebKit takes what its address cannot request for another origin's.
    const items = await expectBoth(site, 'about:srcdoc', 4, engine === 'webkit');
    expect(items.map(({ data }) => data.request?.url)).toEqual(['about:srcdoc', 'about:srcdoc']);
  });

  describe('on a page opened from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcage-files-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const url = (name: string) => pathToFileURL(join(folder, name)).href;

    const open = async (scripts: string): Promise<Site> => {
      const site = await openSite(browser);
      writeFileSync(join(folder, 'script.js'), throwAndLog);
      writeFileSync(
        join(folder, 'page.html'),
        `<!doctype html>
<script>${configLine(site.collector)}</script>
<script src="${new URL('rollcage.min.js', dist).href}"></script>
${scripts}`,
      );
      await site.tab.goto(url('page.html'));
      return site;
    };

    it('gives an error of the page', async () => {
      const site = await open(`<script>${throwAndLog}</script>`);
      await expectBoth(site, url('page.html'), 4, engine === 'webkit');
    });

    it('gives an error of another file, or the hint where that is another origin', async () => {
      const site = await open('<script src="script.js"></script>');
      await expectBoth(site, url('script.js'), 1, engine !== 'firefox');
    });
  });

  it('gives file names less their query and fragment with stripFrameQuery', async () => {
    const site = await openSite(browser, { config: { stripFrameQuery: true } });
    site.pages.set('/shop.js', { body: threeLines, type: 'text/javascript' });
    await site.tab.eval(() => {
      const script = document.createElement('script');
      script.src = '/shop.js?user=ann#top';
      document.head.append(script);
    });
    const [item] = await site.items(1);
    expect(framesOf(item as Item)).toEqual(
      ofThreeLines(site.pages.url('/shop.js'))[engine].map(frameIn(engine, '')),
    );
  });
});
