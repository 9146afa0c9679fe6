import type { Principal } from '../aws/iot-registry.ts';
import { certificateArn } from '../aws/place.ts';
import { awsCodeOf, describeIfThere, setStatus } from '../issuance/iot-access.ts';
import type { UserError } from '../lib/user-error.ts';
import type { Problem } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import { NOT_FOUND, principalsOf, type RegistryAccess, thingsOf } from '../registration/registry-calls.ts';
import { detach } from './detach.ts';
import { type DevicePlan, type Member, rowOf, type Step } from './plan-retirement.ts';
import { removeCertificate } from './remove-certificate.ts';
import type { RetireAccess } from './retire-access.ts';
import {
  alsoElsewhere,
  attachedAgain,
  fewerPolicies,
  notAttached,
  statusChanged,
  successorLost,
  successorUnusable,
  thingMissing,
} from './retire-problems.ts';
import type { ForeignCertificate, RetirementRow } from './retirement.ts';
import { whyNoSuccessor } from './successor.ts';

/** What is done with a certificate, and by whom it is recorded. */
export interface RetireOptions {
  readonly access: RetireAccess;
  /** Undefined: nothing is changed. */
  readonly journal: Pick<Journal, 'retiring' | 'retired'> | undefined;
  /** How long a certificate has had its status before it is revoked or deleted, milliseconds. */
  readonly waitMs: number;
  /** Aborted when no more certificates are to be begun with. */
  readonly stop: AbortSignal;
}

/** What became of a thing's certificates. */
export interface RetiredDevice {
  readonly rows: readonly RetirementRow[];
  readonly foreign: readonly ForeignCertificate[];
}

/**
 * Takes the superseded certificates of one thing out of use, the oldest first. Before anything is touched, the account
 * shows that the newer certificate is ACTIVE, attached to the thing, and has the policies of the old one; and that it is
 * ACTIVE still after the old one is INACTIVE. When it is not, the old one is made ACTIVE again. It is detached last: until
 * then a run that is killed leaves something that the next one finds. Of a thing with nothing to do nothing is asked.
 *
 * @param known ids of all certificates that the ledger names for the thing
 * @throws UserError for what would be answered for every other thing as well; the reason of a signal that is aborted
 */
export async function retireDevice(
  { thing, successor, steps }: DevicePlan,
  known: ReadonlySet<string>,
  options: RetireOptions,
): Promise<RetiredDevice> {
  if (successor === undefined || steps.length === 0) return { rows: [], foreign: [] };
  const { registry } = options.access;
  const principals = await principalsIfThere(thing, registry);
  if (principals === undefined) {
    const rows = steps.map((step) => ended(step, thing, successor, 'refused', thingMissing(thing)));
    return { rows, foreign: [] };
  }
  const foreign = principals.flatMap(({ arn }) => {
    const certificateId = arn.slice(arn.lastIndexOf('/') + 1);
    return known.has(certificateId) ? [] : [{ thing, certificateId }];
  });
  const rows: RetirementRow[] = [];
  const why = await whyNoSuccessor(successor, principals, options.access);
  for (const step of steps) {
    if (options.stop.aborted) break;
    if (why !== undefined) {
      rows.push(ended(step, thing, successor, 'refused', successorUnusable(successor.entry.certificateId, why)));
    } else rows.push(await take({ thing, successor, step, principals }, options));
  }
  return { rows, foreign };
}

async function principalsIfThere(thing: string, access: RegistryAccess): Promise<readonly Principal[] | undefined> {
  try {
    return await principalsOf(thing, access);
  } catch (error) {
    if (awsCodeOf(error) === NOT_FOUND) return undefined;
    throw error;
  }
}

/** A certificate of a thing that is to be taken out of use, and what the thing holds. */
interface Case {
  readonly thing: string;
  readonly successor: Member;
  readonly step: Step;
  readonly principals: readonly Principal[];
}

async function take(one: Case, options: RetireOptions): Promise<RetirementRow> {
  const { thing, successor, step } = one;
  const { access, journal } = options;
  const end = (result: RetirementRow['result'], problem?: Problem): RetirementRow =>
    ended(step, thing, successor, result, problem);
  const { certificateId } = step.member.entry;
  const described = await describeIfThere(access.certificates, certificateId);
  if (described === undefined) return end('gone');
  const problem = await problemBefore(one, described.status, access);
  if (problem !== undefined) return end('refused', problem);
  if (step.to !== 'INACTIVE') {
    const since = access.certificates.iot.awsTime() - (described.modifiedAt ?? 0);
    if (since < options.waitMs) return end('waiting');
  }
  if (journal === undefined) return end('planned');
  await journal.retiring(certificateId);
  const failure =
    step.to === 'INACTIVE'
      ? await deactivate(one, described.status, access)
      : await endForGood(step, certificateId, access);
  if (failure === 'gone') return end('gone');
  if (failure !== undefined) return end(failure.result, failure.problem);
  await journal.retired(certificateId);
  return end(RESULT_OF[step.to]);
}

const RESULT_OF = { INACTIVE: 'retired', REVOKED: 'revoked', DELETED: 'deleted' } as const;

/** What speaks against it, as the account has it now. @param status of the old certificate */
async function problemBefore(
  { thing, successor, step, principals }: Case,
  status: string,
  { registry, policies }: RetireAccess,
): Promise<Problem | undefined> {
  const id = step.member.entry.certificateId;
  const isFit = status === 'INACTIVE' || (step.to === 'INACTIVE' ? status === 'ACTIVE' : status === 'REVOKED');
  if (!isFit) return statusChanged(status);
  const arn = certificateArn(registry.place, id);
  const own = principals.find((one) => one.arn === arn);
  // Of an exclusive attachment there is no other.
  const others =
    own?.type === 'EXCLUSIVE_THING' ? [] : (await thingsOf(arn, registry)).filter((name) => name !== thing);
  if (others.length > 0) return alsoElsewhere(others);
  if (own === undefined && status === 'ACTIVE') return notAttached(thing);
  if (own !== undefined && step.to !== 'INACTIVE') return attachedAgain(thing);
  const newer = successor.entry.certificateId;
  const [has, had] = await Promise.all([policies.ofCertificate(newer), policies.ofCertificate(id)]);
  const lacking = had.filter((name) => !has.includes(name));
  if (has.length > 0 && lacking.length === 0) return undefined;
  const carried = await policies.ofGroups(thing);
  const left = lacking.filter((name) => !carried.includes(name));
  return left.length > 0 || has.length + carried.length === 0 ? fewerPolicies(newer, left) : undefined;
}

type Failed = { readonly result: 'refused' | 'failed'; readonly problem: Problem };

async function deactivate(
  { thing, successor, step, principals }: Case,
  status: string,
  access: RetireAccess,
): Promise<Failed | 'gone' | undefined> {
  const { certificates, registry } = access;
  const id = step.member.entry.certificateId;
  if (status === 'ACTIVE') {
    const answer = await setStatus(certificates, id, 'INACTIVE');
    if (answer === 'gone') return 'gone';
    if (answer !== 'updated') return failed(answer.refused);
    const why = await whyNoSuccessor(successor, principals, access);
    if (why !== undefined) {
      const isUndone = (await setStatus(certificates, id, 'ACTIVE')) === 'updated';
      return { result: 'refused', problem: successorLost(successor.entry.certificateId, why, isUndone) };
    }
  }
  const arn = certificateArn(registry.place, id);
  if (!principals.some((one) => one.arn === arn)) return undefined;
  const problem = await detach(thing, arn, registry);
  return problem && { result: 'failed', problem };
}

async function endForGood(
  { to, member }: Step,
  certificateId: string,
  access: RetireAccess,
): Promise<Failed | 'gone' | undefined> {
  if (to === 'DELETED') {
    const problem = await removeCertificate(certificateId, access);
    return problem && { result: 'failed', problem };
  }
  const answer = await setStatus(access.certificates, member.entry.certificateId, 'REVOKED');
  if (answer === 'updated') return undefined;
  return answer === 'gone' ? 'gone' : failed(answer.refused);
}

function failed({ code, message, fix }: UserError): Failed {
  return { result: 'failed', problem: { code, message, fix } };
}

function ended(
  { member, to }: Step,
  thing: string,
  successor: Member | undefined,
  result: RetirementRow['result'],
  problem?: Problem,
): RetirementRow {
  return {
    ...rowOf(member, thing),
    successor: successor?.entry.certificateId,
    to,
    result,
    ...(problem === undefined ? {} : { problem }),
  };
}
