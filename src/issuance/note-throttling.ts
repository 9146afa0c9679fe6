import type { Clock } from '../lib/clock.ts';
import { duration, plural } from '../lib/words.ts';
import type { Pacer } from './pacer/pacer.ts';
import type { CallOutcome } from './pacer/protocol.ts';

/** So long after the last throttle it counts as over. */
const CALM_MS = 60_000;

/**
 * The pacer, with a line when its operation is throttled for the first time, which says what that means, and one when it
 * is over. What follows is not reported again: a pacer meets the quota now and then to know whether it is still the same.
 *
 * @param operation of AWS IoT, by its name
 * @param report takes the lines
 */
export function noteThrottling(
  pacer: Pacer,
  operation: string,
  clock: Pick<Clock, 'now'>,
  report: (line: string) => void,
): Pacer {
  let throttled = 0;
  let last = 0;
  let isOver = false;
  const note = (outcome: CallOutcome): void => {
    if (isOver) return;
    const now = clock.now();
    if (outcome === 'throttled') {
      if (throttled === 0) {
        report(
          `AWS IoT throttles ${operation}: the quota of the account is reached. That is no error: such calls are sent again, and the pace follows the quota from now on`,
        );
      }
      throttled++;
      last = now;
    } else if (throttled > 0 && now - last >= CALM_MS) {
      isOver = true;
      report(
        `The pace of ${operation} is found: ${plural(throttled, 'call')} sent again, and none throttled for ${duration(CALM_MS)}`,
      );
    }
  };
  return {
    async acquire(signal) {
      const permit = await pacer.acquire(signal);
      return {
        done(outcome) {
          permit.done(outcome);
          note(outcome);
        },
      };
    },
    get stats() {
      return pacer.stats;
    },
  };
}
