import { isSamePlace } from '../aws/place.ts';
import type { Account, SignInOptions } from '../aws/sign-in.ts';
import { refuseClashes } from '../delivery/refuse-clashes.ts';
import type { RegistrationInputs } from '../inputs/registration-inputs.ts';
import type { Reconcile } from '../issuance/choose-search.ts';
import { findDrift } from '../issuance/find-drift.ts';
import { createPacers } from '../issuance/pacers.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { EMPTY_LEDGER, type Ledger, readLedger } from '../records/ledger.ts';
import { remarkOnLedger } from '../records/ledger-file.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { addressText, type TableAddress } from '../records/table/address.ts';
import { readWholeTable } from '../records/table/whole-table.ts';
import { driftLine, groupDrifts, oldestLine } from '../report/audit-summary.ts';
import type { Story } from '../report/story.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import { auditRegistry } from './audit-registry.ts';
import { signInToAws } from './sign-in-to-aws.ts';

/** What is audited, and where; each field is an input of action.yml. */
export interface AuditOptions extends SignInOptions {
  /** Absolute path of the ledger. */
  readonly ledger: string | undefined;
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
  /** Absolute path that the input `report` names; undefined: none. */
  readonly report: string | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
  /** Since when certificates that are not in the ledger count. */
  readonly reconcile: Reconcile;
  readonly requestsPerSecond: RequestRate;
  /** What devices are to have in the registry; undefined: that is not compared. */
  readonly registration: RegistrationInputs | undefined;
}

/**
 * `mode: audit`: holds the ledger against the account, changes neither, and leaves what it found in the story.
 *
 * @throws UserError `drift` when they disagree; `ledger` when there is nothing to audit
 */
export async function auditLedger(story: Story, options: AuditOptions, services: Services): Promise<void> {
  const { log, clock, stop } = services;
  const { ledger, report, outputDirectory } = options;
  log.stage('Read the ledger');
  refuseClashes({ ledger, report, outputDirectory, sarifPath: undefined, certificates: [], bundles: [], sources: [] });
  story.pages = { directory: undefined, path: report };
  const where = options.ledgerTable === undefined ? (options.ledger ?? '') : addressText(options.ledgerTable);
  // A file is read before anybody is asked for credentials.
  const file = options.ledgerTable === undefined ? await readLedger(options.ledger) : undefined;
  if (file?.entries.length === 0) {
    const isThere = (await remarkOnLedger(where, 0)) === undefined;
    throw nothingToAudit(where, isThere ? 'The ledger holds no certificate' : 'The ledger does not exist');
  }
  const account = await signInToAws(story, options, services);
  log.stage('Hold the ledger against the account');
  const { entries, others } = file ?? (await readTable(options.ledgerTable, account, services));
  if (entries.length === 0) throw nothingToAudit(where, 'The ledger holds no certificate');
  const here = entries.filter((entry) => isSamePlace(entry, account));
  // Another region, mistyped, would agree with everything.
  if (here.length === 0) {
    throw nothingToAudit(where, `The ledger holds no certificate of account ${account.account} in ${account.region}`);
  }
  log.info(
    `Auditing ${plural(here.length, 'certificate')} of account ${account.account} in ${account.region}; the ledger has ${plural(entries.length, 'certificate')}`,
  );
  let progress: ReturnType<typeof createProgress> | undefined;
  const pacers = createPacers(clock, { share: shareOf(options.requestsPerSecond), report: log.info });
  const access = { iot: account.iot, pacers, clock, signal: stop, report: log.info };
  const found = await findDrift(here, orphansSince(options, here), access, (done, total) => {
    progress ??= createProgress('Looked at', total, clock.now, log);
    progress.update(done);
  });
  // What the account held before a table was used for it is none of its devices, and known.
  const known = new Set(
    options.ledgerTable && others.flatMap((other) => (isSamePlace(other, account) ? [other.certificateId] : [])),
  );
  const ledgerDrifts = found.drifts.filter(({ kind, certificateId }) => kind !== 'orphan' || !known.has(certificateId));
  const drifts = [...ledgerDrifts, ...(await auditRegistry(here, ledgerDrifts, account, options, services))];
  const result = { ...found, drifts };
  story.audit = result;
  if (result.activated > 0) {
    log.info(
      `${plural(result.activated, 'certificate')} activated since the ledger was written, which is not a disagreement`,
    );
  }
  const oldest = oldestLine(result.ages);
  if (oldest !== undefined) log.info(oldest);
  const groups = groupDrifts(result.drifts);
  const [first] = result.drifts;
  if (first === undefined) return;
  for (const group of groups) log.info(`${driftLine(group)}. ${group.fix}`);
  throw new UserError(
    'drift',
    `The ledger and the account disagree in ${plural(result.drifts.length, 'place')}. ${groups.map(driftLine).join('; ')}.`,
    {
      where,
      fix: 'The job summary lists all of them. Correct the ledger where the account is right, and revoke what should not be there with `mode: revoke`.',
    },
  );
}

function nothingToAudit(where: string, what: string): UserError {
  return new UserError('ledger', `${what}, so there is nothing to audit.`, {
    where,
    fix: 'Name the ledger that the runs which issue certificates keep.',
  });
}

async function readTable(
  address: TableAddress | undefined,
  account: Account,
  services: Services,
): Promise<Pick<Ledger, 'entries' | 'others'>> {
  if (address === undefined) return EMPTY_LEDGER;
  const { openLedgerTable } = await import('../records/table/open-table.ts');
  const table = await openLedgerTable(address, account, 'read', services);
  return readWholeTable(table).finally(table.close);
}

/** Without a time, certificates that are not in the ledger count since its own first one: that is when it was begun. */
function orphansSince({ reconcile }: AuditOptions, entries: readonly LedgerEntry[]): number | undefined {
  switch (reconcile.when) {
    case 'never':
      return undefined;
    case 'always':
      return 0;
    case 'since':
      return reconcile.since;
    case 'auto': {
      const times = entries.map((entry) => Date.parse(entry.issuedAt ?? '')).filter((time) => !Number.isNaN(time));
      return times.length === 0 ? 0 : times.reduce((earliest, time) => Math.min(earliest, time));
    }
  }
}
