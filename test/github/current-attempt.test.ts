import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { watchAttempt } from '../../src/github/current-attempt.ts';
import { readContext } from '../../src/runner/context.ts';
import { createNetwork } from '../../src/runner/network.ts';
import { createInstantClock } from '../lib/instant-clock.ts';

const operation = 'GetWorkflowRun' as const;

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(() => emulator.close());

/** Why the attempt is not the current one any more; undefined when it still is after an hour. */
function lost(onSleep: (times: number) => void): Promise<string | undefined> {
  const env = { ...emulator.env, GITHUB_ACTIONS: 'true' };
  const log = { info() {}, stage() {}, endStage() {}, annotate() {} };
  return new Promise((resolve) => {
    let times = 0;
    const clock = createInstantClock(() => {
      onSleep(++times);
      if (times < 60) return;
      watch.stop();
      resolve(undefined);
    });
    const world = { context: readContext(env, '/', undefined), network: createNetwork({}), clock, log };
    const watch = watchAttempt(world, emulator.githubToken);
    watch.lost.addEventListener('abort', () => resolve(watch.lost.reason.message));
  });
}

it('an attempt stays the current one for as long as GitHub says so', async () => {
  expect(await lost(() => {})).toBeUndefined();
});

it('an attempt is not the current one any more when another has begun', async () => {
  expect(await lost((times) => times === 3 && emulator.rerun())).toContain('Attempt 2 of this workflow run has begun');
});

it('an attempt that has lost GitHub for five minutes does not count as the current one', async () => {
  expect(await lost((times) => times === 3 && emulator.rest.inject({ operation, kind: 'reset' }))).toContain(
    'could not be reached for five minutes',
  );
});

it('an attempt goes on when GitHub is out of reach for less than five minutes, or takes no more requests', async () => {
  expect(
    await lost((times) => {
      if (times === 3) emulator.rest.inject({ operation, kind: '502', count: 4 });
      if (times === 20) emulator.rest.inject({ operation, kind: '429', count: 10 });
    }),
  ).toBeUndefined();
});

it('an attempt whose token GitHub has ended is not the current one any more', async () => {
  expect(await lost((times) => times === 3 && emulator.rest.inject({ operation, kind: '401' }))).toContain(
    'its token is no longer valid',
  );
});

it('an attempt that may not ask GitHub is not watched', async () => {
  emulator.rest.inject({ operation, kind: '403' });
  const watched = await Promise.race([
    lost(() => {}),
    new Promise((resolve) => setTimeout(() => resolve('not watched'), 300)),
  ]);
  expect(watched).toBe('not watched');
});
