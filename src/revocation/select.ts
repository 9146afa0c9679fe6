import { createPathMatcher } from '../csr/files/match-paths.ts';
import { UserError } from '../lib/user-error.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { isInTime, needsRecords, type Selection, timesIn } from './selection.ts';

/** A certificate that the selection may mean; the account has not been asked about it. */
export interface Candidate {
  readonly certificateId: string;
  /** What the ledger has of it; undefined: it was named by its id, and the ledger does not know it. */
  readonly entry: LedgerEntry | undefined;
  /** The selectors that it meets: one of each kind. */
  readonly why: readonly string[];
}

/** What a ledger has of a selection. */
export interface Selected {
  readonly candidates: readonly Candidate[];
  /** Selectors that no certificate of the ledger meets. */
  readonly unmet: readonly string[];
}

/** Whether an entry meets one value of a selector. */
interface Test {
  /** As it may be written: `run=123`. */
  readonly text: string;
  meets(entry: LedgerEntry): boolean;
}

/**
 * What the ledger has of a selection, but for its rules, which need the keys. By its time a certificate is left out only
 * where the ledger says when it was issued: what the account says counts afterwards.
 *
 * @param entries of this account and region
 * @param ids the certificates that are named by their ids, with where each is named
 * @throws UserError `revoke-selector` for the beginning of a commit that several begin with
 */
export function select(
  entries: readonly LedgerEntry[],
  selection: Selection,
  ids: ReadonlyMap<string, string>,
): Selected {
  const kinds = [runTests(selection), commitTests(selection, entries), pathTests(selection)].filter(isAsked);
  const met = new Set<string>();
  const candidates: Candidate[] = [];
  const inLedger = new Set<string>();
  const meant = new Set<string>();
  for (const entry of entries) {
    inLedger.add(entry.certificateId);
    const whys = kinds.map((tests) => tests.filter((test) => test.meets(entry)).map(({ text }) => text));
    for (const text of whys.flat()) met.add(text);
    const named = ids.get(entry.certificateId);
    const isMeant = whys.every((texts) => texts.length > 0) && (ids.size === 0 || named !== undefined);
    if (!isMeant || !mayBeInTime(selection, entry)) continue;
    const why = [
      ...whys.flatMap(([first = '']) => first),
      ...(named === undefined ? [] : [named]),
      ...timesIn(selection),
    ];
    meant.add(entry.certificateId);
    candidates.push({ certificateId: entry.certificateId, entry, why });
  }
  for (const [certificateId, named] of ids) {
    // Where other selectors narrow, the ledger has to know it.
    if (inLedger.has(certificateId) || needsRecords(selection)) continue;
    meant.add(certificateId);
    candidates.push({ certificateId, entry: undefined, why: [named, ...timesIn(selection)] });
  }
  const unmet = kinds.flat().filter(({ text }) => !met.has(text));
  const lost = [...ids.keys()].filter((id) => !meant.has(id));
  return { candidates, unmet: [...unmet.map(({ text }) => text), ...lost.map((id) => `certificate-id=${id}`)] };
}

function isAsked(tests: readonly Test[]): boolean {
  return tests.length > 0;
}

function mayBeInTime(selection: Selection, { issuedAt }: LedgerEntry): boolean {
  return issuedAt === null || isInTime(selection, Date.parse(issuedAt));
}

function runTests({ runs }: Selection): readonly Test[] {
  return runs.map((run) => ({ text: `run=${run}`, meets: ({ runId }) => runId === run }));
}

function commitTests({ commits }: Selection, entries: readonly LedgerEntry[]): readonly Test[] {
  return commits.map((begin) => {
    const meant = new Set(entries.flatMap(({ commit }) => (commit?.startsWith(begin) ? [commit] : [])));
    if (meant.size > 1) {
      throw new UserError(
        'revoke-selector',
        `commit=${begin} is the beginning of ${meant.size} commits of the ledger.`,
        {
          where: 'revoke',
          fix: 'Write more characters of the commit that is meant.',
        },
      );
    }
    return { text: `commit=${begin}`, meets: ({ commit }) => commit?.startsWith(begin) ?? false };
  });
}

function pathTests({ paths }: Selection): readonly Test[] {
  return paths.map((glob) => {
    const isMatch = createPathMatcher([glob]);
    return { text: `path=${glob}`, meets: ({ csrPath }) => csrPath !== null && isMatch(csrPath) };
  });
}
