import { AwsError, exists, invalid, missing, overLimit } from '../errors.ts';
import { ancestry, groupsOf } from './groups.ts';
import { arnOf, found, holding, type Policy, principalOf, type RegistryState, visible } from './state.ts';

/** https://docs.aws.amazon.com/general/latest/gr/iot-core.html#security-limits */
const MAX_DOCUMENT_CHARACTERS = 2_048;
const MAX_POLICIES = { certificate: 10, group: 2 };

/** CreatePolicy: a name that is taken is refused whatever the document. @throws AwsError */
export function createPolicy(state: RegistryState, name: string, document: unknown): Policy {
  const known = state.policies.get(legalPolicyName(name));
  if (known !== undefined) throw exists(`Policy ${name}`, name, known.arn);
  if (typeof document !== 'string' || !isPolicy(document)) {
    throw new AwsError('MalformedPolicyException', 400, 'The policy document is not valid');
  }
  const policy = { name, arn: arnOf(state, 'policy', name), document, createdMs: state.clock.now() };
  state.policies.set(name, policy);
  return policy;
}

export function deletePolicy(state: RegistryState, name: string): void {
  found(state.policies, name, 'Policy');
  if (holding(state, state.policyTargets).some(({ policy }) => policy === name)) {
    throw new AwsError('DeleteConflictException', 409, `Policy ${name} is attached to a target`);
  }
  state.policies.delete(name);
}

/** AttachPolicy: again is success. @throws AwsError 410 for an eleventh policy of a certificate, a third of a group */
export function attachPolicy(state: RegistryState, name: string, target: unknown): void {
  found(state.policies, legalPolicyName(name), 'Policy');
  const { arn, kind } = targetOf(state, target);
  const present = holding(state, state.policyTargets).filter((one) => one.target === arn);
  if (present.some(({ policy }) => policy === name)) return;
  if (present.length >= MAX_POLICIES[kind]) {
    throw overLimit(`The maximum number of policies attached to ${arn} has been reached`);
  }
  const sinceMs = state.clock.now();
  state.policyTargets.push({ policy: name, target: arn, sinceMs, untilMs: Number.POSITIVE_INFINITY });
}

/** DetachPolicy: one that is not attached is success. @throws AwsError */
export function detachPolicy(state: RegistryState, name: string, target: unknown): void {
  const { arn } = targetOf(state, target);
  for (const one of holding(state, state.policyTargets)) {
    if (one.target === arn && one.policy === name) one.untilMs = state.clock.now();
  }
}

/** ListAttachedPolicies; `recursive` adds those of the groups above a group. @throws AwsError */
export function policiesOf(state: RegistryState, target: unknown, recursive: boolean): readonly Policy[] {
  const { arn, kind } = targetOf(state, target);
  const group = kind === 'group' && recursive ? [...state.groups.values()].find((one) => one.arn === arn) : undefined;
  const arns = group === undefined ? [arn] : ancestry(state, group.name).map((one) => one.arn);
  return visible(state, state.policyTargets)
    .filter((one) => arns.includes(one.target))
    .flatMap(({ policy }) => state.policies.get(policy) ?? []);
}

/** Policies that act for a principal that connects as a thing: its own and those of the thing's groups. @throws AwsError */
export function effectivePolicies(
  state: RegistryState,
  principal: string,
  thing: string | undefined,
): readonly Policy[] {
  const own = policiesOf(state, principal, false);
  const groups = thing === undefined ? [] : groupsOf(state, thing);
  const inherited = groups.flatMap((group) => policiesOf(state, group.arn, true));
  return [...new Map([...own, ...inherited].map((policy) => [policy.name, policy])).values()];
}

/** @throws AwsError 400 */
export function legalPolicyName(name: string): string {
  if (!/^[\w+=,.@-]{1,128}$/.test(name)) throw invalid(`The policy name ${name} is not valid`);
  return name;
}

function targetOf(
  state: RegistryState,
  target: unknown,
): { readonly arn: string; readonly kind: 'certificate' | 'group' } {
  if (typeof target !== 'string' || target === '') throw invalid('A target is required');
  if (!target.startsWith(arnOf(state, 'thinggroup', '')))
    return { arn: principalOf(state, target), kind: 'certificate' };
  const group = [...state.groups.values()].find(({ arn }) => arn === target);
  if (group === undefined) throw missing(`The thing group ${target}`);
  if (group.queryString !== undefined) throw invalid('Policies cannot be attached to a dynamic group');
  return { arn: target, kind: 'group' };
}

function isPolicy(document: string): boolean {
  if (document.replaceAll(/\s/g, '').length > MAX_DOCUMENT_CHARACTERS) return false;
  try {
    const { Statement: statement } = JSON.parse(document) as { Statement?: unknown };
    return typeof statement === 'object' && statement !== null;
  } catch {
    return false;
  }
}
