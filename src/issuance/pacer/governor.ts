import type { CallOutcome, PacerMode, PacerStats } from './pacer.ts';

/** One call under way. */
export interface Call {
  readonly number: number;
  readonly at: number;
}

/** Calls that may be under way before the first answer: a small batch goes out at once. */
const FIRST_WINDOW = 5;

/** After a throttle the rate falls to this part of what it was; each second without one gives back `RISE` of it. */
const FALL = 0.8;
const RISE = 0.03;

/** The lowest rate, calls a second: slow enough for any quota, fast enough to notice that it has risen. */
const LEAST_RATE = 0.2;

/** Decides when the next call may start, from how the calls before it ended. Times in milliseconds. */
export interface Governor {
  /** The earliest time for the next call: -Infinity for at once, Infinity for "not before an answer". */
  earliest(): number;
  started(now: number): Call;
  answered(call: Call, outcome: CallOutcome, now: number): void;
  stats(): PacerStats;
}

/**
 * As long as nothing was throttled, the number of calls under way doubles with each round of answers. From the first
 * throttle on, calls are spaced evenly at a rate that starts from what was admitted until then, falls by a fifth at a
 * throttle, and rises by 3 % a second: additive increase, multiplicative decrease, as in TCP (RFC 5681). Throttles of
 * calls that were sent before the last fall say nothing new.
 */
export function createGovernor(mode: PacerMode, startMs: number): Governor {
  const ceiling =
    mode.kind === 'known' ? mode.quota : mode.kind === 'fixed' ? mode.perSecond : Number.POSITIVE_INFINITY;
  let rate = mode.kind === 'fixed' ? ceiling : undefined;
  let next = Number.NEGATIVE_INFINITY;
  let risenAt = startMs;
  let lastFall = -1;
  const counts = { sent: 0, admitted: 0, throttled: 0, failed: 0, inFlight: 0 };

  return {
    earliest() {
      if (rate !== undefined) return next;
      const window = Math.max(FIRST_WINDOW, counts.admitted);
      return counts.inFlight < window ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    },
    started(now) {
      if (rate !== undefined) {
        rate = Math.min(ceiling, rate * (1 + (RISE * (now - risenAt)) / 1_000));
        risenAt = now;
        next = Math.max(next, now) + 1_000 / rate;
      }
      counts.inFlight++;
      return { number: counts.sent++, at: now };
    },
    answered(call, outcome, now) {
      counts.inFlight--;
      counts[outcome]++;
      if (outcome !== 'throttled' || call.number <= lastFall) return;
      const admittedRate = counts.admitted / Math.max(1, (now - startMs) / 1_000);
      rate = Math.max(LEAST_RATE, Math.min(ceiling, rate === undefined ? admittedRate : rate * FALL));
      lastFall = counts.sent - 1;
      risenAt = now;
      next = now + 1_000 / rate;
    },
    stats: () => ({ ...counts, rate, quota: rate }),
  };
}
