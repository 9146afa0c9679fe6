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
    };

/** A search, or the one back to the begin of this workflow run, which GitHub has to be asked for. */
export type ChosenSearch = Search | { readonly scope: 'since-run-start' };

/** What decides how the account is searched. */
export interface SearchFacts {
  readonly reconcile: Reconcile;
  /** A ledger is named, and so is complete but for this workflow run. */
  readonly keepsLedger: boolean;
  /** New certificates are wanted on purpose: only what this workflow run has issued counts. */
  readonly reissue: boolean;
  /** An earlier attempt of this workflow run may have issued certificates. */
  readonly isRerun: boolean;
}

/**
 * How the account is to be searched. `auto` searches no more than it has to, but never less: without a ledger nothing
 * but the account knows what other runs have issued. What the journal of this machine leaves unresolved is looked for
 * whatever is chosen, see {@link lookFor}.
 */
export function chooseSearch({ reconcile, keepsLedger, reissue, isRerun }: SearchFacts): ChosenSearch {
  switch (reconcile.when) {
    case 'never':
      return { scope: 'never' };
    case 'since':
      return { scope: 'since', time: reconcile.since, mayBeLate: true, always: true };
    case 'always':
      return { scope: 'since', time: 0, mayBeLate: true, always: true };
    case 'auto':
      if (!keepsLedger && !reissue) return { scope: 'since', time: 0, mayBeLate: isRerun, always: false };
      return isRerun ? { scope: 'since-run-start' } : { scope: 'unresolved' };
  }
}

/** The search back to the begin of this workflow run. @param time milliseconds of AWS's clock; 0 when it is unknown */
export function searchSinceRunStart(time: number): Search {
  return { scope: 'since', time, mayBeLate: true, always: false };
}
