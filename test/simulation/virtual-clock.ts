import type { Clock } from '../../src/lib/clock.ts';

/** Time that passes only when nothing else is left to do. */
export interface VirtualClock {
  now(): number;
  /** A clock for one process: after `stop`, its sleepers never wake. */
  process(): Clock & { stop(): void };
  /** Calls back at this time. */
  at(time: number, callback: () => void): void;
  /** Lets time pass until `isOver`. Throws when nothing is left to happen. */
  run(isOver: () => boolean): Promise<void>;
}

export function createVirtualClock(start: number): VirtualClock {
  let time = start;
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  const add = (at: number, callback: () => void): (() => void) => {
    const timer = { at: Math.max(at, time), callback };
    const place = timers.findIndex((other) => other.at > timer.at);
    timers.splice(place < 0 ? timers.length : place, 0, timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  return {
    now: () => time,
    at: (at, callback) => {
      add(at, callback);
    },
    process() {
      let isRunning = true;
      return {
        now: () => time,
        sleep: (ms, signal) =>
          new Promise((resolve, reject) => {
            if (signal?.aborted) return reject(signal.reason);
            const cancel = add(time + ms, () => isRunning && resolve());
            signal?.addEventListener('abort', () => {
              cancel();
              if (isRunning) reject(signal.reason);
            });
          }),
        stop() {
          isRunning = false;
        },
      };
    },
    async run(isOver) {
      for (;;) {
        // All promises that can go on do so before the next turn of the event loop.
        await new Promise(setImmediate);
        if (isOver()) return;
        const next = timers.shift();
        if (next === undefined) throw new Error('nothing is left to happen, and it is not over');
        time = next.at;
        next.callback();
      }
    },
  };
}
