import type { Clock } from '../../src/lib/clock.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A process that may be killed, stopped for a while, or fall asleep with its machine. */
export interface SharedProcess {
  readonly name: string;
  /** Stands still while the machine sleeps. */
  readonly clock: Clock;
  /** The machine's clock as it is set. */
  readonly wall: () => number;
  readonly isAlive: () => boolean;
  die(): void;
  /** Nothing in it goes on for so long. @param sleeps its machine does not count the time, either */
  pause(ms: number, sleeps: boolean): void;
  /** Resolves when it is not stopped; never when it is dead. */
  resumed(): Promise<void>;
}

export function startProcess(name: string, clock: VirtualClock, skew: number): SharedProcess {
  let isAlive = true;
  let until = 0;
  let asleep = 0;
  const now = (): number => clock.now() - asleep;
  const wake = (callback: () => void): void => {
    if (!isAlive) return;
    if (clock.now() >= until) callback();
    else clock.at(until, () => wake(callback));
  };
  return {
    name,
    wall: () => clock.now() + skew,
    isAlive: () => isAlive,
    die() {
      isAlive = false;
    },
    pause(ms, sleeps) {
      until = Math.max(until, clock.now() + ms);
      if (sleeps) asleep += ms;
    },
    resumed: () => new Promise((resolve) => wake(resolve)),
    clock: {
      now,
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (signal?.aborted) return reject(signal.reason);
          clock.at(clock.now() + ms, () => wake(resolve));
          signal?.addEventListener('abort', () => wake(() => reject(signal.reason)));
        }),
    },
  };
}
