import { matchesWildcards } from '../lib/wildcards.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { DELETED } from '../records/status.ts';

/**
 * The name of a thing, in which `*` and `?` may stand.
 * https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html
 */
export const THING_NAME_PATTERN = /^[a-zA-Z0-9:_*?-]{1,128}$/;

/** What a ledger has of a thing. */
export interface ThingEntries {
  readonly thing: string;
  /** Of its certificates, but for those that were deleted. */
  readonly entries: readonly LedgerEntry[];
}

/**
 * The things of a ledger, and what it has of each. A line without a thing, as runs wrote before there was one, is of the
 * thing whose later line has the same CSR path.
 *
 * @param entries of this account and region
 * @param patterns of the names of things; empty: all
 */
export function thingsIn(entries: readonly LedgerEntry[], patterns: readonly string[]): readonly ThingEntries[] {
  const thingOfPath = new Map<string, string | undefined>();
  for (const { csrPath, thingName } of entries) {
    if (csrPath === null || thingName == null) continue;
    const known = thingOfPath.has(csrPath) ? thingOfPath.get(csrPath) : thingName;
    // A path that two things had says nothing.
    thingOfPath.set(csrPath, known === thingName ? thingName : undefined);
  }
  const things = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const thing = entry.thingName ?? thingOfPath.get(entry.csrPath ?? '');
    if (thing === undefined || entry.status === DELETED) continue;
    const known = things.get(thing);
    if (known === undefined) things.set(thing, [entry]);
    else known.push(entry);
  }
  return [...things]
    .filter(([thing]) => patterns.length === 0 || patterns.some((pattern) => matchesWildcards(thing, pattern)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([thing, own]) => ({ thing, entries: own }));
}
