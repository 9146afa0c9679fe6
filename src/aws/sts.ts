import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { claimsOf } from '../github/id-token.ts';
import { TooLargeError } from '../lib/limit-bytes.ts';
import { answerText, keepSecret } from '../lib/redact.ts';
import { retry, type Waiting } from '../lib/retry.ts';
import { untilAborted } from '../lib/until-aborted.ts';
import { UserError } from '../lib/user-error.ts';
import { withinTime } from '../lib/within-time.ts';
import type { AwsAgents } from '../runner/network.ts';
import { adviceOn } from './advice.ts';
import { type Failure, failureOf, isBlocked } from './answers.ts';
import { type AwsClock, watchClock } from './aws-clock.ts';
import { limitAnswers } from './limit-answers.ts';
import type { RoleInputs } from './role.ts';
import { roleAdvice } from './role-advice.ts';

/** The account and principal that certificates are created with. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
}

/** Credentials of a role for some time. */
export interface Session extends AwsCredentialIdentity {
  /** From when AWS gave it, milliseconds; both times are AWS's. */
  readonly lifetimeMs: number;
}

export interface Sts extends AwsClock {
  /** @throws UserError when the role does not let this job in, or STS stays out of reach; the reason of a cancel */
  assumeRole(role: RoleInputs, idToken: string): Promise<Session>;
  /** @throws UserError when there are no credentials or AWS does not know them; the reason of a cancel */
  callerIdentity(credentials: AwsCredentialIdentityProvider | undefined): Promise<Identity>;
}

/** Both calls are harmless to repeat, so the SDK's own retries stay on; these come on top, for what it does not retry. */
const TRIES = 4;
const FIRST_WAIT_MS = 1_000;

/** From sending a request to the last byte of its answer, the SDK's own retries included. */
const TIMEOUT_MS = 15_000;

/** What the SDK's own agents have; the calls here need no more. */
export const AWS_POOL = { keepAlive: true, maxSockets: 50 } as const;

/** Roles take four tries of 10 s and their waits at each of GitHub and STS; the others answer sooner. */
const CREDENTIALS_MS = 120_000;

/**
 * AWS Security Token Service in `region`.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function createSts(region: string, agents: AwsAgents, waiting: Waiting): Sts {
  const { now } = waiting.clock;
  let skew = 0;
  const requestHandler = { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true, ...agents };
  const open = (credentials: AwsCredentialIdentityProvider | AwsCredentialIdentity | undefined): STSClient => {
    const client = new STSClient({ region, requestHandler, ...(credentials === undefined ? {} : { credentials }) });
    limitAnswers(client);
    return client;
  };
  const persistently = <T>(call: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> =>
    retry(() => withinTime(TIMEOUT_MS, (abortSignal) => call({ abortSignal }), waiting.signal), {
      ...waiting,
      tries: TRIES,
      firstWaitMs: FIRST_WAIT_MS,
      mayPass: isTransient,
    });
  return {
    async assumeRole(role, idToken) {
      // The call is not signed; without this the SDK would look for credentials all the same.
      const client = open({ accessKeyId: '-', secretAccessKey: '-' });
      const clock = watchClock(client, now);
      const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: role.arn,
        RoleSessionName: role.sessionName,
        DurationSeconds: role.durationSeconds,
        WebIdentityToken: idToken,
        Policy: role.sessionPolicy,
      });
      try {
        const answer = await persistently((options) => client.send(command, options));
        const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
        if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw notAnAnswer();
        skew = clock.skew();
        const lifetimeMs = lifetimeOf(Expiration, now() + skew, role.durationSeconds * 1_000);
        return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, lifetimeMs };
      } catch (error) {
        waiting.signal?.throwIfAborted();
        throw assumeRoleError(error, failureOf(error, now), role, idToken);
      } finally {
        client.destroy();
      }
    },
    async callerIdentity(credentials) {
      const client = open(credentials);
      const clock = watchClock(client, now, skew);
      try {
        const { secretAccessKey, sessionToken } = await waitForCredentials(client.config.credentials(), waiting);
        keepSecret(secretAccessKey);
        keepSecret(sessionToken);
        const { Account, Arn } = await persistently((options) =>
          client.send(new GetCallerIdentityCommand({}), options),
        );
        if (!/^\d{12}$/.test(Account ?? '') || !Arn?.startsWith('arn:')) throw notAnAnswer();
        skew = clock.skew();
        return { account: Account ?? '', arn: answerText(Arn) };
      } catch (error) {
        waiting.signal?.throwIfAborted();
        throw callerIdentityError(error, failureOf(error, now), region);
      } finally {
        client.destroy();
      }
    },
    skew: () => skew,
  };
}

/** @param askedMs the longest that it can be; it counts where AWS's times say nothing */
function lifetimeOf(expiration: Date | undefined, awsNow: number, askedMs: number): number {
  const left = (expiration?.getTime() ?? 0) - awsNow;
  // AWS said its time in whole seconds: the second may have been nearly over.
  return left > 0 ? Math.min(Math.max(left - 1_000, left / 2), askedMs) : askedMs;
}

/** A program or a server that gives credentials cannot be interrupted. */
async function waitForCredentials<T>(credentials: Promise<T>, { clock, signal }: Waiting): Promise<T> {
  const given = new AbortController();
  const late = clock.sleep(CREDENTIALS_MS, given.signal).then(() => {
    const message = `the source of the AWS credentials did not answer within ${CREDENTIALS_MS / 1_000} s`;
    throw Object.assign(new Error(message), { name: 'CredentialsProviderError' });
  });
  try {
    return await untilAborted(Promise.race([credentials, late]), signal);
  } finally {
    given.abort();
  }
}

/** A sign-in page, for example, answers 200 to everything. */
function notAnAnswer(): Error {
  return Object.assign(new Error('no answer'), { $metadata: { httpStatusCode: 200 } });
}

function isTransient(error: unknown): boolean {
  if (error instanceof UserError) return error.code === 'proxy-unreachable';
  if (error instanceof TooLargeError) return false;
  const failure = failureOf(error);
  // AWS says so itself when it could not fetch GitHub's keys in time: the next try usually finds them.
  return (
    (failure.kind !== 'refused' && !isBlocked(failure)) ||
    /IDPCommunicationError|retrieve verification key/.test(`${failure.code} ${failure.message}`)
  );
}

function assumeRoleError(error: unknown, failure: Failure, role: RoleInputs, idToken: string): Error {
  if (error instanceof UserError) return error;
  const own = roleAdvice(failure, role, claimsOf(idToken));
  const { code, message, fix } = own ??
    adviceOn(failure, 'sts:AssumeRoleWithWebIdentity') ?? {
      code: 'sts',
      message: `AWS STS did not answer AssumeRoleWithWebIdentity (${failure.code}: ${failure.message}).`,
      fix:
        failure.kind === 'refused'
          ? 'Correct the cause that AWS names. Nothing was created.'
          : 'Check aws-region and the network, and run the job again. Nothing was created.',
    };
  return new UserError(code, message, { where: own?.where ?? 'role-to-assume', fix, cause: error });
}

/** The place of what is wrong with credentials: the environment, a profile, a container or a machine gives them. */
const CREDENTIALS = 'AWS credentials';

function callerIdentityError(error: unknown, failure: Failure, region: string): Error {
  if (error instanceof UserError) return error;
  if (failure.code === 'CredentialsProviderError') {
    // A profile that is not there, for example; without one nothing was found anywhere.
    const detail = /any providers/.test(failure.message) ? '' : ` (${failure.message})`;
    return new UserError('no-credentials', `There are no AWS credentials${detail}.`, {
      cause: error,
      where: 'role-to-assume',
      fix: 'Set role-to-assume (with `permissions: { id-token: write }`), or run aws-actions/configure-aws-credentials before this step.',
    });
  }
  const advice = adviceOn(failure, 'sts:GetCallerIdentity');
  if (advice !== undefined) {
    return new UserError(advice.code, advice.message, { where: CREDENTIALS, fix: advice.fix, cause: error });
  }
  if (failure.kind === 'refused') {
    return new UserError(
      'credentials-refused',
      `AWS does not accept the credentials (${failure.code}: ${failure.message}).`,
      {
        cause: error,
        where: CREDENTIALS,
        fix: 'Renew them: set role-to-assume, or run aws-actions/configure-aws-credentials right before this step.',
      },
    );
  }
  return new UserError('sts', `AWS STS in ${region} cannot be reached (${failure.code}: ${failure.message}).`, {
    where: 'aws-region',
    cause: error,
    fix: 'Check aws-region and the network, and run the job again. Nothing was created.',
  });
}
