import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Account, SignInOptions } from '../aws/sign-in.ts';
import { type ArtifactDelivery, prepareArtifact, type UploadedArtifact } from '../delivery/artifact.ts';
import { openDirectory } from '../delivery/directory.ts';
import type { Reconcile } from '../issuance/choose-search.ts';
import { createPacers } from '../issuance/pacers.ts';
import { resolveJournal } from '../issuance/resolve-journal.ts';
import { forMarkdown } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { JOURNAL_NAME } from '../naming/reserved-names.ts';
import { artifactNameOf } from '../records/artifact-name.ts';
import { partialArtifactName } from '../records/earlier-attempts.ts';
import { type JournalState, readJournal } from '../records/journal.ts';
import { type JournalFile, openJournal } from '../records/journal-file.ts';
import { entryFor, mergeLedger, readLedger, writeLedger } from '../records/ledger.ts';
import { originOf } from '../records/origin.ts';
import { onlyReport } from '../report/only-report.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import type { Shard } from '../validation/shard.ts';

/** The runner gives a post step five minutes; what is left of them is for the upload. */
const SEARCH_MS = 150_000;

/** What the run that ended was asked for; each field is an input of action.yml. */
export interface RecoverOptions extends SignInOptions {
  /** Absolute path of the ledger; undefined: none is kept. */
  readonly ledger: string | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
  readonly reconcile: Reconcile;
  readonly artifactName: string;
  readonly shard: Shard | undefined;
  /** Undefined: the repository's default. */
  readonly artifactRetentionDays: number | undefined;
}

/**
 * What the post step does after a run that did not hand over what it has: finds out what became of the requests in
 * doubt, and uploads the journal and every certificate in it. Creates nothing.
 *
 * @param path of the journal
 */
export async function recover(path: string, options: RecoverOptions, services: Services): Promise<void> {
  const { context, log, commands } = services;
  const journal = await openJournal(services.files, path);
  try {
    await settle(journal, path, options, services).catch((error: unknown) => {
      // The next attempt looks for them; what is certain is handed over all the same.
      log.annotate('warning', error instanceof UserError ? explain(error) : String(error));
    });
    await journal.journal.flush();
    const state = readJournal(await readFile(path, 'utf8'));
    if (state.certificates.size === 0 && state.inDoubt.size === 0) {
      log.info('The step was ended before it created anything.');
      return;
    }
    const name = partialArtifactName(artifactNameOf(options), context.runAttempt);
    const files = await gather(state, path, options, services);
    const artifact = await upload(name, files, options, services);
    tell(state, artifact, files, services);
    await onlyReport('The job summary', log, () => commands.appendSummary(summary(state, artifact, files)));
  } finally {
    await journal.close();
  }
}

/** Asks the account about what is in doubt, and adds what the journal has to the ledger. */
async function settle(journal: JournalFile, path: string, options: RecoverOptions, services: Services): Promise<void> {
  const { inDoubt } = journal.before;
  if (inDoubt.size === 0 && options.ledger === undefined) return;
  const { signIn } = await import('../aws/sign-in.ts');
  const account = await signIn(options, services);
  try {
    if (inDoubt.size > 0 && options.reconcile.when !== 'never') {
      await resolveDoubts(journal, account, options, services).catch((error: unknown) => {
        // The next attempt looks for them; the ledger gets what is certain all the same.
        services.log.annotate('warning', error instanceof UserError ? explain(error) : String(error));
      });
    }
    await journal.journal.flush();
    await addToLedger(path, account, options, services);
  } finally {
    account.iot.close();
  }
}

async function resolveDoubts(
  { journal, before }: JournalFile,
  { iot }: Account,
  { requestTimeoutMs }: RecoverOptions,
  { clock, log, context }: Services,
): Promise<void> {
  log.info(`Looking in the account for ${plural(before.inDoubt.size, 'certificate')} in doubt`);
  const { found, missing } = await resolveJournal(before, {
    journal,
    access: { iot, pacers: createPacers(clock), clock, signal: AbortSignal.timeout(SEARCH_MS) },
    // The step may have been killed a moment ago.
    quietSince: clock.now() + requestTimeoutMs,
    origin: originOf(context),
  });
  log.info(`Found ${plural(found.length, 'certificate')}; ${plural(missing.length, 'request')} created nothing`);
}

async function addToLedger(
  path: string,
  account: Account,
  { ledger }: RecoverOptions,
  { files }: Services,
): Promise<void> {
  if (ledger === undefined) return;
  const { certificates } = readJournal(await readFile(path, 'utf8'));
  const entries = [...certificates.values()].map((issued) =>
    entryFor({ spkiSha256: issued.spki, csrSha256: issued.csr, path: issued.path }, issued.certificate, account),
  );
  await writeLedger(files, ledger, mergeLedger(await readLedger(ledger), entries));
}

/** What is handed over: absolute paths below `root`. */
interface Files {
  readonly root: string;
  readonly files: readonly string[];
}

/** Puts the journal and every certificate in it into the output directory; the journal alone holds them, too. */
async function gather(state: JournalState, path: string, options: RecoverOptions, services: Services): Promise<Files> {
  const { log } = services;
  try {
    const places = new Map([...state.certificates.values()].map((issued) => [issued.path, issued.file]));
    const directory = await openDirectory(options.outputDirectory, places, services.files);
    const files: string[] = [];
    for (const issued of state.certificates.values()) {
      await directory.write(issued, issued.certificate.pem);
      files.push(directory.fileOf(issued));
    }
    const copy = join(directory.path, JOURNAL_NAME);
    await directory.files.write(copy, await readFile(path, 'utf8'));
    return { root: directory.path, files: [...files, copy] };
  } catch (error) {
    const reason = error instanceof UserError ? explain(error) : String(error);
    log.annotate('warning', `The certificates stay in the journal, in the fields certificate.pem: ${reason}`);
    return { root: dirname(path), files: [path] };
  }
}

async function upload(
  name: string,
  { files, root }: Files,
  options: RecoverOptions,
  services: Services,
): Promise<UploadedArtifact | undefined> {
  try {
    const artifact: ArtifactDelivery = await prepareArtifact(name, options.artifactRetentionDays, services);
    return await artifact.upload(files, root);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    services.log.annotate('error', explain(error), { title: error.code });
    return undefined;
  }
}

function tell(
  { certificates, inDoubt }: JournalState,
  artifact: UploadedArtifact | undefined,
  { root }: Files,
  { log }: Services,
): void {
  const where = artifact === undefined ? root : `artifact ${artifact.name} and ${root}`;
  const doubt = inDoubt.size === 0 ? '' : ` ${plural(inDoubt.size, 'CSR')} in doubt.`;
  log.annotate(
    'warning',
    `The step was ended before it was finished. ${plural(certificates.size, 'certificate')} in ${where}.${doubt} ${NEXT}`,
  );
}

const NEXT = 'Press "Re-run failed jobs": what has its certificate is not issued again.';

function summary(
  { certificates, inDoubt, delivered }: JournalState,
  artifact: UploadedArtifact | undefined,
  { root }: Files,
): string {
  const place =
    artifact === undefined
      ? `the directory ${forMarkdown(root)} on the runner, and in AWS IoT`
      : `the artifact [${forMarkdown(artifact.name)}](${encodeURI(artifact.url)})`;
  const secrets = [...delivered.keys()].map((to) => `\n  - ${forMarkdown(to)}`).join('');
  return [
    '## ⚠️ The step was ended before it was finished\n',
    `- ${plural(certificates.size, 'certificate')} and the journal are in ${place}`,
    `- ${plural(inDoubt.size, 'CSR')} in doubt: the next attempt looks for their certificates in the account`,
    ...(delivered.size === 0 ? [] : [`- ${plural(delivered.size, 'secret')} written:${secrets}`]),
    `- ${NEXT}\n`,
  ].join('\n');
}
