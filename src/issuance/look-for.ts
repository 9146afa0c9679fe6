import type { Csr } from '../csr/csr.ts';
import type { JournalState } from '../records/journal.ts';
import type { Search } from './choose-search.ts';
import type { Unresolved } from './resolve.ts';

/** CSRs whose records are confirmed or wrong, and those that have none. */
export interface LeftToDo {
  /** CSRs of which no certificate is known, in the order of the batch. */
  readonly create: readonly Csr[];
  /** CSRs that have their certificate. */
  readonly reused: readonly Csr[];
  /** Those of `create` about which the records are wrong. */
  readonly unknown: ReadonlySet<Csr>;
}

/**
 * The CSRs to look for in the account before anything is created: those whose certificate may exist without being
 * known, because an earlier run announced its request or may have sent it.
 *
 * @param inDoubt what the journal of this machine leaves unresolved, by SPKI
 */
export function lookFor(
  { create, reused, unknown }: LeftToDo,
  inDoubt: JournalState['inDoubt'],
  search: Search,
): readonly Unresolved<Csr>[] {
  const announced = (csr: Csr): number => {
    // Where the records are wrong about a key, its certificate may be anywhere in the account.
    if (unknown.has(csr)) return 0;
    return inDoubt.get(csr.spkiSha256)?.since ?? Number.POSITIVE_INFINITY;
  };
  const isAnnounced = (csr: Csr): boolean => inDoubt.has(csr.spkiSha256);
  if (search.scope !== 'since') {
    const looked = create.filter((csr) => isAnnounced(csr) || unknown.has(csr));
    return looked.map((csr) => ({ csr, since: announced(csr), mayBeLate: isAnnounced(csr) }));
  }
  const { time, mayBeLate, always } = search;
  if (create.length === 0 && !always) return [];
  return [
    ...create.map((csr) => ({
      csr,
      since: Math.min(time, announced(csr)),
      mayBeLate: mayBeLate || isAnnounced(csr),
    })),
    // Theirs is known; another one would be a duplicate.
    ...reused.map((csr) => ({ csr, since: time, mayBeLate: false })),
  ];
}
