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
  putThing,
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
export function createThing(state: RegistryState, { name, typeName, billingGroup, ...rest }: NewThing): Thing {
  legalName(name, 'thingName');
  const attributes = withoutEmpty(rest.attributes);
  checkType(state, typeName);
  checkAttributes(attributes, typeName);
  if (billingGroup !== undefined) found(state.billingGroups, billingGroup, 'Billing group');
  const known = state.things.get(name);
  if (known !== undefined) {
    const asked = { typeName, attributes, billingGroup };
    const held = { typeName: known.typeName, attributes: known.attributes, billingGroup: known.billingGroup };
    if (!isDeepStrictEqual(asked, held)) throw exists(`Thing ${name}`, name, known.arn, 'attributes');
    return known;
  }
  const createdMs = state.clock.now();
  const arn = arnOf(state, 'thing', name);
  const thing = { name, id: randomUUID(), arn, typeName, attributes, billingGroup, version: 1, createdMs };
  putThing(state, name, thing);
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
  const thing = thingNamed(state, name);
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
  const attributes = withoutEmpty(merged);
  checkAttributes(attributes, typeName);
  putThing(state, name, { ...thing, typeName, attributes, version: thing.version + 1 });
}

/** DeleteThing: not while a principal is attached. @throws AwsError */
export function deleteThing(state: RegistryState, name: string, expectedVersion: number | undefined): void {
  const thing = state.things.get(legalName(name, 'thingName'));
  if (thing === undefined) return;
  if (expectedVersion !== undefined && expectedVersion !== thing.version) {
    throw new AwsError('VersionConflictException', 409, `The version is ${thing.version}, not ${expectedVersion}`);
  }
  if (holding(state, state.attachments).some((one) => one.thing === name)) {
    throw invalid(`Cannot delete. Thing ${name} is still attached to one or more principals`);
  }
  for (const one of holding(state, state.memberships)) if (one.thing === name) one.untilMs = state.clock.now();
  putThing(state, name, undefined);
}

/**
 * AttachThingPrincipal: again with the same type is success. An exclusive certificate can be attached to another thing only
 * when it is detached from the first; what AWS answers before is not documented, nor what an exclusive attachment that is
 * there already gets: {@link ExclusiveAnswers}. A detachment that is under way is not undone.
 * https://docs.aws.amazon.com/iot/latest/developerguide/exclusive-thing.html
 *
 * @throws AwsError
 */
export function attachPrincipal(state: RegistryState, thing: string, arn: string, type: PrincipalType): void {
  thingNamed(state, thing);
  const certificateArn = principalOf(state, arn);
  const present = holding(state, state.attachments).filter((one) => one.certificateArn === certificateArn);
  const same = present.find((one) => one.thing === thing);
  const { refusal, repeat } = state.exclusiveAnswers();
  if (same?.type === type && (type === 'NON_EXCLUSIVE_THING' || repeat === 'success')) return;
  const isExclusive = type === 'EXCLUSIVE_THING' || present.some((one) => one.type === 'EXCLUSIVE_THING');
  if (same !== undefined || (present.length > 0 && isExclusive)) {
    const message = `The principal is attached to ${present.map((one) => `${one.thing} (${one.type})`).join(', ')}`;
    throw refusal === 'ConflictException' ? new AwsError(refusal, 409, message) : invalid(message);
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
export function detachPrincipal(state: RegistryState, thing: string, arn: string): void {
  thingNamed(state, thing);
  const certificateArn = principalOf(state, arn);
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

/** A thing as writers find it. @throws AwsError 400, 404 */
export function thingNamed(state: RegistryState, name: string): Thing {
  return found(state.things, legalName(name, 'thingName'), 'Thing');
}

/** An attribute with an empty value is one that the thing does not have. */
function withoutEmpty(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
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
