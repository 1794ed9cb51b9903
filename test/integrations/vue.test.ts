// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createApp, createSSRApp, defineComponent, h } from 'vue';
import type { App, Component } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { rollbarPlugin, warnHandler } from '../../src/integrations/vue';
import { start } from '../support/fakes';

let logged: unknown[][];

beforeEach(() => {
  logged = [];
  const note = (...args: unknown[]): void => void logged.push(args);
  vi.spyOn(console, 'error').mockImplementation(note);
  vi.spyOn(console, 'warn').mockImplementation(note);
});
afterEach(() => vi.unstubAllGlobals());

const dataOf = ({ items }: ReturnType<typeof start>) => items().map(({ data }) => data);

/** A component that fails while it renders. */
const failing = (thrown: unknown, options: object = {}): Component =>
  defineComponent({
    ...options,
    render() {
      throw thrown;
    },
  });

/** Mounts this with the plugin. */
function mount(
  component: Component,
  prepare: (app: App) => void = () => undefined,
): ReturnType<typeof start> {
  const fakes = start();
  const app = createApp(component);
  prepare(app);
  app.use(rollbarPlugin(fakes.notifier));
  app.mount(document.createElement('div'));
  onTestFinished(() => app.unmount());
  return fakes;
}

describe('the plugin', () => {
  test('reports what a component throws, with those around it and what Vue was doing', () => {
    const error = new RangeError('out of stock');
    const shelf = defineComponent({ name: 'Shelf', render: () => h(failing(error)) });
    // As the compiler says of a file `the-shop.vue`.
    const shop = defineComponent({ __name: 'the-shop', render: () => h(shelf) });
    const fakes = mount({ render: () => h(shop) });
    expect(dataOf(fakes)).toMatchObject([
      {
        level: 'error',
        body: { trace: { exception: { class: 'RangeError', message: 'out of stock' } } },
        custom: {
          info: 'render function',
          componentStack: 'at <Anonymous>\nat <Shelf>\nat <TheShop>\nat <App>',
        },
      },
    ]);
  });

  test('writes it to the console, as Vue does', () => {
    const error = new Error('empty');
    mount(failing(error));
    expect(logged).toEqual([[error]]);
  });

  test('calls the handler that was there before instead', () => {
    const error = new Error('empty');
    const before = vi.fn();
    const fakes = mount(failing(error), ({ config }) => (config.errorHandler = before));
    expect(before.mock.calls).toEqual([[error, expect.anything(), 'render function']]);
    expect(logged).toEqual([]);
    expect(fakes.notifier.stats()).toMatchObject({ captured: 1 });
  });

  test('leaves to a component what it has captured itself', () => {
    const fakes = mount({
      render: () => h(failing(new Error('empty'))),
      errorCaptured: () => false,
    });
    expect(fakes.notifier.stats()).toMatchObject({ captured: 0 });
  });

  test('tells of what is no error as a message', () => {
    const fakes = mount(failing({ code: 7 }, { name: 'Shelf' }));
    expect(dataOf(fakes)).toMatchObject([
      {
        body: { message: { body: 'Object with keys: code' } },
        custom: { extraArgs: [{ code: 7 }], componentStack: 'at <Shelf>' },
      },
    ]);
  });

  test('reports what is thrown without a component', () => {
    const fakes = start();
    const app = createApp({});
    app.use(rollbarPlugin(fakes.notifier));
    app.config.errorHandler?.(new Error('empty'), null, 'app unmount cleanup function');
    expect(dataOf(fakes)[0]?.custom).toMatchObject({ info: 'app unmount cleanup function' });
  });

  test('renders on a server, and sends nothing', async () => {
    const fakes = start();
    fakes.facts = undefined;
    const render = (component: Component): Promise<string> => {
      const app = createSSRApp(component);
      app.use(rollbarPlugin(fakes.notifier));
      return renderToString(app);
    };
    expect(await render({ render: () => h('p', 'cart') })).toBe('<p>cart</p>');
    await render({
      setup() {
        throw new Error('empty');
      },
      render: () => h('p'),
    });
    expect(fakes.notifier.stats()).toMatchObject({ dropped: { disabled: 1 } });
    expect(fakes.posted).toEqual([]);
  });
});

describe('the handler of warnings', () => {
  test('reports them as such, and writes them to the console', () => {
    const shelf = defineComponent({
      props: { size: Number },
      name: 'Shelf',
      render: () => 'shelf',
    });
    const fakes = start();
    const app = createApp({ render: () => h(shelf, { size: 'large' as never }) });
    app.config.warnHandler = warnHandler(fakes.notifier);
    app.mount(document.createElement('div'));
    onTestFinished(() => app.unmount());
    const body = expect.stringMatching(/^Invalid prop: type check failed for prop "size"/);
    expect(dataOf(fakes)).toMatchObject([
      {
        level: 'warning',
        body: { message: { body } },
        custom: { componentStack: 'at <Shelf>\nat <Anonymous>' },
      },
    ]);
    const text = expect.stringMatching(
      /^\[Vue warn\]: Invalid prop: [^\n]*\nat <Shelf>\nat <Anonymous>$/,
    );
    expect(logged).toEqual([[text]]);
  });

  test('does so with one that comes from no component', () => {
    const fakes = start();
    warnHandler(fakes.notifier)('Vue is not well', null, '');
    expect(logged).toEqual([['[Vue warn]: Vue is not well']]);
    expect(dataOf(fakes)).toMatchObject([{ body: { message: { body: 'Vue is not well' } } }]);
  });
});
