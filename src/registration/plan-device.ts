import type { DescribedGroup, Principal, PrincipalType } from '../aws/iot-registry.ts';
import { shorten } from '../lib/escape.ts';
import { plural } from '../lib/words.ts';
import { compareThing, describeDifferences } from './compare-thing.ts';
import type { DevicePlan } from './device-plan.ts';
import { certificateIdOf, type SeenThing } from './look-at-things.ts';
import { rootOf } from './named-objects.ts';
import type { OnExistingThing, ThingWish } from './wish.ts';

/** Groups of a thing: https://docs.aws.amazon.com/general/latest/gr/iot-core.html#thing-limits */
const MAX_GROUPS = 10;

/** Characters of a value, of all that differs, and certificates of a thing, that a message has room for. */
const VALUE_SHOWN = 100;
const DIFFERENCES_SHOWN = 500;
const HELD_SHOWN = 3;

/** Whose the certificates are that a thing holds, by their keys. */
export interface Holders {
  /** Of the key of the device's own CSR. */
  readonly isOwn: (certificateId: string) => boolean;
  /** The path of the CSR of the batch that has its key; undefined: none of them. */
  readonly pathOf: (certificateId: string) => string | undefined;
}

/** What things are planned by, beside what was found of each. */
export interface PlanOptions {
  readonly onExistingThing: OnExistingThing;
  /** The groups that the inputs name. */
  readonly groups: ReadonlyMap<string, DescribedGroup>;
}

/**
 * What becomes of one device's thing, by what was found of it.
 *
 * @param seen undefined, or without a thing: there is none of this name
 */
export function planThing(
  wish: ThingWish,
  seen: SeenThing | undefined,
  holders: Holders,
  { onExistingThing, groups }: PlanOptions,
): Pick<DevicePlan, 'action' | 'reasons' | 'holds'> {
  if (seen?.thing === undefined) return { action: 'create', reasons: [], holds: [] };
  const principals = seen.principals ?? [];
  const holds = principals.map(({ arn }) => certificateIdOf(arn) ?? arn);
  const differences = compareThing(wish, seen.thing);
  const reasons = [
    ...(differences.length === 0
      ? []
      : [`it differs in ${shorten(describeDifferences(differences), DIFFERENCES_SHOWN)}`]),
    ...groupsInTheWay(wish, seen, groups),
    ...otherType(wish, principals, holders),
  ];
  const hasOthers = holds.some((id) => !holders.isOwn(id));
  if (hasOthers && onExistingThing === 'fail') reasons.push('it holds a certificate of another key');
  if (reasons.length > 0) return { action: 'conflict', reasons: [...reasons, ...heldBy(holds, holders)], holds };
  const isHeld = !hasOthers || holds.some(holders.isOwn);
  return { action: isHeld ? 'found' : 'attach', reasons, holds };
}

/** Groups that are asked for, and that AWS would refuse for those that the thing is in already. */
function groupsInTheWay(
  { groups }: ThingWish,
  { memberships }: SeenThing,
  known: PlanOptions['groups'],
): readonly string[] {
  const missing = groups.filter((name) => memberships.every((one) => one.name !== name));
  if (missing.length === 0) return [];
  const reasons = missing.flatMap((name) => {
    const wanted = known.get(name);
    const other = memberships.find(({ group }) => {
      return group !== undefined && !group.isDynamic && wanted !== undefined && rootOf(group) === rootOf(wanted);
    });
    if (other === undefined) return [];
    return [`it is in the group ${shorten(other.name, VALUE_SHOWN)}, which is of one hierarchy with ${name}`];
  });
  if (memberships.length + missing.length > MAX_GROUPS) {
    reasons.push(
      `it is in ${plural(memberships.length, 'group')}, ${missing.length} more are asked for, and ${MAX_GROUPS} is the most`,
    );
  }
  return reasons;
}

/** AWS does not document what becomes of an attachment that is asked for again with another type. */
function otherType(wish: ThingWish, principals: readonly Principal[], { isOwn }: Holders): readonly string[] {
  return principals.flatMap(({ arn, type }) => {
    const id = certificateIdOf(arn);
    if (id === undefined || type === undefined || type === wish.principalType || !isOwn(id)) return [];
    return [`its certificate ${id} is attached as ${typeWord(type)}, and ${typeWord(wish.principalType)} is asked for`];
  });
}

function typeWord(type: PrincipalType): string {
  return type === 'EXCLUSIVE_THING' ? 'exclusive' : 'non-exclusive';
}

function heldBy(holds: readonly string[], { pathOf }: Holders): readonly string[] {
  if (holds.length === 0) return [];
  const shown = holds.slice(0, HELD_SHOWN).map((id) => {
    const path = pathOf(id);
    return path === undefined ? shorten(id, VALUE_SHOWN) : `${id} of ${path}`;
  });
  const more = holds.length > HELD_SHOWN ? ` and ${holds.length - HELD_SHOWN} more` : '';
  return [`it holds ${holds.length === 1 ? 'the certificate' : 'the certificates'} ${shown.join(', ')}${more}`];
}
