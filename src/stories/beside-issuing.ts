import type { Account } from '../aws/sign-in.ts';
import type { Memory } from '../issuance/recall.ts';
import type { WishOptions } from '../registration/wishes.ts';
import type { Story } from '../report/story.ts';
import type { Services } from '../runner/services.ts';
import type { Judged } from './judge-batch.ts';
import type { BesideIssuing, RegisterOptions, RegisterWork } from './register-devices.ts';

/** Each field is an input of action.yml. */
export interface BesideOptions extends RegisterOptions {
  readonly registration: (WishOptions & NonNullable<RegisterOptions['registration']>) | undefined;
}

/** What was found in the registry before, and the pacers of the calls that this took. */
type Checked = Pick<RegisterWork, 'wishes' | 'plan' | 'pacers'>;

/** What goes on beside issuing; undefined where nothing is asked for but certificates, and nothing is loaded then. */
export async function besideIssuing(
  story: Story,
  { batch, names }: Pick<Judged, 'batch' | 'names'>,
  known: { readonly account: Account; readonly memory: Memory; readonly checked?: Checked | undefined },
  options: BesideOptions,
  services: Services,
): Promise<BesideIssuing | undefined> {
  const { registration } = options;
  if (registration === undefined) return undefined;
  const { wishesOf } = await import('../registration/wishes.ts');
  const { registerDevices } = await import('./register-devices.ts');
  const { account, memory, checked } = known;
  const nothing = { things: new Map(), carried: new Map() };
  const work = checked ?? { wishes: wishesOf(batch.csrs, names.things, registration), plan: nothing };
  return registerDevices(story, { ...work, account, memory }, options, services);
}
