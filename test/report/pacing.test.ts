import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/report/estimate.ts';
import { CHART_POINTS, pacingChart, pacingFacts } from '../../src/report/pacing.ts';
import { createThroughput } from '../../src/report/throughput.ts';

const stats = { rate: 15, quota: 15.02, sent: 609, admitted: 600, throttled: 9, failed: 0, inFlight: 0 };

function series(count: number, perSecond: number) {
  const throughput = createThroughput(CHART_POINTS);
  for (let n = 0; n < count; n++) throughput.add(5_000 + (n * 1_000) / perSecond);
  return throughput.read();
}

describe('throughput', () => {
  it('never takes more points than a chart has, and loses none', () => {
    for (const count of [1, 10, 1_000, 100_000]) {
      const read = series(count, 15);
      expect(read?.perSecond.length).toBeLessThanOrEqual(CHART_POINTS);
      expect(read?.total).toBe(count);
    }
  });

  it('is the rate, in every interval', () => {
    for (const value of series(5_000, 100)?.perSecond ?? []) expect(Math.abs(value / 100 - 1)).toBeLessThan(0.1);
  });

  it('has nothing to tell of nothing', () => {
    expect(createThroughput(CHART_POINTS).read()).toBeUndefined();
  });
});

it('the summary tells the rate, the quota and the throttled calls', () => {
  expect(pacingFacts({ stats, series: series(600, 15) })).toEqual([
    '- Created 15.0/s, quota 15.0/s, 9 of 609 calls throttled (1.5 %)',
  ]);
  expect(pacingFacts({ stats: { ...stats, sent: 0 }, series: undefined })).toEqual([]);
});

it('the chart is one that Mermaid takes, with a legend', () => {
  const lines = pacingChart({ stats, series: series(600, 15) }).split('\n');
  expect(lines[2]).toBe('🟦 created &nbsp; 🟧 the quota, 15.0/s');
  const chart = lines.slice(lines.indexOf('```mermaid') + 1);
  expect(chart[0]).toMatch(/^%%\{init: \{.*"plotColorPalette":"#[0-9a-f]{6}, #[0-9a-f]{6}".*\}%%$/);
  expect(chart[1]).toBe('xychart-beta');
  expect(chart[2]).toMatch(/^ {4}x-axis "seconds" 0 --> [\d.]+$/);
  expect(chart[3]).toMatch(/^ {4}y-axis "certificates a second" 0 --> \d+$/);
  expect(chart[4]).toMatch(/^ {4}bar \[[\d.]+(, [\d.]+)+\]$/);
  expect(chart[5]).toMatch(/^ {4}line \[15(, 15)+\]$/);
  expect(chart[6]).toBe('```');
  expect(pacingChart({ stats, series: series(3, 15) })).toBe('');
});

it('the estimate is in words', () => {
  expect(estimate(10_000, { kind: 'auto' })).toBe('10,000 CSRs at 15/s: about 11 min');
  expect(estimate(50_000, { kind: 'rate', perSecond: 2.5 })).toBe('50,000 CSRs at 2.5/s: about 5 h 33 min');
  expect(estimate(54_000, { kind: 'share', share: 0.5 })).toBe('54,000 CSRs at 7.5/s: about 2 h');
  expect(estimate(1, { kind: 'auto' })).toBe('1 CSR at 15/s: about 1 s');
  expect(estimate(0, { kind: 'auto' })).toBe('');
});
