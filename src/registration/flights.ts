/** Work on items that come one by one, many at a time. */
export interface Flights<T> {
  /** Its work begins at once, or as soon as others have ended. */
  add(item: T): void;
  /** Resolves when nothing is under way, or something is so, which is looked at each time that work ends. */
  until(isSo: () => boolean): Promise<void>;
}

/** @param work must not reject */
export function createFlights<T>(width: number, work: (item: T) => Promise<void>): Flights<T> {
  const waiting: T[] = [];
  const watchers = new Set<() => void>();
  let running = 0;
  let next = 0;
  const start = (): void => {
    while (running < width && next < waiting.length) {
      running++;
      void work(waiting[next++] as T).then(() => {
        running--;
        start();
        for (const look of watchers) look();
      });
    }
  };
  return {
    add(item) {
      waiting.push(item);
      start();
    },
    until: (isSo) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (running > 0 && !isSo()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}
