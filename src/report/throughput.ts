/** How many things happened in each interval of a run, in bounded memory. */
export interface Throughput {
  /** One more, at this time in milliseconds. */
  add(now: number): void;
  /** From the first to the last; undefined before the first. */
  read(): Series | undefined;
}

export interface Series {
  /** Length of an interval, milliseconds. */
  readonly intervalMs: number;
  /** How many a second, in each interval. */
  readonly perSecond: readonly number[];
  readonly total: number;
  /** From the first to the last, milliseconds. */
  readonly elapsedMs: number;
}

const FIRST_INTERVAL_MS = 250;

/** @param most intervals; when there are more, two become one */
export function createThroughput(most: number): Throughput {
  let intervalMs = FIRST_INTERVAL_MS;
  let counts: number[] = [];
  let start: number | undefined;
  let last = 0;
  let total = 0;
  return {
    add(now) {
      start ??= now;
      last = now;
      total++;
      while (now - start >= intervalMs * most) {
        const merged = Array.from({ length: Math.ceil(counts.length / 2) }, (_, n) => n * 2);
        counts = merged.map((n) => (counts[n] ?? 0) + (counts[n + 1] ?? 0));
        intervalMs *= 2;
      }
      const index = Math.floor((now - start) / intervalMs);
      counts[index] = (counts[index] ?? 0) + 1;
    },
    read() {
      if (start === undefined) return undefined;
      const elapsedMs = last - start;
      const perSecond = Array.from(counts, (count = 0, index) => {
        // The last interval may not be over.
        const length = Math.min(intervalMs, Math.max(elapsedMs - index * intervalMs, intervalMs / 4));
        return (count * 1_000) / length;
      });
      return { intervalMs, perSecond, total, elapsedMs };
    },
  };
}
