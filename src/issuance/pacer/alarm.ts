import type { Clock } from '../../lib/clock.ts';

/** A timer for one time that may change. */
export interface Alarm {
  /**
   * Rings at this time, instead of at the one that was set before; Infinity, or a time that is not after `now`: not at
   * all. `now` is the time that the caller has compared `at` with, so that no time in between is taken for past.
   */
  set(at: number, now: number): void;
}

/** @param ring may also be called earlier: a timer that ends sooner is left as it is */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let timer: { readonly at: number; readonly stop: AbortController } | undefined;
  return {
    set(at, now) {
      if (timer !== undefined) {
        // A timer that ends sooner does no harm, and the time changes with every answer.
        if (timer.at <= at && at !== Number.POSITIVE_INFINITY) return;
        timer.stop.abort();
        timer = undefined;
      }
      if (at === Number.POSITIVE_INFINITY || at <= now) return;
      const mine = { at, stop: new AbortController() };
      timer = mine;
      clock.sleep(at - now, mine.stop.signal).then(
        () => {
          if (timer !== mine) return;
          timer = undefined;
          ring();
        },
        () => {},
      );
    },
  };
}
