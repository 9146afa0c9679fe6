import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { RoleInputs } from './role.ts';
import type { Sts } from './sts.ts';

/** A session is renewed when this much of it is left, or a quarter of a session that is shorter than that. */
const RENEW_BEFORE_MS = 5 * 60_000;

/**
 * Credentials of a role, taken with the job's OIDC token and renewed with a fresh one before they run out, so that a
 * batch may outlive one session. A GitHub token lives about five minutes, so none is kept.
 *
 * A renewal that fails while the session is still good is tried again at the next call; only a session that has ended
 * makes the caller fail.
 *
 * @param now milliseconds since 1970
 * @param onSession told of each new session, so that its secrets can be masked before anything can print them
 */
export function roleCredentials(options: {
  readonly role: RoleInputs;
  readonly sts: Pick<Sts, 'assumeRole'>;
  readonly idToken: () => Promise<string>;
  readonly now: () => number;
  readonly onSession: (session: AwsCredentialIdentity) => void;
}): AwsCredentialIdentityProvider {
  const { role, sts, idToken, now, onSession } = options;
  let session: AwsCredentialIdentity | undefined;
  let renewAt = 0;
  let renewal: Promise<AwsCredentialIdentity> | undefined;

  const renew = async (): Promise<AwsCredentialIdentity> => {
    const fresh = await sts.assumeRole(role, await idToken());
    onSession(fresh);
    const left = (fresh.expiration?.getTime() ?? now() + role.durationSeconds * 1_000) - now();
    renewAt = now() + left - Math.min(RENEW_BEFORE_MS, left / 4);
    session = fresh;
    return fresh;
  };

  return async () => {
    if (session !== undefined && now() < renewAt) return session;
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    const current = session;
    const stillGood = current?.expiration !== undefined && current.expiration.getTime() > now();
    return stillGood ? renewal.catch(() => current) : renewal;
  };
}
