// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { collectors } from '../../src/telemetry';
import { connectivity } from '../../src/telemetry/connectivity';
import { contentSecurityPolicy } from '../../src/telemetry/csp';
import { page } from '../../src/telemetry/page';
import { resources } from '../../src/telemetry/resources';
import { visibility } from '../../src/telemetry/visibility';
import { openDesk } from '../support/telemetry';

test('the network is told when it goes and comes back', () => {
  const desk = openDesk({ connectivity });
  dispatchEvent(new Event('offline'));
  dispatchEvent(new Event('online'));
  expect(desk.kept()).toEqual([
    ['info', 'connectivity', { change: 'offline' }],
    ['info', 'connectivity', { change: 'online' }],
  ]);
});

test('the page is told when it is hidden and seen again', () => {
  const desk = openDesk({ visibility });
  for (const state of ['hidden', 'visible']) {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }
  expect(desk.kept()).toEqual([
    ['info', 'navigation', { subtype: 'visibility', to: 'hidden' }],
    ['info', 'navigation', { subtype: 'visibility', to: 'visible' }],
  ]);
});

test('the page is told when it has been read and loaded, and not each of its images', () => {
  const desk = openDesk({ page });
  const image = document.body.appendChild(document.createElement('img'));
  image.dispatchEvent(new Event('load'));
  document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }));
  dispatchEvent(new Event('load'));
  expect(desk.kept()).toEqual([
    ['info', 'navigation', { subtype: 'DOMContentLoaded' }],
    ['info', 'navigation', { subtype: 'load' }],
  ]);
});

test('what could not be loaded is told with its address', () => {
  const desk = openDesk({ resources });
  const fail = (tag: string, attribute: string): void => {
    const element = document.createElement(tag);
    element.setAttribute(attribute, 'https://cdn.example/a');
    document.body.appendChild(element);
    element.dispatchEvent(new Event('error'));
    element.remove();
  };
  fail('img', 'src');
  fail('link', 'href');
  const url = 'https://cdn.example/a';
  expect(desk.kept()).toEqual([
    ['error', 'network', { subtype: 'img', method: 'GET', url }],
    ['error', 'network', { subtype: 'link', method: 'GET', url }],
  ]);
});

test('an error of a script is no resource', () => {
  const desk = openDesk({ resources });
  dispatchEvent(new ErrorEvent('error', { message: 'm', filename: 'https://a.example/b.js' }));
  expect(desk.entries()).toEqual([]);
});

const violate = (blockedURI: string): boolean =>
  document.dispatchEvent(
    Object.assign(new Event('securitypolicyviolation'), {
      blockedURI,
      effectiveDirective: 'img-src',
      sourceFile: 'https://a.example/b.js',
      lineNumber: 7,
    }),
  );

test('what a policy has refused is told, and reported where that is asked for', () => {
  const desk = openDesk({ contentSecurityPolicy });
  violate('https://evil.example/x');
  const body = {
    message: 'Security Policy Violation: img-src https://evil.example/x',
    sourceFile: 'https://a.example/b.js',
    lineNumber: 7,
  };
  expect(desk.kept()).toEqual([['error', 'log', body]]);
  expect(desk.reported).toEqual([]);
  desk.options({ autoInstrument: { errorOnContentSecurityPolicy: true } });
  violate('https://evil.example/x');
  expect(desk.reported).toEqual([[body.message, body]]);
});

test('a policy that refuses our own requests is not told, as that would be refused, too', () => {
  const desk = openDesk(
    { contentSecurityPolicy },
    { autoInstrument: { errorOnContentSecurityPolicy: true } },
  );
  violate('https://api.rollbar.com/api/1/item/');
  violate('https://api.rollbar.com');
  expect([desk.entries(), desk.reported]).toEqual([[], []]);
});

test('all collectors together start, and stop, without a word', () => {
  const desk = openDesk(collectors, { autoInstrument: { longTasks: true } });
  desk.stop();
  expect(desk.said).toEqual([]);
});
