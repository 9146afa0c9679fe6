import { isSamePlace, type Place } from '../aws/place.ts';
import type { Account, SignInOptions } from '../aws/sign-in.ts';
import type { LedgerCommitOptions } from '../delivery/ledger-commit.ts';
import { createPacers } from '../issuance/pacers.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { type JournalState, ofStep } from '../records/journal.ts';
import { readJournalFile } from '../records/journal-file.ts';
import { readLedger } from '../records/ledger.ts';
import type { TableAddress } from '../records/table/address.ts';
import { onlyReport } from '../report/only-report.ts';
import { revocationRecoverySummary } from '../report/recovery-summary.ts';
import { confirmHeld } from '../revocation/confirm-held.ts';
import type { Candidate } from '../revocation/select.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import { type OpenLedger, openRevocationLedger } from './open-revocation-ledger.ts';
import { recordRevocations } from './record-revocations.ts';

/** The runner gives a post step five minutes. */
const TOTAL_MS = 240_000;

/** What the run that ended was asked for; each field is an input of action.yml. */
export interface RecoverRevocationOptions extends SignInOptions, LedgerCommitOptions {
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
}

/**
 * What the post step does after a run of `mode: revoke` that did not come to its end: finds out which certificates the
 * account has revoked of those that the run asked for, and writes that into the ledger. Revokes nothing. What it cannot
 * find out the next run does.
 *
 * @param path of the journal
 * @param step whose lines count; undefined: all lines
 */
export async function recoverRevocations(
  path: string,
  step: string | undefined,
  options: RecoverRevocationOptions,
  services: Services,
): Promise<void> {
  const { log, commands } = services;
  log.stage('Find out what was revoked');
  const { revocations, place } = ofStep(await readJournalFile(path), step);
  if (revocations.size === 0 || place === undefined) {
    log.info('The step was ended before it revoked anything.');
    log.endStage();
    return;
  }
  const end = AbortSignal.any([services.end, AbortSignal.timeout(TOTAL_MS)]);
  let revoked: number | undefined;
  try {
    revoked = await findAndRecord(revocations, place, options, { ...services, stop: end, end });
  } catch (error) {
    if (!(error instanceof UserError) && !end.aborted) throw error;
    const late = 'The services did not answer in time.';
    log.annotate('warning', error instanceof UserError ? explain(error) : late, {
      title: error instanceof UserError ? error.code : 'not-confirmed',
    });
  } finally {
    log.endStage();
  }
  const done = [...revocations.values()].filter(({ isDone }) => isDone).length;
  const known =
    revoked === undefined
      ? `AWS IoT has revoked ${plural(done, 'certificate')} or more, of ${count(revocations.size)} that it was asked for, and the ledger does not say so yet`
      : `${plural(revoked, 'certificate')} of those that it asked AWS IoT for are revoked, and the ledger says so if it has them`;
  log.annotate('warning', `The step was ended before it was finished. ${known}. ${GO_ON}`, { title: 'ended-early' });
  await onlyReport('The job summary', log, () =>
    commands.appendSummary(revocationRecoverySummary(revoked, revocations.size, GO_ON)),
  );
}

const GO_ON = 'Press "Re-run failed jobs": it goes on with those that are left.';

/** @returns how many of the certificates that the run asked for are revoked */
async function findAndRecord(
  revocations: JournalState['revocations'],
  place: Place,
  options: RecoverRevocationOptions,
  services: Services,
): Promise<number> {
  const { clock, log, stop } = services;
  const { signIn } = await import('../aws/sign-in.ts');
  const account = await signIn(options, services);
  let opened: OpenLedger | undefined;
  try {
    refuseOther(account, place);
    // It brings the file up to what the branch has.
    const ledgerCommit = options.ledgerCommit
      ? await (await import('../delivery/ledger-commit.ts')).prepareLedgerCommit(options, 0, services, 'revoked')
      : undefined;
    opened = await openRevocationLedger(
      (await readLedger(options.ledger)).entries,
      options,
      'write',
      account,
      services,
    );
    const { entries, table } = opened;
    const access = { iot: account.iot, pacers: createPacers(clock, { report: log.info }), clock, signal: stop };
    const here = entries.filter((entry) => isSamePlace(entry, place));
    const held = await confirmHeld(candidatesOf(revocations, here), access, () => undefined);
    const revoked = held.flatMap((one) => (one.kind === 'held' && one.status === 'REVOKED' ? [one.candidate] : []));
    const keys = revoked.flatMap(({ certificateId, entry }) =>
      entry === undefined ? [] : [[certificateId, entry.spkiSha256] as const],
    );
    await recordRevocations(new Map(keys), { ledger: options.ledger, ledgerCommit, table }, place, entries, services);
    return new Set(revoked.map(({ certificateId }) => certificateId)).size;
  } finally {
    opened?.table?.close();
    account.iot.close();
  }
}

function candidatesOf(revocations: JournalState['revocations'], entries: OpenLedger['entries']): readonly Candidate[] {
  const known = entries.filter(({ certificateId }) => revocations.has(certificateId));
  const ids = new Set(known.map(({ certificateId }) => certificateId));
  const unknown = [...revocations.keys()].filter((id) => !ids.has(id));
  return [
    ...known.map((entry) => ({ certificateId: entry.certificateId, entry, why: [] })),
    ...unknown.map((certificateId) => ({ certificateId, entry: undefined, why: [] })),
  ];
}

function refuseOther(account: Account, place: Place): void {
  if (isSamePlace(account, place)) return;
  throw new UserError(
    'journal',
    'The step revoked certificates in another account or region than the credentials are of.',
    {
      where: 'aws-region',
      fix: 'Give the step the credentials and the aws-region that it had.',
    },
  );
}
