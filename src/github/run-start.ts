import { setTimeout as sleep } from 'node:timers/promises';
import { visible } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';
import type { RunContext } from '../runner/context.ts';

const TRIES = 4;
const TIMEOUT_MS = 10_000;

/**
 * When the workflow run of this job was created, milliseconds since 1970: none of its attempts did anything before.
 * https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run
 *
 * @param token needs `actions: read`
 * @throws UserError `run-start` when GitHub does not tell
 */
export async function getRunStart(context: RunContext, token: string): Promise<number> {
  const { apiUrl, repository, runId } = context;
  const url = `${apiUrl}/repos/${repository}/actions/runs/${runId}`;
  let problem = '';
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await sleep(500 * 2 ** attempt);
    try {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body = (await response.json()) as { readonly created_at?: unknown; readonly message?: unknown };
      const time = Date.parse(String(body.created_at));
      if (response.ok && !Number.isNaN(time)) return time;
      problem = `${response.status} ${String(body.message ?? '')}`;
      if (response.status < 500 && response.status !== 429) break;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  }
  throw new UserError(
    'run-start',
    `GitHub does not tell when this workflow run began (${visible(problem)}), so it cannot be told what its earlier attempts have issued.`,
    {
      where: 'github-token',
      fix: 'Add `actions: read` to the permissions of the job, or set `reconcile: since=<time the first attempt began>`.',
    },
  );
}
