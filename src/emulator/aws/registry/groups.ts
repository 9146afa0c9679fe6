import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { exists, invalid } from '../errors.ts';
import {
  arnOf,
  type BillingGroup,
  found,
  holding,
  legalName,
  putThing,
  type RegistryState,
  type ThingGroup,
  type ThingType,
  visible,
} from './state.ts';
import { thingNamed } from './things.ts';

/** https://docs.aws.amazon.com/general/latest/gr/iot-core.html#thing-limits */
const MAX_GROUPS_OF_A_THING = 10;
const MAX_DEPTH = 7;

type Properties = Readonly<Record<string, unknown>>;

/** CreateThingType: the same again is success. @throws AwsError */
export function createType(state: RegistryState, name: string, properties: Properties): ThingType {
  const known = state.types.get(legalName(name, 'thingTypeName'));
  if (known !== undefined) {
    if (!isDeepStrictEqual(known.properties, properties)) throw exists(`Thing type ${name}`, name, known.arn);
    return known;
  }
  const base = { name, id: randomUUID(), arn: arnOf(state, 'thingtype', name), properties };
  const type = { ...base, createdMs: state.clock.now(), deprecatedMs: undefined };
  state.types.set(name, type);
  return type;
}

export function deprecateType(state: RegistryState, name: string, isUndone: boolean): void {
  const type = found(state.types, name, 'Thing type');
  state.types.set(name, { ...type, deprecatedMs: isUndone ? undefined : state.clock.now() });
}

/** CreateBillingGroup: the same again is success. @throws AwsError */
export function createBillingGroup(state: RegistryState, name: string, properties: Properties): BillingGroup {
  const known = state.billingGroups.get(legalName(name, 'billingGroupName'));
  if (known !== undefined) {
    if (!isDeepStrictEqual(known.properties, properties)) throw exists(`Billing group ${name}`, name, known.arn);
    return known;
  }
  const group = {
    name,
    id: randomUUID(),
    arn: arnOf(state, 'billinggroup', name),
    properties,
    createdMs: state.clock.now(),
  };
  state.billingGroups.set(name, group);
  return group;
}

/** CreateThingGroup and CreateDynamicThingGroup: the same again is success. @throws AwsError */
export function createGroup(
  state: RegistryState,
  { name, parent, queryString, properties }: Pick<ThingGroup, 'name' | 'parent' | 'queryString' | 'properties'>,
): ThingGroup {
  const known = state.groups.get(legalName(name, 'thingGroupName'));
  if (known !== undefined) {
    const held = { parent: known.parent, queryString: known.queryString, properties: known.properties };
    if (!isDeepStrictEqual(held, { parent, queryString, properties }))
      throw exists(`Thing group ${name}`, name, known.arn);
    return known;
  }
  if (parent !== undefined) {
    found(state.groups, parent, 'Thing group');
    if (ancestry(state, parent).length >= MAX_DEPTH) throw invalid(`A hierarchy is ${MAX_DEPTH} groups deep at most`);
  }
  const base = { name, id: randomUUID(), arn: arnOf(state, 'thinggroup', name), parent, queryString, properties };
  const group = { ...base, createdMs: state.clock.now() };
  state.groups.set(name, group);
  return group;
}

/** A group and those above it, the root first. */
export function ancestry(state: RegistryState, name: string): readonly ThingGroup[] {
  const group = found(state.groups, name, 'Thing group');
  return [...(group.parent === undefined ? [] : ancestry(state, group.parent)), group];
}

/**
 * AddThingToThingGroup, RemoveThingFromThingGroup, UpdateThingGroupsForThing: all or nothing.
 *
 * @throws AwsError 400 for more than 10 groups, two of one hierarchy, a dynamic group; 404
 */
export function changeMemberships(
  state: RegistryState,
  thing: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): void {
  thingNamed(state, thing);
  for (const name of [...add, ...remove]) {
    if (found(state.groups, legalName(name, 'thingGroupName'), 'Thing group').queryString !== undefined) {
      throw invalid(`Things cannot be added to or removed from the dynamic group ${name}`);
    }
  }
  const present = holding(state, state.memberships).filter((one) => one.thing === thing);
  const kept = present.filter(({ group }) => !remove.includes(group));
  const fresh = [...new Set(add)].filter((name) => !kept.some(({ group }) => group === name));
  const after = [...kept.map(({ group }) => group), ...fresh];
  if (after.length > MAX_GROUPS_OF_A_THING) throw invalid(`A thing is in ${MAX_GROUPS_OF_A_THING} groups at most`);
  const roots = after.map((name) => ancestry(state, name)[0]?.name);
  // https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html: not two groups of one hierarchy.
  if (new Set(roots).size < roots.length) throw invalid(`Thing ${thing} would be in two groups of one hierarchy`);
  const now = state.clock.now();
  for (const one of present) if (remove.includes(one.group)) one.untilMs = now;
  for (const group of fresh) state.memberships.push({ thing, group, sinceMs: now, untilMs: Number.POSITIVE_INFINITY });
}

export function groupsOf(state: RegistryState, thing: string): readonly ThingGroup[] {
  return visible(state, state.memberships)
    .filter((one) => one.thing === thing)
    .map(({ group }) => found(state.groups, group, 'Thing group'));
}

/** AddThingToBillingGroup: a thing is in one billing group at most. @throws AwsError */
export function setBillingGroup(state: RegistryState, name: string, billingGroup: string | undefined): void {
  const thing = thingNamed(state, name);
  if (billingGroup !== undefined) {
    found(state.billingGroups, legalName(billingGroup, 'billingGroupName'), 'Billing group');
  }
  if (thing.billingGroup === billingGroup) return;
  if (thing.billingGroup !== undefined && billingGroup !== undefined) {
    throw invalid(`Thing ${name} is in the billing group ${thing.billingGroup} already`);
  }
  putThing(state, name, { ...thing, billingGroup });
}
