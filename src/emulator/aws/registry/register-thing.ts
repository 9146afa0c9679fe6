import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { StoredCertificate } from '../account.ts';
import { AwsError, invalid } from '../errors.ts';
import type { NamedResources } from '../iam/iot-resources.ts';
import type { IotOperation } from '../iot-operations.ts';
import { changeMemberships } from './groups.ts';
import { attachPolicy, createPolicy } from './policies.ts';
import type {
  CertificateResource,
  Override,
  PolicyResource,
  Registration,
  ThingResource,
} from './provisioning-template.ts';
import { found, holding, type Policy, type RegistryState, type Thing } from './state.ts';
import { attachPrincipal, createThing, updateThing } from './things.ts';

/** What RegisterThing does with certificates, and what it costs. */
export interface RegistrationSteps {
  /** A new certificate for a CSR. @throws AwsError */
  issue(csrPem: unknown, status: 'ACTIVE' | 'INACTIVE'): Promise<StoredCertificate>;
  /** @throws AwsError */
  changeStatus(certificate: StoredCertificate, status: 'ACTIVE' | 'INACTIVE'): void;
  /** Takes a call off the quota of another operation, and has it authorized where that is set. @throws AwsError */
  spend(operation: IotOperation, named?: NamedResources): void;
}

export interface Registered {
  readonly certificatePem: string | undefined;
  /** By the logical names of the template. */
  readonly resourceArns: Readonly<Record<string, string>>;
}

/**
 * RegisterThing, one call after the other, each on the quota of its own operation (those that write: AWS does not say
 * which it counts), and, where the setting says so, with the permission for each. Nothing is undone where one fails, and a CSR is a new certificate at every call.
 *
 * @throws AwsError 400 ResourceRegistrationFailureException for what a call is refused for, ThrottlingException;
 *   409 ConflictingResourceUpdateException for a resource that is there with another configuration
 */
export async function registerThing(
  state: RegistryState,
  steps: RegistrationSteps,
  { thing, certificate, policies }: Registration,
): Promise<Registered> {
  try {
    const issued = certificate && (await obtainCertificate(state, steps, certificate));
    const resourceArns: Record<string, string> = {};
    if (certificate !== undefined && issued !== undefined) resourceArns[certificate.logicalName] = issued.arn;
    for (const policy of policies) {
      const { name, arn } = obtainPolicy(state, steps, policy);
      resourceArns[policy.logicalName] = arn;
      if (issued === undefined) continue;
      steps.spend('AttachPolicy', { body: { target: issued.arn } });
      attachPolicy(state, name, issued.arn);
    }
    if (thing !== undefined) {
      resourceArns[thing.logicalName] = obtainThing(state, steps, thing).arn;
      if (issued !== undefined) {
        const headers = { 'x-amzn-principal': issued.arn };
        steps.spend('AttachThingPrincipal', { parameters: { thingName: thing.name }, headers });
        attachPrincipal(state, thing.name, issued.arn, 'NON_EXCLUSIVE_THING');
      }
    }
    return { certificatePem: issued?.pem, resourceArns };
  } catch (error) {
    if (!(error instanceof AwsError) || PASSED_ON.includes(error.name)) throw error;
    throw new AwsError('ResourceRegistrationFailureException', 400, error.message);
  }
}

const PASSED_ON = ['ThrottlingException', 'ConflictingResourceUpdateException'];

async function obtainCertificate(
  { account }: RegistryState,
  steps: RegistrationSteps,
  { source, status, statusOverride = 'REPLACE' }: CertificateResource,
): Promise<StoredCertificate> {
  if (source.csr !== undefined) {
    steps.spend('CreateCertificateFromCsr');
    return steps.issue(source.csr, status);
  }
  if (source.pem !== undefined) throw invalid('The CA certificate is not registered in this account');
  const known = account.get(source.id?.toLowerCase() ?? '');
  if (known === undefined) throw invalid(`The certificate ${source.id} does not exist`);
  if (isToChange(known.status, status, statusOverride, 'Status')) {
    steps.spend('UpdateCertificate', { parameters: { certificateId: known.id } });
    steps.changeStatus(known, status);
  }
  return known;
}

/** A policy of its own has a hash of its document as name. */
function obtainPolicy(state: RegistryState, steps: RegistrationSteps, { name, document }: PolicyResource): Policy {
  if (name !== undefined) return found(state.policies, name, 'Policy');
  const hash = createHash('sha1')
    .update(document ?? '')
    .digest('hex')
    .toUpperCase();
  const known = state.policies.get(hash);
  if (known !== undefined) return known;
  steps.spend('CreatePolicy', { parameters: { policyName: hash } });
  return createPolicy(state, hash, document);
}

/** Without an override, a thing that exists has to have the properties of the template, as for CreateThing. */
function obtainThing(state: RegistryState, steps: RegistrationSteps, resource: ThingResource): Thing {
  const { name, typeName, billingGroup, attributes, groups, overrides } = resource;
  const known = state.things.get(name);
  const fail = (property: string): Override => overrides[property] ?? 'FAIL';
  if (known === undefined) {
    steps.spend('CreateThing', { parameters: { thingName: name }, body: { billingGroupName: billingGroup } });
    createThing(state, { name, typeName, attributes: attributes ?? {}, billingGroup });
  } else {
    isToChange(known.billingGroup, billingGroup, 'FAIL', 'BillingGroup');
    const isOtherType = isToChange(known.typeName, typeName, fail('ThingTypeName'), 'ThingTypeName');
    const attributesOverride = fail('AttributePayload');
    const isOther = isToChange(known.attributes, attributes, attributesOverride, 'AttributePayload');
    // Before anything is changed: one of them may be in the way.
    groupsToChange(state, name, groups, fail('ThingGroups'));
    if (isOtherType || isOther) {
      steps.spend('UpdateThing', { parameters: { thingName: name } });
      updateThing(state, name, {
        typeName: isOtherType ? typeName : undefined,
        removeType: false,
        attributes: isOther ? attributes : undefined,
        merge: attributesOverride === 'MERGE',
      });
    }
  }
  const { add, remove } = groupsToChange(state, name, groups, known === undefined ? 'MERGE' : fail('ThingGroups'));
  for (const group of remove) {
    steps.spend('RemoveThingFromThingGroup', { body: { thingName: name, thingGroupName: group } });
    changeMemberships(state, name, { add: [], remove: [group] });
  }
  for (const group of add) {
    steps.spend('AddThingToThingGroup', { body: { thingName: name, thingGroupName: group } });
    changeMemberships(state, name, { add: [group], remove: [] });
  }
  return found(state.things, name, 'Thing');
}

function groupsToChange(
  state: RegistryState,
  thing: string,
  wanted: readonly string[] | undefined,
  override: Override,
): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const held = holding(state, state.memberships)
    .filter((one) => one.thing === thing)
    .map(({ group }) => group);
  if (!isToChange([...held].sort(), wanted && [...new Set(wanted)].sort(), override, 'ThingGroups')) {
    return { add: [], remove: [] };
  }
  return {
    add: (wanted ?? []).filter((group) => !held.includes(group)),
    remove: override === 'REPLACE' ? held.filter((group) => !wanted?.includes(group)) : [],
  };
}

/**
 * Whether a property that exists is changed to what the template says of it, if anything.
 *
 * @throws AwsError 409 where it may not differ
 */
function isToChange(held: unknown, wanted: unknown, override: Override, property: string): boolean {
  if (wanted === undefined || isDeepStrictEqual(held, wanted) || override === 'DO_NOTHING') return false;
  if (override !== 'FAIL') return true;
  throw new AwsError(
    'ConflictingResourceUpdateException',
    409,
    `${property} is ${JSON.stringify(held)}, not ${JSON.stringify(wanted)}`,
  );
}
