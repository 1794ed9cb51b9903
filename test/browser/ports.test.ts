import { expect, test, vi } from 'vitest';
import { barePorts, chance } from '../../src/browser/ports';
import { settle } from '../../src/options';
import type { Office } from '../../src/shapes';

test('says each text once in the console', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { say } = barePorts();
  say('one');
  say('one');
  say('two');
  expect(warn.mock.calls).toEqual([['Rollcage: one'], ['Rollcage: two']]);
});

test('a console that throws harms nobody', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {
    throw new Error('no');
  });
  expect(() => barePorts().say('text')).not.toThrow();
});

test('nor does a page whose sets throw', () => {
  vi.spyOn(Set.prototype, 'has').mockImplementation(() => {
    throw new Error('no');
  });
  expect(() => barePorts().say('text')).not.toThrow();
});

test.each([0, NaN, undefined])('dice that always show %s are none', (number) => {
  vi.spyOn(Math, 'random').mockReturnValue(number as number);
  expect(chance()).toBe(0.5);
});

test('there is no page in Node', () => {
  expect(barePorts().facts()).toBeUndefined();
});

test('whoever makes the outbox may change what it needs', async () => {
  const posted: string[] = [];
  const office: Office = {
    settings: () => settle({ accessToken: 'token', endpoint: 'https://api.example/' }),
    envelope: (sealed) => sealed,
    seal: (data) => JSON.stringify(data),
    count: () => undefined,
  };
  const ended = new Promise((resolve) =>
    barePorts()
      .createOutbox(office, (effects) => ({
        ...effects,
        send: async (item, endpoint) => (posted.push(`${endpoint} ${item}`), { status: 200 }),
      }))
      .add({ uuid: 'u', at: Date.now(), level: 'error', sealed: '{}', ended: resolve }),
  );
  expect(await ended).toBe('delivered');
  expect(posted).toEqual(['https://api.example/ {}']);
});
