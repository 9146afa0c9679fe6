import { groupBy } from '../../lib/group-by.ts';
import type { KnownKey } from '../known-key.ts';
import type { BatchEntry } from './rule.ts';

/** Known keys by their fingerprint; a key has several certificates when new ones were asked for on purpose. */
export function groupByKey(known: readonly KnownKey[]): ReadonlyMap<string, readonly KnownKey[]> {
  return groupBy(known, ({ spkiSha256 }) => spkiSha256);
}

/**
 * Whether a request comes from the device that has this certificate, as far as is known: the same key, file and
 * subject. What is not recorded is not held against it.
 */
export function isSameDevice(entry: BatchEntry, known: KnownKey): boolean {
  return (
    (known.csrPath === undefined || known.csrPath === entry.path) &&
    (known.subjectBytes === undefined || known.subjectBytes === entry.subjectBytes)
  );
}
