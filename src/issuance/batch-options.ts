import type { Csr } from '../csr/csr.ts';
import type { Certificate, Problem } from '../records/certificate.ts';
import type { Journal, JournalState } from '../records/journal.ts';
import type { Knowledge } from '../records/knowledge.ts';
import type { Log } from '../runner/log.ts';
import type { Search } from './choose-search.ts';
import type { Claims } from './claims.ts';
import type { IotAccess } from './iot-access.ts';
import type { CreateRequest } from './issuer.ts';
import type { Store } from './keep.ts';
import type { Listing } from './listing.ts';
import type { Sweeper } from './search.ts';
import type { SharedSurveys } from './survey.ts';

/** What earlier runs left, and how far it is trusted. */
export interface EarlierRuns {
  readonly knowledge: Knowledge;
  /**
   * By id: the keys of certificates that were looked at once, and need not be again. A record like any other: what it
   * says of a key of the batch counts when the account confirms it.
   */
  readonly others: ReadonlyMap<string, string>;
  /**
   * Milliseconds of AWS's clock: what was created for a CSR since then, and is in no record of another run, was created by
   * this run. Undefined: not known, or nothing was.
   */
  readonly ownSince: number | undefined;
  /** This workflow run; undefined outside GitHub. */
  readonly runId: string | undefined;
  /** What the journal of this machine said before this run. */
  readonly journal: JournalState;
  /** Certificates in the output directory do not count; `knowledge` has only those that do. */
  readonly reissue: boolean;
  readonly search: Search;
  /** Milliseconds of the clock: no request of an earlier run, killed perhaps, can be under way later. */
  readonly quietSince: number;
}

/** What goes on beside issuing, with each certificate as soon as it is known. */
export interface Follower {
  /**
   * Called once for each CSR whose certificate is known and durable. Returns at once.
   *
   * @param isNew a request of this process made it: nothing can be attached to it yet
   */
  onCertificate(csr: Csr, certificate: Certificate, isNew: boolean): void;
  /**
   * Called when certificates are to be created, before the first of them.
   *
   * @returns whether the first one has to be created alone, and {@link tryFirst} called, before the others
   */
  startsAlone(): Promise<boolean>;
  /**
   * Resolves when it is known whether the others may be created: if not, {@link ended} is aborted.
   *
   * @param csr the one whose certificate was created alone
   */
  tryFirst(csr: Csr): Promise<void>;
  /** Aborted when no more certificates are to be created. */
  readonly ended: AbortSignal;
  /** Why no more are to be created, once {@link ended} is aborted. */
  readonly problem: Problem | undefined;
}

/** What issuing a batch needs. */
export interface BatchOptions {
  readonly csrs: readonly Csr[];
  /** CSRs that cannot have a certificate are left out, in place of ending the run (`on-invalid: skip`). */
  readonly leavesOut: boolean;
  /** At the end, second certificates of what was created are looked for. Other shards would be all that is found. */
  readonly namesSeconds: boolean;
  readonly request: CreateRequest;
  readonly access: IotAccess;
  /** A pass over the account that was begun already; undefined: none was. */
  readonly listing?: Listing;
  readonly earlier: EarlierRuns;
  readonly journal: Journal;
  /** In a ledger that several runs share; undefined: there is none. */
  readonly claims?: Claims | undefined;
  /** How the shards of a batch share what the account holds; undefined: each looks for itself. */
  readonly surveys?:
    | {
        readonly othersSince: SharedSurveys['othersSince'];
        /** Shares what was found out, before anything is created. */
        share(found: Pick<Sweeper, 'seen' | 'covered'>): Promise<void>;
      }
    | undefined;
  readonly store: Store;
  /** What goes on beside issuing; undefined: nothing does. */
  readonly follower?: Follower | undefined;
  readonly log: Log;
}
