import type { Problem } from '../records/certificate.ts';

/** What became of a certificate that was selected. */
export type RevocationResult =
  /** A dry run would have revoked it. */
  | 'selected'
  | 'revoked'
  /** It was revoked before. */
  | 'already'
  /** The account does not hold it. */
  | 'gone'
  /** The account holds it for another key than the ledger says. */
  | 'contradicted'
  /** AWS IoT refused to revoke it. */
  | 'failed'
  /** The run ended before it was revoked, as far as is known. */
  | 'not-attempted';

/** A certificate that was selected. */
export interface RevocationRow {
  readonly certificateId: string;
  /** Undefined: the ledger does not say. Hostile, as all of a ledger is. */
  readonly csrPath: string | undefined;
  /** As in {@link csrPath}. */
  readonly thingName: string | undefined;
  /** The key that it is for, as the account confirms it; undefined: only its id is known. */
  readonly spkiSha256: string | undefined;
  /** In the account, before the run; undefined: it does not hold it. */
  readonly status: string | undefined;
  /** Milliseconds since 1970; undefined as above. */
  readonly issuedAt: number | undefined;
  /** The selectors that it meets. */
  readonly why: readonly string[];
  readonly result: RevocationResult;
  /** Why it was not revoked. */
  readonly problem?: Problem | undefined;
}

/** What `mode: revoke` found and did. */
export interface Revocation {
  readonly isDryRun: boolean;
  /** In the order of the ledger; those that it does not know last. */
  readonly rows: readonly RevocationRow[];
}

/** How many rows have this result. */
export function countOf({ rows }: Revocation, result: RevocationResult): number {
  return rows.filter((row) => row.result === result).length;
}

/** How many certificates are selected that were not revoked before the run. */
export function openIn({ rows }: Revocation): number {
  return rows.filter(({ result }) => result !== 'already' && result !== 'gone' && result !== 'contradicted').length;
}
