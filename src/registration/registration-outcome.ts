import type { RegistryOperation } from '../aws/default-quotas.ts';
import type { PacerStats } from '../issuance/pacer/protocol.ts';
import type { Problem } from '../records/certificate.ts';

/** What became of one device in the registry. */
export interface RegistrationOutcome {
  /** Of its CSR. */
  readonly path: string;
  readonly certificateId: string;
  /** Name of its thing; undefined: only policies are attached to its certificate. */
  readonly thing: string | undefined;
  /**
   * `registered`: it has all that was asked for, and this run did a part of it. `found`: it had all before. `incomplete`:
   * something is not done, and the next run does it. `conflict`: the registry holds something else than was asked for.
   */
  readonly result: 'registered' | 'found' | 'incomplete' | 'conflict';
  /** In words: `thing pump-1`, `group line-2`, `policy fleet`, `certificate on thing pump-1`. */
  readonly done: readonly string[];
  readonly left: readonly string[];
  /** Where all is done: SHA-256 of what was asked for and of the certificate's id, which records remember. */
  readonly hash?: string;
  /** Where something is left. */
  readonly problem?: Problem;
}

/** How one operation of AWS IoT went. */
export interface OperationStats {
  readonly operation: RegistryOperation;
  readonly stats: PacerStats;
  /** Calls a second that an account may make unless AWS has raised it; undefined where AWS does not say. */
  readonly defaultQuota: number | undefined;
}

/** What a run has done in the registry. */
export interface Registration {
  /** One for each CSR with a certificate, in the order of the batch. */
  readonly outcomes: readonly RegistrationOutcome[];
  /** Of the operations that were called. */
  readonly operations: readonly OperationStats[];
  /** What ended registering for all devices; undefined: nothing did. */
  readonly problem: Problem | undefined;
  /** What was thrown and is a bug of this action; it ends the run once all is handed over. */
  readonly bug: unknown;
}
