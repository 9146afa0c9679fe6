import { onAbort } from './on-abort.ts';

/**
 * Waits no longer than `ms` milliseconds for a call, its answer read to the end: the time-outs of HTTP clients end with
 * an answer's head, and a body that comes drop by drop never ends.
 *
 * @param signal ends it early, with the signal's reason
 * @param call has to stop, and to let its connection go, when the signal is aborted
 * @throws Error named `TimeoutError` when the time is over
 */
export async function withinTime<T>(
  ms: number,
  call: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let forget: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`no complete answer within ${ms / 1_000} s`), { name: 'TimeoutError' }));
      controller.abort();
    }, ms);
    forget =
      signal &&
      onAbort(signal, () => {
        reject(signal.reason);
        controller.abort(signal.reason);
      });
  });
  try {
    return await Promise.race([call(controller.signal), late]);
  } finally {
    clearTimeout(timer);
    forget?.();
  }
}
