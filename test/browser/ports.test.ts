import { expect, test, vi } from 'vitest';
import { browserPorts } from '../../src/browser/ports';

test('says each text once in the console', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { say } = browserPorts();
  say('one');
  say('one');
  say('two');
  expect(warn.mock.calls).toEqual([['Rollcage: one'], ['Rollcage: two']]);
});

test('a console that throws harms nobody', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {
    throw new Error('no');
  });
  expect(() => browserPorts().say('text')).not.toThrow();
});

test('there is no page in Node', () => {
  expect(browserPorts().facts()).toBeUndefined();
});
