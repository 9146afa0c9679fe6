import type { IotCall } from '../iot.ts';
import type { IotOperation } from '../iot-operations.ts';
import type { Context } from './condition-operators.ts';
import type { IamRequest } from './evaluate.ts';

type ResourceType =
  | 'billinggroup'
  | 'cert'
  | 'policy'
  | 'provisioningtemplate'
  | 'target'
  | 'thing'
  | 'thinggroup'
  | 'thingtype';

/**
 * Types of the resources that each operation is about; none: it needs the permission on `*`. `target` is whatever a policy
 * is attached to. Those that the reference calls optional count when the call names one.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html
 */
const RESOURCE_TYPES: Readonly<Record<IotOperation, readonly ResourceType[]>> = {
  CreateCertificateFromCsr: [],
  ListCertificates: [],
  DescribeCertificate: ['cert'],
  UpdateCertificate: ['cert'],
  DeleteCertificate: ['cert'],
  CreateThing: ['thing', 'billinggroup'],
  DescribeThing: ['thing'],
  UpdateThing: ['thing'],
  DeleteThing: ['thing'],
  AttachThingPrincipal: ['cert'],
  DetachThingPrincipal: ['cert'],
  ListThingPrincipals: ['thing'],
  ListThingPrincipalsV2: ['thing'],
  ListPrincipalThings: ['cert'],
  ListPrincipalThingsV2: ['cert'],
  CreateThingType: ['thingtype'],
  DescribeThingType: ['thingtype'],
  DeprecateThingType: ['thingtype'],
  CreateThingGroup: ['thinggroup'],
  CreateDynamicThingGroup: ['thinggroup'],
  DescribeThingGroup: ['thinggroup'],
  AddThingToThingGroup: ['thing', 'thinggroup'],
  RemoveThingFromThingGroup: ['thing', 'thinggroup'],
  UpdateThingGroupsForThing: ['thing', 'thinggroup'],
  ListThingGroupsForThing: ['thing'],
  CreateBillingGroup: ['billinggroup'],
  DescribeBillingGroup: ['billinggroup'],
  AddThingToBillingGroup: ['billinggroup', 'thing'],
  RemoveThingFromBillingGroup: ['billinggroup', 'thing'],
  CreatePolicy: ['policy'],
  GetPolicy: ['policy'],
  DeletePolicy: ['policy'],
  AttachPolicy: ['target'],
  DetachPolicy: ['target'],
  ListAttachedPolicies: [],
  ListTargetsForPolicy: ['policy'],
  GetEffectivePolicies: ['cert'],
  TestAuthorization: ['cert'],
  DescribeEndpoint: [],
  RegisterThing: [],
  CreateProvisioningTemplate: ['provisioningtemplate'],
  DescribeProvisioningTemplate: ['provisioningtemplate'],
};

/** What of a call names its resources. */
export type NamedResources = Partial<Pick<IotCall, 'parameters' | 'headers' | 'body'>>;

/** Where a call is made. */
interface Place {
  readonly region: string;
  readonly accountId: string;
}

/** A call of AWS IoT as IAM sees it. */
export function iotRequest(operation: IotOperation, call: NamedResources, place: Place): IamRequest {
  const resources = RESOURCE_TYPES[operation].flatMap((type) => arnsOf(type, call, place));
  return {
    action: `iot:${operation}`,
    resources: resources.length === 0 ? ['*'] : resources,
    context: contextOf(operation, call, place),
  };
}

function contextOf(operation: IotOperation, { parameters }: NamedResources, place: Place): Context {
  if (operation !== 'AttachThingPrincipal' && operation !== 'DetachThingPrincipal') return {};
  return { 'iot:thingArn': arn(place, 'thing', parameters?.thingName ?? '') };
}

function arnsOf(type: ResourceType, call: NamedResources, place: Place): readonly string[] {
  const { parameters = {}, headers = {} } = call;
  const body = (call.body ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'target') return textsOf(body.target);
  if (type === 'cert') {
    if (parameters.certificateId !== undefined) return [arn(place, 'cert', parameters.certificateId)];
    return textsOf(headers['x-amzn-principal'] ?? body.principal);
  }
  const member = MEMBERS[type];
  const named = parameters[member] ?? body[member];
  const plural = type === 'thinggroup' ? [body.thingGroupsToAdd, body.thingGroupsToRemove] : [];
  const names = [named, ...plural].flatMap(textsOf).map((name) => arn(place, type, name));
  return names.length > 0 ? names : textsOf(body[member.replace(/Name$/, 'Arn')]);
}

/** What the service's API model calls the name of a resource. */
const MEMBERS: Readonly<Record<Exclude<ResourceType, 'cert' | 'target'>, string>> = {
  billinggroup: 'billingGroupName',
  policy: 'policyName',
  provisioningtemplate: 'templateName',
  thing: 'thingName',
  thinggroup: 'thingGroupName',
  thingtype: 'thingTypeName',
};

function arn({ region, accountId }: Place, type: string, name: string): string {
  return `arn:aws:iot:${region}:${accountId}:${type}/${name}`;
}

function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');
}
