import { textOf, type Value } from './expressions.ts';
import type { JobResult } from './job.ts';
import { runJobs } from './jobs.ts';
import type { Interference } from './machine.ts';
import { mappingOf, readWorkflow } from './read-workflow.ts';
import { checkTrigger, inputsOf, type TriggerEvent, triggersOf } from './triggers.ts';
import type { World } from './world.ts';

export interface Run {
  readonly id: number;
  readonly jobs: readonly JobResult[];
  readonly conclusion: JobResult['conclusion'];
}

export interface RunOptions {
  readonly world: World;
  readonly yaml: string;
  readonly event?: TriggerEvent;
  /** Of `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, Value>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly interference?: Interference;
  /** "Re-run failed jobs" of this run: what succeeded is not repeated unless it needs what is. */
  readonly failedJobsOf?: Run;
  /** "Re-run all jobs" of this run. */
  readonly allJobsOf?: Run;
  /** Somebody cancels the run. */
  readonly cancel?: AbortSignal;
}

/**
 * Runs a workflow. Several may run in one world at a time.
 *
 * @throws for what GitHub would not start, and for what this runner does not know
 */
export async function runWorkflow(options: RunOptions): Promise<Run> {
  const {
    world,
    event = { name: 'workflow_dispatch' } as TriggerEvent,
    vars = {},
    secrets = {},
    interference = {},
  } = options;
  const workflow = readWorkflow('workflow.yml', options.yaml);
  checkTrigger(workflow.on, event);
  const dispatch = mappingOf(triggersOf(workflow.on).workflow_dispatch, 'workflow_dispatch');
  const inputs = inputsOf(mappingOf(dispatch.inputs, 'inputs'), options.inputs ?? {});
  const before = options.failedJobsOf ?? options.allJobsOf;
  const { id, attempt } = world.startRun(before?.id, options.allJobsOf === undefined ? 'failed-jobs' : 'all-jobs');
  const { env } = world.emulator;
  const repository = { name: 'device-fleet', full_name: 'octo-org/device-fleet', fork: false, private: true };
  const github: Readonly<Record<string, Value>> = {
    event_name: event.name,
    event: {
      repository,
      ...(event.name === 'workflow_dispatch' ? { inputs } : {}),
      ...(event.payload as object | undefined),
    },
    ref: 'refs/heads/main',
    ref_name: 'main',
    repository: 'octo-org/device-fleet',
    repository_owner: 'octo-org',
    sha: env.GITHUB_SHA ?? '',
    run_id: String(id),
    run_attempt: String(attempt),
    api_url: env.GITHUB_API_URL ?? '',
    server_url: 'https://github.com',
    workflow: textOf(workflow.name as Value),
    // Known where there is a machine.
    token: '',
    workspace: '',
    job: '',
  };
  const cancel = new AbortController();
  const cancelRun = (): void => cancel.abort();
  options.cancel?.addEventListener('abort', cancelRun);
  const succeeded = options.failedJobsOf?.jobs.filter(({ conclusion }) => conclusion === 'success');
  const done = await runJobs(workflow, inputs, {
    world,
    interference,
    github,
    vars,
    secrets,
    cancelRun,
    cancel: cancel.signal,
    groups: [],
    prefix: '',
    called: null,
    cap: undefined,
    earlier: succeeded && new Map(succeeded.map((job) => [job.name, job])),
  });
  const jobs = done?.jobs ?? [];
  const conclusion = (['cancelled', 'failure'] as const).find((one) => jobs.some((job) => job.conclusion === one));
  return { id, jobs, conclusion: done === undefined ? 'cancelled' : (conclusion ?? 'success') };
}
