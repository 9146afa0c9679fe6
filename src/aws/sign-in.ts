import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { getIdToken } from '../github/id-token.ts';
import { keepSecret } from '../lib/redact.ts';
import { UserError } from '../lib/user-error.ts';
import type { Services } from '../runner/services.ts';
import { roleCredentials } from './credentials.ts';
import { type Endpoint, foreignEndpoints, resolveEndpoints } from './endpoints.ts';
import { createIot, type Iot } from './iot.ts';
import { createIotCaller, IOT_POOL } from './iot-caller.ts';
import type { IotRegistry } from './iot-registry.ts';
import { narrowSessions } from './narrow-session.ts';
import type { RoleInputs } from './role.ts';
import { readCreateQuota } from './service-quotas.ts';
import { AWS_POOL, createSts, type Identity } from './sts.ts';

export interface Account extends Identity {
  readonly region: string;
  readonly iot: Iot;
  /** Loaded only by a run that asks for more than certificates. */
  readonly registry: () => Promise<IotRegistry>;
  /** For other services of AWS; undefined: the SDK's ambient chain. */
  readonly credentials: AwsCredentialIdentityProvider | undefined;
  /** How many certificates a second it may create; undefined when AWS does not say. */
  readonly createQuota: () => Promise<number | undefined>;
}

/** Which account to work in, and how; each field is an input of action.yml. */
export interface SignInOptions {
  readonly region: string;
  /** Undefined: the AWS SDK's ambient credentials are used. */
  readonly role: RoleInputs | undefined;
  /** Empty: any account. */
  readonly allowedAccountIds: readonly string[];
  readonly requestTimeoutMs: number;
}

/**
 * Takes credentials, sees whose they are, and opens AWS IoT with them.
 *
 * @throws UserError for everything that keeps this job from AWS; the reason of `stop` when the job is cancelled.
 * Nothing has been created then
 */
export async function signIn(
  options: SignInOptions,
  services: Pick<Services, 'context' | 'commands' | 'clock' | 'log' | 'stop' | 'network'>,
): Promise<Account> {
  const { context, commands, clock, log, stop, network } = services;
  const { region, role, allowedAccountIds, requestTimeoutMs } = options;
  const waiting = { clock, signal: stop };
  if (role === undefined) refuseHalfKeys(context.missingAwsKey);
  const endpoints = await resolveEndpoints(region);
  announce(region, role?.arn, endpoints, log);
  const agents = await network.awsAgents(AWS_POOL);
  const sts = createSts(region, agents, waiting);
  const credentials =
    role === undefined
      ? undefined
      : roleCredentials({
          role,
          sts: narrowSessions(sts, log),
          idToken: () => getIdToken(role.audience, services, waiting),
          now: clock.now,
          onSession(session) {
            for (const secret of [session.secretAccessKey, session.sessionToken ?? '']) {
              commands.mask(secret);
              keepSecret(secret);
            }
          },
        });
  const identity = await sts.callerIdentity(credentials?.provider);
  if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(identity.account)) {
    throw new UserError(
      'account-not-allowed',
      `The credentials belong to account ${identity.account} (${identity.arn}), which is not allowed.`,
      {
        where: 'allowed-account-ids',
        fix: `Use a role of an allowed account (${allowedAccountIds.join(', ')}), or add this account to the input.`,
      },
    );
  }
  const caller = createIotCaller({
    region,
    credentials,
    timeoutMs: requestTimeoutMs,
    now: clock.now,
    skewMs: sts.skew(),
    agents: await network.awsAgents(IOT_POOL),
  });
  return {
    ...identity,
    region,
    credentials: credentials?.provider,
    createQuota: () =>
      readCreateQuota(region, credentials?.provider, agents, (endpoint) => {
        const isNew = endpoints.every(({ origin }) => origin !== endpoint.origin);
        if (isNew) warnOfForeign([endpoint], log);
      }),
    iot: createIot(caller),
    registry: async () => (await import('./iot-registry.ts')).createIotRegistry(caller),
  };
}

/** Says where the run goes and as whom, before anything is sent there. */
function announce(
  region: string,
  roleArn: string | undefined,
  endpoints: readonly Endpoint[],
  log: Services['log'],
): void {
  const who = roleArn === undefined ? 'the credentials of the environment' : `role ${roleArn}`;
  const where = endpoints.map(({ service, origin }) => `${service} at ${origin}`).join(', ');
  log.info(`Region ${region}, ${who}, ${where}`);
  warnOfForeign(endpoints, log);
}

/** A notice, where an endpoint is not AWS's own. */
export function warnOfForeign(endpoints: readonly Endpoint[], log: Pick<Services['log'], 'annotate'>): void {
  const foreign = foreignEndpoints(endpoints);
  if (foreign !== undefined) log.annotate('notice', foreign, { title: 'endpoint' });
}

/** The SDK would pass over a half and look for credentials elsewhere, or AWS would not know them. */
function refuseHalfKeys(missing: string | undefined): void {
  if (missing === undefined) return;
  throw new UserError(
    'half-credentials',
    `The AWS credentials of the environment are incomplete: ${missing} is missing.`,
    {
      where: missing,
      fix: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and with temporary credentials AWS_SESSION_TOKEN, all from one source; or set role-to-assume.',
    },
  );
}
