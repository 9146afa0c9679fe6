import type { Place } from '../aws/place.ts';
import { plural } from '../lib/words.ts';
import { withdrawIn } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { RevocationRow } from '../revocation/revocation.ts';
import type { Services } from '../runner/services.ts';
import { type LedgerRecords, recordInLedger } from './record-in-ledger.ts';

/** The certificates that the account has revoked, by their ids, with their keys as the account confirms them. */
export function revokedIn(rows: readonly RevocationRow[]): ReadonlyMap<string, string> {
  const revoked = rows.filter(({ result }) => result === 'revoked' || result === 'already');
  return new Map(
    revoked.flatMap(({ certificateId, spkiSha256 }) =>
      spkiSha256 === undefined ? [] : [[certificateId, spkiSha256] as const],
    ),
  );
}

/**
 * Writes REVOKED into the ledger for certificates that the account has revoked, in this run or before, so that a run that
 * was killed before it got here leaves nothing untrue for good.
 *
 * @param revoked as {@link revokedIn} has them
 * @param entries of the table
 * @throws UserError as {@link recordInLedger}
 */
export async function recordRevocations(
  revoked: ReadonlyMap<string, string>,
  records: LedgerRecords,
  place: Place,
  entries: readonly LedgerEntry[],
  services: Pick<Services, 'files' | 'log'>,
): Promise<void> {
  if (revoked.size === 0) return;
  const change = {
    apply: (before: Parameters<typeof withdrawIn>[0]) => withdrawIn(before, revoked, place),
    says: (count: number) => `says REVOKED of ${plural(count, 'more certificate')}`,
  };
  await recordInLedger(change, records, place, entries, services);
}
