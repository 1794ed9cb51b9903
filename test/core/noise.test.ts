import { describe, expect, test } from 'vitest';
import { isNoise } from '../../src/core/noise';
import type { Body, Trace } from '../../src/items-api';
import type { Noise } from '../../src/options';
import { settle, wholeDefaults } from '../../src/options';

const trace = (name: string, message: string, filename?: string): Trace => ({
  frames: filename ? [{ filename: 'https://a.example/b.js' }, { filename }] : [],
  exception: { class: name, message },
});
const body = (...args: Parameters<typeof trace>): Body => ({ trace: trace(...args) });

const own = 'https://a.example/b.js';
const loop = 'ResizeObserver loop completed with undelivered notifications.';

describe.each<[Noise, Body[], Body[]]>([
  [
    'resize-observer',
    [
      body('(unknown)', loop, own),
      body('(unknown)', loop),
      body('(unknown)', 'ResizeObserver loop limit exceeded', own),
    ],
    [
      body('Error', loop, own),
      body('(unknown)', `After: ${loop}`, own),
      body('(unknown)', `a\n(unknown)\n${loop}`, own),
    ],
  ],
  [
    'script-error',
    [
      body('(unknown)', 'Script error.'),
      body('(unknown)', 'Script error'),
      body('(unknown)', 'Script error.', own),
    ],
    [body('Error', 'Script error.'), body('(unknown)', 'Script error: no such line')],
  ],
  [
    'extensions',
    [
      body('TypeError', 'x', 'chrome-extension://abc/x.js'),
      body('TypeError', 'x', 'moz-extension://abc/x.js'),
      body('TypeError', 'x', 'safari-web-extension://abc/x.js'),
      body('TypeError', 'x', 'webkit-masked-url://hidden/'),
      { trace_chain: [trace('TypeError', 'x', 'chrome-extension://a/x.js'), trace('Error', 'y')] },
    ],
    [
      body('TypeError', 'chrome-extension://abc/x.js', own),
      // Called by an extension, thrown by the page.
      {
        trace: {
          ...trace('E', 'x', own),
          frames: [{ filename: 'chrome-extension://a/x.js' }, { filename: own }],
        },
      },
      body('TypeError', 'x', 'https://a.example/my-extension:1.js'),
    ],
  ],
  [
    'bots',
    [
      body('(unknown)', 'Object Not Found Matching Id:3, MethodName:update, ParamCount:4'),
      body('ReferenceError', 'vid_mate_check is not defined', own),
      body('ReferenceError', "Can't find variable: _AutofillCallbackHandler", own),
      body('TypeError', "undefined is not an object (evaluating '__gCrWeb.edgeTranslate')", own),
    ],
    [body('Error', 'Object not found', own), body('Error', 'No order Matching Id: 7', own)],
  ],
  [
    'aborted',
    [body('AbortError', 'The user aborted a request.'), body('AbortError', 'x', own)],
    [body('Error', 'AbortError', own), body('TypeError', 'a\nAbortError\n', own)],
  ],
])('%s', (name, noise, others) => {
  test.each(noise.map((one) => [one]))('are %j', (one) => {
    expect(isNoise(one, [name])).toBe(true);
    expect(isNoise(one, [])).toBe(false);
  });
  test.each(others.map((one) => [one]))('are not %j', (one) =>
    expect(isNoise(one, [name])).toBe(false),
  );
});

test('by default, only what can be no error is', () => {
  expect(settle({}, wholeDefaults).ignore).toEqual(['resize-observer']);
});

test.each<unknown>([['unheard-of'], 'resize-observer', [null], [{}], ['constructor'], 5, {}])(
  'of a name that is none, nothing is noise: %j',
  (names) => expect(isNoise(body('(unknown)', loop), names as Noise[])).toBe(false),
);
