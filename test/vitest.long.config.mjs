import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.mjs';

/** The usual tests, and those that take minutes. */
export default mergeConfig(usual, {
  test: {
    projects: [
      {
        test: {
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 4 },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
