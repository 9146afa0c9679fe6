import { isSamePlace, type Place } from '../aws/place.ts';
import type { SignInOptions } from '../aws/sign-in.ts';
import { groupBy } from '../lib/group-by.ts';
import type { Registered } from '../records/journal.ts';
import { readLedger, registeredIn } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { Story } from '../report/story.ts';
import type { RunContext } from '../runner/context.ts';
import type { Services } from '../runner/services.ts';
import type { CheckOptions, RegistrationRecords } from './check-registration.ts';
import type { Judged } from './judge-batch.ts';
import { signInToAws } from './sign-in-to-aws.ts';

/** Each field is an input of action.yml. */
export interface PlanRegistrationOptions extends SignInOptions, Omit<CheckOptions, 'registration'> {
  /** Undefined: nothing is asked of the registry. */
  readonly registration: CheckOptions['registration'] | undefined;
  /** Absolute path of the ledger; undefined: none is kept, or it is a table. */
  readonly ledger: string | undefined;
}

/**
 * What registering would do, for a validation: with credentials the registry is looked at and not changed. Without, names
 * and attributes have been judged with the CSRs, and a line says what was not looked at.
 *
 * @throws UserError as {@link checkRegistration}, and for everything that keeps this job from AWS
 */
export async function planRegistration(
  story: Story,
  judged: Judged,
  { registration, ...options }: PlanRegistrationOptions,
  services: Services,
): Promise<void> {
  if (registration === undefined) return;
  const why = whyNot(options, services.context);
  if (why !== undefined) {
    if (registration.provisioning !== undefined) {
      await checkTemplateFile(judged.batch.csrs, registration.provisioning, services.context.runId);
    }
    story.registryUnchecked = why;
    services.log.info(
      `Things and policies were judged by their names only: ${why}. Whether they exist in AWS IoT, and are as asked for, was not checked`,
    );
    return;
  }
  const { checkRegistration } = await import('./check-registration.ts');
  const account = await signInToAws(story, options, services);
  const entries = [...(await readLedger(options.ledger)).entries, ...judged.shared];
  const records = await recordsIn(entries, account);
  await checkRegistration(story, judged, account, records, { registration, ...options }, services);
}

/** What can be known of a provisioning template without an account. @throws UserError when it cannot be used */
async function checkTemplateFile(
  csrs: Judged['batch']['csrs'],
  provisioning: NonNullable<CheckOptions['registration']['provisioning']>,
  runId: string | undefined,
): Promise<void> {
  const { readTemplateFile } = await import('./open-template.ts');
  const { templateWishes } = await import('../registration/template-wishes.ts');
  const template = await readTemplateFile(provisioning);
  if (template !== undefined) templateWishes(csrs, template, provisioning, runId);
}

/** Why the account is not asked; undefined: nothing is in the way. */
function whyNot({ region, role }: SignInOptions, context: RunContext): string | undefined {
  // What a fork asks for is not asked of an account with this repository's rights.
  if (context.event.source !== 'this-repository') return 'the event is of a fork, or does not say whose it is';
  if (region === '') return '`aws-region` is not set';
  if (role === undefined) return context.hasAwsCredentials ? undefined : 'there are no credentials for AWS';
  return context.idTokenRequest === undefined ? 'the job has no permission `id-token: write`' : undefined;
}

async function recordsIn(entries: readonly LedgerEntry[], place: Place): Promise<RegistrationRecords> {
  const { recordsOf } = await import('./registration-records.ts');
  const here = groupBy(
    entries.filter((entry) => isSamePlace(entry, place)),
    ({ spkiSha256 }) => spkiSha256,
  );
  const registered = [...here.values()].flat().flatMap((entry): [string, Registered][] => {
    const what = registeredIn(entry);
    return what === undefined ? [] : [[entry.certificateId, what]];
  });
  const idsOf = (spki: string): readonly string[] => (here.get(spki) ?? []).map(({ certificateId }) => certificateId);
  return recordsOf(idsOf, new Map(registered));
}
