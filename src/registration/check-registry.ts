import { type Place, partitionOf } from '../aws/place.ts';
import type { Csr, Severity } from '../csr/csr.ts';
import type { Severities } from '../csr/policy.ts';
import { joinErrors, type UserError } from '../lib/user-error.ts';
import type { Services } from '../runner/services.ts';
import { REGISTRY_RULES } from '../validation/registry-rules.ts';
import type { DevicePlan, DeviceRight } from './device-plan.ts';
import { judgePolicy, type PolicyComplaint, type PolicyUse } from './judge-policy.ts';
import { lookAtThings, type SeenThing } from './look-at-things.ts';
import { type Answer, mayConnect } from './may-connect.ts';
import { ABOUT_NAMES, lookAtNamed, type NamedObjects } from './named-objects.ts';
import { planThing } from './plan-device.ts';
import type { ReadAccess } from './registry-reads.ts';
import type { DeviceWish, OnExistingThing, RegistryPlan, ThingWish } from './wish.ts';

/** What was found of a policy, or of all together. */
export interface PolicyFinding extends PolicyComplaint {
  readonly severity: Severity;
}

/** What the registry holds of what is asked for, and what registering would do. */
export interface RegistryCheck {
  readonly plan: RegistryPlan;
  /** In the order of the wishes. */
  readonly devices: readonly DevicePlan[];
  readonly findings: readonly PolicyFinding[];
  /** The documents of all policies are sure to let the first device connect. */
  readonly letsConnect: boolean;
  /** All that is wrong with what the inputs name. */
  readonly errors: readonly UserError[];
}

/** What is asked for, and what records know of it. */
export interface RegistryQuestion {
  readonly csrs: readonly Pick<Csr, 'path' | 'spkiSha256'>[];
  /** By the paths of the CSRs. */
  readonly wishes: ReadonlyMap<string, DeviceWish>;
  readonly onExistingThing: OnExistingThing;
  /** Severities of rules that the user has set. */
  readonly severities: Severities;
  /** Whether a record says that the device is registered as it is asked for now. */
  readonly isRemembered: (csr: Pick<Csr, 'spkiSha256'>, wish: DeviceWish, carried: RegistryPlan['carried']) => boolean;
}

/**
 * Holds what is asked for against the registry, without changing it.
 *
 * @returns also all that is wrong: with what the inputs name, with policies, and with things
 * @throws UserError with all that keeps this run from looking; the signal's reason when it is aborted
 */
export async function checkRegistry(
  question: RegistryQuestion,
  access: ReadAccess,
  world: Pick<Services, 'log' | 'clock'>,
): Promise<RegistryCheck> {
  const { csrs, wishes, isRemembered } = question;
  const named = await lookAtNamed(wishes.values(), access);
  const isInTheWay = named.errors.some(({ code }) => !ABOUT_NAMES.includes(code));
  const error = isInTheWay ? joinErrors(named.errors) : undefined;
  if (error !== undefined) throw error;
  const things = new Map<string, ThingWish>();
  const remembered = new Set<string>();
  for (const csr of csrs) {
    const wish = wishes.get(csr.path);
    if (wish?.thing === undefined) continue;
    things.set(csr.path, wish.thing);
    if (isRemembered(csr, wish, named.carried)) remembered.add(csr.path);
  }
  const asked = { things, remembered, groups: named.groups };
  const seen = await lookAtThings(asked, access, world);
  const devices = planDevices(question, named, seen);
  const plan = { things: seen, carried: named.carried };
  return {
    plan,
    devices,
    findings: judgePolicies(question, named, access.place),
    letsConnect: named.areAllRead && connects(question, named, useIn(access.place)) === 'yes',
    errors: named.errors,
  };
}

function planDevices(
  { csrs, wishes, onExistingThing }: RegistryQuestion,
  named: NamedObjects,
  seen: ReadonlyMap<string, SeenThing>,
): readonly DevicePlan[] {
  const options = { onExistingThing, groups: named.groups };
  const pathOf = new Map(csrs.map(({ spkiSha256, path }) => [spkiSha256, path]));
  const rightsOf = createRights(named);
  return csrs.flatMap(({ path, spkiSha256 }): readonly DevicePlan[] => {
    const wish = wishes.get(path);
    if (wish === undefined) return [];
    const rights = rightsOf(wish.policies);
    if (wish.thing === undefined) {
      return [{ path, thing: undefined, action: 'create', reasons: [], holds: [], rights }];
    }
    const { name } = wish.thing;
    const thing = seen.get(name);
    const keyOf = (id: string): string => thing?.keys.get(id) ?? '';
    const holders = {
      isOwn: (id: string): boolean => keyOf(id) === spkiSha256,
      pathOf: (id: string): string | undefined => pathOf.get(keyOf(id)),
    };
    return [{ path, thing: name, ...planThing(wish.thing, thing, holders, options), rights }];
  });
}

/** Where the rights of devices come from; one list for all that are to have the same policies. */
function createRights({ carried }: NamedObjects): (policies: readonly string[]) => readonly DeviceRight[] {
  const lists = new Map<string, readonly DeviceRight[]>();
  return (policies) => {
    const key = policies.join('\n');
    const known = lists.get(key);
    if (known !== undefined) return known;
    const names = [...new Set([...policies, ...carried.keys()])];
    const rights = names.map((policy) => ({ policy, group: carried.get(policy) }));
    lists.set(key, rights);
    return rights;
  };
}

function useIn({ account, region }: Place): PolicyUse {
  return { arnPrefix: `arn:${partitionOf(region)}:iot:${region}:${account}:` };
}

/** Whether all policies together let the first device connect. */
function connects({ wishes }: RegistryQuestion, { documents }: NamedObjects, use: PolicyUse): Answer {
  const [wish] = wishes.values();
  return mayConnect([...documents.values()], wish?.thing?.name, use);
}

function judgePolicies(question: RegistryQuestion, named: NamedObjects, place: Place): readonly PolicyFinding[] {
  const { documents, areAllRead } = named;
  const use = useIn(place);
  const sorted = [...documents].sort(([a], [b]) => (a < b ? -1 : 1));
  const complaints = sorted.flatMap(([name, document]) => judgePolicy({ name, document }, use));
  if (areAllRead && documents.size > 0 && connects(question, named, use) === 'no') {
    const [wish] = question.wishes.values();
    const names = sorted.map(([name]) => name);
    complaints.push(noConnect(names, wish?.thing?.name));
  }
  return complaints.flatMap((complaint): readonly PolicyFinding[] => {
    const severity =
      question.severities[complaint.rule] ?? REGISTRY_RULES.find(({ id }) => id === complaint.rule)?.severity;
    return severity === undefined || severity === 'off' ? [] : [{ ...complaint, severity }];
  });
}

function noConnect(policies: readonly string[], thing: string | undefined): PolicyComplaint {
  const client = thing === undefined ? 'any client id' : `the client id ${thing}`;
  return {
    rule: 'policy-no-connect',
    message: `No policy lets a device connect with ${client}: ${policies.join(', ')}.`,
    fix: 'Allow iot:Connect on the client ids that the devices have, or name a policy that does.',
  };
}
