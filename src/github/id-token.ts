import { answerText, keepSecret } from '../lib/redact.ts';
import { retry, type Waiting } from '../lib/retry.ts';
import { TLS_FIX, tellsOfTlsRefusal } from '../lib/tls-refusal.ts';
import { UserError } from '../lib/user-error.ts';
import type { RunContext } from '../runner/context.ts';

/** `core.getIDToken` tries once on most failures and would wait three minutes for a silent server. */
const TRIES = 4;
const TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 1_000;

/**
 * A new OpenID Connect token of this job for `audience`, from `core.getIDToken`. It lives about five minutes: ask anew
 * for each session.
 *
 * @throws UserError `no-id-token` where the job has no `id-token: write`, `fork-pull-request` where it cannot have it,
 * `id-token-failed` when GitHub did not give one in four tries; the signal's reason when it is aborted
 */
export async function getIdToken(audience: string, context: RunContext, waiting: Waiting): Promise<string> {
  if (!context.offersIdToken) throw noToken(context);
  const { getIDToken } = await import('@actions/core');
  try {
    const token = await retry(() => withinTime(getIDToken(audience), waiting), {
      ...waiting,
      tries: TRIES,
      firstWaitMs: FIRST_WAIT_MS,
    });
    keepSecret(token);
    return token;
  } catch (error) {
    waiting.signal?.throwIfAborted();
    const reason = reasonOf(error);
    throw new UserError('id-token-failed', `GitHub issued no OIDC token (${reason}).`, {
      fix: tellsOfTlsRefusal(reason)
        ? TLS_FIX
        : `Run the job again. It was tried ${TRIES} times; see https://www.githubstatus.com.`,
      cause: error,
    });
  }
}

/** The toolkit cannot be interrupted: an answer that comes too late is not used. */
async function withinTime<T>(answer: Promise<T>, { clock, signal }: Waiting): Promise<T> {
  const answered = new AbortController();
  const ended = signal === undefined ? answered.signal : AbortSignal.any([signal, answered.signal]);
  const late = clock.sleep(TIMEOUT_MS, ended).then(() => {
    throw new Error(`no answer within ${TIMEOUT_MS / 1_000} s`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    answered.abort();
  }
}

/** `core.getIDToken` puts status and body into a text of several lines. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, status] = /Error Code ?: ?(\d{3})/.exec(message) ?? [];
  if (status !== undefined) return `HTTP ${status}`;
  return answerText((/Error Message: ?([\s\S]*)/.exec(message)?.[1] ?? message).trim());
}

function noToken(context: RunContext): UserError {
  if (context.event.name.startsWith('pull_request') && context.event.source !== 'this-repository') {
    return new UserError('fork-pull-request', 'GitHub gives no OIDC token to a pull request from a fork.', {
      where: 'role-to-assume',
      fix: 'Use `mode: validate` for pull requests, and issue certificates after the merge or by workflow_dispatch.',
    });
  }
  if (!context.onGitHub) {
    return new UserError('no-id-token', 'There is no GitHub OIDC token outside GitHub Actions.', {
      where: 'role-to-assume',
      fix: 'Leave role-to-assume empty to use the AWS credentials of your environment.',
    });
  }
  return new UserError('no-id-token', 'The job may not ask for an OIDC token.', {
    where: 'role-to-assume',
    fix: 'Add `permissions: { id-token: write, contents: read }` to the job (to the calling workflow, too, when this one is reusable).',
  });
}

/** Claims of a job's token, those that are text. https://docs.github.com/en/actions/reference/security/oidc */
export type IdTokenClaims = Readonly<Record<string, string | undefined>>;

/** The claims of a token this job received from GitHub, unverified: for saying what the role's trust policy sees. */
export function claimsOf(token: string): IdTokenClaims {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}
