/** One call under way. Times in milliseconds, rates in calls a second. */
export interface Call {
  readonly number: number;
  readonly at: number;
  /** The rate at which calls were sent when it was. */
  readonly rate: number;
}

/** An answered call, seen from the pace. */
export interface Answer {
  readonly call: Call;
  readonly now: number;
  /** About when the service took it. */
  readonly takenAt: number;
  /** All calls admitted so far. */
  readonly admitted: number;
  /** It was sent before the throttle that came before was known. */
  readonly echo: boolean;
}

/** How fast calls go once the quota has been met. */
export interface Pace {
  /** The rate at `now`. */
  rate(now: number): number;
  admitted(answer: Answer): void;
  /**
   * @returns how many tokens to let flow into the bucket before the next call; `drain` to wait for all that is under way
   */
  throttled(answer: Answer): number | 'drain';
  /**
   * Nothing is under way any more after a `drain`.
   *
   * @returns how many tokens to let flow into the bucket before the next call
   */
  drained(now: number): number;
  /** A call that is so late lets the next ones be early: the bucket has kept what flowed in meanwhile. Milliseconds. */
  readonly catchUpMs: number;
  /** What the quota is believed to be. */
  readonly quota: number;
  /** It is known to a few percent. */
  readonly isSure: boolean;
}

/** The slowest pace: slow enough for any quota, fast enough to notice that it has risen. */
export const LEAST_RATE = 0.2;

/**
 * What a quota is taken to be before anything is known of it: no operation that is used here has less by default
 * (Service Quotas, `iotcore`).
 */
export const FIRST_GUESS = 10;
