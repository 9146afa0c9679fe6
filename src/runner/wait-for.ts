import type { Clock } from '../lib/clock.ts';
import { untilAborted } from '../lib/until-aborted.ts';
import { duration } from '../lib/words.ts';
import type { Log } from './log.ts';

/** How a wait is reported and what ends it. */
export interface WaitOptions {
  readonly clock: Clock;
  readonly log: Pick<Log, 'info'>;
  /** Ends the wait at once. */
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly limitMs: number;
}

/** A wait that a person should hear of, and how often after that. */
const LONG_MS = 5_000;
const AGAIN_MS = 30_000;

/**
 * Waits for another party, whose work cannot be interrupted: the log says so once it takes more than 5 s, and every wait
 * has an end.
 *
 * @param what is waited for, in the words of a person: `the artifact service`
 * @throws Error when the limit is over; the signal's reason when it is aborted; what `work` throws
 */
export async function waitFor<T>(
  what: string,
  work: Promise<T>,
  { clock, log, signal, limitMs }: WaitOptions,
): Promise<T> {
  const done = new AbortController();
  const begin = clock.now();
  const watch = async (): Promise<never> => {
    for (let next = Math.min(LONG_MS, limitMs); ; next = Math.min(next + AGAIN_MS, limitMs)) {
      await clock.sleep(begin + next - clock.now(), done.signal);
      if (next >= limitMs) throw new Error(`no answer within ${duration(limitMs)}`);
      log.info(`Waiting for ${what}: ${duration(next)} so far, ${duration(limitMs)} at most`);
    }
  };
  try {
    return await untilAborted(Promise.race([work, watch()]), signal);
  } finally {
    done.abort();
  }
}
