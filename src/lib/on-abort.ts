const listeners = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `listener` once when the signal is aborted. A signal lives as long as a run, and hundreds of calls wait for it at
 * a time: all of them share one listener of the signal, since Node takes more than ten for a leak and prints a warning.
 *
 * @returns ends the waiting
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const waiting = listeners.get(signal) ?? listenTo(signal);
  // The same function may wait twice.
  const mine = (): void => listener();
  waiting.add(mine);
  return () => waiting.delete(mine);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const waiting = new Set<() => void>();
  listeners.set(signal, waiting);
  const tellAll = (): void => {
    for (const listener of waiting) listener();
    waiting.clear();
  };
  signal.addEventListener('abort', tellAll, { once: true });
  return waiting;
}
