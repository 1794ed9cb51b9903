// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://a.example/path?q=1#part" }
import { expect, test, vi } from 'vitest';
import { pageFacts } from '../../src/browser/page';

test('knows where it is, in which browser, on what screen', () => {
  expect(pageFacts()).toEqual({
    url: 'https://a.example/path?q=1#part',
    javascript: {
      browser: navigator.userAgent,
      language: navigator.language,
      cookie_enabled: true,
      screen: { width: screen.width, height: screen.height },
      viewport: { width: innerWidth, height: innerHeight },
    },
  });
});

test('a worker has neither screen nor viewport', () => {
  vi.stubGlobal('screen', undefined);
  expect(Object.keys(pageFacts()?.javascript ?? {})).toEqual([
    'browser',
    'language',
    'cookie_enabled',
  ]);
  vi.unstubAllGlobals();
});
