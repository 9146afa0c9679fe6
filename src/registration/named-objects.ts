import type { DescribedGroup } from '../aws/iot-registry.ts';
import { forEach } from '../lib/for-each.ts';
import { UserError } from '../lib/user-error.ts';
import type { RegistryAccess } from './registry-calls.ts';
import { allOf, ifAllowed, ifThere } from './registry-reads.ts';
import type { DeviceWish } from './wish.ts';

/** What the inputs name, and what the groups among it carry. */
export interface NamedObjects {
  /** By name. */
  readonly groups: ReadonlyMap<string, DescribedGroup>;
  /** Documents of policies by name: those of `policies`, and those that groups carry. */
  readonly documents: ReadonlyMap<string, string>;
  /** False when there may be a policy that could not be read. */
  readonly areAllRead: boolean;
  /** As in {@link RegistryPlan.carried}. */
  readonly carried: ReadonlyMap<string, string>;
  /** All that is wrong with what the inputs name. */
  readonly errors: readonly UserError[];
}

/** Calls that wait for the pacers at a time. */
const WIDTH = 16;

/**
 * Looks at everything that the inputs name: policies, type, groups, billing group.
 *
 * @returns what is there, and an error for each thing that is not, or not as it has to be
 * @throws the signal's reason when it is aborted
 */
export async function lookAtNamed(wishes: Iterable<DeviceWish>, access: RegistryAccess): Promise<NamedObjects> {
  const names = namesIn(wishes);
  const errors: UserError[] = [];
  const groups = new Map<string, DescribedGroup>();
  const documents = new Map<string, string>();
  const each = (all: ReadonlySet<string>, look: (name: string) => Promise<void>): Promise<void> =>
    forEach([...all], WIDTH, (name) =>
      look(name)
        .catch((error) => errors.push(asUserError(error)))
        .then(() => {}),
    );
  await Promise.all([
    each(names.policies, async (name) => void documents.set(name, await documentOf(name, access))),
    each(names.types, (name) => refuseType(name, access)),
    each(names.billingGroups, (name) => refuseBillingGroup(name, access)),
    each(names.groups, async (name) => void groups.set(name, await groupOf(name, access))),
  ]);
  errors.push(...hierarchies([...names.groups].flatMap((name) => groups.get(name) ?? [])));
  const ofGroups = new Map<string, readonly string[]>();
  await each(new Set(groups.keys()), async (name) => {
    ofGroups.set(name, await policiesOf(groups.get(name)?.arn ?? '', access));
  });
  // Of several groups always the same: records remember where a policy came from.
  const byName = [...ofGroups].sort(([a], [b]) => (a < b ? 1 : -1));
  const carried = new Map(byName.flatMap(([group, policies]) => policies.map((policy) => [policy, group])));
  const all = new Set([...names.policies, ...carried.keys()]);
  await each(new Set([...all].filter((name) => !names.policies.has(name))), async (name) => {
    // Nobody has named it: a role that is narrowed to what the inputs name may not read it.
    const found = await ifAllowed('GetPolicy', (registry) => registry.getPolicy(name), access);
    if (found !== undefined) documents.set(name, found.document);
  });
  const areAllRead = errors.length === 0 && documents.size === all.size;
  return { groups, documents, areAllRead, carried, errors };
}

function namesIn(wishes: Iterable<DeviceWish>) {
  const names = { policies: new Set<string>(), types: new Set<string>(), billingGroups: new Set<string>() };
  const groups = new Set<string>();
  for (const { thing, policies } of wishes) {
    for (const policy of policies) names.policies.add(policy);
    if (thing?.typeName !== undefined) names.types.add(thing.typeName);
    if (thing?.billingGroup !== undefined) names.billingGroups.add(thing.billingGroup);
    for (const group of thing?.groups ?? []) groups.add(group);
  }
  return { ...names, groups };
}

/** Codes of what is wrong with what the inputs name; any other error has kept this run from looking. */
export const ABOUT_NAMES: readonly string[] = [
  ...['registry-missing', 'thing-type-deprecated', 'thing-group-dynamic', 'thing-groups-nested'],
];

/** What is no mistake of the user's ends the run as it came. */
function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

/** @throws UserError */
async function documentOf(name: string, access: RegistryAccess): Promise<string> {
  const found = await ifThere('GetPolicy', (registry) => registry.getPolicy(name), access);
  if (found !== undefined) return found.document;
  throw new UserError('registry-missing', missing('policy', name, access), {
    where: 'policies',
    fix: create(`create-policy --policy-name ${name} --policy-document file://policy.json`, 'aws_iot_policy'),
  });
}

/** @throws UserError */
async function refuseType(name: string, access: RegistryAccess): Promise<void> {
  const found = await ifThere('DescribeThingType', (registry) => registry.describeThingType(name), access);
  if (found === undefined) {
    throw new UserError('registry-missing', missing('thing type', name, access), {
      where: 'thing-type',
      fix: create(`create-thing-type --thing-type-name ${name}`, 'aws_iot_thing_type'),
    });
  }
  if (found.isDeprecated) {
    throw new UserError('thing-type-deprecated', `The thing type ${name} is deprecated: no thing can be given it.`, {
      where: 'thing-type',
      fix: `Name another type, or take it back: aws iot deprecate-thing-type --thing-type-name ${name} --undo-deprecate.`,
    });
  }
}

/** @throws UserError */
async function refuseBillingGroup(name: string, access: RegistryAccess): Promise<void> {
  const found = await ifThere('DescribeBillingGroup', (registry) => registry.describeBillingGroup(name), access);
  if (found !== undefined) return;
  throw new UserError('registry-missing', missing('billing group', name, access), {
    where: 'billing-group',
    fix: create(`create-billing-group --billing-group-name ${name}`, 'aws_iot_billing_group'),
  });
}

/** @throws UserError */
async function groupOf(name: string, access: RegistryAccess): Promise<DescribedGroup> {
  const found = await ifThere('DescribeThingGroup', (registry) => registry.describeThingGroup(name), access);
  if (found === undefined) {
    throw new UserError('registry-missing', missing('thing group', name, access), {
      where: 'thing-groups',
      fix: create(`create-thing-group --thing-group-name ${name}`, 'aws_iot_thing_group'),
    });
  }
  if (found.isDynamic) {
    throw new UserError(
      'thing-group-dynamic',
      `The thing group ${name} is dynamic: its members are found by a query, and none can be added.`,
      {
        where: 'thing-groups',
        fix: 'Remove it from the input, or name a static group.',
      },
    );
  }
  return { ...found, name };
}

/** The group at the top of the hierarchy that a group is in. */
export function rootOf({ name, ancestors }: Pick<DescribedGroup, 'name' | 'ancestors'>): string {
  return ancestors[0] ?? name;
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html: not two groups of one hierarchy. */
function hierarchies(groups: readonly DescribedGroup[]): readonly UserError[] {
  return groups.flatMap((group, index) => {
    const other = groups.slice(0, index).find((one) => rootOf(one) === rootOf(group));
    if (other === undefined) return [];
    return new UserError(
      'thing-groups-nested',
      `The thing groups ${other.name} and ${group.name} are of one hierarchy, below ${rootOf(group)}: a thing can be in one of them only.`,
      { where: 'thing-groups', fix: 'Remove one of them from the input.' },
    );
  });
}

/** https://docs.aws.amazon.com/iot/latest/apireference/API_CreatePolicy.html */
const POLICY_NAME = /^[\w+=,.@-]{1,128}$/;

/**
 * Names of the policies of a group and of those above it, which act for its members, too.
 * https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html
 *
 * @throws UserError
 */
async function policiesOf(groupArn: string, access: RegistryAccess): Promise<readonly string[]> {
  const names = await allOf(
    'ListAttachedPolicies',
    (registry, marker) => registry.listAttachedPolicies(groupArn, marker, true),
    access,
  );
  return names.filter((name) => POLICY_NAME.test(name));
}

function missing(noun: string, name: string, { place: { account, region } }: RegistryAccess): string {
  return `There is no ${noun} ${name} in account ${account} in ${region}.`;
}

function create(command: string, resource: string): string {
  return `Create it (aws iot ${command}, or ${resource} in Terraform), or correct the name or aws-region.`;
}
