import { MalformedPolicy, readPolicy } from './aws/iam/policy-document.ts';
import type { IotOperation } from './aws/iot-operations.ts';
import type { ExclusiveAnswers } from './aws/registry/state.ts';
import type { Trust } from './aws/web-identity.ts';
import type { Latency } from './conditions.ts';
import type { ArtifactNames } from './github/artifact-store.ts';
import type { Job } from './github/job.ts';
import type { RateLimits } from './github/rate-limits.ts';
import type { Quota } from './token-bucket.ts';

/** What the emulated services are like; each can be changed while they run. */
export interface Settings {
  /** The services' clocks are this far ahead of this machine's, milliseconds. Default 0. */
  readonly clockSkewMs: number;
  /** Of AWS IoT. Default none. */
  readonly latency: Latency;
  /** Of AWS IoT: those a new account has, none (the default), or the operations named, where null is none. */
  readonly quotas: 'aws-default' | 'none' | Readonly<Partial<Record<IotOperation, Quota | null>>>;
  /** Whether AWS Service Quotas tells the quotas. Default false: few roles may ask. */
  readonly mayReadQuotas: boolean;
  /** HTTP status of AWS IoT's ThrottlingException: 400 in the service's model, the default; some servers answer 429. */
  readonly throttleStatus: 400 | 429;
  /** How long a new certificate stays out of ListCertificates, milliseconds. Default 0. */
  readonly listLagMs: number;
  /** How long what was made, changed or ended in the registry is read as it was before, milliseconds. Default 0. */
  readonly registryLagMs: number;
  /**
   * How long a certificate stays attached to a thing after DetachThingPrincipal has answered, milliseconds. AWS says
   * several seconds. Default 500.
   */
  readonly detachLagMs: number;
  /** Of AttachThingPrincipal, which AWS does not document. Default: InvalidRequestException, and success. */
  readonly exclusiveAnswers: ExclusiveAnswers;
  /**
   * What RegisterThing takes permissions for: `itself`, the default, as the service authorization reference has it, or
   * `each-call` that it makes, too, of which AWS says nothing.
   */
  readonly registerThingPermissions: 'itself' | 'each-call';
  /** How long sessions of AWS STS last whatever is asked for, milliseconds; null, the default: as asked. */
  readonly sessionMs: number | null;
  /** The role's maximum session duration, seconds. Default 3,600, as in IAM. */
  readonly maxSessionSeconds: number;
  /** The role's identity policy, as JSON says it; null, the default: the role may do everything. */
  readonly rolePolicy: Readonly<Record<string, unknown>> | null;
  /** Whom the role lets in. Default: the default job, named in the form without ids. */
  readonly trust: Trust;
  /** Changes to the job that GitHub runs. Another `runId` is another workflow run. */
  readonly job: Partial<Job>;
  /** Which artifacts have names of their own: those of each attempt (the default), or of all attempts together. */
  readonly artifactNames: ArtifactNames;
  /**
   * Of GitHub's REST API: none (the default, as on a GitHub Enterprise Server that nobody told to have any), those of
   * github.com, or others.
   */
  readonly rateLimits: 'none' | 'github-default' | RateLimits;
  /** Deployment environments of the repository. Default `production`. */
  readonly environments: readonly string[];
}

type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isBoolean: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const atLeast =
  (least: number): Check =>
  (value) =>
    isNumber(value) && (value as number) >= least;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const texts: Check = (value) => Array.isArray(value) && value.every(isText);
/** Every field known and right; all of them there, unless `partial`. */
const record =
  (fields: Readonly<Record<string, Check>>, partial = false): Check =>
  (value) =>
    isRecord(value) &&
    Object.entries(value).every(([name, field]) => Object.hasOwn(fields, name) && fields[name]?.(field)) &&
    (partial || Object.keys(fields).every((name) => Object.hasOwn(value, name)));

const quota = record({ ratePerSecond: (value) => isNumber(value) && (value as number) > 0, burst: atLeast(1) });

const writeWindow = record({ count: atLeast(1), seconds: atLeast(1) });
const rateLimits = record({
  callsPerHour: atLeast(1),
  writes: (value) => Array.isArray(value) && value.every(writeWindow),
});

const isTexts: Check = (value) => isRecord(value) && Object.values(value).every(isText);

const isPolicy: Check = (value) => {
  try {
    return isRecord(value) && readPolicy(value).statements.length > 0;
  } catch (error) {
    if (error instanceof MalformedPolicy) return false;
    throw error;
  }
};

const CHECKS: Readonly<Record<keyof Settings, Check>> = {
  clockSkewMs: isNumber,
  latency: record({ fixedMs: atLeast(0), jitterMs: atLeast(0) }),
  quotas: (value) =>
    value === 'aws-default' || value === 'none' || (isRecord(value) && Object.values(value).every(orNull(quota))),
  mayReadQuotas: isBoolean,
  throttleStatus: oneOf(400, 429),
  listLagMs: atLeast(0),
  registryLagMs: atLeast(0),
  detachLagMs: atLeast(0),
  exclusiveAnswers: record({
    refusal: oneOf('InvalidRequestException', 'ConflictException'),
    repeat: oneOf('success', 'refusal'),
  }),
  sessionMs: orNull(atLeast(0)),
  maxSessionSeconds: atLeast(900),
  registerThingPermissions: oneOf('itself', 'each-call'),
  rolePolicy: orNull(isPolicy),
  trust: (value) =>
    isRecord(value) && record({ audiences: texts, subjects: texts, claims: isTexts })({ claims: {}, ...value }),
  job: record(
    {
      repository: (value) => /^[^/]+\/[^/]+$/.test(String(value)),
      repositoryId: isNumber,
      ownerId: isNumber,
      ref: isText,
      sha: isText,
      eventName: isText,
      environment: orNull(isText),
      runId: isNumber,
      workflowPath: isText,
      calledWorkflow: orNull(isText),
      headRepository: (value) => /^[^/]+\/[^/]+$/.test(String(value)),
      immutableSubject: isBoolean,
    },
    true,
  ),
  artifactNames: oneOf('of-attempt', 'of-run'),
  rateLimits: (value) => value === 'none' || value === 'github-default' || rateLimits(value),
  environments: texts,
};

/**
 * Settings from plain values, as they come from a caller or over HTTP.
 *
 * @throws TypeError that names the setting
 */
export function checkSettings(value: unknown): Partial<Settings> {
  if (!isRecord(value)) throw new TypeError('settings: an object');
  for (const [name, setting] of Object.entries(value)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof Settings] : undefined;
    if (check === undefined) throw new TypeError(`settings: ${name} is none of ${Object.keys(CHECKS).join(', ')}`);
    if (!check(setting)) throw new TypeError(`settings: ${name} cannot be ${JSON.stringify(setting)}`);
  }
  return value;
}
