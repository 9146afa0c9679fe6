/** Throttles that are remembered; older ones add little to what is known by then. */
const CAPACITY = 512;

interface Throttle {
  /** Place of the call among all calls, in the order of sending. */
  readonly seq: number;
  /** Seconds, when it was sent. */
  readonly at: number;
}

/** What the throttles say of the rate. */
export interface Measurement {
  /** Calls a second between the two throttles, the bounds two standard errors away. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** Calls admitted between the oldest and the newest throttle that agree with each other. */
  readonly span: number;
  /** Whether older throttles contradicted newer ones: the quota has changed. */
  readonly changed: boolean;
}

/**
 * Throttled calls in order of sending, and how many calls were admitted before each.
 *
 * A call is throttled when the bucket is empty. So all tokens that came in between two throttles were used between
 * them, and the calls admitted between them, divided by the time between them, are the refill rate, give or take the
 * fraction of a token that may lie in the bucket at either end. The further apart the throttles, the more exact.
 */
export class ThrottleLog {
  readonly #log: Throttle[] = [];
  #dropped = 0;

  /** @param seq calls sent before this one */
  add(seq: number, at: number): void {
    let i = this.#log.length;
    while (i > 0 && (this.#log[i - 1]?.seq ?? -1) > seq) i--;
    this.#log.splice(i, 0, { seq, at });
    if (this.#log.length > CAPACITY) this.#drop(1);
  }

  measure(): Measurement | undefined {
    const log = this.#log;
    const j = log.length - 1;
    const last = log[j];
    if (last === undefined) return undefined;
    let low = 0;
    let high = Number.POSITIVE_INFINITY;
    let rate: number | undefined;
    let span = 0;
    for (let i = j - 1; i >= 0; i--) {
      const from = log[i];
      if (from === undefined) break;
      const admitted = last.seq - j - (from.seq - i);
      const time = last.at - from.at;
      if (time <= 0 || (admitted === 0 && time < 1.2)) continue;
      const error = 1 + Math.sqrt(admitted);
      const lo = (admitted - error) / time;
      const hi = (admitted + error) / time;
      if (lo > high || hi < low) {
        this.#drop(i + 1);
        return { rate: rate ?? high, low, high, span, changed: true };
      }
      low = Math.max(low, lo);
      high = Math.min(high, hi);
      rate = admitted / time;
      span = admitted;
    }
    if (rate === undefined) return undefined;
    return { rate, low, high, span, changed: false };
  }

  forget(): void {
    this.#drop(this.#log.length - 1);
  }

  /** Calls admitted before the newest throttle, and when that was. */
  get first(): { admitted: number; at: number } | undefined {
    const first = this.#log[0];
    return first && { admitted: first.seq - this.#dropped, at: first.at };
  }

  #drop(count: number): void {
    this.#log.splice(0, count);
    this.#dropped += count;
  }
}
