import { expect, test } from 'vitest';
import type { Answer, Effects } from '../../src/shapes';
import { light } from '../../src/telemetry/leaving';
import { later } from '../support/fakes';

/** Effects that note what is sent, and answer when told to. */
function noting(): { send: Effects['send']; sent: string[]; answerAll(): void } {
  const sent: string[] = [];
  const open: ((answer: Answer) => void)[] = [];
  const { send } = light({
    send(item) {
      const { promise, resolve } = later<Answer>();
      sent.push(item);
      open.push(resolve);
      return promise;
    },
  } as Partial<Effects> as Effects);
  return {
    send,
    sent,
    answerAll: () => open.splice(0).forEach((answer) => answer({ status: 200 })),
  };
}

/** An item, a third of what may leave before telemetry stays behind. */
const item = JSON.stringify({
  access_token: 't',
  data: { body: { message: { body: 'x' }, telemetry: ['e'.repeat(4_500)] }, level: 'error' },
});
const bare = '{"access_token":"t","data":{"body":{"message":{"body":"x"}},"level":"error"}}';

const post = ({ send }: { send: Effects['send'] }, isLeaving: boolean): unknown =>
  send(item, 'https://a.example', 1, isLeaving);

test('items that leave with the page leave telemetry behind when it gets tight', () => {
  const effects = noting();
  for (let i = 0; i < 5; i++) post(effects, true);
  expect(effects.sent).toEqual([item, item, item, bare, bare]);
});

test('what is under way already counts', () => {
  const effects = noting();
  for (let i = 0; i < 3; i++) post(effects, false);
  post(effects, true);
  expect(effects.sent).toEqual([item, item, item, bare]);
});

test('what has been answered for does not', async () => {
  const effects = noting();
  for (let i = 0; i < 3; i++) post(effects, true);
  effects.answerAll();
  await new Promise((resolve) => setTimeout(resolve));
  post(effects, true);
  expect(effects.sent).toEqual([item, item, item, item]);
});

test('one alone leaves whole, however much it has', () => {
  const effects = noting();
  const whole = item.replace('eee', 'e'.repeat(20_000));
  void effects.send(whole, 'https://a.example', 1, true);
  post(effects, true);
  expect(effects.sent).toEqual([whole, bare]);
});

test('a page that is being hidden, and sends all at once, may not come back either', () => {
  const effects = noting();
  for (let i = 0; i < 5; i++) post(effects, false);
  expect(effects.sent).toEqual([item, item, item, bare, bare]);
});

test('as long as the page is seen, items stay whole', async () => {
  const effects = noting();
  const whole = item.replace('eee', 'e'.repeat(20_000));
  for (let i = 0; i < 3; i++) {
    void effects.send(whole, 'https://a.example', 1, false);
    void effects.send(whole, 'https://a.example', 1, false);
    effects.answerAll();
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(effects.sent).toEqual(Array(6).fill(whole));
});

test('what cannot be read leaves as it is', () => {
  const effects = noting();
  for (let i = 0; i < 3; i++) post(effects, true);
  void effects.send('no item', 'https://a.example', 1, true);
  expect(effects.sent).toContain('no item');
});
