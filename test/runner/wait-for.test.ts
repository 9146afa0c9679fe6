import { expect, it } from 'vitest';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { waitFor } from '../../src/runner/wait-for.ts';
import { createInstantClock } from '../lib/instant-clock.ts';

const never = new Promise<never>(() => {});

function wait<T>(
  work: Promise<T>,
  limitMs: number,
  signal = new AbortController().signal,
  clock = createInstantClock() as Clock,
) {
  const lines: string[] = [];
  const log = { info: (line: string) => void lines.push(line) };
  return { lines, result: waitFor('the service', work, { clock, log, signal, limitMs }) };
}

it('a wait that has no answer ends at its limit, and is in the log until then', async () => {
  const { lines, result } = wait(never, 60_000);
  await expect(result).rejects.toThrow('no answer within 1 min 0 s');
  expect(lines).toEqual([
    'Waiting for the service: 5 s so far, 1 min 0 s at most',
    'Waiting for the service: 35 s so far, 1 min 0 s at most',
  ]);
});

it('a wait that is answered says nothing', async () => {
  const { lines, result } = wait(Promise.resolve('answer'), 60_000, new AbortController().signal, systemClock);
  expect(await result).toBe('answer');
  expect(lines).toEqual([]);
});

it('a wait that is given up ends with the reason', async () => {
  const reason = new Error('cancelled');
  await expect(wait(never, 60_000, AbortSignal.abort(reason)).result).rejects.toBe(reason);
});
