import { type Failure, isSessionRefusal } from '../aws/answers.ts';
import type { Clock } from '../lib/clock.ts';
import { UserError } from '../lib/user-error.ts';
import type { Pacer } from './pacer/pacer.ts';

/** A call that keeps failing otherwise than for the rate is given up after so many tries. */
const TRIES = 6;

/**
 * Makes a call that is harmless to repeat until it succeeds: at the operation's own pace, again after a throttle, and a
 * few times more after anything that may pass.
 *
 * @param action the IAM action, for telling what to allow
 * @throws UserError `aws-iot` when AWS refuses it or stays out of reach; the signal's reason when it is aborted
 */
export async function insist<T extends { readonly kind: string }>(
  action: string,
  call: () => Promise<T | Failure>,
  { pacer, clock, signal }: { readonly pacer: Pacer; readonly clock: Clock; readonly signal?: AbortSignal | undefined },
): Promise<T> {
  for (let attempt = 1; ; ) {
    const permit = await pacer.acquire(signal);
    const answer = await call();
    if (!isFailure(answer)) {
      permit.done('admitted');
      return answer;
    }
    permit.done(answer.kind === 'throttled' ? 'throttled' : 'failed');
    if (answer.kind === 'throttled') continue;
    if ((answer.kind === 'refused' && !isSessionRefusal(answer)) || attempt >= TRIES) throw refusal(action, answer);
    await clock.sleep(250 * 2 ** attempt, signal);
    attempt++;
  }
}

function isFailure(answer: { readonly kind: string }): answer is Failure {
  return /^(throttled|unsent|refused|in-doubt)$/.test(answer.kind);
}

function refusal(action: string, { code, message, kind }: Failure): UserError {
  return new UserError('aws-iot', `AWS IoT did not answer ${action} (${code}: ${message}).`, {
    where: action,
    fix:
      kind === 'refused'
        ? `Allow ${action} to the role (the README has the policy): it is how certificates of unclear fate are found.`
        : 'See https://health.aws.amazon.com and run the job again: certificates that exist will be found.',
  });
}
