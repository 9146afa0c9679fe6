import { certificateArn, isSamePlace, type Place } from '../aws/place.ts';
import type { SignInOptions } from '../aws/sign-in.ts';
import type { LedgerCommitOptions } from '../delivery/ledger-commit.ts';
import { createPacers } from '../issuance/pacers.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { type JournalState, ofStep } from '../records/journal.ts';
import { readJournalFile } from '../records/journal-file.ts';
import { readLedger } from '../records/ledger.ts';
import type { LifeChange } from '../records/ledger-life.ts';
import { DELETED } from '../records/status.ts';
import type { TableAddress } from '../records/table/address.ts';
import { type RegistryAccess, thingsOf } from '../registration/registry-calls.ts';
import { createRegistryPacers } from '../registration/registry-pacers.ts';
import { onlyReport } from '../report/only-report.ts';
import { retirementRecoverySummary } from '../report/recovery-summary.ts';
import { confirmHeld, type Held } from '../revocation/confirm-held.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import { type OpenLedger, openRevocationLedger } from './open-revocation-ledger.ts';
import { recordRetirements } from './record-retirements.ts';

/** The runner gives a post step five minutes. */
const TOTAL_MS = 240_000;

/** What the run that ended was asked for; each field is an input of action.yml. */
export interface RecoverRetirementOptions extends SignInOptions, LedgerCommitOptions {
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
}

/**
 * What the post step does after a run of `mode: retire` that did not come to its end: finds out what became of the
 * certificates that the run had begun with, and writes that into the ledger. Retires nothing. What it cannot find out the
 * next run does.
 *
 * @param path of the journal
 * @param step whose lines count; undefined: all lines
 */
export async function recoverRetirements(
  path: string,
  step: string | undefined,
  options: RecoverRetirementOptions,
  services: Services,
): Promise<void> {
  const { log, commands } = services;
  log.stage('Find out what was retired');
  const { retirements, place } = ofStep(await readJournalFile(path), step);
  if (retirements.size === 0 || place === undefined) {
    log.info('The step was ended before it retired anything.');
    log.endStage();
    return;
  }
  const end = AbortSignal.any([services.end, AbortSignal.timeout(TOTAL_MS)]);
  let recorded: number | undefined;
  try {
    recorded = await findAndRecord(retirements, place, options, { ...services, stop: end, end });
  } catch (error) {
    if (!(error instanceof UserError) && !end.aborted) throw error;
    const late = 'The services did not answer in time.';
    log.annotate('warning', error instanceof UserError ? explain(error) : late, {
      title: error instanceof UserError ? error.code : 'not-confirmed',
    });
  } finally {
    log.endStage();
  }
  const known =
    recorded === undefined
      ? `It had begun with ${plural(retirements.size, 'certificate')}; the ledger does not say so yet`
      : `It had begun with ${plural(retirements.size, 'certificate')}; the ledger says of ${plural(recorded, 'certificate')} what became of it`;
  log.annotate('warning', `The step was ended before it was finished. ${known}. ${GO_ON}`, { title: 'ended-early' });
  await onlyReport('The job summary', log, () =>
    commands.appendSummary(retirementRecoverySummary(recorded, retirements.size, GO_ON)),
  );
}

const GO_ON = 'Press "Re-run failed jobs": it goes on with those that are left.';

/** @returns of how many certificates the ledger says what became of them */
async function findAndRecord(
  retirements: JournalState['retirements'],
  place: Place,
  options: RecoverRetirementOptions,
  services: Services,
): Promise<number> {
  const { clock, log, stop } = services;
  const { signIn } = await import('../aws/sign-in.ts');
  const account = await signIn(options, services);
  let opened: OpenLedger | undefined;
  try {
    if (!isSamePlace(account, place)) throw otherPlace();
    // It brings the file up to what the branch has.
    const ledgerCommit = options.ledgerCommit
      ? await (await import('../delivery/ledger-commit.ts')).prepareLedgerCommit(options, 0, services, 'retired')
      : undefined;
    const file = await readLedger(options.ledger);
    opened = await openRevocationLedger(file.entries, options, 'write', account, services);
    const { entries, table } = opened;
    const waiting = { clock, signal: stop, report: log.info };
    const access = { iot: account.iot, pacers: createPacers(clock, { report: log.info }), ...waiting };
    const pacers = createRegistryPacers(clock, { report: log.info });
    const registry = { registry: await account.registry(), pacers, place, ...waiting };
    const begun = entries.filter((entry) => isSamePlace(entry, place) && retirements.has(entry.certificateId));
    const candidates = begun.map((entry) => ({ certificateId: entry.certificateId, entry, why: [] }));
    const now = new Date(account.iot.awsTime()).toISOString();
    const changes = new Map<string, LifeChange>();
    for (const held of await confirmHeld(candidates, access, () => undefined)) {
      const change = await changeOf(held, now, registry);
      if (change !== undefined) changes.set(held.candidate.certificateId, change);
    }
    await recordRetirements(changes, { ledger: options.ledger, ledgerCommit, table }, place, entries, services);
    return changes.size;
  } finally {
    opened?.table?.close();
    account.iot.close();
  }
}

/** What the account shows of a certificate that the run had begun with; undefined: it is not done. */
async function changeOf(held: Held, now: string, registry: RegistryAccess): Promise<LifeChange | undefined> {
  const { entry, certificateId } = held.candidate;
  if (entry === undefined) return undefined;
  const { spkiSha256 } = entry;
  if (held.kind === 'gone') return { spkiSha256, status: DELETED };
  if (held.kind === 'contradicted' || held.status === 'ACTIVE') return undefined;
  if (held.status === 'REVOKED') return { spkiSha256, status: 'REVOKED' };
  const things = await thingsOf(certificateArn(registry.place, certificateId), registry);
  return things.length === 0 ? { spkiSha256, status: 'INACTIVE', retiredAt: now } : undefined;
}

function otherPlace(): UserError {
  return new UserError(
    'journal',
    'The step retired certificates in another account or region than the credentials are of.',
    {
      where: 'aws-region',
      fix: 'Give the step the credentials and the aws-region that it had.',
    },
  );
}
