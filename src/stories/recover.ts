import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { type ArtifactDelivery, prepareArtifact, type UploadedArtifact } from '../delivery/artifact.ts';
import { openDirectory } from '../delivery/directory.ts';
import type { LedgerCommitOptions } from '../delivery/ledger-commit.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { JOURNAL_NAME } from '../naming/reserved-names.ts';
import { artifactNameOf } from '../records/artifact-name.ts';
import { partialArtifactName } from '../records/earlier-attempts.ts';
import type { IssuedRecord } from '../records/journal.ts';
import { type JournalFile, openJournal, readJournalFile } from '../records/journal-file.ts';
import { extendLedger, readLedger, writeLedger } from '../records/ledger.ts';
import type { TableAddress } from '../records/table/address.ts';
import { onlyReport } from '../report/only-report.ts';
import { RERUN, recoverySummary } from '../report/recovery-summary.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import type { Shard } from '../validation/shard.ts';
import { addToTable } from './record-shared.ts';
import { recoverBundles } from './recover-bundles.ts';
import { recoverMemory } from './recover-memory.ts';
import { entriesOf, type Settled, type SettleOptions, settleJournal } from './settle-journal.ts';

/**
 * The runner gives a post step five minutes; what is left of them after the search is for the upload, and after that for
 * the report.
 */
const SEARCH_MS = 150_000;
const TOTAL_MS = 240_000;

/** What the run that ended was asked for; each field is an input of action.yml. */
export interface RecoverOptions extends SettleOptions, LedgerCommitOptions {
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
  /** Whether bundles were asked for. */
  readonly bundle: object | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
  readonly artifactName: string;
  readonly shard: Shard | undefined;
  /** Undefined: nothing is asked of the registry of AWS IoT. */
  readonly registration: object | undefined;
  /** Undefined: the repository's default. */
  readonly artifactRetentionDays: number | undefined;
}

/**
 * What the post step does after a run that did not hand over what it has: finds out what became of the requests in
 * doubt, and uploads the journal and every certificate in it. Creates nothing. Ends within four minutes.
 *
 * @param path of the journal
 * @param step whose lines count; undefined: all lines
 */
export async function recover(
  path: string,
  step: string | undefined,
  options: RecoverOptions,
  services: Services,
): Promise<void> {
  const { context, log, commands } = services;
  log.stage('Find out what became of the requests');
  const end = AbortSignal.any([services.end, AbortSignal.timeout(TOTAL_MS)]);
  const journal = await openIfPossible(path, step, services);
  try {
    const search = { ...services, stop: AbortSignal.any([services.stop, AbortSignal.timeout(SEARCH_MS)]) };
    const settled = await settleJournal(journal, step, options, search);
    if (settled.certificates.length === 0 && settled.inDoubt.size === 0 && settled.seen.size === 0) {
      log.info('The step was ended before it created anything.');
      return;
    }
    log.stage('Hand over what was issued');
    await addToLedger(settled, options, { ...services, stop: end, end });
    const name = partialArtifactName(artifactNameOf(options), context.runAttempt);
    const files = await gather(settled, path, options, services);
    const artifact = await upload(name, files, options, { ...services, stop: end, end });
    report(settled, artifact, files, options, services);
    await onlyReport('The job summary', log, () =>
      commands.appendSummary(recoverySummary({ ...settled, artifact, root: files.root })),
    );
    // Last, since other runs find it in the account, too.
    await addToTable(settled, options, { ...services, stop: end, end });
  } finally {
    log.endStage();
    await journal.close();
  }
}

/** A journal that cannot be written, on a full disk for example, is read all the same. */
async function openIfPossible(
  path: string,
  step: string | undefined,
  { log, context, files }: Services,
): Promise<JournalFile> {
  try {
    return await openJournal(files, path, step ?? context.step);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.annotate('warning', explain(error), { title: error.code });
    const lost = async (): Promise<void> => {};
    const journal = { begin: lost, enter: lost, intend: lost, release() {}, seen() {}, issued: lost, activated: lost };
    const revocations = { revoking: lost, revoked: lost, retiring: lost, retired: lost };
    return {
      path,
      before: await readJournalFile(path),
      journal: { ...journal, ...revocations, delivered: lost, registered() {}, wroteManifest() {}, flush: lost },
      close: lost,
    };
  }
}

/**
 * Only what the account has confirmed becomes a line of the ledger; the next run finds the rest. What a search that was
 * cut off had looked at is not looked at again; the horizon stays, since it did not get there.
 */
async function addToLedger(settled: Settled, options: RecoverOptions, services: Services): Promise<void> {
  const { ledger } = options;
  const { certificates, confirmed, place, seen } = settled;
  const { log, files } = services;
  if (ledger === undefined || certificates.length + seen.size === 0) return;
  const isSure = confirmed || certificates.length === 0;
  if (!isSure || place === undefined) {
    log.info('The ledger stays as it is: its lines have to be confirmed by the account');
    return;
  }
  const entries = entriesOf(settled, place);
  try {
    const reach = { seen, covered: undefined, refuted: new Set<string>() };
    await writeLedger(files, ledger, extendLedger(await readLedger(ledger), entries, reach, place));
    log.info(`The ledger ${ledger} has the ${plural(entries.length, 'certificate')} of this step`);
    if (!options.ledgerCommit) return;
    const { prepareLedgerCommit } = await import('../delivery/ledger-commit.ts');
    await (await prepareLedgerCommit(options, 0, services))?.commit();
  } catch (error) {
    if (!(error instanceof UserError) && !services.end.aborted) throw error;
    const late = 'The ledger could not be committed in time; the artifact has what was issued.';
    const [message, title] = error instanceof UserError ? [explain(error), error.code] : [late, 'ledger-commit'];
    log.annotate('warning', message, { title });
  }
}

/** What is handed over: absolute paths below `root`. */
interface Files {
  readonly root: string;
  readonly files: readonly string[];
}

/** Puts the journal and every certificate in it into the output directory; the journal alone holds them, too. */
async function gather(settled: Settled, path: string, options: RecoverOptions, services: Services): Promise<Files> {
  const { log } = services;
  const { certificates } = settled;
  try {
    const places = new Map(certificates.map((issued) => [issued.path, placeOf(issued)]));
    const directory = await openDirectory(options.outputDirectory, places, services.files);
    const files: string[] = [];
    for (const issued of certificates) {
      await directory.write(issued, issued.certificate.pem);
      files.push(directory.fileOf(issued));
    }
    if (options.bundle !== undefined) files.push(...(await recoverBundles(settled, directory, services)));
    const copy = join(directory.path, JOURNAL_NAME);
    await directory.files.write(copy, await readFile(path, 'utf8'));
    files.push(copy);
    const memory =
      options.ledger === undefined && options.ledgerTable === undefined
        ? await recoverMemory(settled, directory.path, directory.files)
        : undefined;
    if (memory !== undefined) files.push(memory);
    return { root: directory.path, files };
  } catch (error) {
    const reason = error instanceof UserError ? explain(error) : String(error);
    log.annotate('warning', `The certificates stay in the journal, in the fields certificate.pem. ${reason}`, {
      title: 'ended-early',
    });
    return { root: dirname(path), files: [path] };
  }
}

/** The journal is a file that others may have written: it does not choose where is written. */
function placeOf({ file, certificate: { id } }: IssuedRecord): string {
  const way = normalize(file);
  const leaves = isAbsolute(way) || way === '.' || way === '..' || way.startsWith(`..${sep}`) || /^[a-z]:/i.test(way);
  return leaves ? `${id}.pem` : file;
}

async function upload(
  name: string,
  { files, root }: Files,
  options: RecoverOptions,
  services: Services,
): Promise<UploadedArtifact | undefined> {
  const { log, end } = services;
  try {
    const plan = { name, retentionDays: options.artifactRetentionDays, isPart: false };
    const artifact: ArtifactDelivery = await prepareArtifact(plan, services);
    const uploaded = await artifact.upload(files, root);
    log.info(`Uploaded artifact ${uploaded.name} (${uploaded.digest})`);
    return uploaded;
  } catch (error) {
    if (end.aborted && !(error instanceof UserError)) {
      log.annotate('error', `The artifact service did not answer in time; the certificates are in ${root}.`, {
        title: 'artifact-upload',
      });
      return undefined;
    }
    if (!(error instanceof UserError)) throw error;
    services.log.annotate('error', explain(error), { title: error.code });
    return undefined;
  }
}

function report(
  { certificates, inDoubt, confirmed }: Settled,
  artifact: UploadedArtifact | undefined,
  { root }: Files,
  { registration }: Pick<RecoverOptions, 'registration'>,
  { log }: Services,
): void {
  const where = artifact === undefined ? root : `artifact ${artifact.name} and ${root}`;
  const doubt = inDoubt.size === 0 ? '' : ` ${plural(inDoubt.size, 'CSR')} unresolved.`;
  const registry =
    registration === undefined ? '' : ' This step registers no devices: their things and policies may be missing.';
  const proof = confirmed ? '' : ' The account could not confirm them; each PEM proves its id and its key.';
  log.annotate(
    'warning',
    `The step was ended before it was finished. ${plural(certificates.length, 'certificate')} in ${where}.${proof}${doubt}${registry} ${RERUN}`,
    { title: 'ended-early' },
  );
}
