import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './aws/sign-in.ts';
import { type ArtifactDelivery, prepareArtifact, type UploadedArtifact } from './delivery/artifact.ts';
import { type Directory, openDirectory } from './delivery/directory.ts';
import { JOURNAL_IN_ARTIFACT, partialArtifactName } from './delivery/earlier-attempts.ts';
import { artifactNameOf } from './delivery/hand-over.ts';
import { UserError } from './errors.ts';
import type { Inputs } from './inputs.ts';
import { type JournalState, readJournal } from './issuance/journal.ts';
import { type JournalFile, openJournal } from './issuance/journal-file.ts';
import { entryFor, mergeLedger, readLedger, writeLedger } from './issuance/ledger.ts';
import { createPacers } from './issuance/pacers.ts';
import { createSweeper } from './issuance/reconcile.ts';
import { resolve } from './issuance/resolve.ts';
import { forMarkdown } from './report/escape.ts';
import { explain } from './report/log.ts';
import { plural } from './report/progress.ts';
import type { Services } from './services.ts';

/** The runner gives a post step five minutes; what is left of them is for the upload. */
const SEARCH_MS = 150_000;

/**
 * What the post step does after a run that did not hand over what it has: finds out what became of the requests in
 * doubt, and uploads the journal and every certificate in it. Creates nothing.
 *
 * @param path of the journal
 */
export async function recover(path: string, inputs: Inputs, services: Services): Promise<void> {
  const { context, log, commands } = services;
  const directory = await openDirectory(inputs.outputDirectory, context.workspace);
  const journal = await openJournal(path);
  try {
    await settleDoubts(journal, inputs, services).catch((error: unknown) => {
      // The next attempt looks for them; what is certain is handed over all the same.
      log.annotate('warning', error instanceof UserError ? explain(error) : String(error));
    });
    await journal.journal.flush();
    const state = readJournal(await readFile(path, 'utf8'));
    const files = await writeCertificates(state, directory, path);
    if (state.certificates.size === 0 && state.inDoubt.size === 0) {
      log.info('The step was ended before it created anything.');
      return;
    }
    const name = partialArtifactName(artifactNameOf(inputs), context.runAttempt);
    const artifact = await upload(name, files, directory, inputs, services);
    tell(state, artifact, directory, services);
    commands.appendSummary(summary(state, artifact, directory.path));
  } finally {
    await journal.close();
  }
}

async function settleDoubts(journal: JournalFile, inputs: Inputs, services: Services): Promise<void> {
  const { before } = journal;
  if (before.inDoubt.size === 0 && inputs.ledger === undefined) return;
  const { signIn } = await import('./aws/sign-in.ts');
  const account = await signIn(inputs, services);
  try {
    if (before.inDoubt.size > 0 && inputs.reconcile.when !== 'never') await search(journal, account, inputs, services);
    await addToLedger(journal, account, inputs);
  } finally {
    account.iot.close();
  }
}

async function search(
  { journal, before }: JournalFile,
  { iot }: Account,
  { requestTimeoutMs }: Inputs,
  { clock, log }: Services,
): Promise<void> {
  log.info(`Looking in the account for ${plural(before.inDoubt.size, 'certificate')} in doubt`);
  const signal = AbortSignal.timeout(SEARCH_MS);
  const ids = new Set([...before.certificates.values()].map(({ certificate }) => certificate.id));
  const doubts = [...before.inDoubt.values()].map((announced) => ({ ...announced, mayBeLate: true }));
  const keys = new Set(before.inDoubt.keys());
  const sweeper = createSweeper({ iot, pacers: createPacers(clock), clock, keys, known: (id) => ids.has(id), signal });
  // The step may have been killed a moment ago.
  const quietSince = clock.now() + requestTimeoutMs;
  const { found, missing } = await resolve(doubts, sweeper, clock, quietSince, signal);
  for (const { csr, certificate } of found) await journal.issued(csr, certificate);
  for (const csr of missing) journal.release(csr);
  log.info(`Found ${plural(found.length, 'certificate')}; ${plural(missing.length, 'request')} created nothing`);
}

async function addToLedger({ path }: JournalFile, account: Account, { ledger }: Inputs): Promise<void> {
  if (ledger === undefined) return;
  const { certificates } = readJournal(await readFile(path, 'utf8'));
  const entries = [...certificates.values()].map((issued) =>
    entryFor({ spkiSha256: issued.spki, csrSha256: issued.csr, path: issued.path }, issued.certificate, account),
  );
  await writeLedger(ledger, mergeLedger(await readLedger(ledger), entries));
}

/** Puts the journal and every certificate in it into the output directory. */
async function writeCertificates(state: JournalState, directory: Directory, path: string): Promise<readonly string[]> {
  const copy = join(directory.path, JOURNAL_IN_ARTIFACT);
  await cp(path, copy);
  const files = [copy];
  for (const issued of state.certificates.values()) {
    await directory.write(issued, issued.certificate.pem);
    files.push(directory.fileOf(issued));
  }
  return files;
}

async function upload(
  name: string,
  files: readonly string[],
  directory: Directory,
  inputs: Inputs,
  { context, log }: Services,
): Promise<UploadedArtifact | undefined> {
  try {
    const artifact: ArtifactDelivery = await prepareArtifact(name, inputs.artifactRetentionDays, context);
    return await artifact.upload(files, directory.path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.annotate('error', explain(error), { title: error.code });
    return undefined;
  }
}

function tell(
  { certificates, inDoubt }: JournalState,
  artifact: UploadedArtifact | undefined,
  directory: Directory,
  { log }: Services,
): void {
  const where = artifact === undefined ? directory.path : `artifact ${artifact.name} and ${directory.path}`;
  const doubt = inDoubt.size === 0 ? '' : ` ${plural(inDoubt.size, 'CSR')} in doubt.`;
  log.annotate(
    'warning',
    `The step was ended before it was finished. ${plural(certificates.size, 'certificate')} in ${where}.${doubt} ${NEXT}`,
  );
}

const NEXT = 'Press "Re-run failed jobs": what has its certificate is not issued again.';

function summary(
  { certificates, inDoubt }: JournalState,
  artifact: UploadedArtifact | undefined,
  directory: string,
): string {
  const place =
    artifact === undefined
      ? `the directory ${forMarkdown(directory)} on the runner, and in AWS IoT`
      : `the artifact [${forMarkdown(artifact.name)}](${encodeURI(artifact.url)})`;
  return [
    '## ⚠️ The step was ended before it was finished\n',
    `- ${plural(certificates.size, 'certificate')} and the journal are in ${place}`,
    `- ${plural(inDoubt.size, 'CSR')} in doubt: the next attempt looks for their certificates in the account`,
    `- ${NEXT}\n`,
  ].join('\n');
}
