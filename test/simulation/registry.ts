import type { Failure } from '../../src/aws/answers.ts';
import type { DescribedThing, IotRegistry, NewThing, PrincipalType } from '../../src/aws/iot-registry.ts';
import { TIMEOUT_MS } from './account.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What goes wrong, as chances from 0 to 1. */
export interface RegistryWeather {
  readonly throttle: number;
  /** 5xx, reset, time-out: with and without an effect, which may come late. */
  readonly doubt: number;
  /** Milliseconds until what was made is found by the next call, at most. */
  readonly lag: number;
}

export interface SimulatedThing extends NewThing {
  readonly groups: Set<string>;
  readonly visibleAt: number;
}

export interface SimulatedRegistry {
  readonly things: ReadonlyMap<string, SimulatedThing>;
  readonly attachments: readonly { readonly thing: string; readonly arn: string; readonly type: PrincipalType }[];
  /** Names of policies by the ARNs of certificates. */
  readonly policies: ReadonlyMap<string, ReadonlySet<string>>;
  /** A thing that another tool made. */
  plant(thing: NewThing, certificate: string | undefined): void;
  /** AWS IoT as one process reaches it; after its death it gets no answers any more. */
  reach(weather: RegistryWeather, isAlive: () => boolean): IotRegistry;
}

/** How long after a time-out the service may act on the request all the same, at most. */
const LATE_MS = 4_000;

const DONE = { kind: 'done' } as const;

/**
 * A registry in memory, on a virtual clock.
 *
 * @param refusesRepeats an exclusive certificate once more to the thing that it is attached to, of which AWS says nothing
 */
export function createRegistry(
  clock: VirtualClock,
  random: () => number,
  trace: (event: string) => void,
  refusesRepeats = false,
): SimulatedRegistry {
  const things = new Map<string, SimulatedThing>();
  const attachments: { thing: string; arn: string; type: PrincipalType; visibleAt: number }[] = [];
  const policies = new Map<string, Set<string>>();

  const make = (thing: NewThing, lag: number): void => {
    trace(`thing ${thing.name} is made`);
    things.set(thing.name, { ...thing, groups: new Set(), visibleAt: clock.now() + random() * lag });
  };
  const seen = (name: string): SimulatedThing | undefined => {
    const thing = things.get(name);
    return thing !== undefined && thing.visibleAt <= clock.now() ? thing : undefined;
  };
  const attach = (thing: string, arn: string, type: PrincipalType, lag: number): typeof DONE | Failure => {
    const present = attachments.filter((one) => one.arn === arn);
    const isThere = present.some((one) => one.thing === thing && one.type === type);
    if (isThere && (type === 'NON_EXCLUSIVE_THING' || !refusesRepeats)) return DONE;
    if (present.length > 0) return refusal('InvalidRequestException');
    attachments.push({ thing, arn, type, visibleAt: clock.now() + random() * lag });
    return DONE;
  };
  const page = <T>(items: readonly T[]) => ({ kind: 'page', items, next: undefined }) as const;
  const none = async () => refusal('AccessDeniedException');

  return {
    things,
    attachments,
    policies,
    plant(thing, certificate) {
      make(thing, 0);
      if (certificate !== undefined) attach(thing.name, certificate, 'EXCLUSIVE_THING', 0);
    },
    reach({ throttle, doubt, lag }, isAlive) {
      const answer = createAnswers({ throttle, doubt }, { clock, random, isAlive });
      const ofThing = <T extends { readonly kind: string }>(
        name: string,
        work: (thing: SimulatedThing) => T | Failure,
      ) =>
        answer(() => {
          const thing = seen(name);
          return thing === undefined ? refusal('ResourceNotFoundException') : work(thing);
        });
      return {
        describeThing: (name) => ofThing(name, described),
        createThing: (thing) =>
          answer(() => {
            const known = things.get(thing.name);
            if (known === undefined) make(thing, lag);
            else if (configurationOf(known) !== configurationOf(thing))
              return refusal('ResourceAlreadyExistsException');
            return DONE;
          }),
        addThingToThingGroup: (name, group) =>
          ofThing(name, ({ groups }) => {
            groups.add(group);
            return DONE;
          }),
        attachPolicy: (policy, target) =>
          answer(() => {
            policies.set(target, (policies.get(target) ?? new Set()).add(policy));
            return DONE;
          }),
        attachThingPrincipal: (name, arn, type) => ofThing(name, () => attach(name, arn, type, lag)),
        listThingPrincipals: (name) =>
          ofThing(name, () =>
            page(attachments.filter(({ thing }) => thing === name).map(({ arn, type }) => ({ arn, type }))),
          ),
        listPrincipalThings: (arn) =>
          answer(() =>
            page(
              attachments.filter((one) => one.arn === arn && one.visibleAt <= clock.now()).map(({ thing }) => thing),
            ),
          ),
        testConnect: (arn) =>
          answer(() => {
            const isAllowed = attachments.some((one) => one.arn === arn && one.visibleAt <= clock.now());
            return { kind: 'authorization', isAllowed, decision: isAllowed ? 'ALLOWED' : 'IMPLICIT_DENY' };
          }),
        listThingPrincipalsV1: none,
        listThingGroupsForThing: none,
        listAttachedPolicies: none,
        describeThingType: none,
        describeThingGroup: none,
        describeBillingGroup: none,
        describeEndpoint: none,
        detachPolicy: none,
        detachThingPrincipal: none,
        getPolicy: none,
        describeProvisioningTemplate: none,
        registerThing: none,
      };
    },
  };
}

/** An answer takes its time, goes wrong, and does not reach the dead. */
function createAnswers(
  { throttle, doubt }: Pick<RegistryWeather, 'throttle' | 'doubt'>,
  {
    clock,
    random,
    isAlive,
  }: { readonly clock: VirtualClock; readonly random: () => number; readonly isAlive: () => boolean },
) {
  const after = <T>(ms: number, work: () => T): Promise<T> =>
    new Promise((resolve) => {
      clock.at(clock.now() + ms, () => {
        const made = work();
        if (isAlive()) resolve(made);
      });
    });
  return <T extends { readonly kind: string }>(work: () => T | Failure): Promise<T | Failure> => {
    const ms = 20 + random() * 50;
    if (random() < throttle) return after(ms, () => failure('throttled', 'ThrottlingException'));
    if (random() >= doubt) return after(ms / 2, work).then((made) => after(ms / 2, () => made));
    switch (Math.floor(random() * 4)) {
      case 0:
        return after(ms, () => failure('in-doubt', 'InternalFailureException'));
      case 1:
        return after(ms, () => {
          work();
          return failure('in-doubt', 'InternalFailureException');
        });
      case 2:
        return after(TIMEOUT_MS, () => failure('in-doubt', 'timed out'));
      default:
        clock.at(clock.now() + TIMEOUT_MS - 100 + random() * LATE_MS, () => work());
        return after(TIMEOUT_MS, () => failure('in-doubt', 'timed out, done late'));
    }
  };
}

function failure(kind: 'throttled' | 'in-doubt', code: string): Failure {
  return { kind, code, message: code };
}

function refusal(code: string): Failure {
  return { kind: 'refused', scope: 'request', code, message: code };
}

function described(thing: SimulatedThing): DescribedThing {
  const { name, typeName, billingGroup, attributes } = thing;
  return { kind: 'thing', name, arn: name, typeName, billingGroup, attributes, version: 1 };
}

function configurationOf({ typeName, billingGroup, attributes }: NewThing): string {
  return JSON.stringify([typeName, billingGroup, [...attributes].sort()]);
}
