import type { AnswerTimes } from './answer-times.ts';
import { createBucketEstimate } from './bucket-estimate.ts';
import { LEAST_RATE, type Pace } from './pace.ts';

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
 * What is sent above the quota until the first throttle is known is lost: no more calls than this, and no more than this
 * part of a second's.
 */
const LOST = { calls: 3, part: 0.04 };

/**
 * More calls than the estimate allows, at a rate that far above it, say that the quota has risen: the rate grows by this
 * part a second from there. The throttle that ends it, so long after the one before, tells nothing of the quota in
 * between, which was another one at first. So the estimate begins again then, with this part of the rate.
 */
const RISEN = { above: 1.1, growth: 0.7, ageMs: 2_000, back: 0.8 };

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
 */
export function createBucketPace(options: {
  readonly start: number;
  readonly ceiling: () => number;
  readonly burst: number;
  readonly times: AnswerTimes;
  readonly now: number;
}): Pace {
  const { ceiling, burst, times } = options;
  const estimate = createBucketEstimate();
  const stock = Math.min(STOCK, burst - 1);
  let base = options.start;
  let quietSince = options.now;
  let lastThrottle = options.now;
  let calmMs: number = CALM_MS.least;
  let growth: number = GROWTH.most;
  let isRising = false;

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

  const rateAt = (now: number): number => {
    const quiet = Math.max(0, now - quietSince - calmMs) / 1_000;
    const grown = base * Math.exp(growth * quiet * (1 + quiet / GROWTH_DOUBLES_S));
    const seen = Math.max(base, estimate.low);
    const lost = Math.max(LOST.calls, seen * LOST.part);
    const most = Math.min(GROWN_MOST * seen, seen + (lost * 1_000) / (times.typicalMs ?? 0));
    return Math.max(LEAST_RATE, Math.min(ceiling(), Math.max(seen, Math.min(grown, most))));
  };

  return {
    rate: rateAt,
    admitted({ taken, admitted, now }) {
      const rate = rateAt(now);
      if (!estimate.admitted(taken, admitted) || rate < RISEN.above * base) return;
      isRising = true;
      base = rate;
      quietSince = now;
      calmMs = 0;
      growth = RISEN.growth;
    },
    throttled({ call, now, taken, admitted, echo }) {
      const wasAnother = isRising && taken.to - lastThrottle > RISEN.ageMs;
      isRising = false;
      lastThrottle = taken.to;
      if (wasAnother) {
        estimate.restart(taken, admitted);
        base = call.rate * RISEN.back;
        settle(now);
        return 'drain';
      }
      estimate.throttled(taken, admitted, echo);
      const { low, high } = estimate;
      if (high < Number.POSITIVE_INFINITY) {
        const middle = Math.min((low + high) / 2, Math.max(low, call.rate));
        base = Math.max(LEAST_RATE, Math.min(ceiling(), middle));
      }
      if (echo) return 0;
      settle(now);
      return stock + (base * times.blurMs) / 1_000;
    },
    drained(now) {
      settle(now);
      return 0;
    },
    get catchUpMs() {
      return Math.min(CATCH_UP.ms, (burst * CATCH_UP.burst * 1_000) / base);
    },
    // What was not sent has met no limit.
    missed(ms) {
      quietSince += ms;
    },
    get quota() {
      return Math.max(base, estimate.low);
    },
    get isSure() {
      return inexactness() < SURE;
    },
  };
}
