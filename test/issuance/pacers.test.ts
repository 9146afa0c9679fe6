import { expect, it } from 'vitest';
import { createTokenBucket } from '../../src/emulator/token-bucket.ts';
import { createPacers, type Pacers } from '../../src/issuance/pacers.ts';
import { pacerMode, shareOf } from '../../src/issuance/request-rate.ts';
import { createVirtualClock } from '../simulation/virtual-clock.ts';

const CALLS = 2_000;
const QUOTA = 100;
const HALF = { kind: 'share', share: 0.5 } as const;

/** Seconds that calls of one operation take against a quota of their own. */
async function secondsFor(operation: keyof Pacers, createQuota: number | undefined): Promise<number> {
  const virtual = createVirtualClock(0);
  const bucket = createTokenBucket({ ratePerSecond: QUOTA, burst: QUOTA }, virtual.now);
  const mode = await pacerMode(HALF, CALLS, async () => createQuota);
  const pacer = createPacers(virtual.process(), { create: mode, share: shareOf(HALF) })[operation];
  let done = 0;
  const call = async (): Promise<void> => {
    const permit = await pacer.acquire();
    await new Promise<void>((resolve) => virtual.at(virtual.now() + 20, resolve));
    const admitted = bucket.take();
    permit.done(admitted ? 'admitted' : 'throttled');
    if (admitted) done++;
    else await call();
  };
  void Promise.all(Array.from({ length: CALLS }, call));
  await virtual.run(() => done === CALLS);
  return virtual.now() / 1_000;
}

const cases = (['create', 'list', 'describe', 'update'] as const).flatMap((operation) => [
  [operation, 'known', QUOTA] as const,
  [operation, 'not known', undefined] as const,
]);

it.each(cases)(
  'with 50%%, calls of %s take half of their quota where that of create is %s',
  async (operation, _, quota) => {
    const seconds = await secondsFor(operation, quota);
    const atHalf = CALLS / (QUOTA / 2);
    // A quota that has to be found is met at full speed at first.
    expect(seconds).toBeGreaterThan(0.8 * atHalf);
    expect(seconds).toBeLessThan(1.1 * atHalf);
  },
);
