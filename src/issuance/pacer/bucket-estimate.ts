import type { Interval } from './pace.ts';

/** A moment at which the service's bucket was seen empty: a throttle. */
interface EmptyMoment {
  /** When the service took the throttled call. */
  readonly taken: Interval;
  /** Calls admitted until then. */
  readonly admittedCalls: number;
}

/**
 * How many moments are kept. At a throttle in a hundred calls they reach back thousands of calls; more would add
 * nothing.
 */
const MOMENTS = 64;

/** How long a moment is used. Over a minute the estimate is exact to a call a minute; an older quota may be gone. */
const MOMENT_MAX_AGE_MS = 60_000;

/**
 * Two calls may overtake each other on their way, so a count of admitted calls may be wrong by 1. The quarter is for
 * times that are a little more wrong than their {@link Interval} says.
 */
const COUNT_BLUR_CALLS = 1.25;

/** In a time shorter than this, a few calls that overtook each other would look like another quota. */
const PROOF_MIN_MS = 100;

/** What is known of the service's token bucket. Rates in calls a second. */
export interface BucketEstimate {
  /** The quota lies between these two; 0 and Infinity as long as nothing is known. */
  readonly low: number;
  readonly high: number;
  /** The time that the estimate rests on, milliseconds: it is exact to about one call in this time. */
  readonly spanMs: number;
  /** @param isRepeat the call was sent before the throttle before it was known */
  throttled(taken: Interval, admittedCalls: number, isRepeat: boolean): void;
  /**
   * May raise `low`.
   *
   * @returns whether more calls were admitted since the last throttle than the quota was thought to allow
   */
  admitted(taken: Interval, admittedCalls: number): boolean;
  /** Forgets everything except that the bucket is empty now. */
  restart(taken: Interval, admittedCalls: number): void;
}

/**
 * Estimates the rate of a token bucket from the times at which it was empty.
 *
 * Between two moments at which the bucket held less than one token, it let through what flowed in, give or take one:
 * n calls admitted in t seconds mean a rate between (n - 1) / t and (n + 1) / t. Every moment of the past gives such an
 * interval, and the older it is, the narrower. They are intersected from the youngest to the oldest until one
 * contradicts the others: before that one, the quota was another. The exact time at which a call was taken is not known
 * (only when it was sent and when its answer came), so each interval is as wide as the times may be wrong.
 */
export function createBucketEstimate(): BucketEstimate {
  let moments: readonly EmptyMoment[] = [];
  /** Repeats in a row. */
  let repeats = 0;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let spanMs = 0;

  const startAgain = (rest: readonly EmptyMoment[]): void => {
    moments = rest;
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
    throttled(taken, admittedCalls, isRepeat) {
      const past = moments.toReversed();
      startAgain([]);
      const agreeing: EmptyMoment[] = [];
      for (const moment of past) {
        const least = leastRate(moment, taken, admittedCalls);
        const most = mostRate(moment, taken, admittedCalls);
        if (least > high || most < low || longestMs(moment, taken) > MOMENT_MAX_AGE_MS) break;
        low = Math.max(low, least);
        high = Math.min(high, most);
        spanMs = Math.max(0, shortestMs(moment, taken));
        agreeing.unshift(moment);
      }
      // Of throttles that come together, the first and the last say everything.
      repeats = isRepeat ? repeats + 1 : 0;
      moments = [...(repeats > 1 ? agreeing.slice(0, -1) : agreeing).slice(1 - MOMENTS), { taken, admittedCalls }];
    },
    admitted(taken, admittedCalls) {
      const last = moments.at(-1);
      if (last === undefined || shortestMs(last, taken) < PROOF_MIN_MS) return false;
      const least = leastRate(last, taken, admittedCalls);
      const hasRisen = least > high;
      if (hasRisen) startAgain([last]);
      low = Math.max(low, least);
      return hasRisen;
    },
    restart: (taken, admittedCalls) => startAgain([{ taken, admittedCalls }]),
  };
}

/** The longest time there may have been between a moment and a call. */
function longestMs(moment: EmptyMoment, taken: Interval): number {
  return taken.to - moment.taken.from;
}

/** The shortest time there may have been between a moment and a call. */
function shortestMs(moment: EmptyMoment, taken: Interval): number {
  return taken.from - moment.taken.to;
}

function leastRate(moment: EmptyMoment, taken: Interval, admittedCalls: number): number {
  const elapsedMs = longestMs(moment, taken);
  const calls = admittedCalls - moment.admittedCalls - COUNT_BLUR_CALLS;
  return elapsedMs < PROOF_MIN_MS ? 0 : (calls * 1_000) / elapsedMs;
}

function mostRate(moment: EmptyMoment, taken: Interval, admittedCalls: number): number {
  const elapsedMs = shortestMs(moment, taken);
  const calls = admittedCalls - moment.admittedCalls + COUNT_BLUR_CALLS;
  return elapsedMs < PROOF_MIN_MS ? Number.POSITIVE_INFINITY : (calls * 1_000) / elapsedMs;
}
