import { afterEach, expect, test, vi } from 'vitest';
import { withOriginals } from '../../demo/inspector/originals.js';
import type { Frame, Trace } from '../../src/items-api';

const built: Frame = { filename: 'http://127.0.0.1:5173/app.js', lineno: 1, colno: 14 };
const source: Frame = { filename: 'http://127.0.0.1:5173/cart.ts', lineno: 2, colno: 3 };
const traces: Trace[] = [{ exception: { class: 'Error' }, frames: [built, built] }];

/** What the collector answers, one after the other; an error is none. */
function answering(...answers: (unknown[][] | Error)[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return Response.json(answer);
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

test('frames that have an original are replaced by it, and asked for once', async () => {
  const asked = answering([[null, source]]);
  for (let time = 0; time < 2; time++) {
    const { traces: found, count } = await withOriginals('u 1', traces);
    expect(count).toBe(1);
    expect(found).toEqual([{ exception: { class: 'Error' }, frames: [built, source] }]);
  }
  expect(asked).toEqual(['/api/originals/u%201']);
});

test.each([
  ['no map could be reached', [[null, null]]],
  ['the collector was gone', new TypeError('gone')],
])('where %s it is asked again when somebody looks again', async (reason, first) => {
  answering(first, [[source, source]]);
  expect((await withOriginals(reason, traces)).count).toBe(0);
  expect((await withOriginals(reason, traces)).count).toBe(2);
});
