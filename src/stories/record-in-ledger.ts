import { isSamePlace, type Place } from '../aws/place.ts';
import type { LedgerCommit } from '../delivery/ledger-commit.ts';
import { type Ledger, readLedger, writeLedger } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import type { Services } from '../runner/services.ts';

/** Where it is recorded what became of certificates. */
export interface LedgerRecords {
  /** Absolute path of the ledger; undefined: it is a table, or none is kept. */
  readonly ledger: string | undefined;
  /** Undefined: the step does not commit the ledger. */
  readonly ledgerCommit: LedgerCommit | undefined;
  /** Undefined: the ledger is a file, or none is kept. */
  readonly table: Pick<LedgerTable, 'add'> | undefined;
}

/** A change of a ledger: the entries that stay as they are stay the same values, at their places. */
export interface LedgerChange {
  readonly apply: (before: Ledger) => Ledger;
  /** What the ledger then says, for the log. @param count of the entries that changed */
  readonly says: (count: number) => string;
}

/**
 * Changes what the ledger says of certificates, in its file or its table.
 *
 * @param entries of the table
 * @throws UserError `ledger`, `ledger-commit`, `ledger-table`
 */
export async function recordInLedger(
  { apply, says }: LedgerChange,
  { ledger, ledgerCommit, table }: LedgerRecords,
  place: Place,
  entries: readonly LedgerEntry[],
  { files, log }: Pick<Services, 'files' | 'log'>,
): Promise<void> {
  if (table !== undefined) {
    const own = { entries: entries.filter((entry) => isSamePlace(entry, place)), others: [], horizons: [] };
    const changed = differing(own, apply(own));
    await table.add(changed);
    log.info(`The shared ledger ${says(changed.length)}`);
    return;
  }
  if (ledger === undefined) return;
  // What the branch has is read anew: it may say less than the file.
  const before = await readLedger(ledger);
  const after = apply(before);
  const changed = differing(before, after);
  if (changed.length > 0) await writeLedger(files, ledger, after);
  log.info(`The ledger ${ledger} ${says(changed.length)}`);
  await ledgerCommit?.commit();
}

function differing(before: Ledger, after: Ledger): readonly LedgerEntry[] {
  return after.entries.filter((entry, index) => entry !== before.entries[index]);
}
