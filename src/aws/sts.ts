import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { claimsOf } from '../github/id-token.ts';
import { visible } from '../lib/escape.ts';
import { retry, type Waiting } from '../lib/retry.ts';
import { UserError } from '../lib/user-error.ts';
import { failureOf } from './answers.ts';
import type { RoleInputs } from './role.ts';

/** The account and principal that certificates are created with. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
}

export interface Sts {
  /** @throws UserError when the role does not let this job in, or STS stays out of reach; the reason of a cancel */
  assumeRole(role: RoleInputs, idToken: string): Promise<AwsCredentialIdentity>;
  /** @throws UserError when there are no credentials or AWS does not know them; the reason of a cancel */
  callerIdentity(credentials: AwsCredentialIdentityProvider | undefined): Promise<Identity>;
}

/** Both calls are harmless to repeat, so the SDK's own retries stay on; these come on top, for what it does not retry. */
const TRIES = 4;
const FIRST_WAIT_MS = 1_000;

/**
 * AWS Security Token Service in `region`.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function createSts(region: string, waiting: Waiting): Sts {
  const requestHandler = { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true };
  const abort = waiting.signal === undefined ? {} : { abortSignal: waiting.signal };
  const persistently = <T>(call: () => Promise<T>): Promise<T> =>
    retry(call, { ...waiting, tries: TRIES, firstWaitMs: FIRST_WAIT_MS, mayPass: isTransient });
  return {
    async assumeRole(role, idToken) {
      // The call is not signed; without this the SDK would look for credentials all the same.
      const client = new STSClient({ region, requestHandler, credentials: { accessKeyId: '-', secretAccessKey: '-' } });
      const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: role.arn,
        RoleSessionName: role.sessionName,
        DurationSeconds: role.durationSeconds,
        WebIdentityToken: idToken,
      });
      try {
        const answer = await persistently(() => client.send(command, abort));
        const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
        if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error('STS answered without credentials');
        return {
          accessKeyId: AccessKeyId,
          secretAccessKey: SecretAccessKey,
          sessionToken: SessionToken,
          ...(Expiration === undefined ? {} : { expiration: Expiration }),
        };
      } catch (error) {
        waiting.signal?.throwIfAborted();
        throw assumeRoleError(error, role, idToken);
      } finally {
        client.destroy();
      }
    },
    async callerIdentity(credentials) {
      const client = new STSClient({ region, requestHandler, ...(credentials === undefined ? {} : { credentials }) });
      try {
        const answer = await persistently(() => client.send(new GetCallerIdentityCommand({}), abort));
        return { account: answer.Account ?? '', arn: answer.Arn ?? '' };
      } catch (error) {
        waiting.signal?.throwIfAborted();
        throw callerIdentityError(error, region);
      } finally {
        client.destroy();
      }
    },
  };
}

function isTransient(error: unknown): boolean {
  if (error instanceof UserError) return false;
  const failure = failureOf(error);
  // AWS says so itself when it could not fetch GitHub's keys in time: the next try usually finds them.
  return (
    failure.kind !== 'refused' ||
    /IDPCommunicationError|retrieve verification key/.test(`${failure.code} ${failure.message}`)
  );
}

function assumeRoleError(error: unknown, role: RoleInputs, idToken: string): Error {
  if (error instanceof UserError) return error;
  const { code, message, kind } = failureOf(error);
  const { sub, aud } = claimsOf(idToken);
  const presents = `This job presents sub "${visible(sub)}" and aud "${visible(aud)}".`;
  const about = { where: 'role-to-assume', cause: error };
  if (/^AccessDenied/.test(code)) {
    const immutable = /@\d+/.test(sub)
      ? ' The sub holds ids ("@…"), as it does for repositories created since 2026-07-15: a condition in the old form without them does not match.'
      : '';
    return new UserError('role-refused', `${role.arn} does not let this job in (${message}). ${presents}${immutable}`, {
      ...about,
      fix: "Change the role's trust policy so that its conditions on token.actions.githubusercontent.com:sub and :aud match these values, or correct the ARN.",
    });
  }
  if (/audience/i.test(message)) {
    return new UserError(
      'audience-refused',
      `The identity provider in AWS does not take the token's audience (${message}). ${presents}`,
      {
        where: 'audience',
        cause: error,
        fix: 'Add this aud to the IAM identity provider token.actions.githubusercontent.com, or set `audience` to one it has.',
      },
    );
  }
  if (/DurationSeconds/.test(message)) {
    return new UserError(
      'role-duration',
      `The role does not allow sessions of ${role.durationSeconds} s (${message}).`,
      {
        where: 'role-duration-seconds',
        cause: error,
        fix: "Lower role-duration-seconds, or raise the role's maximum session duration; sessions are renewed either way.",
      },
    );
  }
  if (code === 'InvalidIdentityToken' || code === 'InvalidIdentityTokenException') {
    return new UserError('identity-provider', `AWS does not accept the job's token (${message}). ${presents}`, {
      ...about,
      fix: 'Create the IAM identity provider for https://token.actions.githubusercontent.com in this account.',
    });
  }
  return new UserError('sts', `AWS STS did not answer AssumeRoleWithWebIdentity as hoped (${code}: ${message}).`, {
    ...about,
    fix:
      kind === 'refused'
        ? 'Correct what AWS names; nothing was created.'
        : 'Check aws-region and the network, and run the job again; nothing was created.',
  });
}

function callerIdentityError(error: unknown, region: string): Error {
  if (error instanceof UserError) return error;
  const { code, message, kind } = failureOf(error);
  if (code === 'CredentialsProviderError') {
    return new UserError('no-credentials', 'There are no AWS credentials.', {
      cause: error,
      fix: 'Set role-to-assume (with `permissions: { id-token: write }`), or run aws-actions/configure-aws-credentials before this step.',
    });
  }
  if (kind === 'refused') {
    return new UserError('credentials-refused', `AWS does not accept the credentials (${code}: ${message}).`, {
      cause: error,
      fix: 'Renew them: set role-to-assume, or run aws-actions/configure-aws-credentials right before this step.',
    });
  }
  return new UserError('sts', `AWS STS in ${region} is out of reach (${code}: ${message}).`, {
    where: 'aws-region',
    cause: error,
    fix: 'Check aws-region and the network, and run the job again; nothing was created.',
  });
}
