import { randomUUID } from 'node:crypto';

/** The job that the emulated GitHub runs: what it tells the step, and what its OpenID Connect tokens claim. */
export interface Job {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: number;
  readonly ownerId: number;
  /** `refs/heads/main`, `refs/pull/7/merge` … */
  readonly ref: string;
  readonly sha: string;
  readonly eventName: string;
  /** The deployment environment the job names, or null. */
  readonly environment: string | null;
  readonly runId: number;
  /** True: `sub` holds the ids of owner and repository, as for repositories created since 2026-07-15. */
  readonly immutableSubject: boolean;
}

export const DEFAULT_JOB: Job = {
  repository: 'octo-org/device-fleet',
  repositoryId: 456_789,
  ownerId: 123_456,
  ref: 'refs/heads/main',
  sha: '5f3c6e1d2b4a59687786a5b4c3d2e1f001122334',
  eventName: 'workflow_dispatch',
  environment: null,
  runId: 9_876_543_210,
  immutableSubject: false,
};

/** One attempt of the run. "Re-run" makes the next one, with identifiers of its own. */
export interface Attempt {
  readonly number: number;
  readonly startedMs: number;
  readonly runBackendId: string;
  readonly jobBackendId: string;
}

/** The one workflow run of the emulated GitHub. */
export interface Run {
  readonly job: Job;
  readonly attempts: readonly Attempt[];
  readonly attempt: Attempt;
  change(job: Partial<Job>): void;
  rerun(): void;
}

/** @param now milliseconds since 1970 */
export function createRun(now: () => number): Run {
  let job = DEFAULT_JOB;
  const start = (number: number): Attempt => ({
    number,
    startedMs: now(),
    runBackendId: randomUUID(),
    jobBackendId: randomUUID(),
  });
  let attempt = start(1);
  const attempts = [attempt];
  return {
    get job() {
      return job;
    },
    attempts,
    get attempt() {
      return attempt;
    },
    change(changes) {
      job = { ...job, ...changes };
    },
    rerun() {
      attempt = start(attempt.number + 1);
      attempts.push(attempt);
    },
  };
}

/**
 * The `sub` claim of the job's tokens. The environment takes the place of the ref; a colon in a name is escaped.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export function subjectOf(job: Job): string {
  const [owner = '', name = ''] = job.repository.split('/');
  const repository = job.immutableSubject ? `${owner}@${job.ownerId}/${name}@${job.repositoryId}` : job.repository;
  if (job.environment !== null) return `repo:${repository}:environment:${job.environment.replaceAll(':', '%3A')}`;
  return `repo:${repository}:${job.eventName === 'pull_request' ? 'pull_request' : `ref:${job.ref}`}`;
}

/** The claims that GitHub puts into a job's token, those about time and audience aside. */
export function claimsOf(run: Run): Readonly<Record<string, unknown>> {
  const { job, attempt } = run;
  const [owner] = job.repository.split('/');
  const workflow = `${job.repository}/.github/workflows/certificates.yml@${job.ref}`;
  return {
    sub: subjectOf(job),
    ...(job.environment === null ? {} : { environment: job.environment }),
    actor: 'octocat',
    actor_id: '583231',
    base_ref: '',
    event_name: job.eventName,
    head_ref: '',
    job_workflow_ref: workflow,
    job_workflow_sha: job.sha,
    ref: job.ref,
    ref_protected: 'true',
    ref_type: job.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: job.repository,
    repository_id: String(job.repositoryId),
    repository_owner: owner,
    repository_owner_id: String(job.ownerId),
    repository_visibility: 'private',
    run_attempt: String(attempt.number),
    run_id: String(job.runId),
    run_number: '1',
    runner_environment: 'github-hosted',
    sha: job.sha,
    workflow: 'Certificates',
    workflow_ref: workflow,
    workflow_sha: job.sha,
  };
}
