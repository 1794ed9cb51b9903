import { defineConfig } from 'vitest/config';

const pure = [
  'test/*.test.ts',
  'test/{bench,core,browser,snippet,demo,integrations,telemetry}/**/*.test.ts',
];

/** Pure logic first, then the rules of the house, then what a visitor lives through. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: pure, restoreMocks: true, sequence: { groupOrder: 1 } } },
      {
        test: {
          name: 'house',
          include: ['test/house/**/*.test.ts'],
          testTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
