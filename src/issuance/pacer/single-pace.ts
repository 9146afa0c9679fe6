import { DEFAULT_CREATE_QUOTA } from '../../aws/default-quotas.ts';
import { LEAST_RATE, type Pace } from './pace.ts';

/** Where the search begins: just below the default quota, which most accounts have. */
const FIRST_RATE = DEFAULT_CREATE_QUOTA - 1;

/** The search for a rate: calls in a row that prove one, how much faster the next one is, and when it is near enough. */
const SEARCH = { proof: 3, rise: 1.25, near: 1.02, fall: 0.6 };

/**
 * A rate is held for so many calls, and more for each that is under way, since half of these are lost when it is too
 * much; no longer than this; and not so long when it is far below what it once was.
 */
const HOLD = { first: 80, most: 320, perCallUnderWay: 30, ms: 20_000, farBelow: 0.5, callsFarBelow: 40 };

/** A hold after which the rate could grow by so much was too long: the next one is short again, any other twice as long. */
const WORTH_IT = 1.05;

/** Then it creeps up: by this part with each call, twice as much after some more of them, up to a limit. */
const CREEP = { first: 0.002, doublesAfter: 20, doublesAfterFarBelow: 5, most: 0.1 };

/** What a throttle leaves of the rate; less if it comes soon after the one before, down to a limit. */
const BACK = { first: 0.985, soon: 20, least: 0.8 };

/**
 * The least part of the best rate: who shares a bucket of one token is throttled by chance, however slow, and must not
 * starve. The best rate ages with each throttle at a rate far below it.
 */
const FLOOR = { part: 1 / 8, ages: 0.8 };

/**
 * The pace against a bucket that holds one token or two: calls that are a little too fast are throttled every other
 * time, and tokens that nobody takes at once are lost. So there is nothing to be counted. The fastest rate that is not
 * throttled is searched for, by halving, and held.
 *
 * @param ceiling never faster than this
 */
export function createSinglePace(options: {
  readonly start: number | undefined;
  readonly ceiling: () => number;
}): Pace {
  const { ceiling } = options;
  let rate = options.start ?? FIRST_RATE;
  let isHolding = false;
  let hold: number = HOLD.first;
  /** The rate with which this hold began. */
  let held = 0;
  let good = 0;
  let best = 0;
  let bad = Number.POSITIVE_INFINITY;
  let back = BACK.first;
  /** Calls admitted since the last throttle or, in the search, at this rate. */
  let proven = 0;
  /** Calls that were sent before this say nothing about this rate; none does until the first ones have been answered. */
  let since = Number.POSITIVE_INFINITY;

  const go = (to: number, now: number): void => {
    rate = Math.max(LEAST_RATE, Math.min(ceiling(), to));
    held = rate;
    proven = 0;
    since = now;
  };
  const search = (now: number): void => {
    isHolding = bad <= good * SEARCH.near || (good > 0 && rate === ceiling());
    if (isHolding) go(good, now);
    else if (bad === Number.POSITIVE_INFINITY) go(good * SEARCH.rise, now);
    else go(good === 0 ? bad * SEARCH.fall : Math.sqrt(good * bad), now);
  };

  return {
    rate: () => Math.min(rate, ceiling()),
    admitted({ call, now }) {
      if (call.at < since) return;
      proven++;
      if (isHolding) {
        const underWay = (rate * (now - call.at)) / 1_000;
        const isFarBelow = rate < best * HOLD.farBelow;
        const beyond = proven - (isFarBelow ? HOLD.callsFarBelow : hold + HOLD.perCallUnderWay * underWay);
        if (proven >= BACK.soon) back = BACK.first;
        if (beyond < 0 && (isFarBelow || now - since < HOLD.ms)) return;
        const doublesAfter = isFarBelow ? CREEP.doublesAfterFarBelow : CREEP.doublesAfter;
        const creep = CREEP.first * 2 ** (Math.max(0, beyond) / doublesAfter);
        rate = Math.min(ceiling(), rate * (1 + Math.min(CREEP.most, creep)));
        best = Math.max(best, rate);
      } else if (proven >= SEARCH.proof) {
        good = rate;
        best = Math.max(best, rate);
        search(now);
      }
    },
    throttled({ call, now }) {
      if (call.at < since) return 0;
      if (isHolding || good >= rate) {
        isHolding = true;
        hold = rate > held * WORTH_IT ? HOLD.first : Math.min(HOLD.most, hold * 2);
        if (rate < best * HOLD.farBelow) best *= FLOOR.ages;
        go(Math.max(best * FLOOR.part, rate * back), now);
        back = Math.max(BACK.least, back * back);
      } else {
        bad = rate;
        search(now);
      }
      return 0;
    },
    drained(now) {
      go(rate, now);
      return 1;
    },
    catchUpMs: 0,
    missed: () => {},
    get quota() {
      return rate;
    },
    get isSure() {
      return isHolding;
    },
  };
}
