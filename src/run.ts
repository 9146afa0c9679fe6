import { type Batch, readBatch, rejections } from './batch.ts';
import { prepareHandOver } from './delivery/hand-over.ts';
import { UserError } from './errors.ts';
import type { Inputs } from './inputs.ts';
import type { Outcome } from './issuance/certificate.ts';
import { issueBatch } from './issuance/issue-batch.ts';
import { annotateFindings } from './report/annotations.ts';
import { explain } from './report/log.ts';
import { count, plural } from './report/progress.ts';
import { report, type Story } from './report/report.ts';
import type { Services } from './services.ts';

/**
 * One run, top to bottom: read the CSRs and judge them, make sure that everything after is possible, create what is
 * missing, hand over, report.
 *
 * @returns false when the step has to fail; why stands in the log and in the summary
 */
export async function run(inputs: Inputs, services: Services): Promise<boolean> {
  const story: Story = { start: services.clock.now(), outcomes: [] };
  try {
    await tell(story, inputs, services);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    story.failure = error;
    services.log.annotate('error', explain(error), { title: error.code });
  } finally {
    story.account?.iot.close();
    report(story, inputs, services);
  }
  return story.failure === undefined;
}

/** Each stage leaves what it found in the story, so that the report tells how far the run came, however it ended. */
async function tell(story: Story, inputs: Inputs, services: Services): Promise<void> {
  const { log, stop } = services;

  const batch = await readBatch(inputs, services);
  story.batch = batch;
  annotateFindings(batch.findings, log);
  refuseInvalid(batch, inputs);
  if (inputs.mode === 'validate') return;

  const handOver = await prepareHandOver(inputs, services);
  story.directory = handOver.directory;
  const { signIn } = await import('./aws/sign-in.ts');
  const account = await signIn(inputs, services);
  story.account = account;
  log.info(`AWS account ${account.account} in ${account.region} as ${account.arn}`);

  const outcomes = await issueBatch(batch.csrs, handOver, account, inputs, services);
  story.outcomes = outcomes;
  const manifest = await handOver.writeManifest({ outcomes, rejections: rejections(batch), account });
  story.manifestPath = manifest.json;
  const artifact = await handOver.upload(outcomes, manifest);
  if (artifact !== undefined) {
    story.artifact = artifact;
    log.info(`Uploaded artifact ${artifact.name} (${artifact.digest})`);
  }
  refuseIncomplete(outcomes, stop);
}

function refuseInvalid({ files, csrs, rejected, findings }: Batch, { mode, onInvalid }: Inputs): void {
  const exposed = findings.find((finding) => finding.rule === 'private-key');
  if (exposed !== undefined) {
    // Not even `on-invalid: skip` goes on: the key is in the repository's history and has to be replaced.
    throw new UserError('private-key', `${exposed.message} Nothing was created.`, {
      where: exposed.path,
      fix: exposed.fix,
    });
  }
  if (rejected.length === 0 || (mode === 'issue' && onInvalid === 'skip' && csrs.length > 0)) return;
  const nothing = mode === 'issue' ? ' Nothing was created.' : '';
  throw new UserError(
    'invalid-csrs',
    `${count(rejected.length)} of ${plural(files, 'file')} cannot be used.${nothing}`,
    {
      fix:
        mode === 'issue' && csrs.length > 0
          ? 'Correct the files that the annotations and the job summary name, or set `on-invalid: skip` to leave them out.'
          : 'Correct the files that the annotations and the job summary name.',
    },
  );
}

function refuseIncomplete(outcomes: readonly Outcome[], stop: AbortSignal): void {
  const missing = outcomes.filter((outcome) => !('certificate' in outcome));
  const first = missing.find((outcome) => outcome.result !== 'not-attempted') ?? missing[0];
  if (first === undefined || !('problem' in first)) return;
  throw new UserError(
    stop.aborted ? 'cancelled' : 'incomplete',
    `${count(missing.length)} of ${plural(outcomes.length, 'CSR')} got no certificate, ${first.csr.path} among them: ${first.problem.message}`,
    { fix: `${first.problem.fix} The job summary lists all of them.` },
  );
}
