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
  /** Path of the workflow file in the repository. */
  readonly workflowPath: string;
  /** The reusable workflow that holds the job, `owner/name/path@ref`; null when its own workflow does. */
  readonly calledWorkflow: string | null;
  /** Repository that the run's commit is from: of a pull request's run it may be a fork. */
  readonly headRepository: string;
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
  workflowPath: '.github/workflows/certificates.yml',
  calledWorkflow: null,
  headRepository: 'octo-org/device-fleet',
  immutableSubject: false,
};

/** One attempt of a run. "Re-run" makes the next one, with identifiers of its own. */
export interface Attempt {
  readonly runId: number;
  /** What GitHub runs in it. */
  readonly job: Job;
  readonly number: number;
  readonly startedMs: number;
  readonly runBackendId: string;
  /** Number of the earliest attempt whose artifacts it sees: its own after "Re-run all jobs". */
  readonly inheritsFrom: number;
}

/** One job of an attempt: what its tokens stand for. */
export interface StartedJob {
  readonly job: Job;
  readonly attempt: Attempt;
  readonly backendId: string;
}

/** Which jobs "Re-run" repeats. */
export type Rerun = 'failed-jobs' | 'all-jobs';

/** The workflow run of the emulated GitHub that is under way, and those before it. */
export interface Run {
  readonly job: Job;
  readonly attempt: Attempt;
  /** The job of the current attempt that nobody had to start. */
  readonly main: StartedJob;
  /** Another job, of the latest attempt of the run that it names or of the current one; it goes on whatever run comes. */
  start(job: Partial<Job>): StartedJob;
  /** Whether a job with these identifiers was there in a run. */
  knows(runId: number, runBackendId: unknown, jobBackendId: unknown): boolean;
  /** The attempts of any run, oldest first; none when there is no such run. */
  attemptsOf(runId: number): readonly Attempt[];
  /** The attempts of each run, the newest run first. */
  runs(): readonly (readonly Attempt[])[];
  /** Another `runId` is another run: its first attempt begins, or its last one goes on. */
  change(job: Partial<Job>): void;
  rerun(jobs: Rerun): void;
}

/** @param now milliseconds since 1970 */
export function createRun(now: () => number): Run {
  let job = DEFAULT_JOB;
  const runs = new Map<number, readonly Attempt[]>();
  const attemptsOf = (runId: number): readonly Attempt[] => runs.get(runId) ?? [];
  /** Of their attempts' jobs, by the identifier of the attempt; the first is the main one. */
  const jobs = new Map<string, string[]>();
  const begin = (number: number, inheritsFrom: number): Attempt => {
    const { runId } = job;
    const attempt = { runId, job, number, startedMs: now(), runBackendId: randomUUID(), inheritsFrom };
    runs.set(runId, [...attemptsOf(runId), attempt]);
    jobs.set(attempt.runBackendId, [randomUUID()]);
    return attempt;
  };
  let attempt = begin(1, 1);
  return {
    get job() {
      return job;
    },
    get attempt() {
      return attempt;
    },
    get main() {
      return { job, attempt, backendId: jobs.get(attempt.runBackendId)?.[0] ?? '' };
    },
    start(changes) {
      const latest = attemptsOf(changes.runId ?? job.runId).at(-1);
      if (latest === undefined) throw new TypeError(`There is no run ${changes.runId}.`);
      const backendId = randomUUID();
      jobs.get(latest.runBackendId)?.push(backendId);
      return { job: { ...latest.job, ...changes }, attempt: latest, backendId };
    },
    knows: (runId, runBackendId, jobBackendId) =>
      attemptsOf(runId).some((one) => one.runBackendId === runBackendId) &&
      jobs.get(String(runBackendId))?.includes(String(jobBackendId)) === true,
    attemptsOf,
    runs: () => [...runs.values()].reverse(),
    change(changes) {
      job = { ...job, ...changes };
      const earlier = attemptsOf(job.runId);
      const last = earlier.at(-1);
      if (last === undefined) attempt = begin(1, 1);
      else {
        attempt = { ...last, job };
        runs.set(job.runId, [...earlier.slice(0, -1), attempt]);
      }
    },
    rerun(which) {
      const number = attempt.number + 1;
      attempt = begin(number, which === 'all-jobs' ? number : attempt.inheritsFrom);
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
export function claimsOf({ job, attempt }: StartedJob): Readonly<Record<string, unknown>> {
  const [owner] = job.repository.split('/');
  const workflow = `${job.repository}/${job.workflowPath}@${job.ref}`;
  return {
    sub: subjectOf(job),
    ...(job.environment === null ? {} : { environment: job.environment }),
    actor: 'octocat',
    actor_id: '583231',
    base_ref: '',
    event_name: job.eventName,
    head_ref: '',
    job_workflow_ref: job.calledWorkflow ?? workflow,
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
