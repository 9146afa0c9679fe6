/**
 * The time of the service that keeps the table, by which leases begin and end on whatever machine they are read. It is
 * known as an interval: the service dated each answer after the request left and before the answer came.
 */
export interface TableTime {
  /** Milliseconds since 1970: it is at least as late as this. */
  earliest(): number;
  /** Milliseconds since 1970: it is at most as late as this, also after the machine was asleep. */
  latest(): number;
  /** When a request leaves, for {@link TableTime.observe}: milliseconds that also count the time asleep. */
  mark(): number;
  /**
   * An answer came now.
   *
   * @param date what it was dated, milliseconds since 1970, a whole second
   * @param sentAt what {@link TableTime.mark} was when its request left
   */
  observe(date: number, sentAt: number): void;
}

/** An answer is dated in whole seconds, the rest is cut off. https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
const RESOLUTION_MS = 1_000;

/**
 * @param now this machine's clock, milliseconds; never goes backwards, and may stand still while the machine sleeps
 * @param wall the machine's clock as it is set; it is right again after the machine slept
 */
export function createTableTime(now: () => number, wall: () => number): TableTime {
  // Two clocks, each exact in one direction: `now` never runs faster than the service's, `mark` never slower. An answer to
  // a request that left before the machine fell asleep is seldom one alone, so each is held against its own begin.
  const mark = createSleeplessClock(now, wall);
  /** What the service's time is ahead of `now` at least, and of `mark` at most. */
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  const earliest = (): number => now() + least;
  const latest = (): number => mark() + most;
  return {
    earliest,
    latest,
    mark,
    observe(date, sentAt) {
      const low = date - now();
      const high = date + RESOLUTION_MS - sentAt;
      // What contradicts all before it came after a sleep that the machine's clock does not show, or from a service that was set.
      const isOther = now() + low > latest() || mark() + high < earliest();
      least = isOther ? low : Math.max(least, low);
      most = isOther ? high : Math.min(most, high);
    },
  };
}

/** `now`, and the time in which it stood still: whatever the wall clock is ahead more than when it was looked at last. */
function createSleeplessClock(now: () => number, wall: () => number): () => number {
  let ahead = wall() - now();
  let asleep = 0;
  return () => {
    asleep += Math.max(0, wall() - now() - ahead);
    ahead = wall() - now();
    return now() + asleep;
  };
}
