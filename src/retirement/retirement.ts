import type { Problem } from '../records/certificate.ts';

/** What a superseded certificate becomes: INACTIVE first, the other two by a later run. */
export type RetireTo = 'INACTIVE' | 'REVOKED' | 'DELETED';

/** A file that names certificates or things. */
export interface NamedList {
  /** As it was written. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** What is asked of a run that retires. */
export interface RetireWish {
  /** Patterns of the names of things; empty: all things of the ledger. */
  readonly things: readonly string[];
  /** What has connected; undefined: only what the ledger says of it counts. */
  readonly confirmed: NamedList | undefined;
  /**
   * A certificate that the account has held for this long counts as confirmed, milliseconds; undefined: only those count
   * with which a device has connected.
   */
  readonly unconfirmedAfterMs: number | undefined;
  readonly to: RetireTo;
  /** How long a certificate has been INACTIVE before it is revoked or deleted, milliseconds. */
  readonly waitMs: number;
}

/** What became of a certificate whose thing has a newer one. */
export type RetirementResult =
  /** A dry run would have done it. */
  | 'planned'
  /** It is INACTIVE, and attached to its thing no longer. */
  | 'retired'
  | 'revoked'
  | 'deleted'
  /** It is INACTIVE, and has not been for as long as it has to be before it is revoked or deleted. */
  | 'waiting'
  /** All that is asked for was done before. */
  | 'already'
  /** No device is known to have connected with the newer certificate. */
  | 'unconfirmed'
  /** Something speaks against it: the newer one could not take its place, or the account shows it elsewhere. */
  | 'refused'
  /** The account holds it for another key than the ledger says. */
  | 'contradicted'
  /** The account does not hold it. */
  | 'gone'
  /** AWS IoT refused. */
  | 'failed'
  /** The run ended before its turn, or in the middle of it. */
  | 'not-attempted';

/** A certificate whose thing has a newer one, by the ledger. */
export interface RetirementRow {
  /** Hostile, as all of a ledger is; but a legal name of a thing. */
  readonly thing: string;
  readonly certificateId: string;
  /** Undefined: the ledger does not say. As hostile. */
  readonly csrPath: string | undefined;
  readonly spkiSha256: string;
  /** In the account, before the run; undefined: it does not hold it. */
  readonly status: string | undefined;
  /** When the account created it, milliseconds since 1970; undefined as above. */
  readonly createdAt: number | undefined;
  /** The newer certificate that takes its place; undefined: there is none that could. */
  readonly successor: string | undefined;
  /** What is to become of it, or became of it; undefined: nothing was to be done. */
  readonly to: RetireTo | undefined;
  readonly result: RetirementResult;
  /** Why it is left as it was. */
  readonly problem?: Problem | undefined;
}

/** A certificate that is attached to a thing and that the ledger does not name for it. */
export interface ForeignCertificate {
  readonly thing: string;
  readonly certificateId: string;
}

/** What `mode: retire` found and did. */
export interface Retirement {
  readonly isDryRun: boolean;
  readonly to: RetireTo;
  /** Things that have more than one certificate, by the ledger. */
  readonly things: number;
  /** In the order of the names of things, the oldest certificate of each first. */
  readonly rows: readonly RetirementRow[];
  readonly foreign: readonly ForeignCertificate[];
}

/** How many rows have one of these results. */
export function retirementsWith({ rows }: Pick<Retirement, 'rows'>, ...results: readonly RetirementResult[]): number {
  return rows.filter(({ result }) => results.includes(result)).length;
}

/** Results of what a run did. */
export const DONE_RESULTS = ['retired', 'revoked', 'deleted'] as const satisfies readonly RetirementResult[];

/** Results after which the step fails: the next run has to do it, or a person. */
export const LEFT_RESULTS = [
  'refused',
  'contradicted',
  'failed',
  'not-attempted',
] as const satisfies readonly RetirementResult[];
