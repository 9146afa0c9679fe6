import { certificateArn, thingGroupArn } from '../aws/place.ts';
import { callRegistry, type RegistryAccess } from './registry-calls.ts';
import { allOf } from './registry-reads.ts';

/** Which policies certificates and things have; what groups carry is asked for once. */
export interface PolicyReader {
  /** Names of the policies that are attached to a certificate. @throws UserError when the account cannot be read */
  ofCertificate(id: string): Promise<readonly string[]>;
  /** Names of the policies that a thing has from its groups and the groups above them. @throws UserError as above */
  ofGroups(thing: string): Promise<readonly string[]>;
  /** Names of the groups that a thing is a direct member of. @throws UserError as above */
  groupsOf(thing: string): Promise<readonly string[]>;
}

export function createPolicyReader(access: RegistryAccess): PolicyReader {
  const { place } = access;
  const byGroup = new Map<string, Promise<readonly string[]>>();
  const attachedTo = (target: string): Promise<readonly string[]> =>
    allOf('ListAttachedPolicies', (registry, marker) => registry.listAttachedPolicies(target, marker), access);
  const ownOf = (group: string): Promise<readonly string[]> => {
    const policies = byGroup.get(group) ?? attachedTo(thingGroupArn(place, group));
    byGroup.set(group, policies);
    return policies;
  };
  const above = new Map<string, Promise<readonly string[]>>();
  // A group hands its policies down to the groups below it.
  // https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html
  const withAncestors = (group: string): Promise<readonly string[]> => {
    const names =
      above.get(group) ??
      callRegistry('DescribeThingGroup', (registry) => registry.describeThingGroup(group), access).then(
        ({ ancestors }) => [...ancestors, group],
      );
    above.set(group, names);
    return names;
  };
  const groupsOf = (thing: string): Promise<readonly string[]> =>
    allOf('ListThingGroupsForThing', (registry, token) => registry.listThingGroupsForThing(thing, token), access);
  return {
    groupsOf,
    ofCertificate: (id) => attachedTo(certificateArn(place, id)),
    async ofGroups(thing) {
      const direct = await groupsOf(thing);
      const groups = new Set((await Promise.all(direct.map(withAncestors))).flat());
      return (await Promise.all([...groups].map(ownOf))).flat();
    },
  };
}
