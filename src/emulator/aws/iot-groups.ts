import { json, type Reply } from '../http.ts';
import { invalid } from './errors.ts';
import type { IotCall, IotRoute } from './iot.ts';
import type { IotOperation } from './iot-operations.ts';
import {
  ancestry,
  changeMemberships,
  createBillingGroup,
  createGroup,
  createType,
  deprecateType,
  setBillingGroup,
} from './registry/groups.ts';
import { arnOf, found, legalName, type RegistryState } from './registry/state.ts';
import { type Body, bodyOf, flag, text, texts } from './registry-requests.ts';

/** The operations on types, groups and billing groups. Shapes as in the service's API model (iot, 2015-05-28). */
export function groupRoutes(state: RegistryState): readonly IotRoute[] {
  const of = (operation: IotOperation, method: string, path: string, work: (call: IotCall) => Reply): IotRoute => ({
    operation,
    method,
    path,
    work,
  });
  const parameter = ({ parameters }: IotCall, name: string): string => parameters[name] ?? '';
  return [
    of('CreateThingType', 'POST', '/thing-types/:thingTypeName', (call) => {
      const type = createType(state, parameter(call, 'thingTypeName'), properties(bodyOf(call), 'thingTypeProperties'));
      return json(200, { thingTypeName: type.name, thingTypeArn: type.arn, thingTypeId: type.id });
    }),
    of('DescribeThingType', 'GET', '/thing-types/:thingTypeName', (call) => {
      const type = found(state.types, legalName(parameter(call, 'thingTypeName'), 'thingTypeName'), 'Thing type');
      const creationDate = type.createdMs / 1_000;
      const deprecation = type.deprecatedMs === undefined ? {} : { deprecationDate: type.deprecatedMs / 1_000 };
      return json(200, {
        thingTypeName: type.name,
        thingTypeId: type.id,
        thingTypeArn: type.arn,
        thingTypeProperties: type.properties,
        thingTypeMetadata: { deprecated: type.deprecatedMs !== undefined, creationDate, ...deprecation },
      });
    }),
    of('DeprecateThingType', 'POST', '/thing-types/:thingTypeName/deprecate', (call) => {
      deprecateType(state, parameter(call, 'thingTypeName'), flag(bodyOf(call), 'undoDeprecate'));
      return json(200, {});
    }),
    of('CreateThingGroup', 'POST', '/thing-groups/:thingGroupName', (call) => create(state, call, undefined)),
    of('CreateDynamicThingGroup', 'POST', '/dynamic-thing-groups/:thingGroupName', (call) => {
      const query = text(bodyOf(call), 'queryString');
      if (query === undefined || query === '') throw invalid('queryString is required');
      return create(state, call, query);
    }),
    of('DescribeThingGroup', 'GET', '/thing-groups/:thingGroupName', (call) =>
      describe(state, parameter(call, 'thingGroupName')),
    ),
    of('AddThingToThingGroup', 'PUT', '/thing-groups/addThingToThingGroup', (call) => {
      const body = bodyOf(call);
      changeMemberships(state, named(state, body, 'thing'), { add: [named(state, body, 'thingGroup')], remove: [] });
      return json(200, {});
    }),
    of('RemoveThingFromThingGroup', 'PUT', '/thing-groups/removeThingFromThingGroup', (call) => {
      const body = bodyOf(call);
      changeMemberships(state, named(state, body, 'thing'), { add: [], remove: [named(state, body, 'thingGroup')] });
      return json(200, {});
    }),
    of('UpdateThingGroupsForThing', 'PUT', '/thing-groups/updateThingGroupsForThing', (call) => {
      const body = bodyOf(call);
      const change = { add: texts(body, 'thingGroupsToAdd'), remove: texts(body, 'thingGroupsToRemove') };
      changeMemberships(state, named(state, body, 'thing'), change);
      return json(200, {});
    }),
    of('CreateBillingGroup', 'POST', '/billing-groups/:billingGroupName', (call) => {
      const wanted = properties(bodyOf(call), 'billingGroupProperties');
      const group = createBillingGroup(state, parameter(call, 'billingGroupName'), wanted);
      return json(200, { billingGroupName: group.name, billingGroupArn: group.arn, billingGroupId: group.id });
    }),
    of('DescribeBillingGroup', 'GET', '/billing-groups/:billingGroupName', (call) => {
      const group = found(
        state.billingGroups,
        legalName(parameter(call, 'billingGroupName'), 'billingGroupName'),
        'Billing group',
      );
      return json(200, {
        billingGroupName: group.name,
        billingGroupId: group.id,
        billingGroupArn: group.arn,
        version: 1,
        billingGroupProperties: group.properties,
        billingGroupMetadata: { creationDate: group.createdMs / 1_000 },
      });
    }),
    of('AddThingToBillingGroup', 'PUT', '/billing-groups/addThingToBillingGroup', (call) => {
      const body = bodyOf(call);
      setBillingGroup(state, named(state, body, 'thing'), named(state, body, 'billingGroup'));
      return json(200, {});
    }),
    of('RemoveThingFromBillingGroup', 'PUT', '/billing-groups/removeThingFromBillingGroup', (call) => {
      setBillingGroup(state, named(state, bodyOf(call), 'thing'), undefined);
      return json(200, {});
    }),
  ];
}

function create(state: RegistryState, call: IotCall, queryString: string | undefined): Reply {
  const body = bodyOf(call);
  const group = createGroup(state, {
    name: call.parameters.thingGroupName ?? '',
    parent: text(body, 'parentGroupName'),
    queryString,
    properties: properties(body, 'thingGroupProperties'),
  });
  return json(200, { thingGroupName: group.name, thingGroupArn: group.arn, thingGroupId: group.id });
}

function describe(state: RegistryState, name: string): Reply {
  const group = found(state.groups, legalName(name, 'thingGroupName'), 'Thing group');
  const above = ancestry(state, name).slice(0, -1);
  const metadata = {
    creationDate: group.createdMs / 1_000,
    ...(group.parent === undefined ? {} : { parentGroupName: group.parent }),
    rootToParentThingGroups: above.map(({ name: groupName, arn: groupArn }) => ({ groupName, groupArn })),
  };
  const dynamic = {
    indexName: 'AWS_Things',
    queryString: group.queryString,
    queryVersion: '2017-09-30',
    status: 'ACTIVE',
  };
  return json(200, {
    thingGroupName: group.name,
    thingGroupId: group.id,
    thingGroupArn: group.arn,
    version: 1,
    thingGroupProperties: group.properties,
    thingGroupMetadata: metadata,
    ...(group.queryString === undefined ? {} : dynamic),
  });
}

/** A resource by its name or its ARN. @throws AwsError 400 */
function named(state: RegistryState, body: Body, kind: 'thing' | 'thingGroup' | 'billingGroup'): string {
  const name = text(body, `${kind}Name`);
  if (name !== undefined) return legalName(name, `${kind}Name`);
  const arn = text(body, `${kind}Arn`);
  if (arn === undefined) throw invalid(`${kind}Name or ${kind}Arn is required`);
  const prefix = arnOf(state, kind.toLowerCase(), '');
  if (!arn.startsWith(prefix)) throw invalid(`${arn} is not the ARN of a ${kind} of this account and region`);
  return legalName(arn.slice(prefix.length), `${kind}Arn`);
}

function properties(body: Body, name: string): Readonly<Record<string, unknown>> {
  const value = body[name] ?? {};
  if (typeof value !== 'object') throw invalid(`${name} must be an object`);
  return value as Readonly<Record<string, unknown>>;
}
