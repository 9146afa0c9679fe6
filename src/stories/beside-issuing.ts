import type { Account } from '../aws/sign-in.ts';
import type { Memory } from '../issuance/recall.ts';
import type { WishOptions } from '../registration/wishes.ts';
import type { Story } from '../report/story.ts';
import type { Services } from '../runner/services.ts';
import type { Judged } from './judge-batch.ts';
import type { BesideIssuing, RegisterOptions } from './register-devices.ts';

/** Each field is an input of action.yml. */
export interface BesideOptions extends RegisterOptions {
  readonly registration: (WishOptions & NonNullable<RegisterOptions['registration']>) | undefined;
}

/** What goes on beside issuing; undefined where nothing is asked for but certificates, and nothing is loaded then. */
export async function besideIssuing(
  story: Story,
  { batch, names }: Pick<Judged, 'batch' | 'names'>,
  known: { readonly account: Account; readonly memory: Memory },
  options: BesideOptions,
  services: Services,
): Promise<BesideIssuing | undefined> {
  const { registration } = options;
  if (registration === undefined) return undefined;
  const { wishesOf } = await import('../registration/wishes.ts');
  const { registerDevices } = await import('./register-devices.ts');
  const wishes = wishesOf(batch.csrs, names.things, registration);
  const plan = { things: new Map(), carried: new Map() };
  return registerDevices(story, { wishes, plan, ...known }, options, services);
}
