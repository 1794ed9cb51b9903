import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { errorHandler } from '../../src/integrations/angular';
import { start, turns } from '../support/fakes';

let logged: unknown[][];

beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => void logged.push(args));
});
afterEach(() => vi.unstubAllGlobals());

/** The data of what is sent once it has been handled, and what was counted. */
function handled(error: unknown) {
  const { notifier, items } = start();
  errorHandler(notifier).handleError(error);
  return { data: items().map(({ data }) => data), stats: notifier.stats() };
}

test('an error is reported, and written to the console as Angular does', () => {
  const error = new RangeError('out of stock');
  const [data] = handled(error).data;
  expect(data?.level).toBe('error');
  const exception = { class: 'RangeError', message: 'out of stock' };
  expect(data?.body).toEqual({ trace: { frames: expect.anything(), exception } });
  expect(logged).toEqual([['ERROR', error]]);
});

test('an error of another frame is one, too', () => {
  const error = runInNewContext("new RangeError('out of stock')");
  expect(handled(error).data).toMatchObject([
    { body: { trace: { exception: { class: 'RangeError', message: 'out of stock' } } } },
  ]);
});

test.each<[string, (inner: unknown) => object]>([
  ['zone.js around a rejection', (rejection) => ({ rejection, promise: Promise.resolve() })],
  ['Angular around an error of a component', (ngOriginalError) => ({ ngOriginalError })],
  [
    'one around the other',
    (inner) => ({ rejection: { ngOriginalError: inner }, promise: Promise.resolve() }),
  ],
])('what is put by %s is taken off, but in the console', (_, wrap) => {
  const error = Object.assign(new Error('Uncaught'), wrap(new RangeError('out of stock')));
  expect(handled(error).data).toMatchObject([
    { body: { trace: { exception: { class: 'RangeError' } } } },
  ]);
  expect(logged).toEqual([['ERROR', error]]);
});

test.each([false, 0, ''])('an error whose field `promise` is %o is reported itself', (promise) => {
  const error = Object.assign(new RangeError('out of stock'), { promise });
  expect(handled(error).data).toMatchObject([
    { body: { trace: { exception: { class: 'RangeError' } } } },
  ]);
});

test('an error that has a rejection of its own is not taken for one of zone.js', () => {
  const error = Object.assign(new RangeError('out of stock'), { rejection: 'by the warehouse' });
  expect(handled(error).data).toMatchObject([
    { body: { trace: { exception: { class: 'RangeError', message: 'out of stock' } } } },
  ]);
});

test.each<[string, unknown, string, object | undefined]>([
  ['a text', 'sold out', 'sold out', undefined],
  ['a function', function shop() {}, '[function shop]', undefined],
  ['a number', 7, '7', { extraArgs: [7] }],
  ['nothing', null, 'null', { extraArgs: [null] }],
  [
    'an answer',
    { name: 'HttpErrorResponse', message: 'Http failure response for /cart: 404', status: 404 },
    'Http failure response for /cart: 404',
    { name: 'HttpErrorResponse', status: 404 },
  ],
])('%s that is thrown is told of as a message', (_, thrown, body, custom) => {
  const { data } = handled(thrown);
  expect(data).toMatchObject([{ body: { message: { body } } }]);
  if (custom) expect(data[0]?.custom).toMatchObject(custom);
  else expect(data[0]?.custom ?? {}).toEqual({});
});

test('a function that is thrown is not called', async () => {
  const thrown = vi.fn();
  handled(thrown);
  await turns();
  expect(thrown).not.toHaveBeenCalled();
});

test('what cannot be read is reported all the same', () => {
  const thrown = {
    get rejection() {
      throw new Error('no');
    },
  };
  expect(handled(thrown).stats).toMatchObject({ captured: 1 });
  expect(logged).toEqual([['ERROR', thrown]]);
});

describe('while the page tells of an error', () => {
  /** As a browser has it while its listeners are called. */
  const during = (type: string, target: unknown) => vi.stubGlobal('event', { type, target });

  test.each(['error', 'unhandledrejection'])(
    'by %s, it is left to the notifier, which listens itself',
    (type) => {
      during(type, globalThis);
      expect(handled(new Error('Script error.')).stats).toMatchObject({ captured: 0 });
      expect(logged).toHaveLength(1);
    },
  );

  test.each<{ type: string; of: string; target: unknown }>([
    { type: 'error', of: 'an image', target: { tagName: 'IMG' } },
    { type: 'click', of: 'the window', target: globalThis },
  ])('it is reported if it comes from a listener to another: $type of $of', ({ type, target }) => {
    during(type, target);
    expect(handled(new Error('empty')).stats).toMatchObject({ captured: 1 });
  });
});
