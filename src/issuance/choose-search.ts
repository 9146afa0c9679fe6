import type { Span } from '../records/reach.ts';

/** When to search the account for certificates that earlier attempts may have issued: the input `reconcile`. */
export type Reconcile =
  | { readonly when: 'auto' | 'always' | 'never' }
  /** Milliseconds of AWS's clock. */
  | { readonly when: 'since'; readonly since: number };

/** How the account is searched for certificates that nothing here knows of. */
export type Search =
  /** Not at all; what is unresolved stays so. */
  | { readonly scope: 'never' }
  /** For what the journal leaves unresolved only. */
  | { readonly scope: 'unresolved' }
  | {
      readonly scope: 'since';
      /** Milliseconds of AWS's clock; 0 for the whole account. */
      readonly time: number;
      /** A request may have been sent just before this run. */
      readonly mayBeLate: boolean;
      /** Search also when every CSR has its certificate: for duplicates. */
      readonly always: boolean;
      /** What other runs issued before does not count. */
      readonly isPartial: boolean;
    };

/** A search, or the one back to the begin of this workflow run, which GitHub has to be asked for. */
export type ChosenSearch = Search | { readonly scope: 'since-run-start' };

/** What decides how the account is searched. */
export interface SearchFacts {
  readonly reconcile: Reconcile;
  /** What the ledger knows of the account; undefined: nothing, as when it is missing or empty. */
  readonly known: Span | undefined;
  /** Milliseconds of AWS's clock: this repository cannot have issued anything earlier; 0 when that is not known. */
  readonly earliest: number;
  /** Another shard of this attempt has found out what the account held before any of them created something. */
  readonly isSurveyed?: boolean;
  /** The ledger is a table, in which every request is claimed before it is sent. */
  readonly isShared?: boolean;
  /** New certificates are wanted on purpose: only what this workflow run has issued counts. */
  readonly reissue: boolean;
  /** An earlier attempt of this workflow run may have issued certificates. */
  readonly isRerun: boolean;
}

/**
 * How the account is to be searched. `auto` searches what the ledger does not know: back to its horizon, and without one
 * back to the earliest time at which this repository can have issued anything. A shard that another one has spared the
 * search looks for nothing more. What the journal of this machine leaves
 * unresolved is looked for whatever is chosen, see {@link lookFor}.
 */
export function chooseSearch(facts: SearchFacts): ChosenSearch {
  const { reconcile, known, earliest, isSurveyed, isShared, reissue, isRerun } = facts;
  switch (reconcile.when) {
    case 'never':
      return { scope: 'never' };
    case 'since':
      // Not later than the horizon, so that no certificate is left out between the two.
      return {
        scope: 'since',
        time: Math.min(reconcile.since, known?.until ?? Number.POSITIVE_INFINITY),
        mayBeLate: true,
        always: true,
        isPartial: false,
      };
    case 'always':
      return { scope: 'since', time: 0, mayBeLate: true, always: true, isPartial: false };
    case 'auto':
      if (isShared) return { scope: 'unresolved' };
      if (!reissue) {
        // What is not known then is other shards', but for what an earlier attempt of this one asked for at its end.
        if (isSurveyed && !isRerun) return { scope: 'unresolved' };
        const time = known?.until ?? earliest;
        return { scope: 'since', time, mayBeLate: isRerun, always: false, isPartial: false };
      }
      return isRerun ? { scope: 'since-run-start' } : { scope: 'unresolved' };
  }
}

/** The search back to the begin of this workflow run. @param time milliseconds of AWS's clock; 0 when it is unknown */
export function searchSinceRunStart(time: number): Search {
  return { scope: 'since', time, mayBeLate: true, always: false, isPartial: true };
}
