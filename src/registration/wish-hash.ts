import { createHash } from 'node:crypto';
import type { DeviceWish, RegistryPlan } from './wish.ts';

/**
 * What records remember of a device that is registered: SHA-256 of what was asked for, where each policy comes from, and
 * the certificate; of a provisioning template, its text and its parameters. Another wish, another certificate, or a group that carries a policy no longer, is another hash.
 */
export function wishHash(wish: DeviceWish, certificateId: string, carried: RegistryPlan['carried']): string {
  const { thing, provisioning } = wish;
  const policies = [...wish.policies].sort().map((name) => [name, carried.get(name) ?? null]);
  const canonical = {
    certificateId,
    policies,
    thing:
      thing === undefined
        ? null
        : {
            name: thing.name,
            typeName: thing.typeName ?? null,
            groups: [...thing.groups].sort(),
            billingGroup: thing.billingGroup ?? null,
            attributes: [...thing.attributes].sort(([a], [b]) => (a < b ? -1 : 1)),
            principalType: thing.principalType,
          },
    ...(provisioning && {
      template: provisioning.template.bodyFor(certificateId),
      parameters: [...provisioning.parameters].sort(([a], [b]) => (a < b ? -1 : 1)),
    }),
  };
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
