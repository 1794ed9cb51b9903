// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { on } from '../../src/browser/on';

test('events are heard before the page hears them, until it stops', () => {
  const order: string[] = [];
  document.body.addEventListener('click', () => order.push('page'), true);
  const stop = on(document, ['click', 'input'], ({ type }) => order.push(type));
  document.body.click();
  document.body.dispatchEvent(new Event('input', { bubbles: true }));
  stop();
  stop();
  document.body.click();
  expect(order).toEqual(['click', 'page', 'input', 'page']);
});

test('a listener can hold nothing up', () => {
  const add = vi.spyOn(document, 'addEventListener');
  on(document, ['touchstart'], (event) => event.preventDefault())();
  expect(add.mock.lastCall?.[2]).toEqual({ capture: true, passive: true });
});

test('what a listener throws, nobody hears of', () => {
  const uncaught = vi.fn((event: Event) => event.preventDefault());
  addEventListener('error', uncaught);
  const stop = on(document, ['click'], () => {
    throw new Error('do not touch');
  });
  document.body.click();
  stop();
  removeEventListener('error', uncaught);
  expect(uncaught).not.toHaveBeenCalled();
});

test('without a target, as in a worker, nothing happens', () => {
  expect(() => on(undefined, ['click'], () => undefined)()).not.toThrow();
});
