import { joinLedgers, type Ledger } from './ledger.ts';
import type { LedgerEntry } from './ledger-line.ts';
import { isRetired } from './status.ts';

/**
 * Two ledgers that grew apart as one: every certificate and everything that either knows of the account. Of one
 * certificate the line of `newer` counts; but what a person has withdrawn in either, such as `REVOKED`, stays withdrawn.
 */
export function joinRuns(older: Ledger, newer: Ledger): Ledger {
  const retired = new Map(
    [...older.entries, ...newer.entries].flatMap((entry) =>
      isRetired(entry.status) ? [[placed(entry), entry.status] as const] : [],
    ),
  );
  const joined = joinLedgers(older, newer);
  if (retired.size === 0) return joined;
  const entries = joined.entries.map((entry) => {
    const status = retired.get(placed(entry));
    return status === undefined ? entry : { ...entry, status };
  });
  return { ...joined, entries };
}

function placed({ certificateId, account, region }: LedgerEntry): string {
  return `${certificateId} ${account} ${region}`;
}
