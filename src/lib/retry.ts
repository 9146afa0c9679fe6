import type { Clock } from './clock.ts';
import { untilAborted } from './until-aborted.ts';

/** How time passes for a wait, and what ends it. */
export interface Waiting {
  readonly clock: Clock;
  /** Aborted when the job is cancelled; undefined for what must not be interrupted. */
  readonly signal?: AbortSignal | undefined;
}

/** How often, and how patiently, a call is tried. */
export interface RetryOptions extends Waiting {
  /** Calls at most, the first one included. */
  readonly tries: number;
  /** Milliseconds between the first and the second try; each later wait is twice as long. */
  readonly firstWaitMs: number;
  /** False for an error that the next try would meet again; without it every error may pass. */
  readonly mayPass?: (error: unknown) => boolean;
}

/**
 * Makes a call that is harmless to repeat until it succeeds.
 *
 * @throws the error of the last try; the signal's reason as soon as it is aborted, in place of whatever error that made
 */
export async function retry<T>(call: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { tries, firstWaitMs, clock, signal, mayPass = () => true } = options;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await untilAborted(call(), signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (attempt >= tries || !mayPass(error)) throw error;
    }
    await clock.sleep(firstWaitMs * 2 ** (attempt - 1), signal);
  }
}
