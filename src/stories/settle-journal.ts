import { isSamePlace, type Place } from '../aws/place.ts';
import type { Account, SignInOptions } from '../aws/sign-in.ts';
import type { Reconcile } from '../issuance/choose-search.ts';
import { type Confirmation, confirm } from '../issuance/confirm.ts';
import { createListing } from '../issuance/listing.ts';
import { createPacers } from '../issuance/pacers.ts';
import { noteWait } from '../issuance/resolve.ts';
import { resolveJournal } from '../issuance/resolve-journal.ts';
import { answerText } from '../lib/redact.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { type IssuedRecord, type JournalState, ofStep } from '../records/journal.ts';
import { type JournalFile, readJournalFile } from '../records/journal-file.ts';
import { entryFor } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { originOf } from '../records/origin.ts';
import { checkPem } from '../records/read-certificate.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';

/** Each field is an input of action.yml. */
export interface SettleOptions extends SignInOptions {
  readonly reconcile: Reconcile;
}

/** What a journal has, once everything in it was made sure of as far as that was possible. */
export interface Settled {
  /** Certificates that may be handed over. */
  readonly certificates: readonly IssuedRecord[];
  /** Requests of which nobody knows what became of them. */
  readonly inDoubt: JournalState['inDoubt'];
  /** As in {@link JournalState}. */
  readonly registered: JournalState['registered'];
  /** As in {@link JournalState}. */
  readonly seen: JournalState['seen'];
  /** As in {@link JournalState}. */
  readonly delivered: JournalState['delivered'];
  /** The account has said that it holds the certificates. Otherwise each PEM proves its id and its key, and no more. */
  readonly confirmed: boolean;
  readonly place: Place | undefined;
}

/**
 * Finds out what became of the requests that one step of a job left unresolved, and has the account confirm the
 * certificates in the journal: any step of the job may have written into that file. Creates nothing.
 *
 * @param step as in {@link ofStep}
 * @returns what is proven; where the account cannot be asked, a warning says so
 */
export async function settleJournal(
  file: JournalFile,
  step: string | undefined,
  options: SettleOptions,
  services: Services,
): Promise<Settled> {
  const { log } = services;
  const before = ofStep(file.before, step);
  if (before.certificates.size === 0 && before.inDoubt.size === 0) return settled(before, undefined, log);
  let confirmation: Confirmation<Holder> | undefined;
  try {
    confirmation = await askAccount(file, step, options, services);
  } catch (error) {
    // The next attempt looks for them; what is certain is handed over all the same.
    const late = 'The account did not answer in time.';
    const reason = error instanceof UserError ? explain(error) : services.stop.aborted ? late : `${textOf(error)}.`;
    log.annotate('warning', `${reason} The account has not confirmed the certificates that are handed over.`, {
      title: 'not-confirmed',
    });
  }
  await file.journal.flush();
  return settled(ofStep(await readJournalFile(file.path), step), confirmation, log);
}

/** The lines that a ledger gets of what was settled. */
export function entriesOf(
  { certificates, registered }: Pick<Settled, 'certificates' | 'registered'>,
  place: Place,
): readonly LedgerEntry[] {
  return certificates.map(({ spki, csr, path, certificate }) =>
    entryFor({ spkiSha256: spki, csrSha256: csr, path }, certificate, place, registered.get(certificate.id)),
  );
}

function textOf(error: unknown): string {
  return answerText(error instanceof Error ? error.message : String(error));
}

interface Holder {
  readonly path: string;
  readonly spkiSha256: string;
}

async function askAccount(
  file: JournalFile,
  step: string | undefined,
  options: SettleOptions,
  services: Services,
): Promise<Confirmation<Holder>> {
  const { clock, log, stop, context } = services;
  const before = ofStep(file.before, step);
  const { signIn } = await import('../aws/sign-in.ts');
  const account = await signIn(options, services);
  try {
    refuseOther(account, before.place, file.path);
    const access = { iot: account.iot, pacers: createPacers(clock, { report: log.info }), clock, signal: stop };
    if (before.inDoubt.size > 0 && options.reconcile.when !== 'never') {
      log.info(`Looking in the account for ${plural(before.inDoubt.size, 'unresolved certificate')}`);
      const { found, missing } = await resolveJournal(before, {
        journal: file.journal,
        access,
        // The step may have been killed a moment ago.
        quietSince: clock.now() + options.requestTimeoutMs,
        origin: originOf(context),
        onWait: noteWait(log),
      });
      log.info(`Found ${plural(found.length, 'certificate')}; ${plural(missing.length, 'request')} created nothing`);
    }
    await file.journal.flush();
    const { certificates } = ofStep(await readJournalFile(file.path), step);
    const claims = [...certificates.values()].map(({ spki, path, certificate }) => ({
      csr: { path, spkiSha256: spki },
      candidates: [certificate],
      storedId: undefined,
      isStoredAlone: false,
    }));
    return await confirm(claims, access, createListing(access));
  } finally {
    account.iot.close();
  }
}

function refuseOther(account: Account, place: Place | undefined, where: string): void {
  if (place !== undefined && isSamePlace(account, place)) return;
  throw new UserError('journal', 'The journal is about another account or region than the credentials are.', {
    where,
    fix: 'Give the step the credentials and the aws-region that it had.',
  });
}

/** @param confirmation undefined where the account could not be asked */
function settled(
  { certificates, inDoubt, delivered, registered, seen, place }: JournalState,
  confirmation: Confirmation<Holder> | undefined,
  log: Services['log'],
): Settled {
  const proven: IssuedRecord[] = [];
  const refused = new Map<string, string>();
  const known = new Map(confirmation?.confirmed.map(({ certificate }) => [certificate.id, certificate]));
  for (const { certificateId, reason } of confirmation?.contradictions ?? []) refused.set(certificateId, reason);
  for (const { certificateId, status } of confirmation?.unusable ?? []) refused.set(certificateId, `it is ${status}`);
  for (const issued of certificates.values()) {
    const { id, pem } = issued.certificate;
    const certificate = known.get(id);
    const checked = checkPem(pem);
    if (certificate !== undefined) proven.push({ ...issued, certificate });
    else if (checked?.id !== id || checked.spkiSha256 !== issued.spki) refused.set(id, 'it is not what its line says');
    else if (!refused.has(id)) proven.push(issued);
  }
  for (const [id, reason] of refused) {
    log.annotate('error', `Certificate ${id} of the journal is not handed over: ${reason}.`, {
      title: 'contradiction',
    });
  }
  return { certificates: proven, inDoubt, delivered, registered, seen, confirmed: confirmation !== undefined, place };
}
