import { json, type Reply } from '../http.ts';
import { invalid } from './errors.ts';
import type { IotCall, IotRoute } from './iot.ts';
import type { IotOperation } from './iot-operations.ts';
import { groupsOf } from './registry/groups.ts';
import { type PrincipalType, principalOf, type RegistryState, visibleThing } from './registry/state.ts';
import {
  attachmentsOf,
  attachPrincipal,
  createThing,
  deleteThing,
  detachPrincipal,
  updateThing,
} from './registry/things.ts';
import { attributesOf, bodyOf, flag, numberOf, page, text } from './registry-requests.ts';

/** The operations on things and on what is attached to them. Shapes as in the service's API model (iot, 2015-05-28). */
export function thingRoutes(state: RegistryState): readonly IotRoute[] {
  const of = (operation: IotOperation, method: string, path: string, work: (call: IotCall) => Reply): IotRoute => ({
    operation,
    method,
    path,
    work,
  });
  const nameIn = ({ parameters }: IotCall): string => parameters.thingName ?? '';
  return [
    of('CreateThing', 'POST', '/things/:thingName', (call) => {
      const body = bodyOf(call);
      const thing = createThing(state, {
        name: nameIn(call),
        typeName: text(body, 'thingTypeName'),
        attributes: attributesOf(body)?.attributes ?? {},
        billingGroup: text(body, 'billingGroupName'),
      });
      return json(200, { thingName: thing.name, thingArn: thing.arn, thingId: thing.id });
    }),
    of('DescribeThing', 'GET', '/things/:thingName', (call) => describe(state, nameIn(call))),
    of('UpdateThing', 'PATCH', '/things/:thingName', (call) => {
      const body = bodyOf(call);
      const payload = attributesOf(body);
      updateThing(state, nameIn(call), {
        typeName: text(body, 'thingTypeName'),
        removeType: flag(body, 'removeThingType'),
        attributes: payload?.attributes,
        merge: payload?.merge ?? false,
        expectedVersion: numberOf(body, 'expectedVersion'),
      });
      return json(200, {});
    }),
    of('DeleteThing', 'DELETE', '/things/:thingName', (call) => {
      const version = call.query.get('expectedVersion');
      deleteThing(state, nameIn(call), version === null ? undefined : Number(version));
      return json(200, {});
    }),
    of('ListThingGroupsForThing', 'GET', '/things/:thingName/thing-groups', (call) => {
      const { name } = visibleThing(state, nameIn(call));
      const groups = groupsOf(state, name).map((group) => ({ groupName: group.name, groupArn: group.arn }));
      return json(200, page('thingGroups', groups, call.query));
    }),
    of('AttachThingPrincipal', 'PUT', '/things/:thingName/principals', (call) => {
      attachPrincipal(state, nameIn(call), principalIn(call), typeIn(call) ?? 'NON_EXCLUSIVE_THING');
      return json(200, {});
    }),
    of('DetachThingPrincipal', 'DELETE', '/things/:thingName/principals', (call) => {
      detachPrincipal(state, nameIn(call), principalIn(call));
      return json(200, {});
    }),
    of('ListThingPrincipals', 'GET', '/things/:thingName/principals', (call) => {
      const { name: thing } = visibleThing(state, nameIn(call));
      const principals = attachmentsOf(state, { thing }).map(({ certificateArn }) => certificateArn);
      return json(200, page('principals', principals, call.query));
    }),
    of('ListThingPrincipalsV2', 'GET', '/things/:thingName/principals-v2', (call) => {
      const { name: thing } = visibleThing(state, nameIn(call));
      const wanted = typeIn(call);
      const principals = attachmentsOf(state, { thing })
        .filter(({ type }) => wanted === undefined || type === wanted)
        .map(({ certificateArn, type }) => ({ principal: certificateArn, thingPrincipalType: type }));
      return json(200, page('thingPrincipalObjects', principals, call.query));
    }),
    of('ListPrincipalThings', 'GET', '/principals/things', (call) => {
      const certificateArn = principalOf(state, principalIn(call));
      const things = attachmentsOf(state, { certificateArn }).map(({ thing }) => thing);
      return json(200, page('things', things, call.query));
    }),
    of('ListPrincipalThingsV2', 'GET', '/principals/things-v2', (call) => {
      const certificateArn = principalOf(state, principalIn(call));
      const wanted = typeIn(call);
      const things = attachmentsOf(state, { certificateArn })
        .filter(({ type }) => wanted === undefined || type === wanted)
        .map(({ thing, type }) => ({ thingName: thing, thingPrincipalType: type }));
      return json(200, page('principalThingObjects', things, call.query));
    }),
  ];
}

function describe(state: RegistryState, name: string): Reply {
  const thing = visibleThing(state, name);
  return json(200, {
    defaultClientId: thing.name,
    thingName: thing.name,
    thingId: thing.id,
    thingArn: thing.arn,
    thingTypeName: thing.typeName,
    attributes: thing.attributes,
    version: thing.version,
    billingGroupName: thing.billingGroup,
  });
}

function principalIn({ headers }: IotCall): string {
  const principal = headers['x-amzn-principal'];
  if (typeof principal !== 'string' || principal === '') throw invalid('The header x-amzn-principal is required');
  return principal;
}

function typeIn({ query }: IotCall): PrincipalType | undefined {
  const type = query.get('thingPrincipalType');
  if (type === null || type === 'EXCLUSIVE_THING' || type === 'NON_EXCLUSIVE_THING') return type ?? undefined;
  throw invalid(`thingPrincipalType must be EXCLUSIVE_THING or NON_EXCLUSIVE_THING, not ${type}`);
}
