import type { Account, SignInOptions } from '../aws/sign-in.ts';
import type { LedgerCommit, LedgerCommitOptions } from '../delivery/ledger-commit.ts';
import { refuseClashes } from '../delivery/refuse-clashes.ts';
import type { IotAccess } from '../issuance/iot-access.ts';
import { createPacers, type PacersOptions } from '../issuance/pacers.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { errorOf } from '../lib/file-error.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { journalPath, openJournal } from '../records/journal-file.ts';
import { readLedger } from '../records/ledger.ts';
import { remarkOnLedger } from '../records/ledger-file.ts';
import { addressText, type TableAddress } from '../records/table/address.ts';
import { annotateRevocation, listSelected, revocationLine } from '../report/revoke-annotations.ts';
import type { Story } from '../report/story.ts';
import { readIds } from '../revocation/id-lists.ts';
import { countOf, type Revocation } from '../revocation/revocation.ts';
import { revokeAll } from '../revocation/revoke-all.ts';
import type { Selection } from '../revocation/selection.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import { throwAll } from './deliver-certificates.ts';
import { findRevocable } from './find-revocable.ts';
import { type OpenLedger, openRevocationLedger } from './open-revocation-ledger.ts';
import { recordRevocations, revokedIn } from './record-revocations.ts';
import { signInToAws } from './sign-in-to-aws.ts';

/** What is revoked, and where that is recorded; each field is an input of action.yml. */
export interface RevokeOptions extends SignInOptions, LedgerCommitOptions {
  readonly revoke: { readonly selection: Selection; readonly isDryRun: boolean } | undefined;
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
  /** How many certificates may be revoked. */
  readonly maxCertificates: number;
  readonly requestsPerSecond: RequestRate;
  /** Absolute path that the input `report` names; undefined: none. */
  readonly report: string | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
}

/**
 * `mode: revoke`: finds the certificates that are selected, has the account confirm each, and revokes them, unless it is a
 * dry run; then the ledger says so. Leaves what it found and did in the story.
 *
 * @throws UserError before anything is revoked when that could not be recorded; `revoke-incomplete` when a certificate that
 * is selected was not revoked
 */
export async function revokeCertificates(story: Story, options: RevokeOptions, services: Services): Promise<void> {
  const { log, clock, stop } = services;
  const { revoke, ledger, report, outputDirectory } = options;
  if (revoke === undefined) throw new Error('revoke without a selection');
  log.stage('Read what is to be revoked');
  const lists = revoke.selection.idLists.map(({ path, name }) => ({ path, name: `the list ${name}` }));
  const written = { ledger, report, outputDirectory, sarifPath: undefined };
  refuseClashes({ ...written, certificates: [], bundles: [], lists, sources: [] });
  story.pages = { directory: undefined, path: report };
  const ids = await readIds(revoke.selection);
  const ledgerCommit = revoke.isDryRun ? undefined : await prepareRecords(options, services);
  // A file is read before anybody is asked for credentials.
  const file = await readLedger(ledger);
  const remark = ledger === undefined ? undefined : await remarkOnLedger(ledger, 0);
  if (remark !== undefined) log.annotate(remark.level, remark.message, { title: 'ledger' });
  const account = await signInToAws(story, options, services);
  log.stage('Find the certificates');
  const { entries, table } = await openRevocationLedger(
    file.entries,
    options,
    revoke.isDryRun ? 'read' : 'write',
    account,
    services,
  );
  try {
    const pacers = createPacers(clock, pacing(options.requestsPerSecond, log));
    const access = { iot: account.iot, pacers, clock, signal: stop, report: log.info };
    const where = options.ledgerTable === undefined ? ledger : addressText(options.ledgerTable);
    const rows = await findRevocable({ entries, where, selection: revoke.selection, ids }, account, access, services);
    story.revocation = { isDryRun: revoke.isDryRun, rows };
    if (revoke.isDryRun) listSelected(story.revocation, log);
    else log.info(revocationLine(story.revocation));
    refuseTooMany(story.revocation, options.maxCertificates, log);
    if (!revoke.isDryRun)
      await revokeAndRecord(story, { ledger, ledgerCommit, table, entries, account, access }, options, services);
  } finally {
    table?.close();
    if (story.revocation !== undefined) annotateRevocation(story.revocation, log);
  }
  refuseIncomplete(story.revocation);
}

/** A number of calls a second is that of UpdateCertificate here; a share holds for every operation. */
function pacing(rate: RequestRate, log: Services['log']): PacersOptions {
  const update = rate.kind === 'rate' ? ({ kind: 'fixed', perSecond: rate.perSecond } as const) : undefined;
  return { update, share: shareOf(rate), report: log.info };
}

/** What is recorded afterwards is tried before. */
async function prepareRecords(options: RevokeOptions, services: Services): Promise<LedgerCommit | undefined> {
  const { ledger } = options;
  if (ledger === undefined) return undefined;
  try {
    services.files.rehearse([ledger]);
  } catch (error) {
    throw errorOf(error, 'ledger', 'ledger');
  }
  if (!options.ledgerCommit) return undefined;
  // Loaded only where the ledger is to be committed.
  const { prepareLedgerCommit } = await import('../delivery/ledger-commit.ts');
  return prepareLedgerCommit(options, 0, services, 'revoked');
}

function refuseTooMany(revocation: Revocation, most: number, log: Services['log']): void {
  const selected = countOf(revocation, 'selected');
  if (selected <= most) return;
  const error = new UserError(
    'too-many-selected',
    `${plural(selected, 'certificate')} are selected, and max-certificates allows ${count(most)}. Nothing was revoked.`,
    { where: 'revoke', fix: 'Narrow the selection, or raise max-certificates when all of them are meant.' },
  );
  if (!revocation.isDryRun) throw error;
  log.annotate('warning', `${error.message} ${error.fix}`, { title: error.code });
}

/** How certificates are revoked, and where that is recorded. */
interface Revoking extends OpenLedger {
  readonly ledger: string | undefined;
  readonly ledgerCommit: LedgerCommit | undefined;
  readonly account: Account;
  readonly access: IotAccess;
}

/** Revokes what is selected; what became of it is recorded however that ends. */
async function revokeAndRecord(
  story: Story,
  work: Revoking,
  options: RevokeOptions,
  services: Services,
): Promise<void> {
  const { log, clock, commands, context, end } = services;
  const { account, access, entries } = work;
  const rows = story.revocation?.rows ?? [];
  const { outputDirectory } = options;
  const place = { account: account.account, region: account.region };
  const path = journalPath(context.tempDirectory, { outputDirectory, ...place });
  const journal = await openJournal(services.files, path, context.step, place);
  try {
    // From here on the post step has something to look after.
    commands.saveState('journal', path);
    log.stage('Revoke');
    const total = rows.filter(({ result }) => result === 'selected').length;
    const progress = createProgress('Revoked', total, clock.now, log);
    const { rows: after, failure } = await revokeAll(rows, access, journal.journal, progress.update, end);
    story.revocation = { isDryRun: false, rows: after };
    log.stage('Record');
    const failures: unknown[] = failure === undefined ? [] : [failure];
    try {
      await recordRevocations(revokedIn(after), work, place, entries, services);
      if (work.ledger !== undefined) story.ledgerPath = work.ledger;
      // Whatever was not revoked, the ledger says what is.
      if (!after.some(({ result }) => result === 'not-attempted')) commands.saveState('handed-over', 'true');
    } catch (error) {
      failures.push(error);
    }
    throwAll(failures, log);
  } finally {
    await journal.close();
  }
}

function refuseIncomplete(revocation: Revocation | undefined): void {
  if (revocation === undefined || revocation.isDryRun) return;
  const left = revocation.rows.filter(({ result }) => ['contradicted', 'failed', 'not-attempted'].includes(result));
  const [first] = left;
  if (first === undefined) return;
  throw new UserError(
    'revoke-incomplete',
    `${plural(left.length, 'certificate')} of ${count(revocation.rows.length)} were not revoked. ${first.problem?.message ?? ''}`,
    { where: first.csrPath ?? first.certificateId, fix: first.problem?.fix ?? 'Run the job again.' },
  );
}
