import type { Clock } from '../../src/lib/clock.ts';

/** A clock on which only sleeping takes time, and no real time at all. */
export function createInstantClock(onSleep: (ms: number) => void = () => {}): Clock & { readonly slept: number[] } {
  let time = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    async sleep(ms, signal) {
      slept.push(ms);
      onSleep(ms);
      signal?.throwIfAborted();
      time += ms;
    },
  };
}
