import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { RoleInputs } from './role.ts';
import type { Session, Sts } from './sts.ts';

/** A session is renewed when this much of it is left, or a quarter of a session that is shorter than that. */
const RENEW_BEFORE_MS = 5 * 60_000;

/** The SDK takes credentials with this date for expired, and so asks at each call: when a session ends is decided here alone. */
const ASK_AGAIN = new Date(0);

/** A request that was signed before a renewal may be refused after it. A session younger than this is not the reason. */
const TRUSTED_MS = 10_000;

/** Credentials that are renewed when they run out. */
export interface RenewableCredentials {
  readonly provider: AwsCredentialIdentityProvider;
  /** AWS calls the session expired, whatever is known here: the next call gets another one. */
  readonly discard: () => void;
}

/**
 * Credentials of a role, taken with the job's OIDC token and renewed with a fresh one before they run out, so that a
 * batch may outlive one session. A GitHub token lives about five minutes, so none is kept.
 *
 * How long a session lasts is measured from when it came: AWS says when it ends by AWS's clock, and this machine's may
 * be hours off.
 *
 * A renewal that fails while the session is still good is tried again at the next call; only a session that has ended
 * makes the caller fail.
 *
 * @param now milliseconds, monotonic
 * @param onSession called with each new session, so that its secrets can be masked before anything can print them
 */
export function roleCredentials(options: {
  readonly role: RoleInputs;
  readonly sts: Pick<Sts, 'assumeRole'>;
  readonly idToken: () => Promise<string>;
  readonly now: () => number;
  readonly onSession: (session: AwsCredentialIdentity) => void;
}): RenewableCredentials {
  const { role, sts, idToken, now, onSession } = options;
  let session: Session | undefined;
  let takenAt = 0;
  let renewal: Promise<Session> | undefined;

  const renew = async (): Promise<Session> => {
    const fresh = await sts.assumeRole(role, await idToken());
    onSession(fresh);
    takenAt = now();
    session = fresh;
    return fresh;
  };
  const isDue = ({ lifetimeMs }: Session): boolean =>
    now() >= takenAt + lifetimeMs - Math.min(RENEW_BEFORE_MS, lifetimeMs / 4);
  const current = async (): Promise<Session> => {
    if (session !== undefined && !isDue(session)) return session;
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    const last = session;
    return last !== undefined && now() < takenAt + last.lifetimeMs ? renewal.catch(() => last) : renewal;
  };
  return {
    provider: async () => ({ ...(await current()), expiration: ASK_AGAIN }),
    discard() {
      if (now() - takenAt > TRUSTED_MS) session = undefined;
    },
  };
}
