import { DEFAULT_CREATE_QUOTA } from '../aws/default-quotas.ts';
import { type QuotaCode, quotaCodeOf } from '../aws/quota-codes.ts';
import type { Mode } from '../inputs/inputs.ts';
import { groupBy } from '../lib/group-by.ts';
import { count, duration, plural } from '../lib/words.ts';
import type { RegistryCheck } from '../registration/check-registry.ts';
import type { DeviceAction } from '../registration/device-plan.ts';
import type { RegistrationOutcome } from '../registration/registration-outcome.ts';
import type { Story } from './story.ts';

/** What the registry of AWS IoT held before anything was created, and what registering would do. */
export type PlannedRegistry = Pick<RegistryCheck, 'devices' | 'findings'>;

/** What became of devices, or what would become of them: a part of a bar. */
export interface RegistryPart {
  readonly label: string;
  readonly number: number;
  /** One sentence. */
  readonly meaning: string;
}

/** What registering has done, in the order in which a person wants to see it. */
export const RESULTS = {
  registered: { label: 'Registered', meaning: 'This run gave it all that was asked for.' },
  found: { label: 'Found so', meaning: 'It had all that was asked for already.' },
  incomplete: { label: 'Not registered', meaning: 'It has its certificate, and something else is not done yet.' },
  conflict: { label: 'Conflict', meaning: 'The registry holds something else than was asked for.' },
} as const satisfies Readonly<Record<RegistrationOutcome['result'], Omit<RegistryPart, 'number'>>>;

/** What registering would do, in the same order. */
export const ACTIONS = {
  create: { label: 'Create', meaning: 'There is no thing of this name yet, or none is asked for.' },
  found: { label: 'Found so', meaning: 'The thing is as asked for, and no other key holds it.' },
  attach: { label: 'Attach beside', meaning: 'The thing is as asked for, and keeps the certificates that it holds.' },
  conflict: { label: 'Conflict', meaning: 'The thing is not as asked for.' },
} as const satisfies Readonly<Record<DeviceAction, Omit<RegistryPart, 'number'>>>;

/** What the parts of {@link registryParts} are of. */
export function registryTitle({ registration }: Pick<Story, 'registration'>, mode: Mode): string {
  if (registration !== undefined) return 'Registered in AWS IoT';
  return mode === 'validate' ? 'What registering would do' : 'What was found before anything was created';
}

/** What a validation did not look at, a sentence. @param why the part of a sentence */
export function uncheckedFact(why: string): string {
  return `The names of things and their attributes are judged. Whether things, groups and policies are in AWS IoT as they are asked for was not looked at: ${why}.`;
}

/** What became of devices, those of {@link RESULTS}; or before that what would, those of {@link ACTIONS}. */
export function registryParts({
  registration,
  registryPlan,
}: Pick<Story, 'registration' | 'registryPlan'>): readonly RegistryPart[] {
  return registration === undefined
    ? partsOf(ACTIONS, registryPlan?.devices.map(({ action }) => action) ?? [])
    : partsOf(
        RESULTS,
        registration.outcomes.map(({ result }) => result),
      );
}

function partsOf<K extends string>(
  kinds: Readonly<Record<K, Omit<RegistryPart, 'number'>>>,
  devices: readonly K[],
): readonly RegistryPart[] {
  const numbers = new Map<K, number>();
  for (const kind of devices) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  return (Object.keys(kinds) as K[]).map((kind) => ({ ...kinds[kind], number: numbers.get(kind) ?? 0 }));
}

/** A policy that acts for devices, and where they get it from. */
export interface SharedRight {
  readonly policy: string;
  /** The group that carries it; undefined: it is attached to each certificate. */
  readonly group: string | undefined;
  /** How many devices have it from there. */
  readonly devices: number;
}

/** Where the rights of devices come from, each policy once for each place; of devices that have them, or would. */
export function sharedRights(story: Pick<Story, 'registration' | 'registryPlan'>): readonly SharedRight[] {
  const without = new Set(unregisteredOf(story).map(({ path }) => path));
  const devices = (story.registryPlan?.devices ?? []).filter(
    ({ path, action }) => action !== 'conflict' && !without.has(path),
  );
  const rights = new Map<string, SharedRight>();
  for (const [list, some] of groupBy(devices, (device) => device.rights)) {
    for (const { policy, group } of list) {
      const key = `${policy} ${group ?? ''}`;
      rights.set(key, { policy, group, devices: (rights.get(key)?.devices ?? 0) + some.length });
    }
  }
  return [...rights.values()];
}

/** Devices that have a certificate and are not registered. */
export function unregisteredOf({ registration }: Pick<Story, 'registration'>): readonly RegistrationOutcome[] {
  return registration?.outcomes.filter(({ result }) => result === 'incomplete' || result === 'conflict') ?? [];
}

/** How long one operation took, at least. */
interface OperationTime {
  readonly operation: string;
  readonly calls: number;
  /** Calls a second. */
  readonly quota: number;
  /** The quota was met, not assumed. */
  readonly isMet: boolean;
  readonly seconds: number;
}

/** What held a run back, and what would help. */
export interface SlowestOperation {
  /** Sentences. */
  readonly facts: readonly string[];
  /** The quota that is worth asking for. */
  readonly quota: QuotaCode | undefined;
}

/** Below this many seconds nobody asks AWS for anything. */
const WORTH_ASKING = 30;

/** Which operation held the run back most, creating certificates included; undefined where nothing was registered. */
export function slowestOperation({
  registration,
  pacing,
  account,
}: Pick<Story, 'registration' | 'pacing' | 'account'>): SlowestOperation | undefined {
  if (registration === undefined) return undefined;
  const creating = pacing?.().stats;
  const operations = [
    ...registration.operations,
    ...(creating === undefined
      ? []
      : [{ operation: 'CreateCertificateFromCsr', stats: creating, defaultQuota: DEFAULT_CREATE_QUOTA }]),
  ];
  const times = operations.flatMap(({ operation, stats, defaultQuota }): readonly OperationTime[] => {
    const quota = stats.quota ?? defaultQuota;
    if (quota === undefined || stats.sent === 0) return [];
    const isMet = stats.quota !== undefined;
    return [{ operation, calls: stats.sent, quota, isMet, seconds: stats.sent / quota }];
  });
  // An operation that never met its quota may have a higher one than the default.
  times.sort((a, b) => Number(b.isMet) - Number(a.isMet) || b.seconds - a.seconds);
  const [first, next] = times;
  if (first === undefined || first.seconds < 1) return undefined;
  const quota = first.seconds < WORTH_ASKING ? undefined : quotaCodeOf(first.operation, account?.region);
  return { facts: [slownessOf(first, next), ...(quota === undefined ? [] : [adviceOf(first, next, quota)])], quota };
}

function slownessOf(first: OperationTime, next: OperationTime | undefined): string {
  const { operation, calls, isMet } = first;
  const quota = `${isMet ? 'the quota of' : 'the default quota of'} ${rate(first.quota)}`;
  const after = next === undefined || next.seconds < 1 ? '' : `, then ${next.operation} with ${timeOf(next)}`;
  return `Slowest operation: ${operation}, ${plural(calls, 'call')} at ${quota} are ${timeOf(first)}${after}.`;
}

function adviceOf(first: OperationTime, next: OperationTime | undefined, { code }: QuotaCode): string {
  const { operation, calls, seconds } = first;
  const group =
    operation === 'AttachPolicy' ? ' A thing group that carries the policies saves all of these calls.' : '';
  // More than lets the next operation be as slow brings nothing.
  const enough = next === undefined || next.seconds < 1 ? 2 * first.quota : Math.ceil(calls / next.seconds);
  const saved = seconds - calls / enough;
  if (saved < seconds / 10) return `A higher quota for it alone makes little difference.${group}`;
  return `With ${rate(enough)} it would be up to ${duration(saved * 1_000)} faster: ask for that in AWS Service Quotas (${code}).${group}`;
}

function timeOf({ seconds }: OperationTime): string {
  return duration(Math.round(seconds) * 1_000);
}

function rate(perSecond: number): string {
  return `${count(Number(perSecond.toFixed(1)))}/s`;
}
