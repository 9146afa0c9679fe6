import type { Principal } from '../aws/iot-registry.ts';
import { certificateArn } from '../aws/place.ts';
import { describeIfThere } from '../issuance/iot-access.ts';
import { isExpired, type Member } from './plan-retirement.ts';
import type { RetireAccess } from './retire-access.ts';

/**
 * Why a certificate cannot take the place of an older one of its thing, as the account has it now.
 *
 * @param principals what the thing holds
 * @returns a clause, such as `its status is INACTIVE`; undefined: it can
 * @throws UserError when the account cannot be read
 */
export async function whyNoSuccessor(
  { entry }: Member,
  principals: readonly Principal[],
  { certificates, registry }: RetireAccess,
): Promise<string | undefined> {
  const arn = certificateArn(registry.place, entry.certificateId);
  if (!principals.some((one) => one.arn === arn)) return 'it is not attached to the thing';
  const described = await describeIfThere(certificates, entry.certificateId);
  if (described === undefined) return 'the account does not hold it any more';
  if (described.status !== 'ACTIVE') return `its status is ${described.status}`;
  return isExpired(described.pem, certificates.iot.awsTime()) ? 'it has expired' : undefined;
}
