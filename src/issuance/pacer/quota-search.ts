import type { AnswerTimes } from './answer-times.ts';
import type { Answer } from './pace.ts';
import type { CallCounts, PacerMode } from './protocol.ts';

/** Calls that may be under way before the first answer: where the bucket holds one token, all but one are throttled. */
const FIRST_WINDOW_CALLS = 2;

/**
 * Where the quota is known, calls start at this many times the quota, to use up what the bucket holds. Faster, and more
 * calls are lost in the time until the first throttle is known; slower, and a small batch gains less.
 */
const KNOWN_BURST_FACTOR = 1.5;

/**
 * A bucket may hold this many seconds' calls; beyond, it is not enforced at all, and the quota is kept all the same.
 */
const KNOWN_BURST_S = 3;

/** Calls that may be under way beyond the window, as a part of it: answers come unevenly. */
const UNDER_WAY_WINDOWS = 1.5;

/**
 * No more calls are under way than were admitted in the last one to two times this: a service that is at its limit
 * would only become slower, until answers come after the request's time-out and nobody knows what became of the calls.
 */
const BACKLOG_MS = 1_000;

/** This many may be under way in any case: the default quotas of 10 and 15 have tokens for them. */
const UNDER_WAY_MIN_CALLS = 8;

/** An answer takes at least this long for the computation of the rate, so that it stays finite. Milliseconds. */
const ANSWER_MIN_MS = 0.01;

/** How fast calls go before the first throttle, while the quota or its burst is searched for. */
export interface QuotaSearch {
  /** Calls a second at `now`; Infinity: without a pause. */
  rate(now: number): number;
  /** How many calls may be under way at a time; undefined where this search sets no limit of its own. */
  mostUnderWay(): number | undefined;
  /** To be called after each admitted call. */
  admitted(answer: Answer): void;
}

/**
 * @param counts all calls so far, kept up to date by the caller
 */
export function createQuotaSearch(
  mode: PacerMode,
  startMs: number,
  times: AnswerTimes,
  counts: CallCounts,
): QuotaSearch {
  if (mode.kind === 'known') {
    const burstRate = mode.quota * KNOWN_BURST_FACTOR;
    const isBurstUsed = (now: number): boolean => counts.sent > mode.quota * ((now - startMs) / 1_000 + KNOWN_BURST_S);
    return {
      rate: (now) => (isBurstUsed(now) ? mode.quota : burstRate),
      mostUnderWay: () => undefined,
      admitted: () => {},
    };
  }
  let latest = { at: startMs, admitted: 0 };
  let beforeLatest = latest;
  return {
    rate: () =>
      times.typicalMs === undefined
        ? Number.POSITIVE_INFINITY
        : (windowAfter(counts.admitted) * 1_000) / Math.max(times.typicalMs, ANSWER_MIN_MS),
    mostUnderWay() {
      if (times.typicalMs === undefined) return FIRST_WINDOW_CALLS;
      const backlog = counts.admitted - beforeLatest.admitted;
      return Math.max(UNDER_WAY_MIN_CALLS, Math.min(backlog, UNDER_WAY_WINDOWS * windowAfter(counts.admitted)));
    },
    admitted({ now, admittedCalls }) {
      if (now - latest.at < BACKLOG_MS) return;
      beforeLatest = latest;
      latest = { at: now, admitted: admittedCalls };
    },
  };
}

/**
 * Calls that may be under way when this many were admitted and none was throttled. What is under way when the bucket
 * runs empty is lost. So there are only 4 or 5 until the buckets of the default quotas (10 and 15) would be empty, then
 * three quarters of what was admitted, up to 40, and from 160 on, where it may take long to the end of the bucket, a
 * sixth.
 */
function windowAfter(admitted: number): number {
  if (admitted < FIRST_WINDOW_CALLS) return FIRST_WINDOW_CALLS;
  if (admitted < 10) return 4;
  if (admitted < 24) return 5;
  return admitted < 160 ? Math.min(40, admitted * 0.75) : admitted / 6;
}
