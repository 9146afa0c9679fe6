import { awsCodeOf } from '../issuance/iot-access.ts';
import { UserError } from '../lib/user-error.ts';
import { callRegistry, principalsOf, type RegistryAccess, thingsOf, YOUNG_WAITS_MS } from './registry-calls.ts';
import { ATTACH_REFUSALS, attachedOtherwise } from './registry-problems.ts';
import type { ThingWish } from './wish.ts';

/**
 * Attaches a certificate to a thing. AWS does not say what it answers where an exclusive certificate is attached to this
 * thing already, as after an answer that was lost: a refusal is believed only when the certificate is not there.
 *
 * @param arn of the certificate
 * @param isYoung the thing or the certificate was made a moment ago
 * @throws UserError as {@link callRegistry}; `registration-conflict` where it is attached otherwise
 */
export async function attachCertificate(
  { name, principalType }: Pick<ThingWish, 'name' | 'principalType'>,
  arn: string,
  access: RegistryAccess,
  isYoung: boolean,
): Promise<void> {
  try {
    const call = (iot: RegistryAccess['registry']) => iot.attachThingPrincipal(name, arn, principalType);
    await callRegistry('AttachThingPrincipal', call, access, isYoung);
  } catch (error) {
    if (!ATTACH_REFUSALS.test(awsCodeOf(error) ?? '')) throw error;
    if (!(await isOn(name, arn, access))) throw error;
    const held = (await principalsOf(name, access)).find((principal) => principal.arn === arn);
    if (held?.type !== undefined && held.type !== principalType) throw attachedOtherwise(name, held.type);
  }
}

/** Whether a certificate is attached to this thing; what was attached a moment ago is waited for. */
async function isOn(thing: string, arn: string, access: RegistryAccess): Promise<boolean> {
  for (let waits = 0; ; waits++) {
    const things = await thingsOf(arn, access).catch((error: unknown) => {
      // The refusal says more than that the role may not look.
      if (error instanceof UserError) return undefined;
      throw error;
    });
    const waitMs = YOUNG_WAITS_MS[waits];
    if (things === undefined || things.length > 0 || waitMs === undefined) return things?.includes(thing) ?? false;
    await access.clock.sleep(waitMs, access.signal);
  }
}
