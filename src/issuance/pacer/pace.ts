/** One call under way. Times in milliseconds, rates in calls a second. */
export interface Call {
  readonly number: number;
  readonly at: number;
  /** The rate at which calls were sent when it was. */
  readonly rate: number;
}

/** Two times, the earlier first. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** An answered call, seen from the pace. */
export interface Answer {
  readonly call: Call;
  readonly now: number;
  /** When the service took it: not before the one, not after the other. */
  readonly taken: Interval;
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
  /** The next call came so many milliseconds later than {@link catchUpMs} lets the ones after it make up for. */
  missed(ms: number): void;
  /** What the quota is believed to be. */
  readonly quota: number;
  /** It is known to a few percent. */
  readonly isSure: boolean;
}

/** The slowest pace: slow enough for any quota, fast enough to notice that it has risen. */
export const LEAST_RATE = 0.2;
