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
          const sentAt = time.mark();
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

  it('lies between its two bounds when the machine sleeps while several requests are under way', () => {
    const event = fc.record({
      kind: fc.constantFrom('send', 'send', 'serve', 'serve', 'receive', 'receive', 'sleep'),
      which: fc.nat(3),
      later: fc.nat(2_000),
    });
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 4, maxLength: 40 }),
        fc.integer({ min: -1e7, max: 1e7 }),
        (all, skew) => {
          let truth = BEGIN;
          let slept = 0;
          const time = createTableTime(
            () => truth - slept,
            () => truth + skew,
          );
          const underWay: { readonly sentAt: number; date?: number }[] = [];
          for (const { kind, which, later } of all) {
            truth += later;
            if (kind === 'send') underWay.push({ sentAt: time.mark() });
            if (kind === 'sleep') {
              truth += 57_000;
              slept += 57_000;
            }
            const request = underWay[which % Math.max(1, underWay.length)];
            if (kind === 'serve' && request !== undefined) request.date ??= Math.floor(truth / 1_000) * 1_000;
            if (kind === 'receive' && request?.date !== undefined) {
              underWay.splice(underWay.indexOf(request), 1);
              time.observe(request.date, request.sentAt);
            }
            expect(time.earliest()).toBeLessThanOrEqual(truth);
            expect(time.latest()).toBeGreaterThanOrEqual(truth);
          }
        },
      ),
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
