import { awsCodeOf } from '../issuance/iot-access.ts';
import type { Problem } from '../records/certificate.ts';
import { callRegistry, NOT_FOUND, principalsOf, type RegistryAccess } from '../registration/registry-calls.ts';
import { stillAttached } from './retire-problems.ts';

/**
 * Waits between looks at what a thing holds, milliseconds; together about a minute. Detaching is asynchronous and "might
 * take several seconds".
 * https://docs.aws.amazon.com/iot/latest/apireference/API_DetachThingPrincipal.html
 */
const LOOKS_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;

/**
 * Detaches a certificate from a thing, and waits until the account shows that it is.
 *
 * @returns why it is attached still; undefined: it is not
 * @throws UserError as {@link callRegistry}; the reason of a signal that is aborted
 */
export async function detach(thing: string, certificate: string, access: RegistryAccess): Promise<Problem | undefined> {
  const { clock, signal } = access;
  try {
    await callRegistry('DetachThingPrincipal', (registry) => registry.detachThingPrincipal(thing, certificate), access);
  } catch (error) {
    // So AWS IoT answers when another run was first; what the thing holds shows whether it was.
    if (awsCodeOf(error) !== NOT_FOUND && awsCodeOf(error) !== 'InvalidRequestException') throw error;
  }
  for (const waitMs of LOOKS_MS) {
    await clock.sleep(waitMs, signal);
    if (!(await principalsOf(thing, access)).some(({ arn }) => arn === certificate)) return undefined;
  }
  return stillAttached(thing);
}
