// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { navigation } from '../../src/telemetry/navigation';
import { openDesk } from '../support/telemetry';

afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

const moves = ({ kept }: ReturnType<typeof openDesk>) => kept().map(([, , body]) => body);

test('pushState and replaceState are told with where from and where to', () => {
  const desk = openDesk({ navigation });
  expect(history.pushState({ a: 1 }, '', '/cart?step=2#top')).toBe(undefined);
  history.replaceState(null, '', '/paid');
  expect(desk.kept()).toEqual([
    ['info', 'navigation', { from: '/', to: '/cart?step=2#top' }],
    ['info', 'navigation', { from: '/cart?step=2#top', to: '/paid' }],
  ]);
});

test('a state alone is no move, nor is a call that throws', () => {
  const desk = openDesk({ navigation });
  history.pushState({ a: 1 }, '');
  expect(() => history.pushState(null, '', 'https://other.example/')).toThrow();
  expect(desk.entries()).toEqual([]);
});

test('the address is told once, whoever tells that it has changed', () => {
  const desk = openDesk({ navigation });
  location.hash = 'top';
  dispatchEvent(new Event('popstate'));
  dispatchEvent(new Event('hashchange'));
  expect(moves(desk)).toEqual([{ from: '/', to: '/#top' }]);
});

test('where the browser has the Navigation API, nothing is patched', () => {
  const api = new EventTarget();
  vi.stubGlobal('navigation', api);
  const { pushState } = history;
  const desk = openDesk({ navigation });
  expect(history.pushState).toBe(pushState);
  history.pushState(null, '', '/cart');
  api.dispatchEvent(new Event('currententrychange'));
  expect(moves(desk)).toEqual([{ from: '/', to: '/cart' }]);
});

test('stopped, history is what it was, and nothing is heard', () => {
  const { pushState, replaceState } = History.prototype;
  const desk = openDesk({ navigation });
  desk.stop();
  expect(History.prototype).toMatchObject({ pushState, replaceState });
  history.pushState(null, '', '/cart');
  dispatchEvent(new Event('popstate'));
  expect(desk.entries()).toEqual([]);
});
