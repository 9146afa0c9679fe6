import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** `npm run simulate`: the simulation of issuance alone, with many more seeds than `npm test` plays, or one: `-- --seed N`. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['simulation/*.test.ts'],
    provide: { ...config.test?.provide, simulatedSchedules: 20_000, storySeed: Number(process.env.STORY_SEED ?? '') },
    testTimeout: 3_600_000,
  },
});
