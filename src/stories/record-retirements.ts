import type { Place } from '../aws/place.ts';
import { plural } from '../lib/words.ts';
import { type LifeChange, recordLife } from '../records/ledger-life.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { Services } from '../runner/services.ts';
import { type LedgerRecords, recordInLedger } from './record-in-ledger.ts';

/**
 * Writes into the ledger which certificates were confirmed and what became of the superseded ones.
 *
 * @param entries of the table
 * @throws UserError as {@link recordInLedger}
 */
export async function recordRetirements(
  changes: ReadonlyMap<string, LifeChange>,
  records: LedgerRecords,
  place: Place,
  entries: readonly LedgerEntry[],
  services: Pick<Services, 'files' | 'log'>,
): Promise<void> {
  if (changes.size === 0) return;
  const change = {
    apply: (before: Parameters<typeof recordLife>[0]) => recordLife(before, changes, place),
    says: (count: number) => `says more of ${plural(count, 'certificate')}`,
  };
  await recordInLedger(change, records, place, entries, services);
}
