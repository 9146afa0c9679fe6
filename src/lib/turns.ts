/** Milliseconds between two turns of the event loop, as long as no single step takes longer. */
const TURN = 10;

/**
 * For long work on the main thread: called after every step, it lets the event loop turn when it is time to, so that
 * signals are seen and messages of other threads are taken.
 */
export function createTurns(): () => Promise<void> | undefined {
  let start = performance.now();
  return () => {
    if (performance.now() - start < TURN) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        start = performance.now();
        resolve();
      });
    });
  };
}
