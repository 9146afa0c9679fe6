import { X509Certificate } from 'node:crypto';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { Held } from '../revocation/confirm-held.ts';
import type { Confirmations } from './confirmed-list.ts';
import { noSuccessor, reactivated, sameAge, strangeStatus, unconfirmed } from './retire-problems.ts';
import type { RetirementRow, RetireTo, RetireWish } from './retirement.ts';
import type { ThingEntries } from './select-things.ts';

/** A certificate of a thing that the account holds for the key that the ledger names. */
export interface Member {
  readonly entry: LedgerEntry;
  /** As AWS IoT had it at the beginning of the run. */
  readonly status: string;
  /** Milliseconds of AWS's clock. */
  readonly createdAt: number;
}

/** What is to be done with a certificate, once the account has shown that it may be. */
export interface Step {
  readonly member: Member;
  readonly to: RetireTo;
}

/** What is to become of a thing's certificates. */
export interface DevicePlan {
  readonly thing: string;
  /** The newest certificate that can take the place of older ones; undefined: none can. */
  readonly successor: Member | undefined;
  /** The oldest first. */
  readonly steps: readonly Step[];
  /** Of certificates with which nothing is to be done, the oldest first. */
  readonly rows: readonly RetirementRow[];
}

/** What a plan is made of. */
export interface PlanFacts {
  readonly wish: Pick<RetireWish, 'unconfirmedAfterMs' | 'to' | 'waitMs'>;
  readonly confirmations: Confirmations;
  /** Milliseconds of AWS's clock. */
  readonly now: number;
}

/**
 * Plans what becomes of the certificates of one thing. By age as the account has it, since of two runs that retire at the
 * same time, with ledgers that differ, both keep the newest then. An older one is superseded by one that is ACTIVE, was not
 * retired itself, and is confirmed.
 *
 * @param held what the account says of each entry
 */
export function planDevice({ thing }: ThingEntries, held: readonly Held[], facts: PlanFacts): DevicePlan {
  const members = held.flatMap((one) => memberOf(one) ?? []).sort(byAge);
  const newest = members.at(-1);
  const successor = members.findLast((member) => canSucceed(member, member === newest, thing, facts));
  const steps: Step[] = [];
  const rows = held.flatMap((one) => (one.kind === 'held' ? [] : [absent(one, thing, facts.wish.to)]));
  for (const member of members) {
    if (member === newest || member === successor) continue;
    const row = rowOf(member, thing);
    if (successor === undefined || member.createdAt > successor.createdAt) {
      rows.push(leftOver(member, row, newest, facts));
    } else if (member.createdAt === successor.createdAt) {
      rows.push({ ...row, result: 'refused', problem: sameAge(successor.entry.certificateId) });
    } else {
      const next = stepFor(member, { ...row, successor: successor.entry.certificateId }, facts);
      if ('member' in next) steps.push(next);
      else rows.push(next);
    }
  }
  return { thing, successor, steps, rows };
}

/** Undefined for what is no part of a rotation: a certificate that was revoked for a reason of its own. */
function memberOf(one: Held): Member | undefined {
  if (one.kind !== 'held' || one.candidate.entry === undefined) return undefined;
  const { entry } = one.candidate;
  if (one.status === 'REVOKED' && entry.retiredAt == null) return undefined;
  return { entry, status: one.status, createdAt: one.createdAt };
}

function byAge(a: Member, b: Member): number {
  return a.createdAt - b.createdAt || (a.entry.certificateId < b.entry.certificateId ? -1 : 1);
}

function canSucceed(member: Member, isNewest: boolean, thing: string, facts: PlanFacts): boolean {
  const { entry, status } = member;
  return status === 'ACTIVE' && entry.retiredAt == null && isConfirmed(member, isNewest, thing, facts);
}

function isConfirmed(
  { entry, createdAt }: Member,
  isNewest: boolean,
  thing: string,
  { wish, confirmations, now }: PlanFacts,
): boolean {
  const { certificateIds, things } = confirmations;
  if (entry.confirmedAt != null || certificateIds.has(entry.certificateId)) return true;
  if (isNewest && things.has(thing)) return true;
  return wish.unconfirmedAfterMs !== undefined && now - createdAt >= wish.unconfirmedAfterMs;
}

/** A certificate that has a newer one, of which none can take its place yet. */
function leftOver(member: Member, row: RetirementRow, newest: Member | undefined, facts: PlanFacts): RetirementRow {
  if (newest === undefined) return row;
  const { entry } = newest;
  if (isDone(member, facts.wish.to)) return { ...row, result: 'already' };
  if (!isConfirmed(newest, true, row.thing, facts))
    return { ...row, result: 'unconfirmed', problem: unconfirmed(entry.certificateId) };
  return { ...row, result: 'refused', problem: noSuccessor(entry.certificateId, newest.status) };
}

/** Whether a certificate that was retired is what it is to be, or further. */
function isDone({ entry, status }: Member, to: RetireTo): boolean {
  if (entry.retiredAt == null || to === 'DELETED') return false;
  return status === 'REVOKED' || (to === 'INACTIVE' && status === 'INACTIVE');
}

function stepFor(member: Member, row: RetirementRow, { wish, now }: PlanFacts): Step | RetirementRow {
  const { entry, status } = member;
  if (isDone(member, wish.to)) return { ...row, result: 'already' };
  if (entry.retiredAt == null) {
    if (status === 'ACTIVE' || status === 'INACTIVE') return { member, to: 'INACTIVE' };
    return { ...row, result: 'refused', problem: strangeStatus(status) };
  }
  if (status === 'ACTIVE') return { ...row, result: 'refused', problem: reactivated(entry.retiredAt) };
  if (status !== 'INACTIVE' && status !== 'REVOKED')
    return { ...row, result: 'refused', problem: strangeStatus(status) };
  if (now - Date.parse(entry.retiredAt) < wish.waitMs) return { ...row, to: wish.to, result: 'waiting' };
  return { member, to: wish.to };
}

/** Of what the account does not hold as the ledger says. */
function absent(one: Exclude<Held, { kind: 'held' }>, thing: string, to: RetireTo): RetirementRow {
  const { candidate } = one;
  const row: RetirementRow = {
    thing,
    certificateId: candidate.certificateId,
    csrPath: candidate.entry?.csrPath ?? undefined,
    spkiSha256: candidate.entry?.spkiSha256 ?? '',
    status: undefined,
    createdAt: undefined,
    successor: undefined,
    to: undefined,
    result: 'gone',
  };
  if (one.kind === 'contradicted') {
    const problem = {
      code: 'record-contradicted',
      message: `The ledger names it for this device, and ${one.reason}.`,
      fix: 'Find out who wrote that line of the ledger, and correct it.',
    };
    return { ...row, result: 'contradicted', problem };
  }
  // A run that was killed after it had deleted it.
  const isDeleted = to === 'DELETED' && candidate.entry?.retiredAt != null;
  return isDeleted ? { ...row, to, result: 'already' } : row;
}

export function rowOf({ entry, status, createdAt }: Member, thing: string): RetirementRow {
  return {
    thing,
    certificateId: entry.certificateId,
    csrPath: entry.csrPath ?? undefined,
    spkiSha256: entry.spkiSha256,
    status,
    createdAt,
    successor: undefined,
    to: undefined,
    result: 'already',
  };
}

/** Whether a certificate is past its last day. @param pem as the account has it @param now milliseconds of AWS's clock */
export function isExpired(pem: string, now: number): boolean {
  return new X509Certificate(pem).validToDate.getTime() <= now;
}
