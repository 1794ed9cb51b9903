import { defineConfig } from 'vitest/config';

const pure = ['test/*.test.ts', 'test/{core,browser,demo}/**/*.test.ts'];

/** Pure logic first, then the rules of the house, then what a visitor lives through. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: pure, restoreMocks: true } },
      { test: { name: 'house', include: ['test/house/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
