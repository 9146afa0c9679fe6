import { UserError } from '../lib/user-error.ts';
import { count } from '../lib/words.ts';
import type { Log } from '../runner/log.ts';
import type { Sts } from './sts.ts';

/**
 * Characters of an inline session policy.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
const MAX_POLICY_LENGTH = 2_048;

/**
 * Takes sessions that have the policy of the role's inputs, at each renewal too. Where AWS takes no policy of that size,
 * a notice says so once, and sessions may do what the role allows.
 *
 * @returns throws as {@link Sts.assumeRole}
 */
export function narrowSessions(sts: Pick<Sts, 'assumeRole'>, log: Pick<Log, 'annotate'>): Pick<Sts, 'assumeRole'> {
  let isTooLarge = false;
  const giveUp = (why: string): void => {
    isTooLarge = true;
    log.annotate(
      'notice',
      `The session is not narrowed to what this run calls: ${why}. It may do what the role allows.`,
      {
        title: 'session-policy',
      },
    );
  };
  return {
    async assumeRole(role, idToken) {
      const { sessionPolicy } = role;
      const broad = { ...role, sessionPolicy: undefined };
      if (sessionPolicy === undefined || isTooLarge) return sts.assumeRole(broad, idToken);
      if (sessionPolicy.length > MAX_POLICY_LENGTH) {
        giveUp(`its policy has ${count(sessionPolicy.length)} characters, and AWS takes ${count(MAX_POLICY_LENGTH)}`);
        return sts.assumeRole(broad, idToken);
      }
      try {
        return await sts.assumeRole(role, idToken);
      } catch (error) {
        if (!isPackedTooLarge(error)) throw error;
        giveUp('AWS says that its policy is too large when packed');
        return sts.assumeRole(broad, idToken);
      }
    },
  };
}

/** A limit of its own, which AWS does not say how to compute. */
function isPackedTooLarge(error: unknown): boolean {
  const cause = error instanceof UserError ? error.cause : undefined;
  return cause instanceof Error && cause.name.startsWith('PackedPolicyTooLarge');
}
