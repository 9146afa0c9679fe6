import type { Account } from '../aws/sign-in.ts';
import type { Csr } from '../csr/csr.ts';
import type { UploadedArtifact } from '../delivery/artifact.ts';
import type { BundlesReport } from '../delivery/bundle/deliver-bundles.ts';
import type { Directory } from '../delivery/directory.ts';
import type { SecretsReport } from '../delivery/secrets.ts';
import type { Audit } from '../issuance/find-drift.ts';
import type { Memory } from '../issuance/recall.ts';
import type { Found } from '../issuance/resolve.ts';
import type { SharedLedger } from '../issuance/shared-ledger.ts';
import type { Clock } from '../lib/clock.ts';
import type { UserError } from '../lib/user-error.ts';
import type { Outcome } from '../records/certificate.ts';
import type { Reach } from '../records/ledger.ts';
import type { Registration } from '../registration/registration-outcome.ts';
import type { Retirement } from '../retirement/retirement.ts';
import type { Revocation } from '../revocation/revocation.ts';
import type { Batch } from '../validation/batch.ts';
import type { Pacing } from './pacing.ts';
import type { PagePlaces } from './page/places.ts';
import type { PlannedRegistry } from './registry-facts.ts';

/** What a run found and did so far; a stage that was not reached leaves nothing. */
export interface Story {
  /** Milliseconds, of the run's clock. */
  readonly start: number;
  batch?: Batch;
  directory?: Directory;
  account?: Account;
  memory?: Memory;
  /** The ledger that several runs share. */
  shared?: SharedLedger | undefined;
  outcomes: readonly Outcome[];
  /** What was done in the registry of AWS IoT; undefined: nothing was asked for but certificates. */
  registration?: Registration;
  /** What the registry held before anything was created, and what registering would do. */
  registryPlan?: PlannedRegistry;
  /** Why a validation did not look at the registry although things or policies are asked for: a part of a sentence. */
  registryUnchecked?: string;
  /** Valid certificates beyond the one that is used. */
  duplicates: readonly Found<Csr>[];
  /** What is known of the account beyond the certificates of the batch. */
  reach?: Reach;
  /** Absolute. */
  manifestPath?: string;
  /** Absolute. */
  ledgerPath?: string;
  artifact?: UploadedArtifact;
  secrets?: SecretsReport;
  bundles?: BundlesReport;
  /** Where report.html goes, once it is known that it overwrites nothing else of the run. */
  pages?: PagePlaces;
  /** Absolute path of report.html: the one that the input `report` names, or else the one in the output directory. */
  pagePath?: string;
  /** How fast certificates were created. */
  pacing?: () => Pacing;
  /** How long creating certificates would take. */
  estimate?: string;
  /** What `mode: audit` found. */
  audit?: Audit;
  /** What `mode: revoke` found and did. */
  revocation?: Revocation;
  /** What `mode: retire` found and did. */
  retirement?: Retirement;
  /** What ended the run before it was complete. */
  failure?: UserError;
}

/** A story of which nothing has happened yet. */
export function newStory(clock: Pick<Clock, 'now'>): Story {
  return { start: clock.now(), outcomes: [], duplicates: [] };
}
