import type { AnswerTimes } from './answer-times.ts';
import { type BucketEstimate, createBucketEstimate } from './bucket-estimate.ts';
import { LEAST_RATE, type Pace } from './pace.ts';
import { createRateGrowth } from './rate-growth.ts';

/**
 * Tokens that are left in the bucket on purpose. Calls that come a little early use them, and so does a quota that was
 * estimated a little too high. They are used up by and by, so they cost nothing but their own time at the end. With one
 * token, the default quota that is halved and restored takes 1.12 times the bound instead of 1.04.
 */
const RESERVE_TOKENS = 2;

/**
 * The reserve is waited for no longer than this: right after the quota was met, the estimate may be far too low, and
 * two tokens at a tenth of the true rate would be a long pause. At one call a second and more it changes nothing.
 */
const RESERVE_MAX_MS = 2_000;

/**
 * The reserve grows by what flows in while times may be wrong, but by no more than this time. While a service works off
 * a queue of many seconds, times are wrong by as much, and a pause that long would use nothing of the quota.
 */
const BLUR_MAX_MS = 1_000;

/**
 * After a throttle the rate is held for the time in which it sends this many calls, so that less than one call in a
 * hundred is throttled by looking for more. With 90, 1.9 % of all calls are throttled at 15 a second instead of 1.6 %;
 * with 360, a quota that has risen is found later.
 */
const HOLD_CALLS = 180;

/**
 * A young estimate is held only for as long as the time it rests on, which is 0 after the first throttle, and at least
 * this long. It is less than an answer takes: the first estimate is often half of the quota and is to be left at once.
 */
const HOLD_MIN_MS = 40;

/**
 * Large quotas are held for at least this long, since there looking for more loses as many calls as {@link LOST_MS}
 * says.
 */
const HOLD_LIMIT_MIN_MS = 2_000;

/**
 * Small quotas are held for no longer than this: at 5 a second, 180 calls would be 36 s, too late for one that has
 * risen.
 */
const HOLD_LIMIT_MAX_MS = 24_000;

/**
 * Then the rate grows by at least this part a second: it is 10 % above the estimate after 0.8 s, where a throttle ends
 * it.
 */
const GROWTH_MIN_PER_S = 0.1;

/**
 * It grows faster as long as the estimate is inexact, up to this: a first estimate of half the quota is doubled in 0.4
 * s.
 */
const GROWTH_MAX_PER_S = 1.5;

/**
 * The rate never grows beyond this many times what has been proven: where tokens were saved up meanwhile, nothing else
 * would end it. With a factor of 4, a service that stands still now and then throttles 6.2 % instead of 5.6 %.
 */
const GROWN_MAX_FACTOR = 2;

/**
 * What is sent above the quota until the first throttle is known is lost. It is no more than this many calls: with 6, a
 * bucket of 5 tokens throttles 6.0 % of the calls instead of 4.7 %.
 */
const LOST_MIN_CALLS = 3;

/**
 * For large quotas it is what the quota allows in this time: a fixed number of calls would be an ever smaller part of
 * the quota, and one that has risen would be found ever later.
 */
const LOST_MS = 40;

/**
 * More calls were admitted than the estimate allows, at a rate that is at least this many times the estimate: then the
 * quota has risen. Closer to the estimate it may as well be tokens of the reserve; with 1.2, a quota that is halved and
 * restored takes 1.07 times the bound instead of 1.06.
 */
const RISEN_MIN_FACTOR = 1.1;

/**
 * A quota that has risen is followed by this part a second, which doubles the rate in 0.8 s. With half of it, a quota
 * that is halved and restored takes 1.07 times the bound instead of 1.06.
 */
const RISEN_GROWTH_PER_S = 0.7;

/**
 * The throttle that ends the rise says nothing about the quota when it comes this long after the throttle before: in a
 * part of that time the quota was still the old one. So the estimate begins again.
 */
const RISEN_MIN_MS = 2_000;

/** It begins again with this part of the rate that was throttled, so that the calls still under way find tokens. */
const RISEN_BACK_PART = 0.8;

/**
 * Calls that are late by up to this time, because the process was busy, are caught up with. With 125 ms, a service that
 * stands still for 600 ms now and then takes 1.06 times the bound instead of 1.04; with 500 ms, 4.3 % of its calls are
 * throttled instead of 1.7 %.
 */
const CATCH_UP_MAX_MS = 250;

/** They use no more than this part of the burst, since the bucket is seldom full while calls go at its rate. */
const CATCH_UP_BURST_PART = 1 / 4;

/** The estimate counts as sure below this {@link inexactness}: a share of it is then right to 3 %. */
const SURE_INEXACTNESS = 0.03;

/**
 * The pace against a bucket that holds some tokens: evenly at the estimated quota, after a while a little faster, until
 * a throttle corrects the estimate. One throttle is about one call too many, whatever the rate, so a throttle in a
 * hundred calls is the price of missing nothing.
 *
 * @param start the estimate to begin with, calls a second
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
  const growth = createRateGrowth();
  const reserve = Math.min(RESERVE_TOKENS, burst - 1);
  let estimated = options.start;
  let isRising = false;
  let lastThrottle = options.now;

  const within = (rate: number): number => Math.max(LEAST_RATE, Math.min(ceiling(), rate));
  const hold = (now: number): void => {
    const holdMs = holdMsAt(estimated, estimate.spanMs);
    growth.hold(now, holdMs, growthAfter(holdMs, inexactness(estimate)));
  };
  const rateAt = (now: number): number => {
    const proven = Math.max(estimated, estimate.low);
    const grown = estimated * growth.factor(now);
    return within(Math.max(proven, Math.min(grown, fastestAbove(proven, times.typicalMs ?? 0))));
  };
  growth.hold(options.now, HOLD_MIN_MS, GROWTH_MAX_PER_S);

  return {
    rate: rateAt,
    admitted({ taken, admittedCalls, now }) {
      const rate = rateAt(now);
      if (!estimate.admitted(taken, admittedCalls) || rate < RISEN_MIN_FACTOR * estimated) return;
      isRising = true;
      estimated = rate;
      growth.hold(now, 0, RISEN_GROWTH_PER_S);
    },
    throttled({ call, now, taken, admittedCalls, isRepeat }) {
      const wasAnother = isRising && taken.to - lastThrottle > RISEN_MIN_MS;
      isRising = false;
      lastThrottle = taken.to;
      if (wasAnother) {
        estimate.restart(taken, admittedCalls);
        estimated = call.rate * RISEN_BACK_PART;
        hold(now);
        return 'drain';
      }
      estimate.throttled(taken, admittedCalls, isRepeat);
      const { low, high } = estimate;
      if (high < Number.POSITIVE_INFINITY) {
        estimated = within(Math.min((low + high) / 2, Math.max(low, call.rate)));
      }
      if (isRepeat) return 0;
      hold(now);
      return Math.min(RESERVE_MAX_MS, (reserve * 1_000) / rateAt(now)) + Math.min(BLUR_MAX_MS, times.blurMs);
    },
    drained(now) {
      hold(now);
      return 0;
    },
    get catchUpMs() {
      return Math.min(CATCH_UP_MAX_MS, (burst * CATCH_UP_BURST_PART * 1_000) / estimated);
    },
    fellBehind: growth.notSent,
    get quota() {
      return Math.max(estimated, estimate.low);
    },
    get isSure() {
      return inexactness(estimate) < SURE_INEXACTNESS;
    },
  };
}

/** Half the width of the estimate's interval, as a part of its middle; 1 as long as nothing is known. */
function inexactness({ low, high }: BucketEstimate): number {
  return high === Number.POSITIVE_INFINITY ? 1 : (high - low) / (high + low);
}

/** How long the rate is held after a throttle. */
function holdMsAt(rate: number, spanMs: number): number {
  const limitMs = Math.max(HOLD_LIMIT_MIN_MS, Math.min(HOLD_LIMIT_MAX_MS, (HOLD_CALLS * 1_000) / rate));
  return Math.max(HOLD_MIN_MS, Math.min(limitMs, spanMs));
}

/** By what part a second the rate grows then. */
function growthAfter(holdMs: number, inexact: number): number {
  return Math.max(GROWTH_MIN_PER_S, Math.min(GROWTH_MAX_PER_S, (inexact * 1_000) / holdMs));
}

/** The fastest rate that may be tried where this one is proven. */
function fastestAbove(proven: number, typicalMs: number): number {
  const lost = Math.max(LOST_MIN_CALLS, (proven * LOST_MS) / 1_000);
  return Math.min(GROWN_MAX_FACTOR * proven, proven + (lost * 1_000) / typicalMs);
}
