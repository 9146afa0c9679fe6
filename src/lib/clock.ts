import { onAbort } from './on-abort.ts';

/** Time, as a parameter: tests bring one that runs as fast as they can. */
export interface Clock {
  /** Milliseconds since the Unix epoch, with fractions. Never goes backwards, even when the machine's clock is set. */
  readonly now: () => number;
  /** Resolves after at least `ms` milliseconds; rejects with the signal's reason as soon as `signal` is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The machine's clock. Node's timers are exact to about 1 ms and never early by more than that. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(() => {
        forget?.();
        resolve();
      }, ms);
      const forget =
        signal &&
        onAbort(signal, () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
    }),
};
