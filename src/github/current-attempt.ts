import { UserError } from '../lib/user-error.ts';
import type { Services } from '../runner/services.ts';
import { readAnswer } from './answer.ts';

/** Between two questions. A job's token has 1,000 requests an hour for all jobs of the repository. */
const INTERVAL_MS = 60_000;

/** GitHub offers a re-run only when it has missed the runner for longer than this. */
const LIMIT_MS = 5 * 60_000;

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1024 * 1024;

/** Watches whether this is still the current attempt of its workflow run. */
export interface AttemptWatch {
  /** Aborted, with a UserError `superseded` as its reason, when it is not, or when that cannot be known any more. */
  readonly lost: AbortSignal;
  stop(): void;
}

/**
 * A machine may lose GitHub and not AWS: GitHub gives its job up, somebody presses "Re-run", and the next attempt issues
 * the same CSRs beside this one. So it is asked once a minute which attempt is the current one, and after five minutes
 * without contact this attempt ends by itself. What a firewall or a missing permission keeps from the first answer is not
 * watched.
 *
 * @param token needs `actions: read`
 */
export function watchAttempt(
  { context, network, clock, log }: Pick<Services, 'context' | 'network' | 'clock' | 'log'>,
  token: string,
): AttemptWatch {
  const { apiUrl, repository, runId, runAttempt, onGitHub } = context;
  const lost = new AbortController();
  const done = new AbortController();
  const ask = async (): Promise<'current' | 'reached' | 'forbidden' | number | undefined> => {
    try {
      const answer = await network.request(`${apiUrl}/repos/${repository}/actions/runs/${runId}`, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
        signal: done.signal,
      });
      const { status, fields } = readAnswer(answer);
      const attempt = fields?.run_attempt;
      if (status === 200 && typeof attempt === 'number') return attempt > runAttempt ? attempt : 'current';
      if (fields === undefined || status >= 500) return undefined;
      return status === 401 || status === 404 ? 'forbidden' : 'reached';
    } catch {
      return undefined;
    }
  };
  const watch = async (): Promise<void> => {
    let reachedAt = clock.now();
    for (let isFirst = true; !done.signal.aborted; isFirst = false) {
      const answer = await ask();
      if (typeof answer === 'number') {
        return lost.abort(superseded(`Attempt ${answer} of this workflow run has begun.`));
      }
      if (isFirst && answer !== 'current') {
        log.info('Whether another attempt of this workflow run begins is not watched (needs actions: read)');
        return;
      }
      // GitHub ends the token with the job.
      if (answer === 'forbidden')
        return lost.abort(superseded('GitHub has ended this job: its token is no longer valid.'));
      if (answer !== undefined) reachedAt = clock.now();
      else if (clock.now() - reachedAt >= LIMIT_MS) {
        return lost.abort(
          superseded('GitHub could not be reached for five minutes, so another attempt may have begun.'),
        );
      }
      await clock.sleep(INTERVAL_MS, done.signal);
    }
  };
  // Ends by `stop`, which rejects its sleep.
  if (onGitHub && token !== '' && runId !== undefined) watch().catch(() => {});
  return { lost: lost.signal, stop: () => done.abort() };
}

function superseded(message: string): UserError {
  return new UserError('superseded', `${message} This one creates nothing more.`, {
    fix: 'Look at the later attempt; where there is none, run the job again: what has its certificate is not issued twice.',
  });
}
