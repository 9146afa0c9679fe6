import type { Services } from '../runner/services.ts';
import { readAnswer } from './answer.ts';

/** Runs that are looked at, the newest ones. */
const MAX_RUNS = 30;

const TIMEOUT_MS = 30_000;

/** A run has about 20 KB in the list. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Events that run what is on a branch of the repository: who may push there has written it. What others may start, such
 * as `pull_request`, `issue_comment` or `workflow_run`, is not among them.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const OF_THE_BRANCH: ReadonlySet<unknown> = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);

/** Whether a run of this event is one of those that {@link listEarlierRuns} finds. */
export function isOfTheBranch(event: string): boolean {
  return OF_THE_BRANCH.has(event);
}

/**
 * Ids of the other runs of this run's workflow file on its branch, newest first: never one of a pull request, of a fork
 * or of another workflow file.
 * https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow
 *
 * @param token needs `actions: read`
 * @throws Error when GitHub does not give them
 */
export async function listEarlierRuns(
  { context, network }: Pick<Services, 'context' | 'network'>,
  { path, branch }: { readonly path: string; readonly branch: string },
  token: string,
): Promise<readonly string[]> {
  const { apiUrl, repository, runId } = context;
  const file = encodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  const query = `branch=${encodeURIComponent(branch)}&exclude_pull_requests=true&per_page=${MAX_RUNS}`;
  const answer = await network.request(`${apiUrl}/repos/${repository}/actions/workflows/${file}/runs?${query}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
  });
  const { status, fields, reason } = readAnswer(answer);
  const runs = fields?.workflow_runs;
  if (status !== 200 || !Array.isArray(runs)) throw new Error(reason);
  return (runs as readonly Fields[]).flatMap((run) => {
    // The path may have the ref behind an @.
    const isOfTheFile = String(run.path).split('@')[0] === path && run.head_branch === branch;
    const own = idOf(run.repository);
    const isOfTheRepository = own !== undefined && idOf(run.head_repository) === own;
    const id = String(run.id);
    return isOfTheFile && isOfTheRepository && OF_THE_BRANCH.has(run.event) && id !== runId ? [id] : [];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function idOf(repository: unknown): unknown {
  return (repository as { readonly id?: unknown } | null | undefined)?.id;
}
