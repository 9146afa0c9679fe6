import { randomUUID } from 'node:crypto';
import type { Governor } from '../conditions.ts';
import { type Exchange, json, type Reply, send } from '../http.ts';
import { findRoute, type Route } from '../routes.ts';
import type { ArtifactStore, StoredArtifact } from './artifact-store.ts';
import { faultReply, GITHUB_FAULTS, type GitHubFault } from './faults.ts';
import type { Attempt, Job, Run } from './job.ts';
import { primaryRefusal, type RateLimiter, secondaryRefusal } from './rate-limits.ts';
import { type Grant, type Need, refuseAccess, type Tokens } from './tokens.ts';

export const REST_OPERATIONS = [
  'ListWorkflowRuns',
  'GetWorkflowRun',
  'GetWorkflowRunAttempt',
  'ListWorkflowRunArtifacts',
  'DownloadArtifact',
  'DeleteArtifact',
  'GetRateLimit',
  'GetRepository',
  'GetSecretPublicKey',
  'ListSecrets',
  'GetSecret',
  'PutSecret',
  'DeleteSecret',
  'GetBranch',
  'GetContents',
  'CreateBlob',
  'GetBranchRules',
  'GetRuleset',
  'GraphQl',
] as const;

export type RestOperation = (typeof REST_OPERATIONS)[number];

/** Why GitHub answers 403, in its words. */
const REFUSALS = {
  saml: 'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  'ip-allow-list':
    'Although you appear to have the correct authorization credentials, the `octo-org` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
  'pat-policy':
    "`octo-org` forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days. Please adjust your token's lifetime at the following URL: https://github.com/settings/personal-access-tokens/1",
  archived: 'Repository was archived so is read-only.',
  admin: 'Must have admin rights to Repository.',
} as const;

/**
 * What the API can answer instead of success, beyond HTTP statuses: that a rate limit is reached, one of the reasons for
 * a 403; and `rotated-key`: from this call on the public key for secrets is another one.
 */
export const REST_FAULTS = [
  ...GITHUB_FAULTS,
  'rate-limit',
  'secondary-rate-limit',
  'rotated-key',
  ...(Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]),
] as const;

export type RestFault = GitHubFault | 'rate-limit' | 'secondary-rate-limit' | 'rotated-key' | keyof typeof REFUSALS;

export interface RestCall {
  /** Without the query. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  /** Of the token that asks. */
  readonly grant: Grant;
}

/**
 * A place in the REST API. Its path may begin with `/repos/:owner/:repo`, `/repositories/:repositoryId` or `/orgs/:org`,
 * which lead to this run's repository and its owner only.
 */
export interface RestRoute extends Route {
  readonly operation: RestOperation;
  readonly needs: Need;
  /** @param fault bends the work */
  work(call: RestCall, fault?: RestFault): Reply | Promise<Reply>;
}

/** GitHub's REST API, for the one repository there is. */
export interface RestService {
  handle(exchange: Exchange): Promise<void>;
}

/** @param apiUrl the API's root, without a slash at the end; its path is `prefix` */
export function createRestService(options: {
  readonly apiUrl: string;
  readonly prefix: string;
  readonly run: Run;
  readonly tokens: Tokens;
  readonly limiter: RateLimiter;
  readonly routes: readonly RestRoute[];
  readonly governor: Governor<RestOperation, RestFault>;
}): RestService {
  const { apiUrl, prefix, run, tokens, limiter, routes, governor } = options;
  return {
    async handle({ method, path, query, headers, body, response }) {
      response.setHeader('x-github-request-id', randomUUID());
      const known = tokens.find(headers.authorization);
      if (known === undefined) {
        send(response, faultReply('401'));
        return;
      }
      const place = path.slice(prefix.length);
      if (method === 'GET' && place === '/rate_limit') {
        await governor.perform({
          operation: 'GetRateLimit',
          response,
          throttled: () => faultReply('429'),
          failure,
          work: () => limiter.describe(known.token),
        });
        return;
      }
      const admission = limiter.take(known.token, !/^(GET|HEAD)$/.test(method));
      for (const [name, value] of Object.entries(admission?.headers ?? {})) response.setHeader(name, value);
      const target = findRoute(routes, method, place);
      const refusal =
        admission?.refusal ??
        (target === undefined || !leadsTo(run, target.parameters)
          ? faultReply('404')
          : refuseAccess(known.grant, target.route.needs));
      if (refusal !== undefined || target === undefined) {
        send(response, refusal ?? faultReply('404'));
        return;
      }
      const { route, parameters } = target;
      await governor.perform({
        operation: route.operation,
        response,
        throttled: () => faultReply('429'),
        failure,
        work: (fault) =>
          route.work(
            { url: `${apiUrl}${place}`, parameters, query: new URLSearchParams(query), body, grant: known.grant },
            fault,
          ),
      });
    },
  };
}

function failure(fault: RestFault): Reply | undefined {
  if (fault === 'rotated-key') return undefined;
  if (fault in REFUSALS) {
    const sso = fault === 'saml' ? { 'x-github-sso': 'required; url=https://github.com/orgs/octo-org/sso' } : {};
    return json(403, { message: REFUSALS[fault as keyof typeof REFUSALS], status: '403' }, sso);
  }
  if (fault === 'secondary-rate-limit') return secondaryRefusal(1);
  if (fault !== 'rate-limit') return faultReply(fault as GitHubFault);
  const { headers, ...reply } = primaryRefusal();
  const reset = String(Math.floor(Date.now() / 1_000));
  return { ...reply, headers: { ...headers, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } };
}

/** Whether the repository or the organization that a path names is the one there is. */
function leadsTo({ job }: Run, { owner, repo, org, repositoryId }: RestCall['parameters']): boolean {
  const [organization = ''] = job.repository.split('/');
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  if (org !== undefined) return same(org, organization);
  // What is asked by GraphQL names its repository inside.
  if (owner === undefined && repo === undefined && repositoryId === undefined) return true;
  if (repositoryId !== undefined) return repositoryId === String(job.repositoryId);
  return same(`${owner}/${repo}`, job.repository);
}

/** The repository, its runs with their attempts and artifacts: https://docs.github.com/en/rest */
export function runRoutes(run: Run, store: ArtifactStore, apiUrl: string): readonly RestRoute[] {
  const ofRun = (
    parameters: RestCall['parameters'],
    reply: (latest: Attempt, attempts: readonly Attempt[]) => Reply,
  ): Reply => {
    const attempts = run.attemptsOf(Number(parameters.run));
    const latest = attempts.at(-1);
    return latest === undefined ? faultReply('404') : reply(latest, attempts);
  };
  const artifact = (parameters: RestCall['parameters']): StoredArtifact | undefined =>
    store.find(Number(parameters.artifact));
  return [
    {
      operation: 'GetRepository',
      needs: { permission: 'metadata', access: 'read' },
      method: 'GET',
      path: '/repos/:owner/:repo',
      work: () => json(200, { id: run.job.repositoryId, full_name: run.job.repository, private: true }),
    },
    {
      operation: 'ListWorkflowRuns',
      needs: { permission: 'actions', access: 'read' },
      method: 'GET',
      path: '/repos/:owner/:repo/actions/workflows/:workflow/runs',
      work: ({ parameters, query }) => listRuns(run, parameters.workflow ?? '', query),
    },
    {
      operation: 'GetWorkflowRun',
      needs: { permission: 'actions', access: 'read' },
      method: 'GET',
      path: '/repos/:owner/:repo/actions/runs/:run',
      work: ({ parameters }) => ofRun(parameters, (latest, attempts) => json(200, describeRun(attempts, latest))),
    },
    {
      operation: 'GetWorkflowRunAttempt',
      needs: { permission: 'actions', access: 'read' },
      method: 'GET',
      path: '/repos/:owner/:repo/actions/runs/:run/attempts/:attempt',
      work: ({ parameters }) =>
        ofRun(parameters, (_, attempts) => {
          const attempt = attempts.find(({ number }) => String(number) === parameters.attempt);
          return attempt === undefined ? faultReply('404') : json(200, describeRun(attempts, attempt));
        }),
    },
    {
      operation: 'ListWorkflowRunArtifacts',
      needs: { permission: 'actions', access: 'read' },
      method: 'GET',
      path: '/repos/:owner/:repo/actions/runs/:run/artifacts',
      work: ({ parameters, query }) =>
        ofRun(parameters, ({ runId }) => json(200, listArtifacts(store.list(runId), run.job, apiUrl, query))),
    },
    {
      operation: 'DownloadArtifact',
      needs: { permission: 'actions', access: 'read' },
      method: 'GET',
      path: '/repos/:owner/:repo/actions/artifacts/:artifact/zip',
      work({ parameters }) {
        const found = artifact(parameters);
        return found === undefined
          ? faultReply('404')
          : { status: 302, headers: { location: store.downloadUrl(found) } };
      },
    },
    {
      operation: 'DeleteArtifact',
      needs: { permission: 'actions', access: 'write' },
      method: 'DELETE',
      path: '/repos/:owner/:repo/actions/artifacts/:artifact',
      work({ parameters }) {
        const found = artifact(parameters);
        if (found === undefined) return faultReply('404');
        store.remove(found.id);
        return { status: 204 };
      },
    },
  ];
}

/**
 * The runs of a workflow, by the name of its file, newest first.
 * https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow
 */
function listRuns(run: Run, workflow: string, query: URLSearchParams): Reply {
  const ofWorkflow = run.runs().filter(([first]) => first?.job.workflowPath.split('/').at(-1) === workflow);
  if (ofWorkflow.length === 0) return faultReply('404');
  const matches = (name: string, value: string): boolean => !query.has(name) || query.get(name) === value;
  const found = ofWorkflow.flatMap((attempts) => {
    const latest = attempts.at(-1);
    if (latest === undefined) return [];
    return matches('branch', branchOf(latest.job)) && matches('event', latest.job.eventName)
      ? [describeRun(attempts, latest)]
      : [];
  });
  const { size, page } = pageOf(query);
  return json(200, { total_count: found.length, workflow_runs: found.slice((page - 1) * size, page * size) });
}

/** A run of a tag has its name in the place of the branch. */
function branchOf({ ref }: Job): string {
  return ref.replace(/^refs\/\w+\//, '');
}

function pageOf(query: URLSearchParams): { readonly size: number; readonly page: number } {
  return {
    size: Math.min(Math.max(Number(query.get('per_page') ?? '30') || 30, 1), 100),
    page: Math.max(Number(query.get('page') ?? '1') || 1, 1),
  };
}

function describeRun(attempts: readonly Attempt[], attempt: Attempt): Record<string, unknown> {
  const { job } = attempt;
  const isOwn = job.headRepository.toLowerCase() === job.repository.toLowerCase();
  const time = (ms: number | undefined): string => timestamp(ms ?? 0);
  return {
    id: attempt.runId,
    name: 'Certificates',
    path: job.workflowPath,
    run_number: 1,
    run_attempt: attempt.number,
    event: job.eventName,
    status: 'in_progress',
    conclusion: null,
    head_branch: branchOf(job),
    head_sha: job.sha,
    repository: { id: job.repositoryId, full_name: job.repository, fork: false },
    head_repository: isOwn
      ? { id: job.repositoryId, full_name: job.repository, fork: false }
      : { id: job.repositoryId + 1, full_name: job.headRepository, fork: true },
    created_at: time(attempts[0]?.startedMs),
    run_started_at: time(attempt.startedMs),
    updated_at: time(attempt.startedMs),
  };
}

function listArtifacts(
  artifacts: readonly StoredArtifact[],
  job: Job,
  apiUrl: string,
  query: URLSearchParams,
): Record<string, unknown> {
  const name = query.get('name');
  const all = artifacts.filter((artifact) => name === null || artifact.name === name).toReversed();
  const { size, page } = pageOf(query);
  return {
    total_count: all.length,
    artifacts: all.slice((page - 1) * size, page * size).map((artifact) => {
      const url = `${apiUrl}/repos/${job.repository}/actions/artifacts/${artifact.id}`;
      return {
        id: artifact.id,
        name: artifact.name,
        size_in_bytes: artifact.size,
        url,
        archive_download_url: `${url}/zip`,
        expired: false,
        created_at: timestamp(artifact.createdMs),
        updated_at: timestamp(artifact.createdMs),
        expires_at: timestamp(artifact.expiresMs),
        digest: artifact.digest,
        workflow_run: { id: artifact.by.attempt.runId, head_sha: job.sha },
      };
    }),
  };
}

/** GitHub's API tells time to the second. */
function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
