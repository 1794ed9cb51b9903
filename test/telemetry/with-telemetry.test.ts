import { expect, test } from 'vitest';
import type { Answer } from '../../src/shapes';
import { startDropIn } from '../support/drop-in';
import { turns } from '../support/fakes';

test('what waits for a server takes telemetry along as long as there is room for more', async () => {
  const world = startDropIn({ retryInterval: 1, maxRetries: 99 });
  const away: Answer = { status: 0 };
  world.answers.push(away, away);
  for (let i = 0; i < 20; i++) world.rollbar.error(`${i}`);
  await turns();
  const waiting = Object.values(world.storage.texts()).filter((text) => text.includes('"body"'));
  expect(waiting).toHaveLength(20);
  expect(waiting.filter((text) => text.includes('"telemetry"'))).toHaveLength(16);
  expect(world.rollbar.stats()).toMatchObject({ waiting: 20, dropped: {} });
});
