import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { getRunStart } from '../../src/github/run-start.ts';
import { readContext } from '../../src/runner/context.ts';
import { createNetwork } from '../../src/runner/network.ts';
import { createInstantClock } from '../lib/instant-clock.ts';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(() => emulator.close());

const operation = 'GetWorkflowRun' as const;

function ask(waiting: Parameters<typeof getRunStart>[2] = { clock: createInstantClock() }) {
  const world = { context: readContext(emulator.env, '/', undefined), network: createNetwork({}) };
  return getRunStart(world, emulator.githubToken, waiting);
}

it.each(['500', '502', '429', 'reset'] as const)('the begin of a run is asked for again after %s', async (kind) => {
  emulator.rest.inject({ operation, kind, count: 3 });
  const clock = createInstantClock();
  expect(await ask({ clock })).toBeGreaterThan(0);
  expect(clock.slept).toEqual([1_000, 2_000, 4_000]);
});

it('the begin of a run is asked for four times at most', async () => {
  emulator.rest.inject({ operation, kind: '500' });
  await expect(ask()).rejects.toMatchObject({ code: 'run-start', message: expect.stringContaining('(500 ') });
  expect(emulator.rest.counters[operation].calls).toBe(4);
});

it.each(['401', '403', '404'] as const)('the begin of a run is not asked for again after %s', async (kind) => {
  emulator.rest.inject({ operation, kind });
  await expect(ask()).rejects.toMatchObject({ code: 'run-start', message: expect.stringContaining(`(${kind} `) });
  expect(emulator.rest.counters[operation].calls).toBe(1);
});

it('a cancel ends the wait for the begin of a run', async () => {
  emulator.rest.inject({ operation, kind: '500' });
  const stop = new AbortController();
  const clock = createInstantClock(() => stop.abort('cancelled'));
  await expect(ask({ clock, signal: stop.signal })).rejects.toBe('cancelled');
  expect(emulator.rest.counters[operation].calls).toBe(1);
});

it('a cancel ends a call that is not answered', async () => {
  emulator.rest.inject({ operation, kind: 'hang' });
  const stop = new AbortController();
  const asked = ask({ clock: createInstantClock(), signal: stop.signal });
  setImmediate(() => stop.abort('cancelled'));
  await expect(asked).rejects.toBe('cancelled');
});
