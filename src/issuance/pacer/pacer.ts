import type { Clock } from '../../lib/clock.ts';
import { onAbort } from '../../lib/on-abort.ts';
import { createAlarm } from './alarm.ts';
import type { CallOutcome, PacerMode, PacerStats } from './protocol.ts';
import { createStartTimes } from './start-times.ts';

/** Permission for one call. */
export interface Permit {
  /**
   * Reports how the call ended. A permit that never reports counts as in flight for ever; a second report is ignored.
   */
  done(outcome: CallOutcome): void;
}

/**
 * Says when the calls of one operation may start, so that they are as fast as its quota allows and hardly throttled.
 */
export interface Pacer {
  /**
   * Resolves when one call may start, in the order of asking; rejects with the signal's reason when it is aborted
   * first. A throttled call asks again like any other.
   */
  acquire(signal?: AbortSignal): Promise<Permit>;
  readonly stats: PacerStats;
}

export interface PacerOptions {
  readonly clock: Clock;
  readonly mode: PacerMode;
  /** Most calls at a time; {@link MAX_IN_FLIGHT} when undefined. */
  readonly maxInFlight?: number;
  /** Called after each call that was admitted. */
  readonly onAdmitted?: () => void;
}

/**
 * More calls at a time than any quota needs (500 a second at half a second each), and few enough for the sockets and
 * the memory of a small runner.
 */
const MAX_IN_FLIGHT = 256;

export function createPacer(options: PacerOptions): Pacer {
  const { clock, mode, maxInFlight = MAX_IN_FLIGHT, onAdmitted } = options;
  const startTimes = createStartTimes(mode, clock.now());
  const waiting = new Set<(permit: Permit) => void>();
  const alarm = createAlarm(clock, release);

  const start = (now: number): Permit => {
    let call: ReturnType<typeof startTimes.started> | undefined = startTimes.started(now);
    return {
      done(outcome) {
        if (call === undefined) return;
        const answered = call;
        call = undefined;
        startTimes.answered(answered, outcome, clock.now());
        if (outcome === 'admitted') onAdmitted?.();
        release();
      },
    };
  };
  const mayStart = (now: number): boolean => startTimes.stats().inFlight < maxInFlight && startTimes.earliest() <= now;
  const setAlarm = (now: number): void =>
    alarm.set(waiting.size === 0 ? Number.POSITIVE_INFINITY : startTimes.earliest(), now);
  function release(): void {
    const now = clock.now();
    for (const resolve of waiting) {
      if (!mayStart(now)) break;
      waiting.delete(resolve);
      resolve(start(now));
    }
    setAlarm(now);
  }

  return {
    async acquire(signal) {
      signal?.throwIfAborted();
      const now = clock.now();
      if (waiting.size === 0 && mayStart(now)) return start(now);
      return await new Promise<Permit>((resolve, reject) => {
        const go = (permit: Permit): void => {
          forget?.();
          resolve(permit);
        };
        const forget =
          signal &&
          onAbort(signal, () => {
            waiting.delete(go);
            setAlarm(clock.now());
            reject(signal.reason);
          });
        waiting.add(go);
        setAlarm(now);
      });
    },
    get stats() {
      return startTimes.stats();
    },
  };
}
