import { activate } from '../issuance/activate.ts';
import type { Pacers } from '../issuance/pacers.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { entryFor, mergeLedger, writeLedger } from '../records/ledger.ts';
import type { ManifestFiles } from '../records/manifest.ts';
import type { Story } from '../report/story.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import type { Prepared } from './create-certificates.ts';

/** Each field is an input of action.yml. */
export interface DeliverOptions {
  /** Absolute path of the ledger; undefined: none is kept. */
  readonly ledger: string | undefined;
  readonly setAsActive: boolean | 'after-delivery';
}

/**
 * The stage that hands over: ledger, manifest, secrets, artifact, and after them the activation where it was asked for.
 *
 * @throws UserError what kept something from being handed over; `incomplete` when a CSR got no certificate
 */
export async function deliverCertificates(
  story: Story,
  prepared: Prepared,
  pacers: Pick<Pacers, 'update'>,
  options: DeliverOptions,
  services: Services,
): Promise<void> {
  const { log, commands, stop } = services;
  const { handOver, memory } = prepared;
  let manifest = await record(story, prepared, options, services);
  const secrets = await handOver.writeSecrets(story.outcomes, memory.delivered, memory.journal.journal);
  if (secrets !== undefined) {
    story.secrets = secrets;
    log.info(`${plural(secrets.written, 'secret')} written, ${count(secrets.kept)} there already (${secrets.where})`);
    manifest = await record(story, prepared, options, services);
  }
  const artifact = await handOver.upload(story.outcomes, manifest);
  if (artifact !== undefined) {
    story.artifact = artifact;
    log.info(`Uploaded artifact ${artifact.name} (${artifact.digest})`);
  }
  if (secrets?.failure !== undefined) throw secrets.failure;
  if (options.setAsActive === 'after-delivery') {
    await activateAll(story, prepared, pacers, services);
    await record(story, prepared, options, services);
  }
  if (!story.outcomes.some(({ result }) => result === 'in-doubt')) commands.saveState('handed-over', 'true');
  refuseIncomplete(story.outcomes, stop);
}

/** Writes down what the run has done so far: the manifest, and the ledger when one is kept. */
async function record(
  story: Story,
  { handOver, account, memory }: Prepared,
  { ledger }: DeliverOptions,
  { files }: Services,
): Promise<ManifestFiles> {
  const { outcomes } = story;
  if (ledger !== undefined) {
    const entries = outcomes.flatMap((outcome) =>
      'certificate' in outcome ? [entryFor(outcome.csr, outcome.certificate, account)] : [],
    );
    const holders = new Map(
      outcomes.flatMap((outcome) => ('certificate' in outcome ? [[outcome.certificate.id, outcome.csr]] : [])),
    );
    await writeLedger(files, ledger, mergeLedger(memory.ledger, entries), async ({ certificateId }) => {
      const csr = holders.get(certificateId);
      return csr === undefined ? undefined : handOver.readCertificate(csr);
    });
    story.ledgerPath = ledger;
  }
  const manifest = await handOver.writeManifest({ outcomes, account, secrets: story.secrets?.byPath ?? new Map() });
  story.manifestPath = manifest.json;
  return manifest;
}

async function activateAll(
  story: Story,
  { account, memory }: Prepared,
  pacers: Pick<Pacers, 'update'>,
  { log, clock, stop }: Services,
): Promise<void> {
  const onProgress = createProgress('Activated', story.outcomes.length, clock.now, log.info).update;
  const access = { iot: account.iot, pacers, clock, signal: stop };
  story.outcomes = await activate(story.outcomes, access, memory.journal.journal, onProgress);
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
