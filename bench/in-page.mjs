/** What runs in the page; each function uses nothing from around it. */

/** Evaluates and starts a notifier: how long that takes, in milliseconds. */
export function begin({ code, start, origin, limits }) {
  const before = performance.now();
  (0, eval)(code);
  window.report = (0, eval)(start)(origin, limits);
  return performance.now() - before;
}

/** Reports errors of a kind: how long a call takes, in milliseconds. */
export function capture({ kind, count }) {
  const custom =
    kind === 'keys'
      ? Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`key${i}`, `value ${i}`]))
      : { order: 17 };
  const causes = kind === 'causes' ? 5 : 0;
  const make = (text) => {
    let error = new TypeError(text);
    for (let i = 0; i < causes; i++)
      error = new RangeError(`${text} because ${i}`, { cause: error });
    return error;
  };
  window.made = (window.made ?? 0) + count;
  let spent = 0;
  for (let i = 0; i < count; i++) {
    const error = make(`failure ${window.made + i}`);
    const before = performance.now();
    window.report(error, custom);
    spent += performance.now() - before;
  }
  return spent / count;
}

/** Fills what a notifier remembers of what has happened. */
export async function live() {
  document.body.innerHTML = '<main id="shop"><button class="buy now">buy</button></main>';
  for (let i = 0; i < 60; i++) console.log('step', i, { order: i, items: ['tea', 'cup'] });
  for (let i = 0; i < 30; i++) document.querySelector('button').click();
  for (let i = 0; i < 20; i++) history.pushState(null, '', `#${i}`);
  for (let i = 0; i < 10; i++) await (await fetch('/data')).text();
}

/** What everyday calls take, in microseconds each. */
export async function everyday() {
  document.body.innerHTML = '<main id="shop"><button class="buy now">buy</button></main>';
  const button = document.querySelector('button');
  button.addEventListener('click', () => undefined);
  const each = (count, act) => {
    const before = performance.now();
    for (let i = 0; i < count; i++) act(i);
    return ((performance.now() - before) / count) * 1000;
  };
  const requests = [];
  const fetched = (count) => each(count, () => requests.push(fetch('/data')));
  // Compiled first, as in a page that has run for a while.
  each(100, (i) => console.log('warm', i));
  each(100, () => button.click());
  fetched(5);
  const told = {
    log: each(300, (i) => console.log('step', i, { order: i })),
    click: each(300, () => button.click()),
    timer: each(300, () => clearTimeout(setTimeout(() => undefined, 1000))),
    listener: each(300, () => document.body.addEventListener('tea', () => undefined)),
    pushState: each(50, (i) => history.pushState(null, '', `#${i}`)),
    fetch: fetched(30),
  };
  await Promise.all(requests.map(async (request) => (await request).text()));
  return told;
}

/** Reports that many different errors, a hundred in each task, or as many as fit in the time. */
export async function storm({ count, withinMs }) {
  const end = performance.now() + withinMs;
  let i = 0;
  while (i < count && performance.now() < end) {
    for (let n = 0; n < 100; n++) window.report(new TypeError(`different ${i++}`), { order: i });
    await new Promise((resolve) => setTimeout(resolve));
  }
  return i;
}
