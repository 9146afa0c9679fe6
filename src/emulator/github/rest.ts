import { randomBytes } from 'node:crypto';
import type { Governor } from '../conditions.ts';
import { type Exchange, json, type Reply, send } from '../http.ts';
import { findRoute, type Route } from '../routes.ts';
import type { ArtifactStore, StoredArtifact } from './artifact-store.ts';
import { faultReply, type GitHubFault } from './faults.ts';
import type { Attempt, Run } from './job.ts';

export const REST_OPERATIONS = [
  'GetWorkflowRun',
  'GetWorkflowRunAttempt',
  'ListWorkflowRunArtifacts',
  'DownloadArtifact',
  'DeleteArtifact',
] as const;

export type RestOperation = (typeof REST_OPERATIONS)[number];

export interface RestCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

/** A place in the REST API; its path begins with `/repos/:owner/:repo` and names this run's repository. */
export interface RestRoute extends Route {
  readonly operation: RestOperation;
  work(call: RestCall): Reply | Promise<Reply>;
}

/** GitHub's REST API, for the one repository there is. */
export interface RestService {
  /** A GITHUB_TOKEN of the job. */
  readonly token: string;
  handle(exchange: Exchange): Promise<void>;
}

/** @param prefix path of the API's root, without a slash at the end */
export function createRestService(options: {
  readonly prefix: string;
  readonly run: Run;
  readonly routes: readonly RestRoute[];
  readonly governor: Governor<RestOperation, GitHubFault>;
}): RestService {
  const { prefix, run, routes, governor } = options;
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  return {
    token,
    async handle({ method, path, query, headers, body, response }) {
      const [scheme = '', given] = (headers.authorization ?? '').split(' ');
      if (!/^(?:bearer|token)$/i.test(scheme) || given !== token) {
        send(response, faultReply('401'));
        return;
      }
      const target = findRoute(routes, method, path.slice(prefix.length));
      const { owner, repo } = target?.parameters ?? {};
      if (target === undefined || `${owner}/${repo}`.toLowerCase() !== run.job.repository.toLowerCase()) {
        send(response, faultReply('404'));
        return;
      }
      const { route, parameters } = target;
      await governor.perform({
        operation: route.operation,
        response,
        throttled: () => faultReply('429'),
        failure: faultReply,
        work: () => route.work({ parameters, query: new URLSearchParams(query), body }),
      });
    },
  };
}

/** The run's attempts and artifacts: https://docs.github.com/en/rest/actions */
export function runRoutes(run: Run, store: ArtifactStore, apiUrl: string): readonly RestRoute[] {
  const ofRun = (parameters: RestCall['parameters'], reply: () => Reply): Reply =>
    parameters.run === String(run.job.runId) ? reply() : faultReply('404');
  const artifact = (parameters: RestCall['parameters']): StoredArtifact | undefined =>
    store.list().find(({ id }) => String(id) === parameters.artifact);
  return [
    {
      operation: 'GetWorkflowRun',
      method: 'GET',
      path: '/repos/:owner/:repo/actions/runs/:run',
      work: ({ parameters }) => ofRun(parameters, () => json(200, describeRun(run, run.attempt))),
    },
    {
      operation: 'GetWorkflowRunAttempt',
      method: 'GET',
      path: '/repos/:owner/:repo/actions/runs/:run/attempts/:attempt',
      work: ({ parameters }) =>
        ofRun(parameters, () => {
          const attempt = run.attempts.find(({ number }) => String(number) === parameters.attempt);
          return attempt === undefined ? faultReply('404') : json(200, describeRun(run, attempt));
        }),
    },
    {
      operation: 'ListWorkflowRunArtifacts',
      method: 'GET',
      path: '/repos/:owner/:repo/actions/runs/:run/artifacts',
      work: ({ parameters, query }) => ofRun(parameters, () => json(200, listArtifacts(run, store, apiUrl, query))),
    },
    {
      operation: 'DownloadArtifact',
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

function describeRun({ job, attempts }: Run, attempt: Attempt): Record<string, unknown> {
  const time = (ms: number | undefined): string => timestamp(ms ?? 0);
  return {
    id: job.runId,
    name: 'Certificates',
    path: '.github/workflows/certificates.yml',
    run_number: 1,
    run_attempt: attempt.number,
    event: job.eventName,
    status: 'in_progress',
    conclusion: null,
    head_branch: job.ref.replace(/^refs\/\w+\//, ''),
    head_sha: job.sha,
    created_at: time(attempts[0]?.startedMs),
    run_started_at: time(attempt.startedMs),
    updated_at: time(attempt.startedMs),
  };
}

function listArtifacts(
  run: Run,
  store: ArtifactStore,
  apiUrl: string,
  query: URLSearchParams,
): Record<string, unknown> {
  const name = query.get('name');
  const all = store
    .list()
    .filter((artifact) => name === null || artifact.name === name)
    .toReversed();
  const size = Math.min(Math.max(Number(query.get('per_page') ?? '30') || 30, 1), 100);
  const page = Math.max(Number(query.get('page') ?? '1') || 1, 1);
  return {
    total_count: all.length,
    artifacts: all.slice((page - 1) * size, page * size).map((artifact) => {
      const url = `${apiUrl}/repos/${run.job.repository}/actions/artifacts/${artifact.id}`;
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
        workflow_run: { id: run.job.runId, head_sha: run.job.sha },
      };
    }),
  };
}

/** GitHub's API tells time to the second. */
function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
