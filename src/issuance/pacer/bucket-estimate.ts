import type { Interval } from './pace.ts';

/** A moment at which the service's bucket was seen empty: a throttle. */
interface Mark {
  /** When the service took the call. */
  readonly taken: Interval;
  /** Calls admitted until then. */
  readonly admitted: number;
}

/** Marks that are kept, and for how long: older ones tell of a quota that may not hold any more. */
const MARKS = 64;
const MEMORY_MS = 60_000;

/** Two calls may pass each other on their way: n admitted calls may have been one more or less, and a bit. */
const COUNT_BLUR = 1.25;

/** Calls since a mark prove something only after this time; before, a few that passed each other would. */
const PROOF_MS = 100;

/** What is known of the service's token bucket. Rates in calls a second. */
export interface BucketEstimate {
  /** The quota lies between these; 0 and Infinity as long as nothing is known. */
  readonly low: number;
  readonly high: number;
  /** The time that the estimate rests on, milliseconds: it is exact to about one call in this time. */
  readonly spanMs: number;
  /** @param echo the call was sent before the throttle that came before was known */
  throttled(taken: Interval, admitted: number, echo: boolean): void;
  /**
   * May raise `low`.
   *
   * @returns whether more calls were admitted since the last throttle than the quota was thought to allow
   */
  admitted(taken: Interval, admitted: number): boolean;
  /** Forgets everything but that the bucket is empty now. */
  restart(taken: Interval, admitted: number): void;
}

/**
 * Estimates the rate of a token bucket from when it was empty.
 *
 * Between two moments at which the bucket held less than one token, it let through what flowed in, give or take one:
 * n calls admitted in t seconds mean a rate between (n - 1) / t and (n + 1) / t. Every mark of the past gives such an
 * interval, the older the narrower. They are intersected from the youngest to the oldest until one contradicts the
 * others: before that, the quota was another one. When exactly a call was taken is not known (its answer says when it
 * was sent and when it came back), so each interval is as wide as the times may be off.
 */
export function createBucketEstimate(): BucketEstimate {
  let marks: readonly Mark[] = [];
  let echoes = 0;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let spanMs = 0;

  const longest = (mark: Mark, taken: Interval): number => taken.to - mark.taken.from;
  const shortest = (mark: Mark, taken: Interval): number => taken.from - mark.taken.to;
  const atLeast = (calls: number, elapsed: number): number =>
    elapsed < PROOF_MS ? 0 : ((calls - COUNT_BLUR) * 1_000) / elapsed;
  const atMost = (calls: number, elapsed: number): number =>
    elapsed < PROOF_MS ? Number.POSITIVE_INFINITY : ((calls + COUNT_BLUR) * 1_000) / elapsed;

  const forget = (rest: readonly Mark[]): void => {
    marks = rest;
    low = 0;
    high = Number.POSITIVE_INFINITY;
    spanMs = 0;
  };

  return {
    get low() {
      return low;
    },
    get high() {
      return high;
    },
    get spanMs() {
      return spanMs;
    },
    throttled(taken, admitted, echo) {
      const past = marks.toReversed();
      forget([]);
      const agreeing: Mark[] = [];
      for (const mark of past) {
        const least = atLeast(admitted - mark.admitted, longest(mark, taken));
        const most = atMost(admitted - mark.admitted, shortest(mark, taken));
        if (least > high || most < low || longest(mark, taken) > MEMORY_MS) break;
        low = Math.max(low, least);
        high = Math.min(high, most);
        spanMs = Math.max(0, shortest(mark, taken));
        agreeing.unshift(mark);
      }
      // Of the throttles that come in a bunch, the first and the last tell everything.
      echoes = echo ? echoes + 1 : 0;
      marks = [...(echoes > 1 ? agreeing.slice(0, -1) : agreeing).slice(1 - MARKS), { taken, admitted }];
    },
    admitted(taken, admitted) {
      const last = marks.at(-1);
      if (last === undefined || shortest(last, taken) < PROOF_MS) return false;
      const least = atLeast(admitted - last.admitted, longest(last, taken));
      const hasRisen = least > high;
      if (hasRisen) forget([last]);
      low = Math.max(low, least);
      return hasRisen;
    },
    restart: (taken, admitted) => forget([{ taken, admitted }]),
  };
}
