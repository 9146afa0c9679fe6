import { defineConfig } from 'vitest/config';

declare module 'vitest' {
  export interface ProvidedContext {
    /** How many seeds the simulation of issuance plays. */
    simulatedSchedules: number;
    /** How many runs of the built action are killed. */
    killedRuns: number;
    /** The one seed to play and to print; 0: all of them. */
    storySeed: number;
    /** The seed of every property; 0: drawn afresh. */
    propertySeed: number;
  }
}

export default defineConfig({
  // The language packages name source maps that they do not bring: a warning for each of their 90 files.
  logLevel: 'error',
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // GitHub's language packages import JSON in a way that Node does not take.
    server: { deps: { inline: [/@actions\/(workflow-parser|languageservice)/] } },
    provide: { simulatedSchedules: 2_000, killedRuns: 4, storySeed: 0, propertySeed: 20_261_127 },
    setupFiles: ['fixed-seed.ts'],
    // The end-to-end tests start processes of their own; more workers than cores only make them time out.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
