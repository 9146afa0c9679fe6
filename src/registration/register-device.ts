import type { DescribedThing, Principal } from '../aws/iot-registry.ts';
import { certificateArn } from '../aws/place.ts';
import { awsCodeOf } from '../issuance/iot-access.ts';
import { UserError } from '../lib/user-error.ts';
import type { Registered } from '../records/journal.ts';
import { attachCertificate } from './attach-certificate.ts';
import { compareThing } from './compare-thing.ts';
import type { RegistrationOutcome } from './registration-outcome.ts';
import { callRegistry, principalsOf, type RegistryAccess, thingIfThere, thingsOf } from './registry-calls.ts';
import {
  attachedElsewhere,
  attachedOtherwise,
  CONFLICT,
  otherThing,
  problemOf,
  takenThing,
} from './registry-problems.ts';
import type { DeviceWish, OnExistingThing, RegistryPlan, ThingWish } from './wish.ts';
import { wishHash } from './wish-hash.ts';

/** A device whose certificate is known. */
export interface Device {
  /** Of its CSR. */
  readonly path: string;
  readonly spkiSha256: string;
  readonly certificateId: string;
  /** This process has created the certificate: nothing can be attached to it yet. */
  readonly isNew: boolean;
  readonly wish: DeviceWish;
}

/** What registering a device depends on beside the device. */
export interface Surroundings {
  readonly access: RegistryAccess;
  readonly plan: RegistryPlan;
  readonly onExistingThing: OnExistingThing;
  /** By the ids of certificates: what records say that the registry holds. */
  readonly remembered: ReadonlyMap<string, Registered>;
  /** Whether a certificate is for this key. */
  readonly isOfKey: (certificateId: string, spkiSha256: string) => boolean;
}

/** What there is of a thing. */
interface Standing {
  readonly thing: DescribedThing | undefined;
  readonly groups: readonly string[];
  /** Undefined: nobody has asked. */
  readonly principals: readonly Principal[] | undefined;
}

/** A part of what was asked for. */
interface Step {
  /** `group line-2` */
  readonly name: string;
  /** Undefined: it is there. */
  readonly run: (() => Promise<unknown>) | undefined;
}

/**
 * Makes the registry hold what is asked for one device. A thing gets its certificate last, when all else is in place.
 * Each call is harmless to repeat, so that whatever was cut off is done again as a whole; what is there already is not
 * asked for.
 *
 * @returns what became of it, whatever AWS or the network does
 * @throws Interrupted when a signal has ended a wait, or for a bug
 */
export async function registerDevice(device: Device, surroundings: Surroundings): Promise<RegistrationOutcome> {
  const { path, certificateId, wish } = device;
  const { plan, remembered } = surroundings;
  const about = { path, certificateId, thing: wish.thing?.name ?? wish.provisioning?.thing };
  const hash = wishHash(wish, certificateId, plan.carried);
  const isRemembered = remembered.get(certificateId)?.registration === hash;
  const done: string[] = [];
  let steps = stepsOf(device, NOTHING, surroundings);
  const left = (): readonly string[] => steps.map(({ name }) => name).filter((name) => !done.includes(name));
  try {
    const standing = await look(device, isRemembered, surroundings);
    if (isRemembered && (wish.thing === undefined || standing.thing !== undefined)) {
      return { ...about, result: 'found', done: left(), left: [], hash };
    }
    await refuseElsewhere(device, standing, surroundings.access);
    steps = stepsOf(device, standing, surroundings);
    let hasActed = false;
    for (const { name, run } of steps) {
      if (run !== undefined) {
        await run();
        hasActed = true;
      }
      done.push(name);
    }
    return { ...about, result: hasActed ? 'registered' : 'found', done, left: [], hash };
  } catch (error) {
    if (!(error instanceof UserError)) throw new Interrupted({ ...about, done, left: left() }, error);
    const problem = problemOf(error);
    const result = problem.code === CONFLICT ? 'conflict' : 'incomplete';
    return { ...about, result, done, left: left(), problem };
  }
}

/** A device of which not all was done when it was ended; its cause is the reason of the signal, or a bug. */
export class Interrupted extends Error {
  readonly outcome: Pick<RegistrationOutcome, 'path' | 'certificateId' | 'thing' | 'done' | 'left'>;

  constructor(outcome: Interrupted['outcome'], cause: unknown) {
    super('interrupted', { cause });
    this.outcome = outcome;
  }
}

const NOTHING: Standing = { thing: undefined, groups: [], principals: undefined };

/** What there is of the device's thing. @throws UserError `registration-conflict` when it is not what was asked for */
async function look(device: Device, isRemembered: boolean, surroundings: Surroundings): Promise<Standing> {
  const { thing: wish } = device.wish;
  const { plan, access, onExistingThing } = surroundings;
  if (wish === undefined) return NOTHING;
  const facts = plan.things.get(wish.name);
  const thing = facts === undefined ? await thingIfThere(wish.name, access) : facts.thing;
  if (thing === undefined) return NOTHING;
  // A device that is remembered is the one whose thing it is: whatever else that holds was decided on when it was attached.
  const around = { ...surroundings, onExistingThing: isRemembered ? 'attach' : onExistingThing };
  const principals = await refuseOther(device, wish, { thing, principals: facts?.principals }, around);
  return { thing, groups: facts?.groups ?? [], principals };
}

/**
 * Compares a thing that exists with what is asked for.
 *
 * @returns the certificates that it holds, where they had to be known
 * @throws UserError `registration-conflict`
 */
async function refuseOther(
  { certificateId, spkiSha256 }: Device,
  wish: ThingWish,
  { thing, principals }: { readonly thing: DescribedThing; readonly principals: readonly Principal[] | undefined },
  { access, onExistingThing, isOfKey }: Surroundings,
): Promise<readonly Principal[] | undefined> {
  const differences = compareThing(wish, thing);
  if (differences.length > 0) {
    // What it holds helps a person, and keeps nothing from going on.
    const holds = principals ?? (await principalsOf(wish.name, access).catch(ignoreRefusal));
    throw otherThing(thing, differences, holds);
  }
  if (onExistingThing === 'attach') return principals;
  const holds = principals ?? (await principalsOf(wish.name, access));
  const others = holds.filter(({ arn }) => {
    const id = arn.slice(arn.lastIndexOf('/') + 1);
    return id !== certificateId && !isOfKey(id, spkiSha256);
  });
  if (others.length > 0) throw takenThing(thing, others);
  return holds;
}

function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
}

/** An exclusive certificate that another thing holds is refused before anything is made. */
async function refuseElsewhere(
  { wish, certificateId, isNew }: Device,
  standing: Standing,
  access: RegistryAccess,
): Promise<void> {
  const { thing } = wish;
  if (thing === undefined) return;
  const arn = certificateArn(access.place, certificateId);
  const held = standing.principals?.find((principal) => principal.arn === arn);
  if (held?.type !== undefined && held.type !== thing.principalType) throw attachedOtherwise(thing.name, held.type);
  if (thing.principalType !== 'EXCLUSIVE_THING' || isNew || held !== undefined) return;
  const others = (await thingsOf(arn, access)).filter((name) => name !== thing.name);
  if (others.length > 0) throw attachedElsewhere(thing.name, others);
}

/** What is asked for, in the order in which it is done. */
function stepsOf(device: Device, standing: Standing, surroundings: Surroundings): readonly Step[] {
  const { wish, certificateId, isNew } = device;
  const { access, plan } = surroundings;
  const { thing } = wish;
  const target = certificateArn(access.place, certificateId);
  const isYoung = standing.thing === undefined;
  const steps: Step[] = [...provisioningSteps(device, access)];
  if (thing !== undefined) {
    const exists = standing.thing !== undefined;
    steps.push({ name: `thing ${thing.name}`, run: exists ? undefined : () => create(device, thing, surroundings) });
    for (const group of thing.groups) {
      const add = () =>
        callRegistry('AddThingToThingGroup', (iot) => iot.addThingToThingGroup(thing.name, group), access, isYoung);
      steps.push({ name: `group ${group}`, run: standing.groups.includes(group) ? undefined : add });
    }
  }
  for (const policy of wish.policies) {
    if (plan.carried.has(policy)) continue;
    const attach = () => callRegistry('AttachPolicy', (iot) => iot.attachPolicy(policy, target), access, isNew);
    steps.push({ name: `policy ${policy}`, run: attach });
  }
  if (thing !== undefined) {
    const isHeld = standing.principals?.some(({ arn, type }) => arn === target && type === thing.principalType);
    const attach = () => attachCertificate(thing, target, access, isYoung || isNew);
    steps.push({ name: `certificate on thing ${thing.name}`, run: isHeld ? undefined : attach });
  }
  return steps;
}

/**
 * One call that makes all that the template says. The same again finds it there, so that what was cut off is done again.
 * https://docs.aws.amazon.com/iot/latest/apireference/API_RegisterThing.html
 */
function provisioningSteps({ wish, certificateId, isNew }: Device, access: RegistryAccess): readonly Step[] {
  const { provisioning } = wish;
  if (provisioning === undefined) return [];
  const body = provisioning.template.bodyFor(certificateId);
  const register = () =>
    callRegistry('RegisterThing', (iot) => iot.registerThing(body, provisioning.parameters), access, isNew);
  return [{ name: 'provisioning template', run: register }];
}

/** Creates a thing. One that somebody else has created meanwhile is compared. @throws UserError `registration-conflict` */
async function create(device: Device, wish: ThingWish, surroundings: Surroundings): Promise<void> {
  const { access } = surroundings;
  try {
    await callRegistry('CreateThing', (registry) => registry.createThing(wish), access);
  } catch (error) {
    if (awsCodeOf(error) !== 'ResourceAlreadyExistsException') throw error;
    const thing = await callRegistry('DescribeThing', (registry) => registry.describeThing(wish.name), access, true);
    await refuseOther(device, wish, { thing, principals: undefined }, surroundings);
  }
}
