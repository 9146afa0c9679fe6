import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWriteBudget, GITHUB_WRITES, type Window } from '../../src/github/write-budget.ts';
import type { Clock } from '../../src/lib/clock.ts';

/** A clock on which only sleeping takes time. */
function createVirtualClock(): Clock {
  let time = 0;
  return {
    now: () => time,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      time += ms;
    },
  };
}

async function send(count: number, windows: readonly Window[]): Promise<readonly number[]> {
  const clock = createVirtualClock();
  const budget = createWriteBudget(windows, clock, new AbortController().signal, () => {});
  const times: number[] = [];
  for (let write = 0; write < count; write++) {
    await budget.acquire();
    times.push(clock.now());
  }
  return times;
}

function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + ms).length));
}

describe('the budget of writes', () => {
  it('lets a small batch go at once, and keeps a large one below what GitHub refuses', async () => {
    const times = await send(1_000, GITHUB_WRITES);
    expect(times[59]).toBe(0);
    expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(80);
    expect(mostWithin(times, 3_600_000)).toBeLessThanOrEqual(500);
    expect(times.at(-1)).toBeLessThan(3 * 3_600_000);
  });

  it('keeps every window', async () => {
    const window = fc.record({ count: fc.integer({ min: 1, max: 9 }), ms: fc.integer({ min: 1, max: 1_000 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(window, { minLength: 1, maxLength: 3 }), async (windows) => {
        const times = await send(40, windows);
        for (const { count, ms } of windows) expect(mostWithin(times, ms)).toBeLessThanOrEqual(count);
      }),
    );
  });

  it('waits for nothing without windows, and for no one once the job is cancelled', async () => {
    expect((await send(10, [])).at(-1)).toBe(0);
    const stop = new AbortController();
    const budget = createWriteBudget([{ count: 1, ms: 1 }], createVirtualClock(), stop.signal, () => {});
    await budget.acquire();
    stop.abort(new Error('cancelled'));
    await expect(budget.acquire()).rejects.toThrow('cancelled');
  });
});
