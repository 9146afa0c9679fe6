/** A moment at which the service's bucket was seen empty: a throttle. */
interface Mark {
  /** Milliseconds, about when the service took the call. */
  readonly at: number;
  /** Calls admitted until then. */
  readonly admitted: number;
}

/** Marks that are kept, and for how long: older ones tell of a quota that may not hold any more. */
const MARKS = 64;
const MEMORY_MS = 60_000;

/** Two calls may pass each other on their way: n admitted calls may have been one more or less, and a bit. */
const COUNT_BLUR = 1.25;

/** Calls admitted since the last mark prove something only after this time; before, a few that passed each other would. */
const PROOF_MS = 100;

/** What is known of the service's token bucket. Rates in calls a second. */
export interface BucketEstimate {
  /** The quota lies between these; 0 and Infinity as long as nothing is known. */
  readonly low: number;
  readonly high: number;
  /** The time that the estimate rests on, milliseconds: it is exact to about one call in this time. */
  readonly spanMs: number;
  /** @param echo the call was sent before the throttle that came before was known */
  throttled(at: number, admitted: number, echo: boolean): void;
  /** May raise `low`. */
  admitted(at: number, admitted: number): void;
  /** Forgets everything but that the bucket is empty now. */
  restart(at: number, admitted: number): void;
}

/**
 * Estimates the rate of a token bucket from when it was empty.
 *
 * Between two moments at which the bucket held less than one token, it let through what flowed in, give or take one:
 * n calls admitted in t seconds mean a rate between (n - 1) / t and (n + 1) / t. Every mark of the past gives such an
 * interval, the older the narrower. They are intersected from the youngest to the oldest until one contradicts the
 * others: before that, the quota was another one.
 *
 * @param blurMs how far the times may be off: an answer says when it came, not when the service decided
 */
export function createBucketEstimate(blurMs: () => number): BucketEstimate {
  let marks: readonly Mark[] = [];
  let echoes = 0;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let spanMs = 0;

  const atLeast = (calls: number, elapsed: number): number => ((calls - COUNT_BLUR) * 1_000) / (elapsed + blurMs());
  const atMost = (calls: number, elapsed: number): number =>
    elapsed > blurMs() ? ((calls + COUNT_BLUR) * 1_000) / (elapsed - blurMs()) : Number.POSITIVE_INFINITY;

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
    throttled(at, admitted, echo) {
      const past = marks.toReversed();
      forget([]);
      const agreeing: Mark[] = [];
      for (const mark of past) {
        const elapsed = at - mark.at;
        const least = atLeast(admitted - mark.admitted, elapsed);
        const most = atMost(admitted - mark.admitted, elapsed);
        if (least > high || most < low || elapsed > MEMORY_MS) break;
        low = Math.max(low, least);
        high = Math.min(high, most);
        spanMs = elapsed;
        agreeing.unshift(mark);
      }
      // Of the throttles that come in a bunch, the first and the last tell everything.
      echoes = echo ? echoes + 1 : 0;
      marks = [...(echoes > 1 ? agreeing.slice(0, -1) : agreeing).slice(1 - MARKS), { at, admitted }];
    },
    admitted(at, admitted) {
      const last = marks.at(-1);
      if (last === undefined || at - last.at < PROOF_MS) return;
      const least = atLeast(admitted - last.admitted, at - last.at);
      // More than the quota was thought to allow: it has risen.
      if (least > high) forget([last]);
      low = Math.max(low, least);
    },
    restart: (at, admitted) => forget([{ at, admitted }]),
  };
}
