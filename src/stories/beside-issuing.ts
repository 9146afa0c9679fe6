import type { Account } from '../aws/sign-in.ts';
import type { Memory } from '../issuance/recall.ts';
import type { Story } from '../report/story.ts';
import type { Services } from '../runner/services.ts';
import type { Batch } from '../validation/batch.ts';
import type { CheckOptions } from './check-registration.ts';
import type { Judged } from './judge-batch.ts';
import type { BesideIssuing } from './register-devices.ts';

/** Each field is an input of action.yml. */
export interface BesideOptions extends Omit<CheckOptions, 'registration'> {
  /** Undefined: nothing is asked of the registry. */
  readonly registration: CheckOptions['registration'] | undefined;
}

/** What is issued, and what goes on beside it. */
export interface Beside {
  /** Without the CSRs whose devices cannot be registered. */
  readonly batch: Batch;
  /** Undefined where nothing is asked for but certificates, and nothing is loaded then. */
  readonly beside: BesideIssuing | undefined;
}

/**
 * Makes sure that devices can be registered, and makes ready for it. What is remembered of them is known by then, and no
 * certificate has been created.
 *
 * @throws UserError as {@link checkRegistration}
 */
export async function besideIssuing(
  story: Story,
  judged: Judged,
  { account, memory }: { readonly account: Account; readonly memory: Memory },
  { registration, ...others }: BesideOptions,
  services: Services,
): Promise<Beside> {
  if (registration === undefined) return { batch: judged.batch, beside: undefined };
  const { checkRegistration } = await import('./check-registration.ts');
  const { registerDevices } = await import('./register-devices.ts');
  const { recordsOf } = await import('./registration-records.ts');
  const options = { registration, ...others };
  const idsOf = (spkiSha256: string): readonly string[] => memory.knowledge.get(spkiSha256).map(({ id }) => id);
  const records = recordsOf(idsOf, memory.registered);
  const { batch, ...checked } = await checkRegistration(story, judged, account, records, options, services);
  services.log.stage('Find out which certificates exist');
  return { batch, beside: await registerDevices(story, { ...checked, account, memory }, options, services) };
}
