import { isSamePlace } from '../aws/place.ts';
import type { Account } from '../aws/sign-in.ts';
import type { SearchAccess } from '../issuance/iot-access.ts';
import { groupBy } from '../lib/group-by.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { type Confirmations, NOTHING_CONFIRMED, readConfirmations } from '../retirement/confirmed-list.ts';
import { planDevice } from '../retirement/plan-retirement.ts';
import type { PlannedDevice } from '../retirement/retire-all.ts';
import type { RetireWish } from '../retirement/retirement.ts';
import { type ThingEntries, thingsIn } from '../retirement/select-things.ts';
import { confirmHeld, type Held } from '../revocation/confirm-held.ts';
import { createProgress, type Progress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';

/** What is looked through. */
export interface Searched {
  /** All of the ledger. */
  readonly entries: readonly LedgerEntry[];
  /** The ledger as a user names it. */
  readonly where: string;
  readonly wish: RetireWish;
}

/** The things with more than one certificate, and what is to become of these. */
export interface Superseded {
  readonly devices: readonly PlannedDevice[];
  readonly confirmations: Confirmations;
  /** By the names of things: the certificate that was created last, of things that were looked at. */
  readonly newest: ReadonlyMap<string, string>;
}

/**
 * Finds the things of this account and region that have more than one certificate, by the ledger, and what the account and
 * the list of confirmations say of these.
 *
 * @throws UserError `nothing-selected` when the ledger names no thing, or none of those that are asked for;
 * `confirmed-list`; what reading the account throws
 */
export async function findSuperseded(
  { entries, where, wish }: Searched,
  account: Account,
  access: { readonly certificates: SearchAccess },
  services: Services,
): Promise<Superseded> {
  const { log } = services;
  const here = entries.filter((entry) => isSamePlace(entry, account));
  const things = thingsIn(here, wish.things);
  if (things.length === 0) throw nothingHere(where, account, wish);
  const confirmations = await readConfirmed(things, wish, log);
  const rotated = things.filter((one) => one.entries.length > 1);
  log.info(
    `The ledger has ${plural(things.length, 'thing')} of account ${account.account} in ${account.region}; ${count(rotated.length)} of them with more than one certificate`,
  );
  const held = await confirmAll(rotated, access.certificates, services);
  const now = access.certificates.iot.awsTime();
  const devices = rotated.map((thing) => {
    const plan = planDevice(thing, held.get(thing.thing) ?? [], { wish, confirmations, now });
    return { plan, known: new Set(thing.entries.map(({ certificateId }) => certificateId)) };
  });
  return { devices, confirmations, newest: newestOf(things, held) };
}

async function readConfirmed(
  things: readonly ThingEntries[],
  { confirmed }: RetireWish,
  log: Services['log'],
): Promise<Confirmations> {
  if (confirmed === undefined) return NOTHING_CONFIRMED;
  const wanted = {
    certificateIds: new Set(things.flatMap(({ entries }) => entries.map(({ certificateId }) => certificateId))),
    things: new Set(things.map(({ thing }) => thing)),
  };
  const found = await readConfirmations(confirmed, wanted);
  log.info(
    `${confirmed.name} names ${plural(found.certificateIds.size, 'certificate')} and ${plural(found.things.size, 'thing')} of the ledger`,
  );
  return found;
}

async function confirmAll(
  things: readonly ThingEntries[],
  access: SearchAccess,
  { clock, log }: Services,
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const thingOf = new Map(things.flatMap(({ thing, entries }) => entries.map((entry) => [entry, thing] as const)));
  const candidates = [...thingOf.keys()].map((entry) => ({ certificateId: entry.certificateId, entry, why: [] }));
  let progress: Progress | undefined;
  const held = await confirmHeld(candidates, access, (done, total) => {
    progress ??= createProgress('Looked at', total, clock.now, log);
    progress.update(done);
  });
  return groupBy(held, ({ candidate }) => (candidate.entry && thingOf.get(candidate.entry)) ?? '');
}

/** Of a thing with one certificate that is the newest. */
function newestOf(
  things: readonly ThingEntries[],
  held: ReadonlyMap<string, readonly Held[]>,
): ReadonlyMap<string, string> {
  return new Map(
    things.flatMap(({ thing, entries }) => {
      const [first, ...others] = entries;
      if (first !== undefined && others.length === 0) return [[thing, first.certificateId] as const];
      const all = (held.get(thing) ?? []).flatMap((one) => (one.kind === 'held' ? [one] : []));
      const [last] = all.sort((a, b) => b.createdAt - a.createdAt);
      return last === undefined ? [] : [[thing, last.candidate.certificateId] as const];
    }),
  );
}

function nothingHere(where: string, { account, region }: Account, { things }: RetireWish): UserError {
  const what =
    things.length === 0
      ? `The ledger names no thing of account ${account} in ${region}`
      : `The ledger names no thing of account ${account} in ${region} that retire-things matches`;
  return new UserError('nothing-selected', `${what}. Nothing was retired.`, {
    where,
    fix: 'Name the ledger of the runs that registered the devices (input `thing-name`), and their aws-region; check retire-things.',
  });
}
