/** One call that was sent. Times in milliseconds since the Unix epoch, rates in calls a second. */
export interface Call {
  /** The calls of a pacer are numbered from 0 in the order in which they were sent. */
  readonly number: number;
  readonly sentAt: number;
  /** The rate at which calls were sent when this one was. */
  readonly rate: number;
}

/** Two times, the earlier one first. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A call that was answered, with what the paces need to know about it. */
export interface Answer {
  readonly call: Call;
  readonly now: number;
  /** When the service took the call: at some time in this interval. */
  readonly taken: Interval;
  /** All calls admitted so far. */
  readonly admittedCalls: number;
  /** The call was sent before the pacer knew of the latest throttle, so this throttle asks for nothing new. */
  readonly isRepeat: boolean;
}

/** How fast calls go once the quota has been met. There is one implementation for each kind of bucket. */
export interface Pace {
  /** Calls a second at `now`. */
  rate(now: number): number;
  admitted(answer: Answer): void;
  /** @returns how many milliseconds to send nothing for; `drain` to wait for the answers of all calls under way */
  throttled(answer: Answer): number | 'drain';
  /**
   * To be called when nothing is under way any more after a `drain`.
   *
   * @returns how many milliseconds to send nothing for
   */
  drained(now: number): number;
  /** A call that is late by up to this many milliseconds is caught up with: the next calls follow it sooner. */
  readonly catchUpMs: number;
  /** The next call is later than {@link catchUpMs} by this many milliseconds: in that time nothing was sent. */
  fellBehind(ms: number): void;
  /** What the quota is believed to be, calls a second. */
  readonly quota: number;
  /** Whether {@link quota} is known to a few per cent. */
  readonly isSure: boolean;
}

/**
 * The slowest rate of any pace, calls a second: a call in 5 seconds suits any quota and still notices that it has
 * risen.
 */
export const LEAST_RATE = 0.2;
