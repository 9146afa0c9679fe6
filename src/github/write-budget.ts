import type { Clock } from '../lib/clock.ts';

/** How many writes may be sent within some time. */
export interface Window {
  readonly count: number;
  readonly ms: number;
}

/**
 * What is sent to github.com: it refuses about 80 writes a minute and 500 an hour, of everything that uses the token,
 * so some are left to others. A small batch goes out at once, a large one as if it were one a second.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export const GITHUB_WRITES: readonly Window[] = [
  { count: 60, ms: 60_000 },
  { count: 450, ms: 3_600_000 },
];

/** Keeps writes within limits that the server enforces by refusing. */
export interface WriteBudget {
  /** Resolves when the next write may be sent; rejects when the signal is aborted. One waits at a time. */
  acquire(): Promise<void>;
}

/** @param onWait called with each wait, milliseconds */
export function createWriteBudget(
  windows: readonly Window[],
  clock: Clock,
  signal: AbortSignal,
  onWait: (ms: number) => void,
): WriteBudget {
  const longest = Math.max(0, ...windows.map(({ count }) => count));
  let sent: number[] = [];
  return {
    async acquire() {
      signal.throwIfAborted();
      for (;;) {
        const now = clock.now();
        const waits = windows.map(({ count, ms }) => {
          const oldest = sent.at(-count);
          return sent.length < count || oldest === undefined ? 0 : oldest + ms - now;
        });
        const wait = Math.max(0, ...waits);
        if (wait <= 0) break;
        onWait(wait);
        await clock.sleep(wait, signal);
      }
      sent = longest === 0 ? [] : [...sent, clock.now()].slice(-longest);
    },
  };
}
