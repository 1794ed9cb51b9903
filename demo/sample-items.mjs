/** Items of a shop that has a bad day: what the screenshot shows, and tests look through. */
import { randomUUID } from 'node:crypto';

/** @import { Body, Frame, Item, Level, TelemetryEntry } from '../src/items-api' */

const site = 'https://shop.example';

/**
 * A kind of item, how often it came, and how many minutes ago the last one did.
 * @typedef {{ level: Level, page: string, count: number, ago: number, body: (n: number) => Body }} Kind
 */

/** @type {Frame[]} */
const cartFrames = [
  { filename: `${site}/src/app.ts`, lineno: 31, colno: 5, method: 'start' },
  { filename: `${site}/src/checkout/page.ts`, lineno: 88, colno: 12, method: 'onPay' },
  {
    filename: `${site}/src/checkout/cart.ts`,
    lineno: 42,
    colno: 28,
    method: 'totalOf',
    code: '  return cart.rows.reduce((sum, row) => sum + priceOf(row, cart.currency), 0);',
    context: {
      pre: [
        '/** What is to be paid, in cents. */',
        'export function totalOf(cart: Cart): number {',
        '  // A cart that was shared by a link has its rows later.',
      ],
      post: ['}', '', 'function priceOf(row: Row, currency: Currency): number {'],
    },
  },
];

/** @type {Kind[]} */
const kinds = [
  {
    level: 'info',
    page: '/account/orders',
    count: 3,
    ago: 41,
    body: (n) => ({
      message: { body: `Order ${48_201 + n} was cancelled by the customer`, step: 3 },
    }),
  },
  {
    level: 'debug',
    page: '/',
    count: 1,
    ago: 38,
    body: () => ({ message: { body: 'Service worker 2.4.1 has taken over' } }),
  },
  {
    level: 'error',
    page: '/search?q=lamp',
    count: 9,
    ago: 22,
    body: (n) =>
      trace('SyntaxError', `Unexpected token '<', "<html>${n}" is not valid JSON`, 'search'),
  },
  {
    level: 'critical',
    page: '/checkout/pay',
    count: 4,
    ago: 12,
    body: (n) =>
      trace('PaymentError', `Card was charged, order ord_8fk2${n}x91mz is not stored`, 'pay'),
  },
  {
    level: 'warning',
    page: '/checkout/address',
    count: 17,
    ago: 6,
    body: (n) => ({ message: { body: `GET /api/postcodes/${10_115 + n} took ${2_000 + n} ms` } }),
  },
  {
    level: 'error',
    page: '/product/1182',
    count: 6,
    ago: 3,
    body: () => trace('ChunkLoadError', 'Loading chunk gallery failed', 'gallery'),
  },
  {
    level: 'error',
    page: '/checkout/pay',
    count: 23,
    ago: 0.2,
    body: () => ({
      trace_chain: [
        {
          exception: {
            class: 'TypeError',
            message: "Cannot read properties of undefined (reading 'reduce')",
          },
          frames: cartFrames,
        },
      ],
    }),
  },
];

/** @param {string} name @param {string} message @param {string} place @returns {Body} */
function trace(name, message, place) {
  const frames = [
    { filename: `${site}/src/app.ts`, lineno: 31, colno: 5, method: 'start' },
    { filename: `${site}/src/${place}.ts`, lineno: 17, colno: 9, method: `${place}Failed` },
  ];
  return { trace: { exception: { class: name, message }, frames } };
}

/** @param {number} at @param {string} page @returns {TelemetryEntry[]} */
function before(at, page) {
  /** @type {[number, Level, string, TelemetryEntry['body']][]} */
  const entries = [
    [38_200, 'info', 'navigation', { from: `${site}/cart`, to: site + page }],
    [
      12_400,
      'info',
      'dom',
      { subtype: 'input', element: 'input#email', value: 'a•••@shop.example' },
    ],
    [3_120, 'info', 'network', network('GET', '/api/cart/7f3a', 200, at - 3_120, 84)],
    [1_480, 'warning', 'log', { message: 'Currency is missing, EUR is taken' }],
    [610, 'info', 'dom', { subtype: 'click', element: 'button.pay > span' }],
    [240, 'error', 'network', network('POST', '/api/payments', 502, at - 240, 226)],
    [0, 'error', 'error', { message: "Cannot read properties of undefined (reading 'reduce')" }],
  ];
  return entries.map(([ago, level, type, body]) => ({
    level,
    type,
    source: 'client',
    timestamp_ms: at - ago,
    body,
  }));
}

/**
 * @param {string} method
 * @param {string} url
 * @param {number} status_code
 * @param {number} end_time_ms
 * @param {number} took
 */
function network(method, url, status_code, end_time_ms, took) {
  const start_time_ms = end_time_ms - took;
  return { subtype: 'fetch', method, url, status_code, start_time_ms, end_time_ms };
}

/**
 * The items, oldest first, each with the unix time in milliseconds at which it comes.
 * @param {number} now
 * @returns {{ at: number, item: Item }[]}
 */
export function sampleItems(now) {
  const items = kinds.flatMap((kind) =>
    Array.from({ length: kind.count }, (_, n) => {
      // The last one when it is said, those before further and further apart.
      const back = kind.count - 1 - n;
      const at = now - Math.round((kind.ago + (back * (back + 3)) / 9) * 60_000);
      return { at, item: itemOf(kind, n, at) };
    }),
  );
  return items.sort((a, b) => a.at - b.at);
}

/** @param {Kind} kind @param {number} n @param {number} at @returns {Item} */
function itemOf({ level, page, body }, n, at) {
  const said = body(n);
  return {
    access_token: 'POST_CLIENT_ITEM_TOKEN',
    data: {
      environment: 'production',
      level,
      timestamp: Math.floor(at / 1000),
      code_version: '4.12.0',
      platform: 'browser',
      language: 'javascript',
      uuid: randomUUID(),
      context: page.split('/')[1] || 'start',
      request: { url: site + page, user_ip: '$remote_ip' },
      person: { id: String(7_000 + n), username: 'anna' },
      custom: { cart: { id: '7f3a', rows: 3 + n, currency: null }, experiment: 'one-page' },
      client: { javascript: { browser: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0' } },
      notifier: { name: 'rollcage', version: '0.1.0' },
      body: 'message' in said ? said : { ...said, telemetry: before(at, page) },
    },
  };
}
