import { createBucketEstimate } from './bucket-estimate.ts';
import { FIRST_GUESS, LEAST_RATE, type Pace } from './pace.ts';

/**
 * Tokens that are left in the bucket on purpose: calls that come a little early use them, and so does a quota that was
 * estimated a little too high. They are used up by and by, so they cost nothing but their own time at the end.
 */
const STOCK = 2;

/**
 * After a throttle the rate is held for a while: as long as it takes to send so many calls, which keeps the throttles
 * that looking for more costs below one in a hundred, and within these bounds; while the estimate is young, as long as
 * it is old.
 */
const CALM_CALLS = 180;
const CALM_MS = { least: 40, shortest: 2_000, longest: 24_000 };

/** Then it grows, by this part a second at first; faster as long as the estimate is less exact than that. */
const GROWTH = { least: 0.1, most: 1.5 };
/** The growth itself has grown by once as much after so many seconds: a quota that came back is found soon. */
const GROWTH_DOUBLES_S = 3;
/** And never farther than this above what has been seen: tokens that were saved up meanwhile let it run on. */
const GROWN_MOST = 2;

/**
 * A throttle at a rate so far above the estimate, so long after the one before, after so many calls more than the
 * estimate and the stock allow, says that the quota was another one for some time.
 */
const FAR_ABOVE = { rate: 1.3, ageMs: 2_000, calls: 3 };
/** Where to begin again then: what was reached is too much, though not by far. */
const BACK_FROM_FAR = 0.8;

/** Calls that are late, because the process was busy, are caught up with: so many milliseconds, and part of the burst. */
const CATCH_UP = { ms: 250, burst: 1 / 4 };

/** Half the width of the estimate's interval, as a part of its middle, below which it counts as sure. */
const SURE = 0.03;

/**
 * The pace against a bucket that holds some tokens: evenly at the estimated quota, after a while a little faster, until
 * a throttle corrects the estimate. One throttle is about one call too many, whatever the rate, so a throttle in a
 * hundred calls is the price of missing nothing.
 *
 * @param ceiling never faster than this
 * @param burst how many tokens the bucket held at first
 * @param blurMs how far times may be off
 */
export function createBucketPace(options: {
  readonly start: number | undefined;
  readonly ceiling: () => number;
  readonly burst: number;
  readonly blurMs: () => number;
  readonly now: number;
}): Pace {
  const { ceiling, burst, blurMs } = options;
  const estimate = createBucketEstimate(blurMs);
  const stock = Math.min(STOCK, burst - 1);
  let base = options.start ?? FIRST_GUESS;
  let quietSince = options.now;
  /** The last throttle. */
  let last = { at: options.now, admitted: 0 };
  let calmMs: number = CALM_MS.least;
  let growth: number = GROWTH.most;

  const inexactness = (): number => {
    const { low, high } = estimate;
    return high === Number.POSITIVE_INFINITY ? 1 : (high - low) / (high + low);
  };
  const settle = (now: number): void => {
    const longest = Math.max(CALM_MS.shortest, Math.min(CALM_MS.longest, (CALM_CALLS * 1_000) / base));
    quietSince = now;
    calmMs = Math.max(CALM_MS.least, Math.min(longest, estimate.spanMs));
    growth = Math.max(GROWTH.least, Math.min(GROWTH.most, (inexactness() * 1_000) / calmMs));
  };

  return {
    rate(now) {
      const quiet = Math.max(0, now - quietSince - calmMs) / 1_000;
      const grown = base * Math.exp(growth * quiet * (1 + quiet / GROWTH_DOUBLES_S));
      const seen = Math.max(base, estimate.low);
      return Math.max(LEAST_RATE, Math.min(ceiling(), Math.max(seen, Math.min(grown, GROWN_MOST * seen))));
    },
    admitted({ takenAt, admitted }) {
      estimate.admitted(takenAt, admitted);
    },
    throttled({ call, now, takenAt, admitted, echo }) {
      const isOld = takenAt - last.at > FAR_ABOVE.ageMs;
      const beyond = admitted - last.admitted - (base * (takenAt - last.at)) / 1_000 - stock;
      const isFarAbove = isOld && beyond > FAR_ABOVE.calls && call.rate > FAR_ABOVE.rate * base;
      last = { at: takenAt, admitted };
      estimate.throttled(takenAt, admitted, echo);
      if (!echo && isFarAbove) {
        estimate.restart(takenAt, admitted);
        base = call.rate * BACK_FROM_FAR;
        settle(now);
        return 'drain';
      }
      const { low, high } = estimate;
      if (high < Number.POSITIVE_INFINITY) base = Math.max(LEAST_RATE, Math.min(ceiling(), (low + high) / 2));
      if (echo) return 0;
      settle(now);
      return stock + (base * blurMs()) / 1_000;
    },
    drained(now) {
      settle(now);
      return 0;
    },
    get catchUpMs() {
      return Math.min(CATCH_UP.ms, (burst * CATCH_UP.burst * 1_000) / base);
    },
    get quota() {
      return Math.max(base, estimate.low);
    },
    get isSure() {
      return inexactness() < SURE;
    },
  };
}
