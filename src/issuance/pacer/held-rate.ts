/**
 * Calls that a rate is held for at first. Every hold ends in a throttle, so this keeps them near one in a hundred
 * calls. With 40, a bucket of one token at 40 a second throttles 1.5 % instead of 1.25 %.
 */
const HOLD_FIRST_CALLS = 80;

/**
 * A hold that gained nothing is followed by one that is twice as long, up to this. With half of it, a bucket of two
 * tokens throttles 4.7 % instead of 4.0 %; with more, a quota that has risen is found later.
 */
const HOLD_MAX_CALLS = 320;

/**
 * A rate is held for this many calls more for each call under way, since half of what is under way is lost when the
 * rate becomes too high. With 15, a bucket of one token at 40 a second throttles 1.4 % instead of 1.25 %.
 */
const HOLD_CALLS_PER_CALL_UNDER_WAY = 30;

/**
 * No rate is held for longer than this: at 5 a second, 320 calls would be a minute. With twice this time, a quota that
 * falls to 6 a second for 8 s and comes back takes 1.86 times the bound instead of 1.70.
 */
const HOLD_MAX_MS = 20_000;

/**
 * Below this part of the fastest rate so far, the quota has probably fallen for a while only. With a quarter, the quota
 * that falls and comes back takes 1.97 times the bound instead of 1.70.
 */
const FAR_BELOW_PART = 0.5;

/**
 * There, a rate is held for this many calls only: half of {@link HOLD_FIRST_CALLS}, to notice soon that the quota is
 * back.
 */
const HOLD_FAR_BELOW_CALLS = 40;

/**
 * A hold after which the rate could grow by this factor was too long: the quota has risen in it, so the next one is
 * short.
 */
const WORTH_FACTOR = 1.05;

/**
 * After the hold the rate creeps up by this part with each call, so that it is throttled once and just above the quota.
 */
const CREEP_FIRST_PART = 0.002;

/** The creep doubles after this many calls: a rate that is 5 % below the quota gets there in 20 calls. */
const CREEP_DOUBLES_CALLS = 20;

/** Far below the fastest rate it doubles four times as fast: there the quota is probably back where it was. */
const CREEP_FAR_BELOW_DOUBLES_CALLS = 5;

/**
 * The creep is no larger than this: more in one call would be far above the quota before the first throttle is known.
 */
const CREEP_MAX_PART = 0.1;

/**
 * A throttle leaves this part of the rate: about what the creep adds in 7 calls, so that the rate is below the quota
 * again.
 */
const BACK_FIRST_PART = 0.985;

/**
 * A throttle that comes within this many admitted calls says that the step back was too small: the next one is about
 * twice as large.
 */
const BACK_SOON_CALLS = 20;

/** No step back leaves less than this: a quota that was halved is reached in a few throttles without starving. */
const BACK_MIN_PART = 0.8;

/**
 * No rate falls below this part of the fastest one: who shares a bucket of one token with others is throttled by
 * chance, however slow the calls are, and must not starve.
 */
const FLOOR_PART = 1 / 8;

/**
 * With each throttle far below it, the fastest rate shrinks to this part, so that the floor follows a quota that is
 * gone.
 */
const FASTEST_AGES_PART = 0.8;

/** What came since the rate was changed last by a throttle. */
export interface HeldSoFar {
  /** Calls admitted that were sent since. */
  readonly calls: number;
  readonly ms: number;
  /** Calls under way at this rate, from the time that an answer takes. */
  readonly underWay: number;
}

/** A rate that is held, creeps up after a while, and steps back after a throttle. Calls a second. */
export interface HeldRate {
  /** A rate has been proven or is being used: the fastest one is remembered. */
  proven(rate: number): void;
  /** This rate is held from now on. */
  begin(rate: number): void;
  /** @returns the rate after one more admitted call */
  admitted(rate: number, soFar: HeldSoFar): number;
  /** @returns the rate after a throttle */
  throttled(rate: number): number;
}

export function createHeldRate(): HeldRate {
  let holdCalls = HOLD_FIRST_CALLS;
  let rateAtBegin = 0;
  let fastest = 0;
  let backPart = BACK_FIRST_PART;
  const isFarBelow = (rate: number): boolean => rate < fastest * FAR_BELOW_PART;

  return {
    proven(rate) {
      fastest = Math.max(fastest, rate);
    },
    begin(rate) {
      rateAtBegin = rate;
    },
    admitted(rate, { calls, ms, underWay }) {
      const farBelow = isFarBelow(rate);
      if (calls >= BACK_SOON_CALLS) backPart = BACK_FIRST_PART;
      const beyond = calls - (farBelow ? HOLD_FAR_BELOW_CALLS : holdCalls + HOLD_CALLS_PER_CALL_UNDER_WAY * underWay);
      if (beyond < 0 && (farBelow || ms < HOLD_MAX_MS)) return rate;
      const doublesCalls = farBelow ? CREEP_FAR_BELOW_DOUBLES_CALLS : CREEP_DOUBLES_CALLS;
      const creep = CREEP_FIRST_PART * 2 ** (Math.max(0, beyond) / doublesCalls);
      return rate * (1 + Math.min(CREEP_MAX_PART, creep));
    },
    throttled(rate) {
      const wasWorthIt = rate > rateAtBegin * WORTH_FACTOR;
      holdCalls = wasWorthIt ? HOLD_FIRST_CALLS : Math.min(HOLD_MAX_CALLS, holdCalls * 2);
      if (isFarBelow(rate)) fastest *= FASTEST_AGES_PART;
      const back = Math.max(fastest * FLOOR_PART, rate * backPart);
      backPart = Math.max(BACK_MIN_PART, backPart * backPart);
      return back;
    },
  };
}
