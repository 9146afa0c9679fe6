import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PacerMode } from '../../../src/issuance/pacer/protocol.ts';
import { type QuotaRun, type QuotaRunResult, runAgainstQuota } from './quota-run.ts';

const perSecond = (rate: number, burst = rate) => ({ ratePerSecond: rate, burst });
const known = (quota: number): PacerMode => ({ kind: 'known', quota });

async function expectPaced(run: QuotaRun, wallOverBound: number, throttledPercent: number): Promise<QuotaRunResult> {
  const result = await runAgainstQuota(run);
  expect(result.wallMs / result.boundMs).toBeLessThanOrEqual(wallOverBound);
  expect((result.throttled / run.calls) * 100).toBeLessThanOrEqual(throttledPercent);
  expect(result.stats).toMatchObject({ admitted: run.calls, inFlight: 0 });
  return result;
}

describe('an unknown quota is found and held', () => {
  for (const [rate, calls] of [
    [15, 600],
    [100, 3_000],
    [500, 15_000],
  ] as const) {
    it(`${rate} a second`, async () => {
      const { stats } = await expectPaced({ calls, quota: perSecond(rate), jitterMs: 2 }, 1.03, 2);
      expect(Math.abs((stats.quota ?? 0) / rate - 1)).toBeLessThan(0.02);
    });
  }

  it('without any burst', async () => {
    await expectPaced({ calls: 300, quota: perSecond(15, 1) }, 1.05, 3);
  });
});

describe('a quota that is known is used up, and its burst is found', () => {
  for (const [rate, calls] of [
    [15, 600],
    [100, 3_000],
    [500, 15_000],
  ] as const) {
    it(`${rate} a second`, async () => {
      await expectPaced({ calls, quota: perSecond(rate), jitterMs: 2, mode: known(rate) }, 1.02, 1);
    });
  }

  it('by a process that is busy at times', async () => {
    const quota = perSecond(100);
    await expectPaced({ calls: 3_000, quota, stallMs: 200, mode: known(100) }, 1.02, 2);
    await expectPaced({ calls: 3_000, quota, stallMs: 200 }, 1.03, 5);
  });

  it('of a service that is busy at times', async () => {
    for (const serviceStallMs of [200, 600]) {
      await expectPaced({ calls: 1_000, quota: perSecond(40), serviceStallMs }, 1.1, 6);
      await expectPaced({ calls: 3_000, quota: perSecond(100), serviceStallMs }, 1.1, 6);
    }
  });

  it('is not exceeded where it is not enforced', async () => {
    const { wallMs } = await runAgainstQuota({ calls: 600, quota: perSecond(1_000), mode: known(15) });
    // 3 seconds' worth of burst at most.
    expect(wallMs).toBeGreaterThan(((600 - 3 * 15 - 2) / 15) * 1_000);
  });
});

describe('a service that works off its queue slowly now and then, and a bucket that holds a minute of calls', () => {
  it('answers that take 16 s are no reason to wait for long', async () => {
    const { longestPauseMs, longestAnswerMs } = await runAgainstQuota({
      calls: 1_020,
      quota: perSecond(7.1, 736),
      latencyMs: 134,
      serviceSlow: { perCallMs: 104.2, longestMs: 3_846 },
      changes: [
        { at: 17_957, quota: perSecond(2.8, 736) },
        { at: 31_857, quota: perSecond(7.1, 736) },
      ],
      seed: 8,
    });
    expect(longestAnswerMs).toBeGreaterThan(15_000);
    // 2 latencies, 3 s, and 5 calls at the slowest quota.
    expect(longestPauseMs).toBeLessThan(268 + 3_000 + 5_000 / 2.8);
  });

  it('calls do not pile up in its queue, where all of them would be throttled at once', async () => {
    const result = await runAgainstQuota({
      calls: 719,
      quota: perSecond(12.3, 228),
      latencyMs: 10,
      serviceSlow: { perCallMs: 61.8, longestMs: 3_026 },
      changes: [
        { at: 9_755, quota: perSecond(16, 228) },
        { at: 29_992, quota: perSecond(12.3, 228) },
      ],
      seed: 10,
    });
    // The first are the price of finding out how much the bucket holds.
    expect(result.throttledAt.filter((at) => at > 15_000).length).toBeLessThanOrEqual(5 + 0.04 * 719);
  });
});

describe('a quota that changes is followed', () => {
  const halved = [
    { at: 8_000, quota: perSecond(50) },
    { at: 18_000, quota: perSecond(100) },
  ];

  it('halved for ten seconds, and then another client takes a third', async () => {
    const other = { perSecond: 33, from: 24_000, to: 600_000 };
    await expectPaced({ calls: 3_000, quota: perSecond(100), changes: halved, other }, 1.1, 4);
  });

  it('at the default quota', async () => {
    const changes = halved.map(({ at, quota }) => ({ at, quota: perSecond(quota.ratePerSecond * 0.15) }));
    await expectPaced({ calls: 600, quota: perSecond(15), changes }, 1.1, 4);
  });
});

describe('what the user set', () => {
  it('a rate is kept from the first call on, without a burst', async () => {
    const mode: PacerMode = { kind: 'fixed', perSecond: 5 };
    const { wallMs } = await expectPaced({ calls: 100, quota: perSecond(15), mode }, Number.POSITIVE_INFINITY, 0);
    expect(Math.abs(wallMs / 19_800 - 1)).toBeLessThan(0.02);
  });

  it('a rate above the quota is lowered to it', async () => {
    await expectPaced({ calls: 600, quota: perSecond(15), mode: { kind: 'fixed', perSecond: 50 } }, 1.05, 4);
  });

  it('a share of a quota that is not known is a share of what was found', async () => {
    const mode: PacerMode = { kind: 'auto', share: 0.5 };
    const { stats } = await runAgainstQuota({ calls: 1_500, quota: perSecond(100), mode });
    expect(stats.rate).toBeGreaterThan(45);
    expect(stats.rate).toBeLessThan(52);
  });
});

it('whatever the quota, the latency and the disturbance: always ends, never starves, hardly ever throttled', async () => {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const weather = fc.record({
    rate: between(Math.log(5), Math.log(400)).map(Math.exp),
    tokens: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 800 })),
    latencyMs: fc.integer({ min: 5, max: 300 }),
    jitter: between(0, 0.3),
    failing: between(0, 0.02),
    isKnown: fc.boolean(),
    stallMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
    slow: fc.option(fc.record({ load: between(0.3, 0.8), longestMs: fc.integer({ min: 500, max: 4_000 }) })),
    change: fc.option(fc.record({ at: fc.integer({ min: 5_000, max: 20_000 }), factor: between(0.4, 1.5) })),
    change2: fc.option(fc.integer({ min: 22_000, max: 35_000 })),
    other: fc.option(fc.record({ share: between(0, 0.15), from: fc.integer({ min: 5_000, max: 30_000 }) })),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  });
  await fc.assert(
    fc.asyncProperty(
      weather,
      async ({ rate, tokens, latencyMs, jitter, failing, isKnown, change, change2, slow, ...rest }) => {
        // A tenth of what is under way at least: below that, a single call too many is a dozen.
        const burst = Math.max(tokens, Math.floor((rate * latencyMs) / 10_000));
        const quota = perSecond(rate, burst);
        const changes = [
          ...(change === null ? [] : [{ at: change.at, quota: perSecond(rate * change.factor, burst) }]),
          ...(change2 === null ? [] : [{ at: change2, quota }]),
        ];
        // With one token in the bucket, whoever shares it is throttled by chance, at any pace.
        const other =
          rest.other === null || burst < 3
            ? undefined
            : { perSecond: rate * rest.other.share, from: rest.other.from, to: 900_000 };
        // What comes in bunches, because the process or the service is busy at times, is evened out by the bucket only.
        const evenedOutMs = ((burst - 1) * 500) / rate;
        const calls = Math.ceil(Math.min(3_000, burst + rate * 40));
        const result = await runAgainstQuota({
          calls,
          quota,
          latencyMs,
          // Nor helps any pace where the network shuffles calls more than the bucket evens out.
          jitterMs: Math.min(latencyMs * jitter, evenedOutMs),
          stallMs: Math.min(rest.stallMs, evenedOutMs),
          ...(slow === null
            ? {}
            : {
                serviceSlow: {
                  perCallMs: (1_000 * slow.load) / rate,
                  longestMs: Math.min(slow.longestMs, evenedOutMs),
                },
              }),
          failing,
          changes,
          seed: rest.seed,
          ...(other === undefined ? {} : { other }),
          ...(isKnown ? { mode: known(rate) } : {}),
        });
        expect(result.stats.admitted).toBe(calls);
        const least = rate * Math.min(1, change?.factor ?? 1) * 0.85;
        // 10 s and some calls to find the quota out with, at the start and after each change.
        const learningMs = Math.max(10_000, 100_000 / least);
        const warm = (result.throttledAt[0] ?? 0) + learningMs;
        const upsets = [...changes.map(({ at }) => at), ...(other === undefined ? [] : [other.from])];
        const settled = result.throttledAt.filter(
          (time) => time > warm && !upsets.some((at) => time > at && time < at + learningMs),
        );
        // Of about 10,000 random draws of each kind, one missed this: a bucket of 5 tokens with 10 calls under way (78
        // throttled, 65 allowed), and one of 25 s of calls before a service that is slow (32, 26 allowed).
        expect(settled.length).toBeLessThanOrEqual(5 + 0.04 * calls);
        expect(result.longestPauseMs).toBeLessThan(2 * latencyMs + 3_000 + 5_000 / least);
      },
    ),
    { numRuns: 200 },
  );
});
