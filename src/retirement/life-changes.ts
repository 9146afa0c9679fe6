import type { LifeChange } from '../records/ledger-life.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { DELETED } from '../records/status.ts';
import type { Confirmations } from './confirmed-list.ts';
import type { RetirementRow } from './retirement.ts';

/**
 * What the ledger is to say after a run: which certificates have connected, and what became of the superseded ones.
 *
 * @param entries of this account and region
 * @param confirmed the certificates with which a device has connected, by the list of this run
 * @param now milliseconds of AWS's clock
 */
export function lifeChanges(
  entries: readonly LedgerEntry[],
  rows: readonly RetirementRow[],
  confirmed: ReadonlySet<string>,
  now: number,
): ReadonlyMap<string, LifeChange> {
  const time = new Date(now).toISOString();
  const changes = new Map<string, LifeChange>();
  for (const { certificateId, spkiSha256 } of entries) {
    if (confirmed.has(certificateId)) changes.set(certificateId, { spkiSha256, confirmedAt: time });
  }
  for (const row of rows) {
    const change = changeOf(row, time);
    if (change !== undefined) changes.set(row.certificateId, { ...changes.get(row.certificateId), ...change });
  }
  return changes;
}

/**
 * The certificates that a list confirms: those that it names, and the newest one of each thing that it names.
 *
 * @param newest by the names of things: the certificate that the account created last
 */
export function confirmedIds(
  { certificateIds, things }: Confirmations,
  newest: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  return new Set([...certificateIds, ...[...things].flatMap((thing) => newest.get(thing) ?? [])]);
}

function changeOf({ result, status, to, spkiSha256 }: RetirementRow, time: string): LifeChange | undefined {
  switch (result) {
    case 'retired':
      return { spkiSha256, status: 'INACTIVE', retiredAt: time };
    case 'revoked':
      return { spkiSha256, status: 'REVOKED' };
    case 'deleted':
      return { spkiSha256, status: DELETED };
    case 'already':
      // A run that was killed before it had recorded what it did.
      return { spkiSha256, status: status ?? (to === 'DELETED' ? DELETED : undefined) };
    default:
      return undefined;
  }
}
