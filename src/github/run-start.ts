import { answerText } from '../lib/redact.ts';
import { retry, type Waiting } from '../lib/retry.ts';
import { UserError } from '../lib/user-error.ts';
import type { Network } from '../runner/network.ts';
import type { Services } from '../runner/services.ts';
import { readAnswer } from './answer.ts';

const TRIES = 4;
const TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 1_000;

/** A run is described in about 20 KB. */
const MAX_BYTES = 1024 * 1024;

/**
 * When the workflow run of this job was created, milliseconds since 1970: none of its attempts did anything before.
 * https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run
 *
 * @param token needs `actions: read`
 * @throws UserError `run-start` when GitHub does not say; the signal's reason when it is aborted
 */
export async function getRunStart(
  { context, network }: Pick<Services, 'context' | 'network'>,
  token: string,
  waiting: Waiting,
): Promise<number> {
  const { apiUrl, repository, runId } = context;
  const url = `${apiUrl}/repos/${repository}/actions/runs/${runId}`;
  try {
    return await retry(() => readStart(url, token, network, waiting.signal), {
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
      `GitHub does not say when this workflow run began (${answerText(problem)}), so it is not known what its earlier attempts have issued.`,
      {
        where: 'github-token',
        fix: 'Add `actions: read` to the permissions of the job, or set `reconcile: since=<time the first attempt began>`.',
      },
    );
  }
}

/** An answer that would be the same at the next try. */
class FinalAnswer extends Error {}

async function readStart(
  url: string,
  token: string,
  network: Network,
  signal: AbortSignal | undefined,
): Promise<number> {
  const answer = await network.request(url, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    signal,
  });
  const { status, fields, reason } = readAnswer(answer);
  const time = Date.parse(String(fields?.created_at));
  if (status === 200 && !Number.isNaN(time)) return time;
  throw status < 500 && status !== 429 ? new FinalAnswer(reason) : new Error(reason);
}
