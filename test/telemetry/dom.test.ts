// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dom } from '../../src/telemetry/dom';
import type { TelemetryOptions } from '../../src/telemetry/options';
import { openDesk } from '../support/telemetry';

beforeEach(() => {
  document.body.innerHTML = '';
});

/** Telemetry over this page, and its first element. */
function open(html: string, options: TelemetryOptions = {}) {
  document.body.innerHTML = html;
  return openDesk({ dom }, options);
}
const find = (selector: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(selector) as HTMLInputElement;
const happen = (element: EventTarget, type: string): boolean =>
  element.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
const type = (selector: string, value: string): void => {
  find(selector).value = value;
  happen(find(selector), 'input');
};
const elements = (desk: ReturnType<typeof openDesk>) =>
  desk.kept().map(([, , body]) => body.element);

test('a click is told by its element and those around it, outermost first', () => {
  const desk = open('<main id="shop"><ul class="cart  big"><li><b>Tea</b></li></ul></main>');
  happen(find('b'), 'click');
  expect(desk.kept()).toEqual([
    ['info', 'dom', { subtype: 'click', element: 'body > main#shop > ul.cart.big > li > b' }],
  ]);
});

test('an attribute that HTML could not have is told by its name', () => {
  const desk = open('<b></b>');
  find('b').setAttributeNS(null, 'data-Step', '3');
  happen(find('b'), 'click');
  expect(elements(desk)[0]).toBe('html > body > b[data-Step="3"]');
});

test('an element is told by the attributes that name it', () => {
  const desk = open(
    '<button type="button" name="pay" title="Pay" data-step="3" style="color: red" value="5">',
  );
  happen(find('button'), 'click');
  expect(elements(desk)[0]).toMatch(
    /button\[type="button"\]\[name="pay"\]\[title="Pay"\]\[data-step="3"\]$/,
  );
});

test('of long names only the beginning is told', () => {
  const desk = open(`<b id="${'x'.repeat(9999)}" class="${'y'.repeat(9999)}">`);
  happen(find('b'), 'click');
  expect(String(elements(desk)[0]).length).toBeLessThan(120);
});

test('within an open shadow tree, the element itself is told', () => {
  const desk = open('<x-cart></x-cart>');
  const root = find('x-cart').attachShadow({ mode: 'open' });
  root.innerHTML = '<button id="inner"></button>';
  happen(root.querySelector('button') as Element, 'click');
  expect(elements(desk)).toEqual(['html > body > x-cart > button#inner']);
});

test('a form is told when it is submitted, whatever its fields are called', () => {
  const desk = open(
    '<form id="pay"><input name="id"><input name="attributes"><input name="localName"></form>',
  );
  happen(find('form'), 'submit');
  expect(desk.kept()).toMatchObject([['info', 'dom', { subtype: 'submit' }]]);
  expect(desk.said).toEqual([]);
});

describe('an input', () => {
  test('is told without what was typed', () => {
    const desk = open('<input name="city" value="Old">');
    type('input', 'Paris');
    expect(desk.kept()).toEqual([
      ['info', 'dom', { subtype: 'input', element: 'html > body > input[name="city"]' }],
    ]);
  });

  test('is told once, until something else happens', () => {
    const desk = open('<input id="a"><input id="b">');
    type('#a', 'P');
    type('#a', 'Pa');
    type('#b', 'x');
    type('#a', 'Par');
    happen(find('#a'), 'click');
    type('#a', 'Pari');
    expect(elements(desk).map((element) => String(element).slice(-1))).toEqual([
      ...['a', 'b', 'a', 'a', 'a'],
    ]);
  });

  test('of the same description is told by itself', () => {
    const desk = open('<input><input class="">');
    type('input', 'P');
    type('input + input', 'x');
    expect(desk.entries()).toHaveLength(2);
  });

  const asked: TelemetryOptions = { scrubTelemetryInputs: false };
  const values = (desk: ReturnType<typeof openDesk>) => desk.kept().map(([, , body]) => body.value);

  test('is told with its last value where that is asked for', () => {
    const desk = open('<input name="city">', asked);
    type('input', 'P');
    type('input', 'Paris');
    expect(values(desk)).toEqual(['Paris']);
  });

  test.each([
    '<input type="password">',
    '<input type="text" name="password">',
    '<input autocomplete="current-password">',
    '<input type="text" id="new-passphrase">',
    '<input name="card-number">',
    '<input name="csrf_token">',
    '<input type="text" autocomplete="cc-number">',
  ])('keeps the secret of %s', (html) => {
    const desk = open(html, asked);
    type('input', 'tea');
    expect(values(desk)).toEqual(['********']);
  });

  test('keeps a secret that telemetryScrubber knows by the element', () => {
    const telemetryScrubber = vi.fn(({ id }) => id === 'b');
    const desk = open('<input id="a" class="x y" name="n" type="text"><input id="b">', {
      ...asked,
      telemetryScrubber,
    });
    type('#a', 'tea');
    type('#b', 'milk');
    expect(values(desk)).toEqual(['tea', '********']);
    expect(telemetryScrubber.mock.calls[0]).toEqual([
      {
        tagName: 'input',
        id: 'a',
        classes: ['x', 'y'],
        attributes: [
          { key: 'type', value: 'text' },
          { key: 'name', value: 'n' },
        ],
      },
    ]);
  });
});

test('the page handles its events as before', () => {
  const desk = open('<a href="#x">x</a>');
  const add = vi.spyOn(document, 'addEventListener');
  desk.stop();
  desk.configure();
  for (const [, , options] of add.mock.calls) {
    expect(options).toEqual({ capture: true, passive: true });
  }
  find('a').addEventListener('click', (event) => event.preventDefault());
  expect(happen(find('a'), 'click')).toBe(false);
});

test('an event that cannot be read is no event, and the page goes on', () => {
  const desk = open('<b></b>');
  const event = new Event('click', { bubbles: true });
  Object.defineProperty(event, 'composedPath', {
    value: () => {
      throw new Error('do not touch');
    },
  });
  const theirs = vi.fn();
  find('b').addEventListener('click', theirs);
  find('b').dispatchEvent(event);
  expect(theirs).toHaveBeenCalledTimes(1);
  expect(desk.entries()).toEqual([]);
});

test('stopped, it hears nothing', () => {
  const desk = open('<b></b>');
  desk.stop();
  happen(find('b'), 'click');
  expect(desk.entries()).toEqual([]);
});
