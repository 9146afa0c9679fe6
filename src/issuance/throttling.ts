import { UserError } from '../lib/user-error.ts';
import { duration } from '../lib/words.ts';
import type { Pacer } from './pacer/pacer.ts';

/** Nothing but throttles for so long is in the log, and again each time after it. */
const REPORTED_MS = 30_000;

/** Nothing but throttles for so long is the end: the quota is used up by somebody else. */
const GIVEN_UP_MS = 10 * 60_000;

/** How long an operation has met nothing but throttles. */
export interface Throttling {
  /** Something else was answered. */
  end(): void;
  /** A call was throttled. @throws UserError `throttled` when it has lasted too long */
  goOn(action: string, now: number, report: ((line: string) => void) | undefined): void;
}

/** Each operation has a quota of its own, and a pacer: how long it has let nothing through. */
const throttlings = new WeakMap<Pacer, Throttling>();

/** That of an operation. @param pacer of the operation */
export function throttlingOf(pacer: Pacer): Throttling {
  const known = throttlings.get(pacer);
  if (known !== undefined) return known;
  let since: number | undefined;
  let reportedAt = 0;
  const throttling: Throttling = {
    end() {
      since = undefined;
    },
    goOn(action, now, report) {
      if (since === undefined) {
        since = now;
        reportedAt = now;
      }
      if (now - since >= GIVEN_UP_MS) throw throttledFor(action, now - since);
      if (now - reportedAt < REPORTED_MS) return;
      reportedAt = now;
      report?.(
        `AWS IoT has let no call of ${action} through for ${duration(now - since)}: others use up its quota. Waiting`,
      );
    },
  };
  throttlings.set(pacer, throttling);
  return throttling;
}

function throttledFor(action: string, ms: number): UserError {
  return new UserError('throttled', `AWS IoT has throttled every call of ${action} for ${duration(ms)}.`, {
    where: action,
    fix: 'Find out who else calls it in this account and region (CloudTrail, or the throttles in CloudWatch), or ask AWS for a higher quota, and run the job again: what was done is not done twice.',
  });
}
