import { type RetryOptions, retry } from '../../lib/retry.ts';
import { UserError } from '../../lib/user-error.ts';
import { duration } from '../../lib/words.ts';
import { mayPass, type RefusalFacts, tableRefusal } from './table-refusals.ts';

/** How a table's calls wait. */
export interface TableWaiting extends Pick<RetryOptions, 'clock' | 'signal'> {
  /** Prints a line about a wait that a person should hear of; undefined: nobody listens. */
  readonly report?: ((line: string) => void) | undefined;
}

/** Makes a call of a table until it succeeds. @param action IAM's name of it, which the error names */
export type Persistently = <T>(action: string, call: () => Promise<T>) => Promise<T>;

/** Tries of a call, and the wait after the first; together 12.75 s, in which a throttled table has split or grown. */
const TRIES = 9;
const FIRST_WAIT_MS = 50;

/** A wait that a person should hear of, and how often after that, whatever number of calls wait. */
const LONG_MS = 4_000;
const AGAIN_MS = 30_000;

/**
 * Every call of a table is harmless to repeat, and is repeated with bounds; a long wait is reported.
 *
 * @returns throws UserError `ledger-table` when the table refuses it or stays out of reach, `cancelled` as soon as the
 * signal is aborted
 */
export function createPersistently(facts: RefusalFacts, { clock, signal, report }: TableWaiting): Persistently {
  let reported = Number.NEGATIVE_INFINITY;
  const note = (action: string, since: number): void => {
    const now = clock.now();
    if (now - since < LONG_MS || now - reported < AGAIN_MS) return;
    reported = now;
    report?.(`Waiting for the table ${facts.address}: no answer to ${action} for ${duration(now - since)}`);
  };
  return async (action, call) => {
    const since = clock.now();
    const passes = (error: unknown): boolean => {
      const isTriedAgain = mayPass(error);
      if (isTriedAgain) note(action, since);
      return isTriedAgain;
    };
    try {
      return await retry(call, { clock, signal, tries: TRIES, firstWaitMs: FIRST_WAIT_MS, mayPass: passes });
    } catch (error) {
      throw signal?.aborted ? unansweredAtCancel(action, facts) : tableRefusal(error, action, facts);
    }
  };
}

function unansweredAtCancel(action: string, { address }: RefusalFacts): UserError {
  return new UserError('cancelled', `The job was cancelled before the table had answered ${action}.`, {
    where: address,
    fix: 'Run the job again: what exists in the account and is not in the table is found.',
  });
}
