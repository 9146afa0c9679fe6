import { DEFAULT_CREATE_QUOTA } from '../../aws/default-quotas.ts';
import { createHeldRate } from './held-rate.ts';
import { LEAST_RATE, type Pace } from './pace.ts';

/** Where the search begins, calls a second: just below the default quota, which most accounts have. */
const FIRST_RATE = DEFAULT_CREATE_QUOTA - 1;

/**
 * This many admitted calls in a row prove a rate: one that is too high is throttled every other time, or more often.
 */
const SEARCH_PROOF_CALLS = 3;

/** As long as no rate was throttled, the next one is this many times the one that was proven. */
const SEARCH_RISE_FACTOR = 1.25;

/** As long as no rate was proven, the next one is this part of the one that was throttled. */
const SEARCH_FALL_PART = 0.6;

/** The search ends when what was throttled is no more than this many times what was proven: the hold finds the rest. */
const SEARCH_NEAR_FACTOR = 1.02;

/**
 * The pace against a bucket that holds one token or two: calls that are a little too fast are throttled every other
 * time, and tokens that nobody takes at once are lost, so counting calls says nothing about the quota. The fastest rate
 * that is not throttled is searched for, by halving, and held.
 *
 * @param start the rate to begin with, calls a second; {@link FIRST_RATE} when nothing is known
 * @param ceiling never faster than this
 */
export function createSinglePace(options: {
  readonly start: number | undefined;
  readonly ceiling: () => number;
}): Pace {
  const { ceiling } = options;
  const held = createHeldRate();
  let rate = options.start ?? FIRST_RATE;
  let isHolding = false;
  let fastestProven = 0;
  let slowestThrottled = Number.POSITIVE_INFINITY;
  /** Calls admitted since the last throttle or, in the search, at this rate. */
  let admittedCalls = 0;
  /**
   * Calls that were sent before this say nothing about this rate; none does until the first ones have been answered.
   */
  let since = Number.POSITIVE_INFINITY;

  const go = (to: number, now: number): void => {
    rate = Math.max(LEAST_RATE, Math.min(ceiling(), to));
    held.begin(rate);
    admittedCalls = 0;
    since = now;
  };
  const search = (now: number): void => {
    isHolding = slowestThrottled <= fastestProven * SEARCH_NEAR_FACTOR || (fastestProven > 0 && rate === ceiling());
    go(isHolding ? fastestProven : rateToTry(fastestProven, slowestThrottled), now);
  };

  return {
    rate: () => Math.min(rate, ceiling()),
    admitted({ call, now }) {
      if (call.sentAt < since) return;
      admittedCalls++;
      if (isHolding) {
        const underWay = (rate * (now - call.sentAt)) / 1_000;
        rate = Math.min(ceiling(), held.admitted(rate, { calls: admittedCalls, ms: now - since, underWay }));
        held.proven(rate);
      } else if (admittedCalls >= SEARCH_PROOF_CALLS) {
        fastestProven = rate;
        held.proven(rate);
        search(now);
      }
    },
    throttled({ call, now }) {
      if (call.sentAt < since) return 0;
      isHolding ||= fastestProven >= rate;
      if (isHolding) {
        go(held.throttled(rate), now);
      } else {
        slowestThrottled = rate;
        search(now);
      }
      return 0;
    },
    drained(now) {
      go(rate, now);
      return 1_000 / rate;
    },
    catchUpMs: 0,
    fellBehind: () => {},
    get quota() {
      return rate;
    },
    get isSure() {
      return isHolding;
    },
  };
}

/**
 * The rate to try next, between the fastest that was proven (0: none) and the slowest that was throttled (or Infinity).
 */
function rateToTry(fastestProven: number, slowestThrottled: number): number {
  if (slowestThrottled === Number.POSITIVE_INFINITY) return fastestProven * SEARCH_RISE_FACTOR;
  if (fastestProven === 0) return slowestThrottled * SEARCH_FALL_PART;
  return Math.sqrt(fastestProven * slowestThrottled);
}
