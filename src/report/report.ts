import type { Account } from '../aws/sign-in.ts';
import type { Batch } from '../batch.ts';
import type { Csr } from '../csr/csr.ts';
import type { UploadedArtifact } from '../delivery/artifact.ts';
import type { Directory } from '../delivery/directory.ts';
import type { UserError } from '../errors.ts';
import type { Inputs } from '../inputs.ts';
import type { Audit } from '../issuance/audit.ts';
import type { Outcome } from '../issuance/certificate.ts';
import type { Match } from '../issuance/resolve.ts';
import type { Memory } from '../recall.ts';
import type { Services } from '../services.ts';
import { writeOutputs } from './outputs.ts';
import { duration, plural } from './progress.ts';
import { summarize } from './summary.ts';

/** What a run found and did so far; a stage that was not reached leaves nothing. */
export interface Story {
  /** Milliseconds, of the run's clock. */
  readonly start: number;
  batch?: Batch;
  directory?: Directory;
  account?: Account;
  memory?: Memory;
  outcomes: readonly Outcome[];
  /** Valid certificates beyond the one that is used. */
  duplicates: readonly Match<Csr>[];
  /** Absolute. */
  manifestPath?: string;
  /** Absolute. */
  ledgerPath?: string;
  artifact?: UploadedArtifact;
  /** What `mode: audit` found. */
  audit?: Audit;
  /** What ended the run before it was complete. */
  failure?: UserError;
}

/** Tells the whole story: the last log line, the outputs, the job summary. */
export function report(story: Story, inputs: Pick<Inputs, 'mode'>, { log, commands, clock }: Services): void {
  const elapsed = clock.now() - story.start;
  const have = story.outcomes.filter((outcome) => 'certificate' in outcome).length;
  const valid = story.batch?.csrs.length ?? 0;
  const done = {
    issue: plural(have, 'certificate'),
    validate: plural(valid, 'valid CSR'),
    audit: plural(story.audit?.drifts.length ?? 0, 'disagreement'),
  }[inputs.mode];
  log.info(`${done} in ${duration(elapsed)}`);
  writeOutputs(story, commands.setOutput);
  commands.appendSummary(summarize(story, inputs.mode, elapsed));
}
