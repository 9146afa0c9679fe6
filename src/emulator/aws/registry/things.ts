import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { AwsError, exists, invalid } from '../errors.ts';
import {
  type Attachment,
  arnOf,
  found,
  holding,
  legalName,
  type PrincipalType,
  principalOf,
  type RegistryState,
  type Thing,
  visible,
} from './state.ts';

/**
 * Attributes of a thing without a type and with one, and the lengths of a name and a value.
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html#thing-limits
 */
const MAX_ATTRIBUTES = { withoutType: 3, withType: 50 };
const ATTRIBUTE_NAME = /^[a-zA-Z0-9_.,@/:#-]{1,128}$/;
const ATTRIBUTE_VALUE = /^[a-zA-Z0-9_.,@/:#=[\]-]{0,800}$/;

export interface NewThing {
  readonly name: string;
  readonly typeName: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly billingGroup: string | undefined;
}

/** CreateThing: the same configuration again is success, another one 409. @throws AwsError */
export function createThing(state: RegistryState, { name, typeName, attributes, billingGroup }: NewThing): Thing {
  legalName(name, 'thingName');
  checkType(state, typeName);
  checkAttributes(attributes, typeName);
  if (billingGroup !== undefined) found(state.billingGroups, billingGroup, 'Billing group');
  const known = state.things.get(name);
  if (known !== undefined) {
    const asked = { typeName, attributes, billingGroup };
    const held = { typeName: known.typeName, attributes: known.attributes, billingGroup: known.billingGroup };
    if (!isDeepStrictEqual(asked, held)) throw exists(`Thing ${name}`, name, known.arn);
    return known;
  }
  const createdMs = state.clock.now();
  const arn = arnOf(state, 'thing', name);
  const thing = { name, id: randomUUID(), arn, typeName, attributes, billingGroup, version: 1, createdMs };
  state.things.set(name, thing);
  return thing;
}

export interface ThingChange {
  readonly typeName?: string | undefined;
  readonly removeType: boolean;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly merge: boolean;
  readonly expectedVersion?: number | undefined;
}

/** UpdateThing: an attribute with an empty value is removed. @throws AwsError */
export function updateThing(state: RegistryState, name: string, change: ThingChange): void {
  const thing = found(state.things, name, 'Thing');
  if (change.expectedVersion !== undefined && change.expectedVersion !== thing.version) {
    throw new AwsError(
      'VersionConflictException',
      409,
      `The version is ${thing.version}, not ${change.expectedVersion}`,
    );
  }
  if (change.typeName !== undefined) checkType(state, change.typeName);
  const typeName = change.removeType ? undefined : (change.typeName ?? thing.typeName);
  const merged = change.merge ? { ...thing.attributes, ...change.attributes } : (change.attributes ?? thing.attributes);
  const attributes = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
  checkAttributes(attributes, typeName);
  state.things.set(name, { ...thing, typeName, attributes, version: thing.version + 1 });
}

/** DeleteThing: not while a principal is attached. @throws AwsError */
export function deleteThing(state: RegistryState, name: string, expectedVersion: number | undefined): void {
  const thing = state.things.get(name);
  if (thing === undefined) return;
  if (expectedVersion !== undefined && expectedVersion !== thing.version) {
    throw new AwsError('VersionConflictException', 409, `The version is ${thing.version}, not ${expectedVersion}`);
  }
  if (holding(state, state.attachments).some((one) => one.thing === name)) {
    throw invalid(`Thing ${name} cannot be deleted: it has principals attached`);
  }
  for (const one of holding(state, state.memberships)) if (one.thing === name) one.untilMs = state.clock.now();
  state.things.delete(name);
}

/** A thing as readers see it: a young one may not be there yet. @throws AwsError 404 */
export function describeThing(state: RegistryState, name: string): Thing {
  const thing = found(state.things, legalName(name, 'thingName'), 'Thing');
  const isYoung = thing.createdMs > state.clock.now() - state.readLagMs();
  return found(isYoung ? new Map<string, Thing>() : state.things, name, 'Thing');
}

/**
 * AttachThingPrincipal: again with the same type is success. What AWS answers when an exclusive certificate is given to a
 * second thing, or a type is changed, is not documented; this is the one error of the model that fits.
 *
 * @throws AwsError
 */
export function attachPrincipal(state: RegistryState, thing: string, arn: string, type: PrincipalType): void {
  found(state.things, thing, 'Thing');
  const certificateArn = principalOf(state, arn);
  const present = holding(state, state.attachments).filter((one) => one.certificateArn === certificateArn);
  const same = present.find((one) => one.thing === thing);
  if (same?.type === type) return;
  const isExclusive = type === 'EXCLUSIVE_THING' || present.some((one) => one.type === 'EXCLUSIVE_THING');
  if (same !== undefined || (present.length > 0 && isExclusive)) {
    throw invalid(`The principal is attached to ${present.map((one) => `${one.thing} (${one.type})`).join(', ')}`);
  }
  state.attachments.push({
    thing,
    certificateArn,
    type,
    sinceMs: state.clock.now(),
    untilMs: Number.POSITIVE_INFINITY,
  });
}

/** DetachThingPrincipal: asynchronous. @throws AwsError */
export function detachPrincipal(state: RegistryState, thing: string, certificateArn: string): void {
  found(state.things, thing, 'Thing');
  const one = holding(state, state.attachments).find(
    (candidate) => candidate.thing === thing && candidate.certificateArn === certificateArn,
  );
  if (one === undefined) throw invalid(`The principal is not attached to ${thing}`);
  one.untilMs = Math.min(one.untilMs, state.clock.now() + state.detachLagMs());
}

/** What is attached to a thing, or what a certificate is attached to, as readers see it. */
export function attachmentsOf(
  state: RegistryState,
  side: { readonly thing?: string; readonly certificateArn?: string },
): readonly Attachment[] {
  const { thing, certificateArn } = side;
  return visible(state, state.attachments).filter(
    (one) =>
      (thing === undefined || one.thing === thing) &&
      (certificateArn === undefined || one.certificateArn === certificateArn),
  );
}

function checkType(state: RegistryState, typeName: string | undefined): void {
  if (typeName === undefined) return;
  const type = found(state.types, legalName(typeName, 'thingTypeName'), 'Thing type');
  if (type.deprecatedMs !== undefined) throw invalid(`Thing type ${typeName} is deprecated`);
}

function checkAttributes(attributes: Readonly<Record<string, string>>, typeName: string | undefined): void {
  const most = typeName === undefined ? MAX_ATTRIBUTES.withoutType : MAX_ATTRIBUTES.withType;
  const all = Object.entries(attributes);
  if (all.length > most)
    throw invalid(`A thing ${typeName === undefined ? 'without' : 'with'} a type has ${most} attributes at most`);
  for (const [name, value] of all) {
    if (!ATTRIBUTE_NAME.test(name)) throw invalid(`The attribute name ${name} is not valid`);
    if (typeof value !== 'string' || !ATTRIBUTE_VALUE.test(value))
      throw invalid(`The value of attribute ${name} is not valid`);
  }
}
