import { joinLedgers, type Ledger } from './ledger.ts';
import { isRetired } from './status.ts';

/**
 * Two ledgers that grew apart as one: every certificate and everything that either knows of the account. Of one
 * certificate the line of `newer` counts; but what a person has withdrawn in either, such as `REVOKED`, stays withdrawn.
 */
export function joinRuns(older: Ledger, newer: Ledger): Ledger {
  const retired = new Map(
    [...older.entries, ...newer.entries].flatMap(({ certificateId, status }) =>
      isRetired(status) ? [[certificateId, status]] : [],
    ),
  );
  const joined = joinLedgers(older, newer);
  if (retired.size === 0) return joined;
  const entries = joined.entries.map((entry) => {
    const status = retired.get(entry.certificateId);
    return status === undefined ? entry : { ...entry, status };
  });
  return { ...joined, entries };
}
