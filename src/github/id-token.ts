import { answerText, keepSecret } from '../lib/redact.ts';
import { retry, type Waiting } from '../lib/retry.ts';
import { TLS_FIX, tellsOfTlsRefusal } from '../lib/tls-refusal.ts';
import { UserError } from '../lib/user-error.ts';
import type { RunContext } from '../runner/context.ts';
import type { Services } from '../runner/services.ts';
import { readAnswer } from './answer.ts';
import { type Send, withToolkit } from './toolkit.ts';

const TRIES = 4;
const TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 1_000;

/** A token has about 2 KB. */
const MAX_BYTES = 256 * 1024;

/**
 * A new OpenID Connect token of this job for `audience`, from `core.getIDToken`, which has the runner mask it. It lives
 * about five minutes: ask anew for each session.
 * https://docs.github.com/en/actions/reference/security/oidc#requesting-the-jwt-using-environment-variables
 *
 * @throws UserError `no-id-token` where the job has no `id-token: write`, `fork-pull-request` where it cannot have it,
 * `id-token-failed` when GitHub did not give one in four tries; UserError of a proxy; the signal's reason when it is
 * aborted
 */
export async function getIdToken(
  audience: string,
  { context, network }: Pick<Services, 'context' | 'network'>,
  waiting: Waiting,
): Promise<string> {
  const { idTokenRequest } = context;
  if (idTokenRequest === undefined) throw noToken(context);
  try {
    const url = new URL(idTokenRequest.url);
    const ask = (): Promise<string> => askOnce(audience, url, { context, network }, waiting.signal);
    const token = await retry(ask, { ...waiting, tries: TRIES, firstWaitMs: FIRST_WAIT_MS, mayPass });
    keepSecret(token);
    return token;
  } catch (error) {
    waiting.signal?.throwIfAborted();
    if (error instanceof UserError) throw error;
    const reason = answerText(error instanceof Error ? error.message : String(error));
    throw new UserError('id-token-failed', `GitHub issued no OIDC token (${reason}).`, {
      where: 'role-to-assume',
      fix: tellsOfTlsRefusal(reason)
        ? TLS_FIX
        : `Run the job again. It was tried ${TRIES} times; see https://www.githubstatus.com.`,
      cause: error,
    });
  }
}

/** @throws what kept the token away, of which the library's own error says only a part */
async function askOnce(
  audience: string,
  url: URL,
  world: Pick<Services, 'context' | 'network'>,
  signal: AbortSignal | undefined,
): Promise<string> {
  let problem: unknown;
  const send: Send = async (to, request) => {
    try {
      const answer = await world.network.request(to, {
        ...request,
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
        signal,
      });
      const { status, fields, reason } = readAnswer(answer);
      if (status === 200 && typeof fields?.value === 'string' && fields.value !== '') return answer;
      // The library would ask ten times more, at once, after a 502, 503 or 504.
      throw new Error(fields === undefined ? reason : `HTTP ${status}`);
    } catch (error) {
      problem = error;
      throw error;
    }
  };
  try {
    return await withToolkit(url, world, send, async () => (await import('@actions/core')).getIDToken(audience));
  } catch (error) {
    throw problem ?? error;
  }
}

/** A proxy may come back; what it refuses it would refuse again. */
function mayPass(error: unknown): boolean {
  return !(error instanceof UserError) || error.code === 'proxy-unreachable';
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
