import type { LedgerEntry } from '../records/ledger-line.ts';
import type { Drift } from './find-drift.ts';
import type { Listed } from './listing.ts';

const DAY_MS = 86_400_000;

/** A rotation takes its time; what is left of it after so many days was forgotten. */
const LEFT_AFTER_DAYS = 30;

/**
 * What is left of rotations: certificates that are ACTIVE although their thing has a newer one that is ACTIVE, and has had
 * it for a month.
 *
 * @param listed what the account says of certificates, by their ids
 * @param now milliseconds of AWS's clock
 */
export function findLeftovers(
  entries: readonly LedgerEntry[],
  listed: ReadonlyMap<string, Listed>,
  now: number,
): readonly Drift[] {
  const active = entries.flatMap((entry) => {
    const { status, createdAt = 0 } = listed.get(entry.certificateId) ?? {};
    const { thingName } = entry;
    return thingName != null && status === 'ACTIVE' ? [{ entry, thingName, createdAt }] : [];
  });
  const newest = new Map<string, { readonly createdAt: number; readonly id: string }>();
  for (const { entry, thingName, createdAt } of active) {
    const known = newest.get(thingName);
    if (known === undefined || known.createdAt < createdAt)
      newest.set(thingName, { createdAt, id: entry.certificateId });
  }
  return active.flatMap(({ entry, thingName, createdAt }): readonly Drift[] => {
    const newer = newest.get(thingName);
    if (newer === undefined || newer.createdAt <= createdAt) return [];
    if (now - newer.createdAt < LEFT_AFTER_DAYS * DAY_MS) return [];
    return [
      {
        kind: 'leftover',
        certificateId: entry.certificateId,
        csrPath: entry.csrPath ?? undefined,
        inLedger: `${thingName} has ${newer.id}, too`,
        inAccount: `ACTIVE, ${Math.floor((now - createdAt) / DAY_MS)} days old`,
      },
    ];
  });
}
