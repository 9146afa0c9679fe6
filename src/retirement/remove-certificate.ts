import { certificateArn } from '../aws/place.ts';
import { deleteCertificate } from '../issuance/iot-access.ts';
import type { Problem } from '../records/certificate.ts';
import { callRegistry } from '../registration/registry-calls.ts';
import type { RetireAccess } from './retire-access.ts';

/** A policy that was detached a moment ago may count as attached still; waits before the next tries, milliseconds. */
const AGAIN_MS = [1_000, 4_000, 10_000] as const;

/**
 * Deletes a certificate that no thing holds, which AWS IoT refuses while it is ACTIVE. Its policies are detached first, each by a call of its
 * own, so that what nobody knows of keeps it from being deleted.
 *
 * @returns why it is there still; undefined: it is deleted
 * @throws UserError when the account cannot be read or written; the reason of a signal that is aborted
 */
export async function removeCertificate(id: string, access: RetireAccess): Promise<Problem | undefined> {
  const { certificates, registry, policies } = access;
  const arn = certificateArn(registry.place, id);
  for (const policy of await policies.ofCertificate(id)) {
    await callRegistry('DetachPolicy', (one) => one.detachPolicy(policy, arn), registry);
  }
  for (const waitMs of [...AGAIN_MS, undefined]) {
    const answer = await deleteCertificate(certificates, id);
    if (answer === 'deleted' || answer === 'gone') return undefined;
    const { code, message, fix } = answer.refused;
    if (waitMs === undefined) return { code, message, fix };
    await registry.clock.sleep(waitMs, registry.signal);
  }
  return undefined;
}
