import { createAnswerTimes } from './answer-times.ts';
import { createBucketPace } from './bucket-pace.ts';
import type { Answer, Call, Pace } from './pace.ts';
import type { CallOutcome, PacerMode, PacerStats } from './protocol.ts';
import { createSinglePace } from './single-pace.ts';

/** Calls that may be under way before the first answer: all but one of them fail where there is no burst. */
const FIRST_WINDOW = 2;

/**
 * Calls that may be under way when so many have been admitted and none was throttled. What is under way when the bucket
 * runs empty is lost, so it is little until the default quotas of 10 and 15 are behind, and then a part of what the
 * bucket has given.
 */
function windowAfter(admitted: number): number {
  if (admitted < FIRST_WINDOW) return FIRST_WINDOW;
  if (admitted < 10) return 4;
  if (admitted < 24) return 5;
  return admitted < 160 ? Math.min(40, admitted * 0.75) : admitted / 6;
}

/** How much faster than a quota that is known calls go until the burst is used up, and how much burst there may be. */
const BURST_RATE = 1.5;
const BURST_S = 3;

/**
 * When answers stop coming, calls do, too: no more are under way than so many times what the rate and the latency
 * explain, and these few in any case, so that calls that hang do not hold up the others.
 */
const UNDER_WAY = { finding: 1.5, fewFinding: 8, pacing: 3, fewPacing: 32 };

/**
 * While the quota is sought, no more calls are under way than were admitted in the last one to two times this: a service
 * that does all it can would only get slower, until answers come too late.
 */
const BACKLOG_MS = 1_000;

/** A bucket that let fewer calls through at once has no burst to speak of. */
const LEAST_BURST = 3;

/** Calls that are late by so much, because the process was busy, are caught up with, before a pace says how much. */
const CATCH_UP_MS = 20;

/**
 * How much of a quota is hoped for when it is met: a bucket that holds what flows in within this time, as most do, has
 * let through so much. Less of it, since too much costs more than too little.
 */
const HOPED = { burstMs: 1_000, part: 0.8 };

/** Against a bucket of one token, a rate just below the quota: timers are not exact. */
const SINGLE_SHARE = 0.995;

/** Answers that are waited for may be lost: no longer than so many times as an answer takes. */
const DRAIN_LATENCIES = 3;

/** Decides when the next call may start, from how the calls before it ended. Times in milliseconds. */
export interface Governor {
  /** The earliest time for the next call: -Infinity for at once, Infinity for "not before an answer". */
  earliest(): number;
  started(now: number): Call;
  answered(call: Call, outcome: CallOutcome, now: number): void;
  stats(): PacerStats;
}

/**
 * Until the first throttle, calls go faster and faster ({@link windowAfter}). After it the {@link Pace} for that kind of
 * bucket decides. Calls are spaced evenly: what is sent in bunches finds the bucket empty in between.
 */
export function createGovernor(mode: PacerMode, startMs: number): Governor {
  let ceiling = mode.kind === 'known' ? mode.quota : mode.kind === 'fixed' ? mode.perSecond : Number.POSITIVE_INFINITY;
  let pace: Pace | undefined;
  /** Until then, unless all of them come before, the answers under way are waited for. */
  let drainUntil: number | undefined;
  let next = Number.NEGATIVE_INFINITY;
  let knownThrottle = -1;
  let lastRate: number | undefined;
  const times = createAnswerTimes();
  const counts = { sent: 0, admitted: 0, throttled: 0, failed: 0, inFlight: 0 };
  let mark = { at: startMs, admitted: 0 };
  let markBefore = mark;

  const meetQuota = (now: number, burst: number): Pace => {
    const isToldOf = ceiling < Number.POSITIVE_INFINITY;
    if (burst < LEAST_BURST) {
      const start = isToldOf ? ceiling * SINGLE_SHARE : undefined;
      return createSinglePace({ start, ceiling: () => ceiling * SINGLE_SHARE });
    }
    const elapsed = now - startMs - (times.typicalMs ?? 0);
    const hoped = (HOPED.part * counts.admitted * 1_000) / (elapsed + HOPED.burstMs);
    return createBucketPace({ start: isToldOf ? ceiling : hoped, ceiling: () => ceiling, burst, times, now });
  };
  if (mode.kind === 'fixed') pace = meetQuota(startMs, Number.POSITIVE_INFINITY);

  const rateAt = (now: number): number => {
    if (pace !== undefined) return pace.rate(now);
    if (mode.kind === 'known') {
      if (counts.sent > mode.quota * ((now - startMs) / 1_000 + BURST_S)) return mode.quota;
      return mode.quota * BURST_RATE;
    }
    if (times.typicalMs === undefined) return Number.POSITIVE_INFINITY;
    return (windowAfter(counts.admitted) * 1_000) / Math.max(times.typicalMs, 0.01);
  };

  const mostUnderWay = (): number => {
    if (pace === undefined && mode.kind === 'auto') {
      const backlog = counts.admitted - markBefore.admitted;
      return Math.max(UNDER_WAY.fewFinding, Math.min(backlog, UNDER_WAY.finding * windowAfter(counts.admitted)));
    }
    const explained = ((lastRate ?? 0) * (times.typicalMs ?? 0)) / 1_000;
    return Math.max(UNDER_WAY.fewPacing, UNDER_WAY.pacing * explained);
  };

  const answer = (call: Call, now: number): Answer => ({
    call,
    now,
    taken: times.taken(call.at, now),
    admitted: counts.admitted,
    echo: call.number <= knownThrottle,
  });

  const throttled = (call: Call, now: number): void => {
    const isFirst = pace === undefined;
    pace ??= meetQuota(now, counts.admitted);
    const answered = answer(call, now);
    const pause = pace.throttled(answered);
    if (isFirst || pause === 'drain') drainUntil = now + DRAIN_LATENCIES * (times.typicalMs ?? 0);
    else next = Math.max(next, now) + (pause * 1_000) / pace.rate(now);
    if (!answered.echo) knownThrottle = counts.sent - 1;
  };

  const drained = (now: number): void => {
    drainUntil = undefined;
    next = now + ((pace?.drained(now) ?? 0) * 1_000) / rateAt(now);
  };

  return {
    earliest() {
      if (drainUntil !== undefined) return drainUntil;
      if (pace === undefined && times.typicalMs === undefined && mode.kind !== 'known') {
        return counts.inFlight < FIRST_WINDOW ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      }
      return counts.inFlight < mostUnderWay() ? next : Number.POSITIVE_INFINITY;
    },
    started(now) {
      if (drainUntil !== undefined) drained(now);
      const rate = rateAt(now);
      lastRate = rate;
      const latest = now - (pace?.catchUpMs ?? CATCH_UP_MS);
      if (next < latest && next !== Number.NEGATIVE_INFINITY) pace?.missed(latest - next);
      next = Math.max(next, latest) + 1_000 / rate;
      counts.inFlight++;
      return { number: counts.sent++, at: now, rate };
    },
    answered(call, outcome, now) {
      counts.inFlight--;
      counts[outcome]++;
      if (outcome !== 'failed') times.answered(call.at, now);
      if (outcome === 'throttled') throttled(call, now);
      if (outcome === 'admitted') {
        if (now - mark.at >= BACKLOG_MS) {
          markBefore = mark;
          mark = { at: now, admitted: counts.admitted };
        }
        pace?.admitted(answer(call, now));
      }
      if (drainUntil !== undefined && counts.inFlight === 0) drained(now);
      if (mode.kind === 'auto' && mode.share < 1 && ceiling === Number.POSITIVE_INFINITY && pace?.isSure) {
        ceiling = pace.quota * mode.share;
      }
    },
    stats: () => ({ ...counts, rate: pace && lastRate, quota: pace?.quota }),
  };
}
