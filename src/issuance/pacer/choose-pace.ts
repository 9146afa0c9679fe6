import type { AnswerTimes } from './answer-times.ts';
import { createBucketPace } from './bucket-pace.ts';
import type { Pace } from './pace.ts';
import { createSinglePace } from './single-pace.ts';

/**
 * A bucket that admitted fewer calls before the first throttle holds one token or two. Where two calls already count as
 * a bucket, one of two tokens at 15 a second takes 1.39 times the bound instead of 1.05.
 */
const BUCKET_MIN_CALLS = 3;

/**
 * Most buckets hold what flows in within this time, a second's calls. Such a bucket has admitted `rate × (elapsed +
 * this time)` calls when it is empty for the first time, so the number of calls gives a first estimate of the rate.
 */
const LIKELY_BURST_MS = 1_000;

/**
 * The pace starts with this part of that estimate: a start that is too fast costs more calls than one that is too slow.
 */
const LIKELY_PART = 0.8;

/**
 * Against a bucket of one token calls go at no more than this part of a quota that is known: a timer that is 0.3 ms
 * early at 15 a second is 0.5 % of the interval, and would be a throttle.
 */
const SINGLE_CEILING_PART = 0.995;

/**
 * The pace for the kind of bucket that the first calls have met.
 *
 * @param ceiling never faster than this, calls a second; Infinity where nothing is known of the quota
 * @param burst calls that were admitted before the first throttle
 * @param elapsedMs the time in which they were
 */
export function choosePace(options: {
  readonly ceiling: () => number;
  readonly burst: number;
  readonly elapsedMs: number;
  readonly times: AnswerTimes;
  readonly now: number;
}): Pace {
  const { ceiling, burst, elapsedMs, times, now } = options;
  const isQuotaKnown = ceiling() < Number.POSITIVE_INFINITY;
  if (burst < BUCKET_MIN_CALLS) {
    const justBelow = (): number => ceiling() * SINGLE_CEILING_PART;
    return createSinglePace({ start: isQuotaKnown ? justBelow() : undefined, ceiling: justBelow });
  }
  const likely = (LIKELY_PART * burst * 1_000) / (elapsedMs + LIKELY_BURST_MS);
  return createBucketPace({ start: isQuotaKnown ? ceiling() : likely, ceiling, burst, times, now });
}
