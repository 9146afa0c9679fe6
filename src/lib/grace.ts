import type { Clock } from './clock.ts';

/**
 * A signal that is aborted some time after another one, with its reason: what is under way may end until then.
 *
 * @param ms the time between the two, milliseconds
 */
export function withGrace(signal: AbortSignal, ms: number, clock: Pick<Clock, 'sleep'>): AbortSignal {
  const end = new AbortController();
  const begin = (): void => {
    void clock.sleep(ms).then(() => end.abort(signal.reason));
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return end.signal;
}
