/**
 * The time of the service that keeps the table, by which leases begin and end on whatever machine they are read. It is
 * known as an interval: the service dated each answer after the request left and before the answer came.
 */
export interface TableTime {
  /** Milliseconds since 1970: it is at least as late as this. */
  earliest(): number;
  /** Milliseconds since 1970: it is at most as late as this, also after the machine was asleep. */
  latest(): number;
  /**
   * An answer came now.
   *
   * @param date what it was dated, milliseconds since 1970, a whole second
   * @param sentAt when its request left, by the clock that `now` is
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
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  let ahead = wall() - now();
  return {
    earliest: () => now() + least,
    latest: () => now() + most + Math.max(0, wall() - now() - ahead),
    observe(date, sentAt) {
      const low = date - now();
      const high = date + RESOLUTION_MS - sentAt;
      // What contradicts all before it came after the machine's clock stood still, or from a service that was set.
      const isOther = low > most || high < least;
      least = isOther ? low : Math.max(least, low);
      most = isOther ? high : Math.min(most, high);
      ahead = wall() - now();
    },
  };
}
