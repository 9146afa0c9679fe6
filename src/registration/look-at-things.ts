import { DEFAULT_REGISTRY_QUOTAS } from '../aws/default-quotas.ts';
import type { DescribedGroup } from '../aws/iot-registry.ts';
import { describeIfThere } from '../issuance/iot-access.ts';
import { forEach } from '../lib/for-each.ts';
import { duration, plural } from '../lib/words.ts';
import { checkPem } from '../records/read-certificate.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import { principalsOf, thingIfThere } from './registry-calls.ts';
import { allOf, ifAllowed, type ReadAccess } from './registry-reads.ts';
import type { ThingFacts, ThingWish } from './wish.ts';

/** A thing as it was found, and what it takes to judge that. */
export interface SeenThing extends ThingFacts {
  /** All groups that it is in; those that this run may not look at are in it by their names only. */
  readonly memberships: readonly Membership[];
  /** Keys (SPKI) of the certificates that it holds, by their ids; of those that were looked at. */
  readonly keys: ReadonlyMap<string, string>;
}

/** A group that a thing is in. */
export interface Membership {
  readonly name: string;
  /** Undefined: it could not be looked at. */
  readonly group: DescribedGroup | undefined;
}

/** Which things to look at, and what is known already. */
export interface ThingsAsked {
  /** By the path of the CSR. */
  readonly things: ReadonlyMap<string, ThingWish>;
  /** Of the CSRs whose registration is remembered: that their things are there is all that is asked of them. */
  readonly remembered: ReadonlySet<string>;
  /** The groups that the inputs name. */
  readonly groups: ReadonlyMap<string, DescribedGroup>;
}

/** Calls waiting for the pacers at a time: 350 a second that take a third of a second each. */
const WIDTH = 128;
/** Of the slow operations. */
const FEW = 32;

/** Certificates of one thing whose keys are looked at; a device has one or two. */
const MAX_KEYS = 20;

/** What takes less is not worth a line. */
const WORTH_NAMING_MS = 5_000;

type World = Pick<Services, 'log' | 'clock'>;

/**
 * Finds the things that exist already, and what they hold.
 *
 * @returns by the names of the things
 * @throws UserError as {@link thingIfThere}; the signal's reason when it is aborted
 */
export async function lookAtThings(
  asked: ThingsAsked,
  access: ReadAccess,
  { log, clock }: World,
): Promise<ReadonlyMap<string, SeenThing>> {
  const { things, remembered } = asked;
  const all = [...things];
  const seen = new Map<string, SeenThing>();
  const looking = createProgress('Looked for', all.length, clock.now, log);
  let done = 0;
  await forEach(all, WIDTH, async ([, { name }]) => {
    const thing = await thingIfThere(name, access);
    seen.set(name, { thing, groups: [], principals: undefined, memberships: [], keys: new Map() });
    looking.update(++done);
  });
  const found = all.filter(([path, { name }]) => !remembered.has(path) && seen.get(name)?.thing !== undefined);
  announce(found.length, log);
  const inspecting = createProgress('Looked into', found.length, clock.now, log);
  const looks = createLooks(asked, access);
  let inspected = 0;
  await forEach(found, FEW, async ([, wish]) => {
    const [held, groups] = await Promise.all([looks.held(wish.name), looks.groups(wish)]);
    const before = seen.get(wish.name);
    if (before !== undefined) seen.set(wish.name, { ...before, ...held, ...groups });
    inspecting.update(++inspected);
  });
  return seen;
}

function announce(things: number, log: World['log']): void {
  if (things === 0) return;
  const perSecond = DEFAULT_REGISTRY_QUOTAS.ListThingPrincipals;
  const takesMs = (things / perSecond) * 1_000;
  const time =
    takesMs < WORTH_NAMING_MS
      ? ''
      : `, which takes about ${duration(takesMs)}: AWS IoT answers ${perSecond} calls of ListThingPrincipals a second unless the account's quota was raised`;
  log.info(`Looking into ${plural(things, 'thing')} that ${things === 1 ? 'exists' : 'exist'} already${time}`);
}

/** The looks into one thing, which share what they learn. */
function createLooks({ groups: named }: ThingsAsked, access: ReadAccess) {
  const groups = new Map<string, Promise<DescribedGroup | undefined>>(
    [...named].map(([name, group]) => [name, Promise.resolve(group)]),
  );
  const groupOf = (name: string): Promise<DescribedGroup | undefined> => {
    const asked = groups.get(name) ?? lookAtGroup(name, access);
    groups.set(name, asked);
    return asked;
  };
  return {
    async held(thing: string): Promise<Pick<SeenThing, 'principals' | 'keys'>> {
      const principals = await principalsOf(thing, access);
      const ids = principals.flatMap(({ arn }) => certificateIdOf(arn) ?? []);
      const keys = new Map<string, string>();
      // Whose they are is not taken from records, which anybody may have written.
      for (const id of ids.slice(0, MAX_KEYS)) {
        const described = await describeIfThere(access.certificates, id);
        const checked = described && checkPem(described.pem);
        if (checked?.id === id) keys.set(id, checked.spkiSha256);
      }
      return { principals, keys };
    },
    async groups(wish: ThingWish): Promise<Pick<SeenThing, 'groups' | 'memberships'>> {
      if (wish.groups.length === 0) return { groups: [], memberships: [] };
      const names = await allOf(
        'ListThingGroupsForThing',
        (registry, marker) => registry.listThingGroupsForThing(wish.name, marker),
        access,
      );
      const memberships = await Promise.all(names.map(async (name) => ({ name, group: await groupOf(name) })));
      return { groups: memberships.flatMap(({ name, group }) => (group?.isDynamic ? [] : name)), memberships };
    },
  };
}

/**
 * A group that the inputs do not name. A role that is narrowed to those that they name may not look at it: what AWS then
 * says to adding a thing is found when the thing is added.
 */
function lookAtGroup(name: string, access: ReadAccess): Promise<DescribedGroup | undefined> {
  return ifAllowed('DescribeThingGroup', (registry) => registry.describeThingGroup(name), access);
}

/** Undefined for a principal that is no certificate. */
export function certificateIdOf(arn: string): string | undefined {
  return /^arn:[\w-]+:iot:[\w-]+:\d{12}:cert\/([0-9a-f]{64})$/.exec(arn)?.[1];
}
