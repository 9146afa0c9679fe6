import { answerText } from '../lib/redact.ts';
import { retry, type Waiting } from '../lib/retry.ts';
import { UserError } from '../lib/user-error.ts';
import type { RunContext } from '../runner/context.ts';

const TRIES = 4;
const TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 1_000;

/**
 * When the workflow run of this job was created, milliseconds since 1970: none of its attempts did anything before.
 * https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run
 *
 * @param token needs `actions: read`
 * @throws UserError `run-start` when GitHub does not say; the signal's reason when it is aborted
 */
export async function getRunStart(context: RunContext, token: string, waiting: Waiting): Promise<number> {
  const { apiUrl, repository, runId } = context;
  const url = `${apiUrl}/repos/${repository}/actions/runs/${runId}`;
  try {
    return await retry(() => readStart(url, token, waiting.signal), {
      ...waiting,
      tries: TRIES,
      firstWaitMs: FIRST_WAIT_MS,
      mayPass: (error) => !(error instanceof FinalAnswer),
    });
  } catch (error) {
    waiting.signal?.throwIfAborted();
    const problem = error instanceof Error ? error.message : String(error);
    throw new UserError(
      'run-start',
      `GitHub does not tell when this workflow run began (${answerText(problem)}), so it cannot be told what its earlier attempts have issued.`,
      {
        where: 'github-token',
        fix: 'Add `actions: read` to the permissions of the job, or set `reconcile: since=<time the first attempt began>`.',
      },
    );
  }
}

/** An answer that would be the same at the next try. */
class FinalAnswer extends Error {}

async function readStart(url: string, token: string, signal: AbortSignal | undefined): Promise<number> {
  const late = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    signal: signal === undefined ? late : AbortSignal.any([signal, late]),
  });
  const body = await fieldsOf(response);
  const time = Date.parse(String(body?.created_at));
  if (response.ok && !Number.isNaN(time)) return time;
  const problem =
    body === undefined
      ? `HTTP ${response.status}, not from GitHub`
      : `${response.status} ${String(body.message ?? '')}`;
  throw response.status < 500 && response.status !== 429 ? new FinalAnswer(problem) : new Error(problem);
}

/** The answer's JSON; undefined for what is none, such as the page of a proxy. */
async function fieldsOf(
  response: Response,
): Promise<{ readonly created_at?: unknown; readonly message?: unknown } | undefined> {
  const text = await response.text();
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
