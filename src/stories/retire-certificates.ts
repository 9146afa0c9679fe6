import { isSamePlace } from '../aws/place.ts';
import type { Account, SignInOptions } from '../aws/sign-in.ts';
import type { LedgerCommit, LedgerCommitOptions } from '../delivery/ledger-commit.ts';
import { refuseClashes } from '../delivery/refuse-clashes.ts';
import { createPacers } from '../issuance/pacers.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { errorOf } from '../lib/file-error.ts';
import { withGrace } from '../lib/grace.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { journalPath, openJournal } from '../records/journal-file.ts';
import { readLedger } from '../records/ledger.ts';
import { remarkOnLedger } from '../records/ledger-file.ts';
import { addressText, type TableAddress } from '../records/table/address.ts';
import { createPolicyReader } from '../registration/policy-reader.ts';
import { createRegistryPacers } from '../registration/registry-pacers.ts';
import { annotateRetirement, retirementLine } from '../report/retire-annotations.ts';
import type { Story } from '../report/story.ts';
import { confirmedIds, lifeChanges } from '../retirement/life-changes.ts';
import type { RetireAccess } from '../retirement/retire-access.ts';
import { retireAll } from '../retirement/retire-all.ts';
import {
  DONE_RESULTS,
  LEFT_RESULTS,
  type Retirement,
  type RetireWish,
  retirementsWith,
} from '../retirement/retirement.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import { throwAll } from './deliver-certificates.ts';
import { findSuperseded, type Superseded } from './find-superseded.ts';
import { type OpenLedger, openRevocationLedger } from './open-revocation-ledger.ts';
import { recordRetirements } from './record-retirements.ts';
import { signInToAws } from './sign-in-to-aws.ts';

/** What is retired, and where that is recorded; each field is an input of action.yml. */
export interface RetireOptions extends SignInOptions, LedgerCommitOptions {
  readonly retire: (RetireWish & { readonly isDryRun: boolean }) | undefined;
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
  /** How many certificates may be retired. */
  readonly maxCertificates: number;
  readonly requestsPerSecond: RequestRate;
  /** Absolute path that the input `report` names; undefined: none. */
  readonly report: string | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
}

/** After a cancel the runner leaves 10 s (7.5 s to SIGTERM); this much of it is for answers that are under way. */
const STOP_GRACE_MS = 4_000;

/**
 * `mode: retire`: takes certificates out of use whose things have newer ones, with which their devices have connected;
 * then the ledger says so. Leaves what it found and did in the story.
 *
 * @throws UserError before anything is changed when that could not be recorded; `retire-incomplete` when a certificate was
 * left as it was for another reason than that the newer one is not confirmed; `nothing-retired` when all were left
 */
export async function retireCertificates(story: Story, options: RetireOptions, services: Services): Promise<void> {
  const { log } = services;
  const { retire, ledger, report, outputDirectory } = options;
  if (retire === undefined) throw new Error('retire without its inputs');
  log.stage('Read the ledger');
  const lists = retire.confirmed === undefined ? [] : [{ path: retire.confirmed.path, name: 'confirmed' }];
  const written = { ledger, report, outputDirectory, sarifPath: undefined };
  refuseClashes({ ...written, certificates: [], bundles: [], lists, sources: [] });
  story.pages = { directory: undefined, path: report };
  const ledgerCommit = retire.isDryRun ? undefined : await prepareRecords(options, services);
  // A file is read before anybody is asked for credentials.
  const file = await readLedger(ledger);
  const remark = ledger === undefined ? undefined : await remarkOnLedger(ledger, 0);
  if (remark !== undefined) log.annotate(remark.level, remark.message, { title: 'ledger' });
  const account = await signInToAws(story, options, services);
  log.stage('Find the certificates');
  const use = retire.isDryRun ? 'read' : 'write';
  const { entries, table } = await openRevocationLedger(file.entries, options, use, account, services);
  try {
    const where = options.ledgerTable === undefined ? (ledger ?? 'ledger') : addressText(options.ledgerTable);
    const access = await openAccess(account, options, services);
    const found = await findSuperseded({ entries, where, wish: retire }, account, access, services);
    refuseTooMany(found, options, log);
    await retireAndRecord(story, { found, access, ledger, ledgerCommit, table, entries, account }, options, services);
  } finally {
    table?.close();
  }
}

/** What is recorded afterwards is tried before. */
async function prepareRecords(options: RetireOptions, services: Services): Promise<LedgerCommit | undefined> {
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
  return prepareLedgerCommit(options, 0, services, 'retired');
}

async function openAccess(
  account: Account,
  { requestsPerSecond }: Pick<RetireOptions, 'requestsPerSecond'>,
  { clock, log, stop }: Services,
): Promise<RetireAccess> {
  const share = shareOf(requestsPerSecond);
  // As in `mode: revoke`, a number of calls a second is that of UpdateCertificate.
  const update =
    requestsPerSecond.kind === 'rate'
      ? ({ kind: 'fixed', perSecond: requestsPerSecond.perSecond } as const)
      : undefined;
  const signal = withGrace(stop, STOP_GRACE_MS, clock);
  const registry = {
    registry: await account.registry(),
    pacers: createRegistryPacers(clock, { share, report: log.info }),
    place: account,
    clock,
    signal,
    report: log.info,
  };
  const pacers = createPacers(clock, { update, share, report: log.info });
  const certificates = { iot: account.iot, pacers, clock, signal, report: log.info };
  return { certificates, registry, policies: createPolicyReader(registry) };
}

function refuseTooMany(
  { devices }: Superseded,
  { retire, maxCertificates: most }: RetireOptions,
  log: Services['log'],
): void {
  const meant = devices.reduce((sum, { plan }) => sum + plan.steps.length, 0);
  if (meant <= most) return;
  const error = new UserError(
    'too-many-selected',
    `${plural(meant, 'certificate')} are superseded, and max-certificates allows ${count(most)}. Nothing was retired.`,
    { where: 'max-certificates', fix: 'Name some of the things in `retire-things`, or raise max-certificates.' },
  );
  if (retire?.isDryRun !== true) throw error;
  log.annotate('warning', `${error.message} ${error.fix}`, { title: error.code });
}

/** What is retired, and where that is recorded. */
interface Retiring extends OpenLedger {
  readonly found: Superseded;
  readonly access: RetireAccess;
  readonly ledger: string | undefined;
  readonly ledgerCommit: LedgerCommit | undefined;
  readonly account: Account;
}

/** Retires what is superseded; what became of it is recorded however that ends. */
async function retireAndRecord(
  story: Story,
  work: Retiring,
  { retire, outputDirectory }: RetireOptions,
  services: Services,
): Promise<void> {
  const { log, context, files, commands } = services;
  const { found, account, entries } = work;
  if (retire === undefined) return;
  const place = { account: account.account, region: account.region };
  if (retire.isDryRun) {
    story.retirement = await act(work, retire, undefined, services, [], services.log);
    end(story.retirement, log);
    return;
  }
  const path = journalPath(context.tempDirectory, { outputDirectory, ...place });
  const journal = await openJournal(files, path, context.step, place);
  const failures: unknown[] = [];
  try {
    // From here on the post step has something to look after.
    commands.saveState('journal', path);
    story.retirement = await act(work, retire, journal.journal, services, failures, services.log);
    log.stage('Record');
    const here = entries.filter((entry) => isSamePlace(entry, account));
    const ids = confirmedIds(found.confirmations, found.newest);
    const changes = lifeChanges(here, story.retirement.rows, ids, account.iot.awsTime());
    try {
      await recordRetirements(changes, work, place, entries, services);
      if (work.ledger !== undefined) story.ledgerPath = work.ledger;
      // Whatever was not retired, the ledger says what is.
      if (retirementsWith(story.retirement, 'not-attempted') === 0) commands.saveState('handed-over', 'true');
    } catch (error) {
      failures.push(error);
    }
    throwAll(failures, log);
  } finally {
    await journal.close();
  }
  end(story.retirement, log);
}

async function act(
  { found, access }: Retiring,
  { isDryRun, to, waitMs }: RetireWish & { readonly isDryRun: boolean },
  journal: Parameters<typeof retireAll>[1]['journal'],
  { clock, stop }: Services,
  failures: unknown[],
  log: Services['log'],
): Promise<Retirement> {
  log.stage(isDryRun ? 'Look at the things' : 'Retire');
  const progress = createProgress(isDryRun ? 'Looked at' : 'Done', found.devices.length, clock.now, log);
  const { rows, foreign, failure } = await retireAll(found.devices, { access, journal, waitMs, stop }, progress.update);
  if (failure !== undefined && isDryRun) throw failure;
  if (failure !== undefined) failures.push(failure);
  const retirement = { isDryRun, to, things: found.devices.length, rows, foreign };
  log.info(retirementLine(retirement));
  return retirement;
}

function end(retirement: Retirement, log: Services['log']): void {
  annotateRetirement(retirement, log);
  if (retirement.isDryRun) return;
  const left = retirement.rows.filter(({ result }) => (LEFT_RESULTS as readonly string[]).includes(result));
  const [first] = left;
  if (first !== undefined) {
    throw new UserError(
      'retire-incomplete',
      `${plural(left.length, 'certificate')} of ${count(retirement.rows.length)} were not retired. ${first.problem?.message ?? ''}`,
      { where: `${first.thing}: ${first.certificateId}`, fix: first.problem?.fix ?? 'Run the job again.' },
    );
  }
  const open = retirementsWith(retirement, 'unconfirmed');
  if (open === 0 || retirementsWith(retirement, ...DONE_RESULTS, 'already', 'waiting') > 0) return;
  throw new UserError(
    'nothing-retired',
    `Nothing was retired: of ${plural(open, 'certificate')} the newer one is not confirmed.`,
    {
      where: 'confirmed',
      fix: 'Check that the list in `confirmed` is that of this fleet, and is as new as the rotation.',
    },
  );
}
