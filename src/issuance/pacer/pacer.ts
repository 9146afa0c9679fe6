import type { Clock } from '../../lib/clock.ts';
import { createGovernor } from './governor.ts';
import type { CallOutcome, PacerMode, PacerStats } from './protocol.ts';

/** Leave for one call. */
export interface Permit {
  /** Tells how the call ended. Every permit has to be told once, or it counts as in flight for ever. */
  done(outcome: CallOutcome): void;
}

export interface Pacer {
  /**
   * Resolves when one call may start, in the order of asking; rejects with the signal's reason when it is aborted first.
   * A throttled call asks again like any other.
   */
  acquire(signal?: AbortSignal): Promise<Permit>;
  readonly stats: PacerStats;
}

export interface PacerOptions {
  readonly clock: Clock;
  readonly mode: PacerMode;
  /** Most calls at a time; 256 unless told. */
  readonly maxInFlight?: number;
  /** Told of each call that was admitted. */
  readonly onAdmitted?: () => void;
}

const MAX_IN_FLIGHT = 256;

export function createPacer(options: PacerOptions): Pacer {
  const { clock, mode, maxInFlight = MAX_IN_FLIGHT, onAdmitted } = options;
  const governor = createGovernor(mode, clock.now());
  const waiting = new Set<(permit: Permit) => void>();
  let timer: { readonly at: number; readonly stop: AbortController } | undefined;

  const start = (now: number): Permit => {
    let call: ReturnType<typeof governor.started> | undefined = governor.started(now);
    return {
      done(outcome) {
        if (call === undefined) return;
        const answered = call;
        call = undefined;
        governor.answered(answered, outcome, clock.now());
        if (outcome === 'admitted') onAdmitted?.();
        release();
      },
    };
  };

  const mayStart = (now: number): boolean => governor.stats().inFlight < maxInFlight && governor.earliest() <= now;

  const release = (): void => {
    const now = clock.now();
    for (const resolve of waiting) {
      if (!mayStart(now)) break;
      waiting.delete(resolve);
      resolve(start(now));
    }
    wait(now);
  };

  const wait = (now: number): void => {
    const at = waiting.size === 0 ? Number.POSITIVE_INFINITY : governor.earliest();
    if (timer !== undefined) {
      // One that ends sooner does no harm, and with every answer the time changes.
      if (timer.at <= at && at !== Number.POSITIVE_INFINITY) return;
      timer.stop.abort();
      timer = undefined;
    }
    if (at === Number.POSITIVE_INFINITY || at <= now) return;
    const mine = { at, stop: new AbortController() };
    timer = mine;
    clock.sleep(at - now, mine.stop.signal).then(
      () => {
        if (timer !== mine) return;
        timer = undefined;
        release();
      },
      () => {},
    );
  };

  return {
    async acquire(signal) {
      signal?.throwIfAborted();
      const now = clock.now();
      if (waiting.size === 0 && mayStart(now)) return start(now);
      return await new Promise<Permit>((resolve, reject) => {
        const go = (permit: Permit): void => {
          signal?.removeEventListener('abort', abandon);
          resolve(permit);
        };
        const abandon = (): void => {
          waiting.delete(go);
          wait(clock.now());
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', abandon, { once: true });
        waiting.add(go);
        wait(now);
      });
    },
    get stats() {
      return governor.stats();
    },
  };
}
