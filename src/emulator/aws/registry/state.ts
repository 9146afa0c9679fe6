import type { Clock } from '../../clock.ts';
import type { Account } from '../account.ts';
import { invalid, missing } from '../errors.ts';

/** The registry of one account in one region, in memory. Times are milliseconds since 1970. */
export interface RegistryState {
  readonly account: Account;
  readonly clock: Clock;
  /** How long what was made, changed or ended is read as it was before, milliseconds. */
  readonly readLagMs: () => number;
  /** How long a thing and a principal stay attached after DetachThingPrincipal has answered, milliseconds. */
  readonly detachLagMs: () => number;
  readonly exclusiveAnswers: () => ExclusiveAnswers;
  /** As they are; {@link putThing} changes them. */
  readonly things: Map<string, Thing>;
  /** As they were: each state of each thing and since when, the oldest first. */
  readonly thingHistory: Map<string, ThingVersion[]>;
  readonly types: Map<string, ThingType>;
  readonly groups: Map<string, ThingGroup>;
  readonly billingGroups: Map<string, BillingGroup>;
  readonly policies: Map<string, Policy>;
  readonly provisioningTemplates: Map<string, ProvisioningTemplate>;
  /** Of things and certificates, in the order in which they were made; also those that have ended. */
  readonly attachments: Attachment[];
  readonly memberships: Membership[];
  readonly policyTargets: PolicyTarget[];
}

export interface Thing {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly typeName: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly billingGroup: string | undefined;
  readonly version: number;
  readonly createdMs: number;
}

/** Undefined: the thing was deleted. */
export interface ThingVersion {
  readonly thing: Thing | undefined;
  readonly sinceMs: number;
}

/** What AWS does not document of AttachThingPrincipal: a server may answer either. */
export interface ExclusiveAnswers {
  /** To a second thing for an exclusive certificate, and to another type of an attachment. */
  readonly refusal: 'InvalidRequestException' | 'ConflictException';
  /** To an exclusive attachment that is there already. */
  readonly repeat: 'success' | 'refusal';
}

export interface ThingType {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly createdMs: number;
  readonly deprecatedMs: number | undefined;
}

export interface ThingGroup {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly parent: string | undefined;
  /** Set for a dynamic group: what its members are found by. */
  readonly queryString: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly createdMs: number;
}

export interface BillingGroup {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly createdMs: number;
}

export interface Policy {
  readonly name: string;
  readonly arn: string;
  readonly document: string;
  readonly createdMs: number;
}

export interface ProvisioningTemplate {
  readonly name: string;
  readonly arn: string;
  readonly body: string;
  /** What DescribeProvisioningTemplate answers beside. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly createdMs: number;
}

/** What holds for a while: from its creation to its end. */
export interface Lasting {
  readonly sinceMs: number;
  /** Infinity while it holds. */
  untilMs: number;
}

export type PrincipalType = 'EXCLUSIVE_THING' | 'NON_EXCLUSIVE_THING';

export interface Attachment extends Lasting {
  readonly thing: string;
  readonly certificateArn: string;
  readonly type: PrincipalType;
}

export interface Membership extends Lasting {
  readonly thing: string;
  readonly group: string;
}

/** A policy on a certificate or a group, by its ARN. */
export interface PolicyTarget extends Lasting {
  readonly policy: string;
  readonly target: string;
}

export function createRegistry(
  options: Pick<RegistryState, 'account' | 'clock' | 'readLagMs' | 'detachLagMs' | 'exclusiveAnswers'>,
): RegistryState {
  return {
    ...options,
    things: new Map(),
    thingHistory: new Map(),
    types: new Map(),
    groups: new Map(),
    billingGroups: new Map(),
    policies: new Map(),
    provisioningTemplates: new Map(),
    attachments: [],
    memberships: [],
    policyTargets: [],
  };
}

/** Those that hold now, as a writer finds them. */
export function holding<T extends Lasting>({ clock }: RegistryState, all: readonly T[]): readonly T[] {
  const now = clock.now();
  return all.filter(({ untilMs }) => untilMs > now);
}

/** Those that hold as a reader sees them: young ones are not there yet, and what has just ended still is. */
export function visible<T extends Lasting>(state: RegistryState, all: readonly T[]): readonly T[] {
  const seenMs = state.clock.now() - state.readLagMs();
  return all.filter(({ sinceMs, untilMs }) => sinceMs <= seenMs && untilMs > seenMs);
}

/** Makes, changes or, with undefined, deletes a thing. */
export function putThing(state: RegistryState, name: string, thing: Thing | undefined): void {
  if (thing === undefined) state.things.delete(name);
  else state.things.set(name, thing);
  const versions = state.thingHistory.get(name) ?? [];
  versions.push({ thing, sinceMs: state.clock.now() });
  state.thingHistory.set(name, versions);
}

/** A thing as readers see it. @throws AwsError 400, 404 */
export function visibleThing(state: RegistryState, name: string): Thing {
  const seenMs = state.clock.now() - state.readLagMs();
  const versions = state.thingHistory.get(legalName(name, 'thingName')) ?? [];
  const thing = versions.findLast(({ sinceMs }) => sinceMs <= seenMs)?.thing;
  if (thing === undefined) throw missing(`Thing ${name}`);
  return thing;
}

export function arnOf({ account }: RegistryState, kind: string, name: string): string {
  return `arn:aws:iot:${account.region}:${account.accountId}:${kind}/${name}`;
}

/** @throws AwsError 400 for a name that the service's API model does not allow */
export function legalName(name: unknown, what: string): string {
  if (typeof name !== 'string' || !/^[a-zA-Z0-9:_-]{1,128}$/.test(name)) {
    throw invalid(
      `1 validation error detected: Value at '${what}' failed to satisfy constraint: [a-zA-Z0-9:_-]{1,128}`,
    );
  }
  return name;
}

/** @throws AwsError 404 */
export function found<T>(all: ReadonlyMap<string, T>, name: string, what: string): T {
  const one = all.get(name);
  if (one === undefined) throw missing(`${what} ${name}`);
  return one;
}

/** A certificate of the account, by its ARN. @throws AwsError 400, 404 */
export function principalOf(state: RegistryState, arn: string): string {
  const prefix = arnOf(state, 'cert', '');
  if (!arn.startsWith(prefix)) throw invalid(`The principal ${arn} is none of this account and region`);
  const id = arn.slice(prefix.length);
  if (state.account.get(id) === undefined) throw missing(`The certificate ${id}`);
  return arn;
}
