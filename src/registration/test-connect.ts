import { certificateArn, clientArn } from '../aws/place.ts';
import { UserError } from '../lib/user-error.ts';
import type { RegistrationOutcome } from './registration-outcome.ts';
import { callRegistry, type RegistryAccess } from './registry-calls.ts';

/** What was attached a moment ago may not act yet: a denial is asked about again after so many milliseconds. */
const AGAIN_MS = 5_000;

/**
 * Whether a device that is registered may connect as the client of its thing's name.
 *
 * @returns undefined when that is not to be found out: why is in the log
 * @throws the reason of a signal that is aborted
 */
export async function testConnect(
  { certificateId, thing }: Pick<RegistrationOutcome, 'certificateId' | 'thing'>,
  access: RegistryAccess,
): Promise<{ readonly isAllowed: boolean; readonly decision: string } | undefined> {
  if (thing === undefined) return undefined;
  const { place, clock, signal, report } = access;
  const principal = certificateArn(place, certificateId);
  const ask = () =>
    callRegistry('TestAuthorization', (iot) => iot.testConnect(principal, thing, clientArn(place, thing)), access);
  try {
    const first = await ask();
    if (first.isAllowed) return first;
    await clock.sleep(AGAIN_MS, signal);
    return await ask();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    report(`Whether a device may connect was not tried out: ${error.message}`);
    return undefined;
  }
}
