import { isSamePlace, type Place } from '../aws/place.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerEntry } from './ledger-line.ts';

/** What has become of a certificate since it was issued; undefined: what the ledger says stays. */
export interface LifeChange {
  /** Of its key, as the account confirms it: a line that has the certificate for another key is wrong. */
  readonly spkiSha256: string;
  readonly status?: string | undefined;
  /** ISO 8601; the ledger keeps the first of these times. */
  readonly confirmedAt?: string | undefined;
  readonly retiredAt?: string | undefined;
}

/**
 * Writes into the lines of certificates what has become of them; every other entry stays the same value.
 *
 * @param changes of certificates of `place`, by their ids
 */
export function recordLife(ledger: Ledger, changes: ReadonlyMap<string, LifeChange>, place: Place): Ledger {
  const entries = ledger.entries.map((entry) => {
    const change = changes.get(entry.certificateId);
    const isMeant = change?.spkiSha256 === entry.spkiSha256 && isSamePlace(entry, place);
    return isMeant ? changed(entry, change) : entry;
  });
  return { ...ledger, entries };
}

function changed(entry: LedgerEntry, { status, confirmedAt, retiredAt }: LifeChange): LedgerEntry {
  const more: Partial<LedgerEntry> = {
    ...(status !== undefined && status !== entry.status && { status }),
    ...(confirmedAt !== undefined && entry.confirmedAt == null && { confirmedAt }),
    ...(retiredAt !== undefined && entry.retiredAt == null && { retiredAt }),
  };
  return Object.keys(more).length === 0 ? entry : { ...entry, ...more };
}
