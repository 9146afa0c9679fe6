import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenBucket } from '../../src/emulator/token-bucket.ts';

const quotas = fc.record({ ratePerSecond: fc.integer({ min: 1, max: 1_000 }), burst: fc.integer({ min: 1, max: 50 }) });
const pauses = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 });

test('lets through no more than burst and refill allow, and no less when asked all the time', () => {
  fc.assert(
    fc.property(quotas, pauses, (quota, steps) => {
      let now = 0;
      const bucket = createTokenBucket(quota, () => now);
      let taken = 0;
      for (const step of steps) {
        while (bucket.take()) taken++;
        now += step;
      }
      while (bucket.take()) taken++;
      const flowed = (now / 1_000) * quota.ratePerSecond;
      expect(taken).toBeLessThanOrEqual(quota.burst + flowed + 1e-6);
      // What flows over a full bucket is lost, which takes a pause longer than filling it.
      const fill = (quota.burst / quota.ratePerSecond) * 1_000;
      if (steps.every((step) => step <= fill - 1_000 / quota.ratePerSecond)) {
        expect(taken).toBeGreaterThanOrEqual(Math.floor(quota.burst + flowed - 1e-6));
      }
    }),
  );
});

test('keeps the tokens there are when the quota changes', () => {
  let now = 0;
  const bucket = createTokenBucket({ ratePerSecond: 10, burst: 5 }, () => now);
  for (let n = 0; n < 5; n++) expect(bucket.take()).toBe(true);
  bucket.change({ ratePerSecond: 1, burst: 100 });
  expect(bucket.take()).toBe(false);
  now += 2_000;
  expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, false]);
});
