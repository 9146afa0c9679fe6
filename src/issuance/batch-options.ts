import type { Csr } from '../csr/csr.ts';
import type { Journal, JournalState } from '../records/journal.ts';
import type { Knowledge } from '../records/knowledge.ts';
import type { Log } from '../runner/log.ts';
import type { Search } from './choose-search.ts';
import type { IotAccess } from './iot-access.ts';
import type { CreateRequest } from './issuer.ts';
import type { Store } from './keep.ts';

/** What earlier runs left, and how far it is trusted. */
export interface EarlierRuns {
  readonly knowledge: Knowledge;
  /** What the journal of this machine said before this run. */
  readonly journal: JournalState;
  /** Certificates in the output directory do not count; `knowledge` has only those that do. */
  readonly reissue: boolean;
  readonly search: Search;
  /** Milliseconds of the clock: no request of an earlier run, killed perhaps, can be under way later. */
  readonly quietSince: number;
}

/** What issuing a batch needs. */
export interface BatchOptions {
  readonly csrs: readonly Csr[];
  readonly request: CreateRequest;
  readonly access: IotAccess;
  readonly earlier: EarlierRuns;
  readonly journal: Journal;
  readonly store: Store;
  readonly log: Log;
}
