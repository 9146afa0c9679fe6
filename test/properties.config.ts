import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** `npm run properties`: the tests that draw their inputs, with a seed that no run has had, or with one: `-- --seed N`. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
      .filter((path) => readFileSync(join(import.meta.dirname, path), 'utf8').includes("from 'fast-check'"))
      .map((path) => path.replaceAll('\\', '/')),
    provide: { ...config.test?.provide, propertySeed: Number(process.env.STORY_SEED ?? '') },
  },
});
