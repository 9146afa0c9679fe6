import { isSamePlace, type Place } from '../aws/place.ts';
import type { LedgerCommit } from '../delivery/ledger-commit.ts';
import { plural } from '../lib/words.ts';
import { type Ledger, readLedger, withdrawIn, writeLedger } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import type { RevocationRow } from '../revocation/revocation.ts';
import type { Services } from '../runner/services.ts';

/** Where it is recorded that certificates are revoked. */
export interface RevocationRecords {
  /** Absolute path of the ledger; undefined: it is a table, or none is kept. */
  readonly ledger: string | undefined;
  /** Undefined: the step does not commit the ledger. */
  readonly ledgerCommit: LedgerCommit | undefined;
  /** Undefined: the ledger is a file, or none is kept. */
  readonly table: Pick<LedgerTable, 'add'> | undefined;
}

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
 * @param entries of the table
 * @param revoked as {@link revokedIn} has them
 * @throws UserError `ledger`, `ledger-commit`, `ledger-table`
 */
export async function recordRevocations(
  revoked: ReadonlyMap<string, string>,
  { ledger, ledgerCommit, table }: RevocationRecords,
  place: Place,
  entries: readonly LedgerEntry[],
  { files, log }: Pick<Services, 'files' | 'log'>,
): Promise<void> {
  if (revoked.size === 0) return;
  if (table !== undefined) {
    const own = { entries: entries.filter((entry) => isSamePlace(entry, place)), others: [], horizons: [] };
    const { changed } = withdraw(own, revoked, place);
    await table.add(changed);
    log.info(`The shared ledger says REVOKED of ${plural(changed.length, 'more certificate')}`);
    return;
  }
  if (ledger === undefined) return;
  const before = await readLedger(ledger);
  const { after, changed } = withdraw(before, revoked, place);
  // What the branch has is read anew: it may say less than the file.
  if (changed.length > 0) await writeLedger(files, ledger, after);
  log.info(`The ledger ${ledger} says REVOKED of ${plural(changed.length, 'more certificate')}`);
  await ledgerCommit?.commit();
}

function withdraw(before: Ledger, revoked: ReadonlyMap<string, string>, place: Place) {
  const after = withdrawIn(before, revoked, place);
  return { after, changed: after.entries.filter((entry, index) => entry !== before.entries[index]) };
}
