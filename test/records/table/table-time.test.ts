import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTableTime } from '../../../src/records/table/table-time.ts';

const BEGIN = Date.UTC(2026, 10, 24);

describe('the time of a table', () => {
  it('lies between its two bounds, whatever the clocks, the delays and the sleep of the machine', () => {
    const step = fc.record({
      there: fc.nat(3_000),
      back: fc.nat(3_000),
      asleep: fc.constantFrom(0, 0, 0, 90_000),
      rest: fc.nat(60_000),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), fc.integer({ min: -1e7, max: 1e7 }), (steps, skew) => {
        let truth = BEGIN;
        let slept = 0;
        const time = createTableTime(
          () => truth - slept,
          () => truth + skew,
        );
        for (const { there, back, asleep, rest } of steps) {
          const sentAt = truth - slept;
          truth += there;
          const date = Math.floor(truth / 1_000) * 1_000;
          truth += back;
          time.observe(date, sentAt);
          expect(time.earliest()).toBeLessThanOrEqual(truth);
          expect(time.latest()).toBeGreaterThanOrEqual(truth);
          truth += asleep + rest;
          slept += asleep;
          expect(time.earliest()).toBeLessThanOrEqual(truth);
          expect(time.latest()).toBeGreaterThanOrEqual(truth);
        }
      }),
    );
  });

  it('is not known before an answer: nothing may be sent, and nothing taken over', () => {
    const time = createTableTime(
      () => BEGIN,
      () => BEGIN,
    );
    expect([time.earliest(), time.latest()]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});
