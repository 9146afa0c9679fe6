import { getRunStart } from '../github/run-start.ts';
import { activate } from '../issuance/activate.ts';
import type { Pacers } from '../issuance/pacers.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { entryFor, extendLedger, writeLedger } from '../records/ledger.ts';
import type { ManifestFiles } from '../records/manifest.ts';
import { annotateDisabled } from '../report/annotations.ts';
import { onlyReport } from '../report/only-report.ts';
import { writePage } from '../report/page/write-page.ts';
import type { Story } from '../report/story.ts';
import { annotateFailure, type Log } from '../runner/log.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import type { Created, Prepared } from './create-certificates.ts';
import { handOverBundles } from './hand-over-bundles.ts';
import { refuseIncomplete } from './refuse-incomplete.ts';
import { registeredOf, unregisteredIn } from './unregistered.ts';

/** Each field is an input of action.yml. */
export interface DeliverOptions {
  /** Absolute path of the ledger; undefined: none is kept. */
  readonly ledger: string | undefined;
  readonly setAsActive: boolean | 'after-delivery';
  /** For asking GitHub when this workflow run began; empty outside GitHub. */
  readonly githubToken: string;
}

/**
 * The stage that hands over: ledger, manifest, secrets, bundles, artifact, and after them the activation where it was asked
 * for. Each is attempted, whatever became of those before it; certificates are activated only when all have succeeded, and all
 * devices are registered where that was asked for.
 *
 * @throws what kept things from being handed over, as one error; `incomplete` when a CSR got no certificate;
 * `registration-incomplete` and others when a device is not registered
 */
export async function deliverCertificates(
  story: Story,
  prepared: Prepared,
  { pacers, carried }: { readonly pacers: Pick<Pacers, 'update' | 'describe'>; readonly carried: Created['carried'] },
  options: DeliverOptions,
  services: Services,
): Promise<void> {
  const { log, commands, stop } = services;
  const attempts = createAttempts();
  const { attempt } = attempts;
  const keepLedger = async (): Promise<string | undefined> => {
    const path = await attempt(() => recordLedger(story, prepared, options, services));
    if (path !== undefined) await attempt(async () => prepared.ledgerCommit?.commit());
    return path;
  };
  const keepManifest = () => attempt(() => recordManifest(story, prepared, carried));
  const kept = await keepLedger();
  let manifest = await keepManifest();
  await attempt(() => deliverSecrets(story, prepared, options, services));
  // It names the secrets.
  if (story.secrets !== undefined) manifest = (await keepManifest()) ?? manifest;
  const bundles = (await attempt(() => handOverBundles(story, prepared, services))) ?? [];
  await attempt(async () => {
    const page = hasTimeForPage(story, stop) ? await writePage(story, 'issue', services) : undefined;
    // Where no ledger is named, it travels in the artifact.
    const memory = options.ledger === undefined ? kept : undefined;
    const beside = [manifest?.json, manifest?.csv, page, memory].filter((file) => file !== undefined);
    await uploadArtifact(story, prepared, [...beside, ...bundles], services);
  });
  const unregistered = unregisteredIn(story.registration);
  if (options.setAsActive === 'after-delivery' && attempts.failures.length === 0 && unregistered === undefined) {
    await attempt(() => activateAll(story, prepared, pacers, services));
    await keepLedger();
    await keepManifest();
  } else if (options.setAsActive === 'after-delivery' && unregistered !== undefined) {
    log.info('New certificates stay INACTIVE until all devices are registered');
  }
  if (attempts.failures.length === 0 && !story.outcomes.some(({ result }) => result === 'in-doubt')) {
    await onlyReport('The note for the post step that all is handed over', log, () =>
      commands.saveState('handed-over', 'true'),
    );
  }
  if (options.setAsActive === 'after-delivery' && stop.aborted) {
    await attempt(() => refuseInactive(story.outcomes));
  }
  await attempt(() => refuseIncomplete(story.outcomes, { isCancelled: stop.aborted }));
  // What was created is handed over all the same: the post step has nothing to do for it.
  await attempt(() => {
    if (story.registration?.bug !== undefined) throw story.registration.bug;
    if (unregistered !== undefined) throw unregistered;
  });
  throwAll(attempts.failures, log);
}

/** Devices whose report takes no more than a fifth of a second. */
const SMALL = 5_000;

/** The runner ends a job that was cancelled after 10 seconds: certificates go before the report then. */
function hasTimeForPage({ outcomes }: Story, stop: AbortSignal): boolean {
  return !stop.aborted || outcomes.length <= SMALL;
}

/** Does things of which each is worth doing although another has failed. */
function createAttempts(): {
  /** @returns undefined when the work has failed */
  attempt<T>(work: () => T | Promise<T>): Promise<T | undefined>;
  /** What was thrown, in its order. */
  readonly failures: readonly unknown[];
} {
  const failures: unknown[] = [];
  return {
    failures,
    async attempt(work) {
      try {
        return await work();
      } catch (error) {
        failures.push(error);
        return undefined;
      }
    },
  };
}

/** What a user can mend is one error; with a bug among it, that is the end of the run. */
export function throwAll(failures: readonly unknown[], log: Log): void {
  const joined = joinErrors(failures.filter((failure) => failure instanceof UserError));
  const bug = failures.find((failure) => !(failure instanceof UserError));
  if (bug !== undefined) {
    if (joined !== undefined) annotateFailure(log, joined);
    throw bug;
  }
  if (joined !== undefined) throw joined;
}

async function deliverSecrets(
  story: Story,
  { handOver, memory }: Prepared,
  options: DeliverOptions,
  services: Services,
): Promise<void> {
  if (!handOver.writesSecrets) return;
  const { log } = services;
  const since = memory.delivered.size === 0 ? undefined : await beginOfRun(memory, options, services);
  const before = { delivered: memory.delivered, since };
  const secrets = await handOver.writeSecrets(story.outcomes, before, memory.journal.journal);
  if (secrets === undefined) return;
  story.secrets = secrets;
  log.info(`${plural(secrets.written, 'secret')} written, ${count(secrets.kept)} there already (${secrets.where})`);
  if (secrets.failure !== undefined) throw secrets.failure;
}

/** When this workflow run began; undefined when GitHub does not say, and outside GitHub. */
async function beginOfRun(
  { ownSince }: Prepared['memory'],
  { githubToken }: DeliverOptions,
  services: Services,
): Promise<number | undefined> {
  const { clock, context, stop, log } = services;
  if (ownSince !== undefined || context.runId === undefined) return ownSince;
  try {
    return await getRunStart(services, githubToken, { clock, signal: stop });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.info('All secrets are written again: GitHub does not say when this run began (`actions: read`)');
    return undefined;
  }
}

async function uploadArtifact(
  story: Story,
  { handOver }: Prepared,
  beside: readonly string[],
  { log }: Services,
): Promise<void> {
  const artifact = await handOver.upload(story.outcomes, beside);
  if (artifact === undefined) return;
  story.artifact = artifact;
  log.info(`Uploaded artifact ${artifact.name} (${artifact.digest})`);
}

/** Adds what the run has to the ledger. @returns its absolute path; undefined when it is a table */
async function recordLedger(
  story: Story,
  { handOver, account, memory }: Prepared,
  { ledger }: DeliverOptions,
  { files }: Services,
): Promise<string | undefined> {
  const { outcomes } = story;
  const registered = registeredOf(story.registration);
  if (memory.shared !== undefined) {
    const issued = outcomes.flatMap((outcome) =>
      'certificate' in outcome ? [{ ...outcome, registered: registered.get(outcome.csr.path) }] : [],
    );
    await memory.shared.record(issued, account, handOver.readCertificate);
    return undefined;
  }
  const entries = outcomes.flatMap((outcome) =>
    'certificate' in outcome
      ? [entryFor(outcome.csr, outcome.certificate, account, registered.get(outcome.csr.path))]
      : [],
  );
  const holders = new Map(
    outcomes.flatMap((outcome) => ('certificate' in outcome ? [[outcome.certificate.id, outcome.csr]] : [])),
  );
  const extended = extendLedger(memory.ledger, entries, story.reach ?? NO_REACH, account);
  await writeLedger(files, memory.ledgerFile, extended, async ({ certificateId }) => {
    const csr = holders.get(certificateId);
    return csr === undefined ? undefined : handOver.readCertificate(csr);
  });
  if (ledger !== undefined) story.ledgerPath = ledger;
  return memory.ledgerFile;
}

/** Writes down what has become of each CSR so far. */
async function recordManifest(
  story: Story,
  { handOver, account, memory }: Prepared,
  carried: Created['carried'],
): Promise<ManifestFiles> {
  const { outcomes, secrets, registration } = story;
  const registered = new Map(registration?.outcomes.map((outcome) => [outcome.path, outcome]));
  const written = secrets?.byPath ?? new Map();
  const manifest = await handOver.writeManifest({ outcomes, account, secrets: written, registered, carried });
  memory.journal.journal.wroteManifest(manifest.sha256);
  story.manifestPath = manifest.json;
  return manifest;
}

const NO_REACH = { seen: new Map<string, string>(), covered: undefined, refuted: new Set<string>() };

async function activateAll(
  story: Story,
  { account, memory }: Prepared,
  pacers: Pick<Pacers, 'update' | 'describe'>,
  { log, clock, stop, end }: Services,
): Promise<void> {
  const onProgress = createProgress('Activated', story.outcomes.length, clock.now, log).update;
  const access = { iot: account.iot, pacers, clock, signal: stop, report: log.info };
  const before = story.outcomes;
  story.outcomes = await activate(before, access, memory.journal.journal, onProgress, end);
  annotateDisabled(before, story.outcomes, log);
}

/** A cancel came before all were activated: they are handed over, and no device can connect with them yet. */
function refuseInactive(outcomes: readonly Outcome[]): void {
  const inactive = outcomes.filter((outcome) => 'certificate' in outcome && outcome.awaitsActivation);
  if (inactive.length === 0) return;
  throw new UserError(
    'cancelled',
    `The job was cancelled before ${plural(inactive.length, 'certificate')} of ${count(outcomes.length)} could be activated.`,
    { fix: 'Press "Re-run failed jobs": the next attempt activates them.' },
  );
}
