import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** `npm run kills`: killed and cancelled runs of the built action, many more than `npm test` plays, or one: `-- --seed N`. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['kills/*.test.ts'],
    provide: { ...config.test?.provide, killedRuns: 200, storySeed: Number(process.env.STORY_SEED ?? '') },
    testTimeout: 7_200_000,
  },
});
