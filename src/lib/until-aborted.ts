import { onAbort } from './on-abort.ts';

/**
 * Waits for what cannot be interrupted, until it is given up: its result is not used then.
 *
 * @throws the signal's reason as soon as it is aborted
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let forget: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(signal.reason);
    if (signal.aborted) giveUp();
    else forget = onAbort(signal, giveUp);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    forget?.();
  }
}
