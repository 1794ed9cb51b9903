// @vitest-environment jsdom
import { StrictMode, act, createElement, memo, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  ErrorBoundary,
  Provider,
  rootErrorOptions,
  useRollbar,
} from '../../src/integrations/react';
import type {
  ErrorBoundaryProps,
  FallbackProps,
  RootErrorInfo,
} from '../../src/integrations/react';
import { start } from '../support/fakes';

let logged: unknown[][];
let reportedByThePage: unknown[];

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  logged = [];
  reportedByThePage = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => void logged.push(args));
  vi.stubGlobal('reportError', (error: unknown) => void reportedByThePage.push(error));
});
afterEach(() => vi.unstubAllGlobals());

/** Renders this in a root of its own, and gives its element. */
async function show(node: ReactNode, options = {}): Promise<HTMLElement> {
  const element = document.createElement('div');
  const root = createRoot(element, options);
  onTestFinished(() => act(() => root.unmount()));
  await act(() => root.render(node));
  return element;
}

function Broken({ thrown }: { thrown: unknown }): ReactNode {
  throw thrown;
}

const Sorry = ({ error }: FallbackProps): ReactNode => String(error);

/** A boundary around what throws this. */
function broken(
  fakes: ReturnType<typeof start>,
  thrown: unknown,
  props: ErrorBoundaryProps = {},
): ReactNode {
  const inside = createElement(ErrorBoundary, props, createElement(Broken, { thrown }));
  return createElement(Provider, { instance: fakes.notifier }, inside);
}

const dataOf = ({ items }: ReturnType<typeof start>) => items().map(({ data }) => data);

describe('a boundary', () => {
  test('reports what is thrown inside once, with the components around it', async () => {
    const fakes = start();
    await show(broken(fakes, new RangeError('out of stock')));
    expect(dataOf(fakes)).toMatchObject([
      {
        level: 'error',
        body: { trace: { exception: { class: 'RangeError', message: 'out of stock' } } },
        custom: { componentStack: expect.stringMatching(/^at Broken \(.*\n *at ErrorBoundary \(/) },
      },
    ]);
    expect(fakes.notifier.stats()).toMatchObject({ captured: 1 });
  });

  test('reports all the same where its level is no level, which only types can tell', async () => {
    const fakes = start();
    await show(broken(fakes, new RangeError('out of stock'), { level: 'fatal' as 'error' }));
    expect(dataOf(fakes)).toMatchObject([
      { level: 'error', body: { trace: { exception: { class: 'RangeError' } } } },
    ]);
  });

  test('adds a level, a message and data', async () => {
    const fakes = start();
    const props: ErrorBoundaryProps = {
      level: 'critical',
      errorMessage: 'The cart has failed',
      extra: { cart: 17 },
    };
    await show(broken(fakes, new Error('empty'), props));
    expect(dataOf(fakes)).toMatchObject([
      {
        level: 'critical',
        body: { trace: { exception: { message: 'empty', description: 'The cart has failed' } } },
        custom: { cart: 17, componentStack: expect.stringContaining('Broken') },
      },
    ]);
  });

  test.each<[string, ErrorBoundaryProps['fallbackUI'], string]>([
    ['nothing', undefined, ''],
    ['a text', 'sorry', 'sorry'],
    ['an element', createElement('b', null, 'sorry'), '<b>sorry</b>'],
    [
      'elements',
      [createElement('b', { key: 1 }), createElement('i', { key: 2 })],
      '<b></b><i></i>',
    ],
    ['a component', Sorry, 'Error: empty'],
    ['a component that is memoized', memo(Sorry), 'Error: empty'],
  ])('shows %s in the place of what is broken', async (_, fallbackUI, html) => {
    const element = await show(
      broken(start(), new Error('empty'), fallbackUI === undefined ? {} : { fallbackUI }),
    );
    expect(element.innerHTML).toBe(html);
  });

  test('shows a portal in its place, wherever that leads', async () => {
    const elsewhere = document.createElement('div');
    await show(
      broken(start(), new Error('empty'), { fallbackUI: createPortal('sorry', elsewhere) }),
    );
    expect(elsewhere.textContent).toBe('sorry');
  });

  test('reports once in StrictMode, though each render there throws another error', async () => {
    const fakes = start();
    const Failing = (): ReactNode => {
      throw new RangeError('out of stock');
    };
    const inside = createElement(ErrorBoundary, null, createElement(Failing));
    const tree = createElement(Provider, { instance: fakes.notifier }, inside);
    await show(createElement(StrictMode, null, tree), rootErrorOptions(fakes.notifier));
    expect(dataOf(fakes)).toHaveLength(1);
    expect(reportedByThePage).toEqual([]);
  });

  test('whose fallback fails, too, has that told by the one around it, and React tells no other', async () => {
    const fakes = start();
    const Failing = (): ReactNode => {
      throw new TypeError('no fallback either');
    };
    const inner = { fallbackUI: Failing };
    const tree = createElement(
      ErrorBoundary,
      { fallbackUI: Sorry },
      createElement(
        ErrorBoundary,
        inner,
        createElement(Broken, { thrown: new RangeError('out of stock') }),
      ),
    );
    const whole = createElement(Provider, { instance: fakes.notifier }, tree);
    const element = await show(whole, rootErrorOptions(fakes.notifier));
    expect(element.textContent).toBe('TypeError: no fallback either');
    expect(dataOf(fakes)).toMatchObject([
      { body: { trace: { exception: { class: 'TypeError' } } } },
    ]);
  });

  test('renders anew when it is told to, and reports what fails then', async () => {
    const fakes = start();
    const errors = [new Error('first'), new Error('second')];
    let reset = (): void => undefined;
    const Failing = (): ReactNode => {
      // React tries twice before it takes an error for one.
      if (errors[0]) throw errors[0];
      return 'well';
    };
    const fallbackUI = ({ error, resetError }: FallbackProps): ReactNode => {
      reset = resetError;
      return String(error);
    };
    const boundary = createElement(ErrorBoundary, { fallbackUI }, createElement(Failing));
    const element = await show(createElement(Provider, { instance: fakes.notifier }, boundary));
    expect(element.textContent).toBe('Error: first');
    errors.shift();
    await act(reset);
    expect(element.textContent).toBe('Error: second');
    errors.shift();
    await act(reset);
    expect(element.textContent).toBe('well');
    expect(fakes.notifier.stats()).toMatchObject({ captured: 2, dropped: {} });
  });

  test.each<[string, unknown, string, object]>([
    ['a text', 'sold out', 'sold out', {}],
    ['a number', 7, '7', { extraArgs: [7] }],
    ['nothing', undefined, 'undefined', {}],
    ['an object', { code: 7 }, 'Object with keys: code', { extraArgs: [{ code: 7 }] }],
    ['an answer', { message: 'Not found' }, 'Not found', { extraArgs: [{ message: 'Not found' }] }],
    [
      'an object that cannot be read',
      {
        get message() {
          throw new Error('no');
        },
      },
      'Something that cannot be read',
      { extraArgs: [{}] },
    ],
  ])('tells of %s that is thrown as a message', async (_, thrown, body, custom) => {
    const fakes = start();
    await show(broken(fakes, thrown, { fallbackUI: 'sorry' }));
    const componentStack = expect.stringContaining('Broken');
    expect(dataOf(fakes)).toMatchObject([
      { body: { message: { body } }, custom: { ...custom, componentStack } },
    ]);
  });

  test('with a message of its own keeps what was thrown', async () => {
    const fakes = start();
    await show(broken(fakes, 'sold out', { errorMessage: 'The cart has failed' }));
    expect(dataOf(fakes)).toMatchObject([
      { body: { message: { body: 'The cart has failed' } }, custom: { extraArgs: ['sold out'] } },
    ]);
  });
});

describe('without a provider', () => {
  const words = /there is no <Provider instance/;

  test('a component that wants the notifier is told so', async () => {
    const Lonely = (): ReactNode => useRollbar().info('x').uuid;
    await expect(show(createElement(Lonely))).rejects.toThrow(words);
  });

  test('a boundary says so before it is needed', async () => {
    await expect(show(createElement(ErrorBoundary, {}, 'all is well'))).rejects.toThrow(words);
  });
});

test('a component reports by itself with the notifier that is provided', async () => {
  const fakes = start();
  const Cart = (): ReactNode => {
    const rollbar = useRollbar();
    const [uuid, setUuid] = useState('');
    useEffect(() => setUuid(rollbar.info('opened', { cart: 17 }).uuid), [rollbar]);
    return uuid;
  };
  const element = await show(
    createElement(Provider, { instance: fakes.notifier }, createElement(Cart)),
  );
  expect(dataOf(fakes)).toMatchObject([
    { level: 'info', custom: { cart: 17 }, uuid: element.textContent },
  ]);
});

describe('the options of a root', () => {
  const info: RootErrorInfo = { componentStack: '\n    at Cart (app.js:1:2)\n    at App' };
  const componentStack = 'at Cart (app.js:1:2)\n    at App';

  test('report what another boundary has caught, and write it to the console as React does', () => {
    const fakes = start();
    const error = new RangeError('empty');
    rootErrorOptions(fakes.notifier).onCaughtError(error, { ...info, errorBoundary: {} });
    expect(dataOf(fakes)).toMatchObject([{ level: 'error', custom: { componentStack } }]);
    expect(logged).toEqual([[error]]);
    expect(reportedByThePage).toEqual([]);
  });

  test('leave to our boundary what it has caught', async () => {
    const fakes = start();
    const props: ErrorBoundaryProps = { level: 'warning' };
    await show(broken(fakes, 'sold out', props), rootErrorOptions(fakes.notifier));
    expect(dataOf(fakes)).toMatchObject([{ level: 'warning' }]);
    expect(fakes.notifier.stats()).toMatchObject({ captured: 1 });
    expect(logged).toEqual([['sold out']]);
  });

  test.each([
    ['onUncaughtError', 'error'],
    ['onRecoverableError', 'warning'],
  ] as const)('%s reports as %s, once, and tells the page as React does', (name, level) => {
    const fakes = start();
    vi.stubGlobal('reportError', (error: Error) => {
      reportedByThePage.push(error);
      fakes.events.uncaught(error.message, '', 0, 0, error);
    });
    const error = new RangeError('empty');
    rootErrorOptions(fakes.notifier)[name](error, info);
    expect(dataOf(fakes)).toMatchObject([{ level, custom: { componentStack } }]);
    expect(reportedByThePage).toEqual([error]);
    expect(logged).toEqual([]);
  });

  test('report a page that is not what the server has sent', async () => {
    const fakes = start();
    const element = document.createElement('div');
    element.innerHTML = '<p>sent</p>';
    const root = await act(() =>
      hydrateRoot(element, createElement('p', null, 'shown'), rootErrorOptions(fakes.notifier)),
    );
    onTestFinished(() => act(() => root.unmount()));
    expect(element.innerHTML).toBe('<p>shown</p>');
    expect(dataOf(fakes)).toMatchObject([
      {
        level: 'warning',
        body: { trace: { exception: { message: expect.stringMatching(/^Hydration failed/) } } },
        custom: { componentStack: 'at p (<anonymous>)' },
      },
    ]);
    expect(reportedByThePage).toHaveLength(1);
  });

  test('leave to the page what is no error, as it could not be told apart', () => {
    const fakes = start();
    vi.stubGlobal('reportError', (thrown: unknown) =>
      fakes.events.uncaught(`Uncaught ${thrown}`, '', 0, 0, thrown),
    );
    rootErrorOptions(fakes.notifier).onUncaughtError('sold out', info);
    expect(fakes.notifier.stats()).toMatchObject({ captured: 1, dropped: {} });
  });

  test('write to the console where a page has no way to report', () => {
    vi.stubGlobal('reportError', undefined);
    const error = new Error('empty');
    rootErrorOptions(start().notifier).onUncaughtError(error, info);
    expect(logged).toEqual([[error]]);
  });

  test('do without a component stack where React has none', () => {
    const fakes = start();
    rootErrorOptions(fakes.notifier).onCaughtError(new Error('empty'), { componentStack: null });
    expect(dataOf(fakes)[0]?.custom ?? {}).toEqual({});
  });
});

test('on a server all renders, and nothing is sent', () => {
  const fakes = start();
  fakes.facts = undefined;
  const Cart = (): ReactNode => (useRollbar().info('opened'), 'cart');
  const boundary = createElement(ErrorBoundary, { fallbackUI: 'sorry' }, createElement(Cart));
  const app = createElement(Provider, { instance: fakes.notifier }, boundary);
  expect(renderToString(app)).toBe('cart');
  expect(fakes.posted).toEqual([]);
  expect(() => renderToString(broken(fakes, new Error('empty')))).toThrow('empty');
});
