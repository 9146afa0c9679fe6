import type { Clock } from '../../clock.ts';
import { createGovernor } from './governor.ts';

/** What the pacer is told about the quota of its operation. */
export type PacerMode =
  /** Nothing: find the quota, and then use this share of it, more than 0 and at most 1. */
  | { readonly kind: 'auto'; readonly share: number }
  /** The quota's calls a second, as Service Quotas has them; how deep the burst is stays unknown. */
  | { readonly kind: 'known'; readonly quota: number }
  /** A rate the user has set, in calls a second: never exceeded, no burst. */
  | { readonly kind: 'fixed'; readonly perSecond: number };

/** How a call ended, as far as the quota is concerned; `failed` says nothing about it (time-out, reset). */
export type CallOutcome = 'admitted' | 'throttled' | 'failed';

/** Leave for one call. */
export interface Permit {
  /** Tells how the call ended. Every permit has to be told once, or it counts as in flight for ever. */
  done(outcome: CallOutcome): void;
}

export interface PacerStats {
  /** Calls a second the pacer sends at now; undefined as long as it has not met the quota. */
  readonly rate: number | undefined;
  /** Calls a second the quota is believed to allow; undefined as long as the pacer has not met it. */
  readonly quota: number | undefined;
  readonly sent: number;
  readonly admitted: number;
  readonly throttled: number;
  readonly failed: number;
  readonly inFlight: number;
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
