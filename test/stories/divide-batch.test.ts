import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestRate } from '../../src/issuance/request-rate.ts';
import { planShards } from '../../src/stories/divide-batch.ts';

describe('a plan', () => {
  it('divides the rate among the jobs that run at a time', () => {
    expect(planShards(10_000, 4, { kind: 'rate', perSecond: 15 })).toEqual({
      shards: ['1/4', '2/4', '3/4', '4/4'],
      parallel: 4,
      requestsPerSecond: '3.75',
    });
    expect(planShards(10_000, 3, { kind: 'share', share: 0.5 }).requestsPerSecond).toBe('16.666%');
    expect(planShards(10_000, 4, { kind: 'auto' }).requestsPerSecond).toBe('25%');
  });

  it('has more shards when one would last too long', () => {
    const { shards, parallel } = planShards(1_000_000, 2, { kind: 'rate', perSecond: 15 });
    expect(shards).toHaveLength(8);
    expect(parallel).toBe(2);
  });

  it('leaves no shard without a CSR to speak of', () => {
    expect(planShards(3, 4, { kind: 'auto' }).shards).toEqual(['1/1']);
    expect(planShards(60, 4, { kind: 'auto' }).shards).toEqual(['1/2', '2/2']);
  });

  it('says what does not fit', () => {
    expect(() => planShards(1_000_000, 4, { kind: 'rate', perSecond: 0.1 })).toThrow('do not fit');
  });

  it('never is faster than asked, and never lasts longer than a job may', () => {
    const rates = fc.oneof(
      fc.double({ min: 0.1, max: 1_000, noNaN: true }).map((perSecond): RequestRate => ({ kind: 'rate', perSecond })),
      fc.double({ min: 0.01, max: 1, noNaN: true }).map((share): RequestRate => ({ kind: 'share', share })),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 1, max: 256 }),
        rates,
        (csrs, wished, rate) => {
          const { shards, parallel, requestsPerSecond } = planShards(csrs, wished, rate);
          const each = Number.parseFloat(requestsPerSecond);
          expect(each * parallel).toBeLessThanOrEqual(
            (rate.kind === 'rate' ? rate.perSecond : rate.kind === 'share' ? rate.share * 100 : 100) + 1e-9,
          );
          expect(parallel).toBeLessThanOrEqual(shards.length);
          expect(shards.length).toBeLessThanOrEqual(256);
          const perSecond = rate.kind === 'rate' ? each : (each / 100) * 15;
          expect(csrs / shards.length / perSecond).toBeLessThan(6 * 3_600);
        },
      ),
    );
  });
});
