/**
 * In this time the growth itself doubles, so that a quota that came back is found soon. With half of it, a service that
 * stands still for 600 ms now and then throttles 6.7 % instead of 5.6 %; with twice, a quota that is halved and
 * restored takes 1.065 times the bound instead of 1.059.
 */
const GROWTH_DOUBLES_S = 3;

/** A rate that is held for a while and then grows. */
export interface RateGrowth {
  /** What the held rate is to be multiplied with at `now`: 1 while it is held. */
  factor(now: number): number;
  /** Holds the rate for some milliseconds from `now` on; then it grows by this part a second, and faster with time. */
  hold(now: number, holdMs: number, partPerSecond: number): void;
  /** Time in which nothing was sent has met no limit, so it does not count. */
  notSent(ms: number): void;
}

export function createRateGrowth(): RateGrowth {
  let growsFrom = 0;
  let growth = 0;
  return {
    factor(now) {
      const seconds = Math.max(0, now - growsFrom) / 1_000;
      return Math.exp(growth * seconds * (1 + seconds / GROWTH_DOUBLES_S));
    },
    hold(now, holdMs, partPerSecond) {
      growsFrom = now + holdMs;
      growth = partPerSecond;
    },
    notSent(ms) {
      growsFrom += ms;
    },
  };
}
