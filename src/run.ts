import { join } from 'node:path';
import type { Account } from './aws/sign-in.ts';
import { readPem } from './csr/files/read-pem.ts';
import { type HandOver, prepareHandOver } from './delivery/hand-over.ts';
import type { Inputs } from './inputs/inputs.ts';
import { activate } from './issuance/activate.ts';
import { issueBatch } from './issuance/issue-batch.ts';
import { createPacers } from './issuance/pacers.ts';
import { type Memory, recall } from './issuance/recall.ts';
import { pacerMode } from './issuance/request-rate.ts';
import { UserError } from './lib/user-error.ts';
import { count, plural } from './lib/words.ts';
import type { Origin, Outcome } from './records/certificate.ts';
import { entryFor, mergeLedger, writeLedger } from './records/ledger.ts';
import type { ManifestFiles } from './records/manifest.ts';
import { annotateDuplicates, annotateFindings } from './report/annotations.ts';
import { estimate } from './report/estimate.ts';
import { CHART_POINTS } from './report/pacing.ts';
import { report } from './report/report.ts';
import { writeSarif } from './report/sarif.ts';
import type { Story } from './report/story.ts';
import { createThroughput } from './report/throughput.ts';
import type { RunContext } from './runner/context.ts';
import { explain } from './runner/log.ts';
import { createProgress } from './runner/progress.ts';
import type { Services } from './runner/services.ts';
import { auditLedger } from './stories/audit.ts';
import { type Batch, readBatch } from './validation/batch.ts';

/**
 * One run, top to bottom: read the CSRs and judge them, make sure that everything after is possible, create what is
 * missing, hand over, report.
 *
 * @returns false when the step has to fail; why stands in the log and in the summary
 */
export async function run(inputs: Inputs, services: Services): Promise<boolean> {
  const story: Story = { start: services.clock.now(), outcomes: [], duplicates: [] };
  try {
    if (inputs.mode === 'audit') await auditLedger(story, inputs, services);
    else await tell(story, inputs, services);
  } catch (error) {
    const told = error === services.stop.reason ? cancelled() : error;
    if (!(told instanceof UserError)) throw told;
    story.failure = told;
    services.log.annotate('error', explain(told), { title: told.code });
  } finally {
    story.account?.iot.close();
    await story.memory?.journal.close();
    report(story, inputs, services);
  }
  return story.failure === undefined;
}

/** Each stage leaves what it found in the story, so that the report tells how far the run came, however it ended. */
async function tell(story: Story, inputs: Inputs, services: Services): Promise<void> {
  const { log, clock, commands, context, stop } = services;

  const batch = await readBatch(inputs, services);
  story.batch = batch;
  annotateFindings(batch.findings, context.rulesPage, log);
  if (inputs.sarifPath !== undefined) await writeSarif(inputs.sarifPath, batch.findings, context.rulesPage);
  refuseInvalid(batch, inputs);
  if (inputs.mode === 'validate') {
    story.estimate = estimate(batch.csrs.length, inputs.requestsPerSecond);
    if (story.estimate !== '') log.info(`Creating ${story.estimate}`);
    return;
  }

  const handOver = await prepareHandOver(batch, inputs, services);
  story.directory = handOver.directory;
  const { signIn } = await import('./aws/sign-in.ts');
  const account = await signIn(inputs, services);
  story.account = account;
  log.info(`AWS account ${account.account} in ${account.region} as ${account.arn}`);
  const memory = await recall(inputs, services, account, handOver.earlier);
  story.memory = memory;
  // From here on the post step has something to look after.
  commands.saveState('journal', memory.journal.path);

  const mode = await pacerMode(inputs.requestsPerSecond, batch.csrs.length, account.createQuota);
  if (mode.kind === 'known') log.info(`Quota: ${mode.quota} certificates a second (AWS Service Quotas)`);
  const created = createThroughput(CHART_POINTS);
  const pacers = createPacers(clock, mode, () => created.add(clock.now()));
  story.pacing = () => ({ stats: pacers.create.stats, series: created.read() });
  Object.assign(
    story,
    await issueBatch({
      csrs: batch.csrs,
      pemOf: (csr) => readPem(join(context.workspace, csr.path), csr),
      iot: account.iot,
      certificateArn: account.certificateArn,
      pacers,
      clock,
      stop,
      log,
      journal: memory.journal.journal,
      before: memory.journal.before,
      knowledge: memory.knowledge,
      store: handOver.directory,
      setAsActive: inputs.setAsActive === true,
      origin: originOf(context),
      reissue: inputs.reissue,
      search: memory.search,
      quietSince: story.start + inputs.requestTimeoutMs,
    }),
  );
  annotateDuplicates(story.duplicates, log);
  let manifest = await record(story, handOver, account, memory, inputs);
  const secrets = await handOver.writeSecrets(story.outcomes, memory.delivered, memory.journal.journal);
  if (secrets !== undefined) {
    story.secrets = secrets;
    log.info(`${plural(secrets.written, 'secret')} written, ${count(secrets.kept)} there already (${secrets.where})`);
    manifest = await record(story, handOver, account, memory, inputs);
  }
  const artifact = await handOver.upload(story.outcomes, manifest);
  if (artifact !== undefined) {
    story.artifact = artifact;
    log.info(`Uploaded artifact ${artifact.name} (${artifact.digest})`);
  }
  if (secrets?.failure !== undefined) throw secrets.failure;
  if (inputs.setAsActive === 'after-delivery') {
    const { journal } = memory.journal;
    const onProgress = createProgress('Activated', story.outcomes.length, clock.now, log.info).update;
    story.outcomes = await activate(story.outcomes, {
      iot: account.iot,
      pacer: pacers.update,
      clock,
      stop,
      journal,
      onProgress,
    });
    await record(story, handOver, account, memory, inputs);
  }
  if (!story.outcomes.some(({ result }) => result === 'in-doubt')) commands.saveState('handed-over', 'true');
  refuseIncomplete(story.outcomes, stop);
}

/** Writes down what the run has done so far: the manifest, and the ledger when one is kept. */
async function record(
  story: Story,
  handOver: HandOver,
  account: Account,
  memory: Memory,
  inputs: Inputs,
): Promise<ManifestFiles> {
  const { outcomes } = story;
  if (inputs.ledger !== undefined) {
    const entries = outcomes.flatMap((outcome) =>
      'certificate' in outcome ? [entryFor(outcome.csr, outcome.certificate, account)] : [],
    );
    const holders = new Map(
      outcomes.flatMap((outcome) => ('certificate' in outcome ? [[outcome.certificate.id, outcome.csr]] : [])),
    );
    await writeLedger(inputs.ledger, mergeLedger(memory.ledger, entries), async ({ certificateId }) => {
      const csr = holders.get(certificateId);
      return csr === undefined ? undefined : handOver.readCertificate(csr);
    });
    story.ledgerPath = inputs.ledger;
  }
  const manifest = await handOver.writeManifest({ outcomes, account, secrets: story.secrets?.byPath ?? new Map() });
  story.manifestPath = manifest.json;
  return manifest;
}

/** Only what comes before the first create call rejects when the job is cancelled. */
function cancelled(): UserError {
  return new UserError('cancelled', 'The job was cancelled before anything was created.', {
    fix: 'Run the job again.',
  });
}

function originOf({ runId, runAttempt, commit }: RunContext): Origin | undefined {
  return runId === undefined ? undefined : { runId, runAttempt, commit };
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
