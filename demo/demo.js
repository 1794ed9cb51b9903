/** The demo page: one button for each way to break. */

/** @import { ApiResponse } from '../src/items-api' */
/** @typedef {(error: Error | null | undefined, response?: ApiResponse) => void} Callback */
/** @typedef {(...args: unknown[]) => { uuid: string } | undefined} LogMethod */

/** Asked for at each click, as the loaded notifier may take the snippet's place. */
function rollbar() {
  const page = /** @type {{ Rollbar?: { error: LogMethod, info: LogMethod } }} */ (globalThis);
  if (!page.Rollbar) throw new Error('The snippet has not made a Rollbar');
  return page.Rollbar;
}

/** @param {unknown} cart @returns {number} */
function totalOf(cart) {
  return pricesOf(cart).length;
}

/** @param {unknown} cart */
function pricesOf(cart) {
  return rowsOf(cart).map((row) => row.price);
}

/** @param {unknown} cart */
function rowsOf(cart) {
  return /** @type {{ rows: { price: number }[] }} */ (cart).rows;
}

function saveCart() {
  try {
    JSON.parse('{"cart":');
  } catch (cause) {
    const inner = new TypeError('The stored cart cannot be read', { cause });
    throw new Error('Could not save the cart', { cause: inner });
  }
}

/** @type {{ name: string, kinds: { name: string, code: string, run: () => unknown }[] }[]} */
const groups = [
  {
    name: 'Thrown and not caught',
    kinds: [
      {
        name: 'Three calls deep',
        code: 'totalOf → pricesOf → rowsOf',
        run: () => totalOf(undefined),
      },
      { name: 'With causes', code: 'new Error(…, { cause })', run: saveCart },
      {
        name: 'A string',
        code: "throw 'out of stock'",
        run() {
          throw 'out of stock';
        },
      },
      {
        name: 'In a timer',
        code: 'setTimeout(…)',
        run: () => setTimeout(() => totalOf(null), 100),
      },
      {
        name: 'A DOMException',
        code: "querySelector('[')",
        run: () => document.querySelector('['),
      },
    ],
  },
  {
    name: 'Rejected and not handled',
    kinds: [
      {
        name: 'An Error',
        code: 'Promise.reject(new RangeError(…))',
        run: () => void Promise.reject(new RangeError('The cart holds at most 99 items')),
      },
      {
        name: 'Not an Error',
        code: 'Promise.reject({ code: 17 })',
        run: () => void Promise.reject({ code: 17, reason: 'payment declined' }),
      },
    ],
  },
  {
    name: 'Reported by hand',
    kinds: [
      {
        name: 'An error with custom data',
        code: 'Rollbar.error(message, error, custom, callback)',
        run() {
          const error = new Error('The shelf is empty');
          const custom = { cart: { id: 17, items: ['apple', 'pear'] } };
          logUuid(rollbar().error('Could not fill the cart', error, custom, logResult));
        },
      },
      {
        name: 'A message',
        code: "Rollbar.info('Checkout opened')",
        run: () => logUuid(rollbar().info('Checkout opened', logResult)),
      },
    ],
  },
];

/** @param {{ uuid: string } | undefined} reported */
function logUuid(reported) {
  log(`Reported as ${reported?.uuid ?? '(no uuid was returned)'}`);
}

/** @type {Callback} */
function logResult(error, response) {
  if (error) log(`Callback: ${error}`, 'bad');
  else if (response?.err === 0) log(`Callback: accepted as ${response.result.uuid}`, 'good');
  else log(`Callback: ${JSON.stringify(response)}`);
}

/** @param {string} text @param {string} [kind] */
function log(text, kind = '') {
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString(undefined, { hour12: false });
  const what = document.createElement('span');
  what.className = kind;
  what.textContent = text;
  const line = document.createElement('li');
  line.append(time, what);
  document.getElementById('log')?.prepend(line);
  document.getElementById('log-empty')?.remove();
}

addEventListener('error', ({ message }) => log(`The page saw: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => {
  const said = reason instanceof Error ? String(reason) : JSON.stringify(reason);
  log(`The page saw a rejection: ${said}`);
});

for (const { name, kinds } of groups) {
  const heading = document.createElement('h2');
  heading.textContent = name;
  const group = document.createElement('div');
  group.className = 'group';
  for (const kind of kinds) {
    const title = document.createElement('b');
    title.textContent = kind.name;
    const code = document.createElement('code');
    code.textContent = kind.code;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'kind';
    button.append(title, code);
    button.addEventListener('click', () => {
      log(`${name}: ${kind.name}`);
      kind.run();
    });
    group.append(button);
  }
  const section = document.createElement('section');
  section.append(heading, group);
  document.getElementById('kinds')?.append(section);
}
