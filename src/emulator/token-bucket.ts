/** What a service lets through of one operation. */
export interface Quota {
  /** Tokens that flow in each second, evenly; more than 0. */
  readonly ratePerSecond: number;
  /** Tokens the bucket holds, at least 1: calls that may come at once after a pause. */
  readonly burst: number;
}

/** A token bucket, full at first, refilled continuously. */
export interface TokenBucket {
  readonly quota: Quota;
  /** Takes one token; false, and nothing taken, when there is none. */
  take(): boolean;
  /** Another quota from now on; the tokens there are stay, as far as they fit. */
  change(quota: Quota): void;
}

/** The refill is summed in floating point: a token that is short of 1 by rounding only is one. */
const ROUNDING = 1e-9;

/** @param now milliseconds of a clock that never goes back */
export function createTokenBucket(quota: Quota, now: () => number): TokenBucket {
  let current = quota;
  let tokens = quota.burst;
  let filledAt = now();
  const refill = (): void => {
    const time = now();
    tokens = Math.min(current.burst, tokens + ((time - filledAt) / 1_000) * current.ratePerSecond);
    filledAt = time;
  };
  return {
    get quota() {
      return current;
    },
    take() {
      refill();
      if (tokens < 1 - ROUNDING) return false;
      tokens -= 1;
      return true;
    },
    change(changed) {
      refill();
      current = changed;
      tokens = Math.min(tokens, changed.burst);
    },
  };
}
