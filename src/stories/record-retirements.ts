import { isSamePlace, type Place } from '../aws/place.ts';
import type { LedgerCommit } from '../delivery/ledger-commit.ts';
import { plural } from '../lib/words.ts';
import { type Ledger, readLedger, writeLedger } from '../records/ledger.ts';
import { type LifeChange, recordLife } from '../records/ledger-life.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import type { Services } from '../runner/services.ts';

/** Where it is recorded what became of certificates. */
export interface RetirementRecords {
  /** Absolute path of the ledger; undefined: it is a table. */
  readonly ledger: string | undefined;
  /** Undefined: the step does not commit the ledger. */
  readonly ledgerCommit: LedgerCommit | undefined;
  /** Undefined: the ledger is a file. */
  readonly table: Pick<LedgerTable, 'add'> | undefined;
}

/**
 * Writes into the ledger which certificates were confirmed and what became of the superseded ones.
 *
 * @param entries of the table
 * @throws UserError `ledger`, `ledger-commit`, `ledger-table`
 */
export async function recordRetirements(
  changes: ReadonlyMap<string, LifeChange>,
  { ledger, ledgerCommit, table }: RetirementRecords,
  place: Place,
  entries: readonly LedgerEntry[],
  { files, log }: Pick<Services, 'files' | 'log'>,
): Promise<void> {
  if (changes.size === 0) return;
  if (table !== undefined) {
    const own = { entries: entries.filter((entry) => isSamePlace(entry, place)), others: [], horizons: [] };
    const changed = differing(own, recordLife(own, changes, place));
    await table.add(changed);
    log.info(`The shared ledger says more of ${plural(changed.length, 'certificate')}`);
    return;
  }
  if (ledger === undefined) return;
  const before = await readLedger(ledger);
  const after = recordLife(before, changes, place);
  const changed = differing(before, after);
  if (changed.length > 0) await writeLedger(files, ledger, after);
  log.info(`The ledger ${ledger} says more of ${plural(changed.length, 'certificate')}`);
  await ledgerCommit?.commit();
}

function differing(before: Ledger, after: Ledger): readonly LedgerEntry[] {
  return after.entries.filter((entry, index) => entry !== before.entries[index]);
}
