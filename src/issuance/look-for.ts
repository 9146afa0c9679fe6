import type { Csr } from '../csr/csr.ts';
import type { JournalState } from '../records/journal.ts';
import type { Search } from './choose-search.ts';
import type { Plan } from './plan.ts';
import type { Unresolved } from './resolve.ts';

/**
 * The CSRs to look for in the account before anything is created: those whose certificate may exist without being
 * known, because an earlier run announced its request or may have sent it.
 *
 * @param inDoubt what the journal of this machine leaves unresolved, by SPKI
 */
export function lookFor(
  { create, reuse }: Plan,
  inDoubt: JournalState['inDoubt'],
  search: Search,
): readonly Unresolved<Csr>[] {
  const announced = (csr: Csr): number => inDoubt.get(csr.spkiSha256)?.since ?? Number.POSITIVE_INFINITY;
  if (search.scope !== 'since') {
    return create.flatMap((csr) =>
      inDoubt.has(csr.spkiSha256) ? [{ csr, since: announced(csr), mayBeLate: true }] : [],
    );
  }
  const { time, mayBeLate, always } = search;
  if (create.length === 0 && !always) return [];
  return [
    ...create.map((csr) => ({
      csr,
      since: Math.min(time, announced(csr)),
      mayBeLate: mayBeLate || inDoubt.has(csr.spkiSha256),
    })),
    // Theirs is known; another one would be a duplicate.
    ...reuse.map(({ csr }) => ({ csr, since: time, mayBeLate: false })),
  ];
}
