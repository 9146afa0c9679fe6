import { type AnswerTimes, createAnswerTimes } from './answer-times.ts';
import { choosePace } from './choose-pace.ts';
import type { Answer, Call, Pace } from './pace.ts';
import type { CallOutcome, PacerMode, PacerStats } from './protocol.ts';
import { createQuotaSearch } from './quota-search.ts';

/**
 * When answers stop coming, sending stops too: no more calls are under way than the rate sends in three times what an
 * answer takes. Once is what is under way in any case; answers that take twice as long for a while change nothing.
 */
const UNDER_WAY_LATENCIES = 3;

/**
 * Answers take longer when calls wait in the service, and more calls would only wait there as well, to be throttled all
 * at once. So time beyond what the shortest answers take explains no more calls under way than the rate sends in this.
 */
const UNDER_WAY_QUEUED_MS = 500;

/**
 * This many may be under way in any case, so that a few calls that hang until their time-out do not stop the others.
 * With a service that stands still for 600 ms now and then, 16 take 1.06 times the bound instead of 1.04, and with 64
 * there are 3.5 % throttled instead of 1.7 %.
 */
const UNDER_WAY_MIN_CALLS = 32;

/**
 * Before the first throttle, calls that are late by up to this time are caught up with. How many calls the bucket takes
 * at once is not known yet: with 80 ms, a bucket of one token throttles 3.0 % instead of 2.3 %.
 */
const SEARCH_CATCH_UP_MS = 20;

/** Answers that are waited for may be lost: after this many times what an answer takes, calls go on. */
const DRAIN_LATENCIES = 3;

/** Decides when the next call may start, from how the calls before it ended. Times in milliseconds. */
export interface StartTimes {
  /** The earliest time for the next call: -Infinity for at once, Infinity for "not before an answer". */
  earliest(): number;
  started(now: number): Call;
  answered(call: Call, outcome: CallOutcome, now: number): void;
  stats(): PacerStats;
}

/**
 * Until the first throttle, calls go faster and faster (`quota-search.ts`). After it the {@link Pace} for that kind of
 * bucket decides. Calls are spaced evenly: what is sent in bunches finds the bucket empty in between.
 */
export function createStartTimes(mode: PacerMode, startMs: number): StartTimes {
  const times = createAnswerTimes();
  const counts = { sent: 0, admitted: 0, throttled: 0, failed: 0, inFlight: 0 };
  const search = createQuotaSearch(mode, startMs, times, counts);
  let ceiling = ceilingOf(mode);
  const paceAfter = (burst: number, now: number): Pace => {
    const elapsedMs = now - startMs - (times.typicalMs ?? 0);
    return choosePace({ ceiling: () => ceiling, burst, elapsedMs, times, now });
  };
  let pace = mode.kind === 'fixed' ? paceAfter(Number.POSITIVE_INFINITY, startMs) : undefined;
  /** Until then, unless all of them come before, the answers of the calls under way are waited for. */
  let drainUntil: number | undefined;
  let next = Number.NEGATIVE_INFINITY;
  let lastRate: number | undefined;
  /** The last call that was sent before the latest throttle was known. */
  let lastUnaware = -1;

  const mostUnderWay = (): number =>
    (pace === undefined ? search.mostUnderWay() : undefined) ?? underWayLimit(lastRate ?? 0, times);
  const throttled = (answer: Answer): void => {
    const { call, now } = answer;
    const isFirst = pace === undefined;
    pace ??= paceAfter(counts.admitted, now);
    const pauseMs = pace.throttled(answer);
    if (isFirst || pauseMs === 'drain') drainUntil = now + DRAIN_LATENCIES * (times.typicalMs ?? 0);
    else next = Math.max(next, now) + pauseMs;
    if (call.number > lastUnaware) lastUnaware = counts.sent - 1;
  };
  const drained = (now: number): void => {
    drainUntil = undefined;
    next = now + (pace?.drained(now) ?? 0);
  };

  return {
    earliest: () => drainUntil ?? (counts.inFlight < mostUnderWay() ? next : Number.POSITIVE_INFINITY),
    started(now) {
      if (drainUntil !== undefined) drained(now);
      lastRate = (pace ?? search).rate(now);
      const latest = now - (pace?.catchUpMs ?? SEARCH_CATCH_UP_MS);
      if (next < latest && next !== Number.NEGATIVE_INFINITY) pace?.fellBehind(latest - next);
      next = Math.max(next, latest) + 1_000 / lastRate;
      counts.inFlight++;
      return { number: counts.sent++, sentAt: now, rate: lastRate };
    },
    answered(call, outcome, now) {
      counts.inFlight--;
      counts[outcome]++;
      if (outcome !== 'failed') {
        times.answered(call.sentAt, now);
        const isRepeat = call.number <= lastUnaware;
        const taken = times.taken(call.sentAt, now);
        const answer = { call, now, taken, admittedCalls: counts.admitted, isRepeat };
        if (outcome === 'throttled') throttled(answer);
        else (pace ?? search).admitted(answer);
      }
      if (drainUntil !== undefined && counts.inFlight === 0) drained(now);
      if (mode.kind === 'auto' && mode.share < 1 && ceiling === Number.POSITIVE_INFINITY && pace?.isSure) {
        ceiling = pace.quota * mode.share;
      }
    },
    stats: () => ({ ...counts, rate: pace && lastRate, quota: pace?.quota }),
  };
}

/** The rate that no call may exceed on purpose, calls a second. */
function ceilingOf(mode: PacerMode): number {
  if (mode.kind === 'known') return mode.quota;
  return mode.kind === 'fixed' ? mode.perSecond : Number.POSITIVE_INFINITY;
}

/** How many calls may be under way at this rate. */
function underWayLimit(rate: number, times: AnswerTimes): number {
  const { typicalMs = 0, shortestMs } = times;
  const queuedMs = Math.max(UNDER_WAY_QUEUED_MS, UNDER_WAY_LATENCIES * shortestMs);
  return Math.max(UNDER_WAY_MIN_CALLS, (rate * Math.min(queuedMs, UNDER_WAY_LATENCIES * typicalMs)) / 1_000);
}
