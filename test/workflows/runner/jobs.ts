import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contexts, holds, type Scope, textOf, type Value } from './expressions.ts';
import { groupOf } from './groups.ts';
import { booleanOf, conditionOf, type JobResult, runJob } from './job.ts';
import type { Interference } from './machine.ts';
import { legsOf } from './matrix.ts';
import { ancestorsOf, inOrder, needsOf } from './needs.ts';
import { type Permissions, permissionsOf } from './permissions.ts';
import {
  Expression,
  type Mapping,
  mappingOf,
  type Node,
  readWorkflow,
  refuseOthers,
  resolve,
} from './read-workflow.ts';
import { inputsOf, secretsOf, triggersOf } from './triggers.ts';
import type { World } from './world.ts';

const root = join(import.meta.dirname, '../../..');
const OWN = 'OWNER/create-aws-iot-certificates-from-csrs/';

const WORKFLOW_KEYS = [
  'name',
  'description',
  'run-name',
  'on',
  'permissions',
  'env',
  'defaults',
  'concurrency',
  'jobs',
];
const JOB_KEYS = [
  'name',
  'needs',
  'if',
  'runs-on',
  'environment',
  'permissions',
  'concurrency',
  'outputs',
  'env',
  'defaults',
  'steps',
  'strategy',
  'timeout-minutes',
  'uses',
  'with',
  'secrets',
];

/** The one machine that there is. */
const MACHINES = ['ubuntu-latest', 'ubuntu-24.04'];

/** What the jobs of a workflow share, that of a called workflow included. */
export interface Shared {
  readonly world: World;
  readonly interference: Interference;
  readonly github: Readonly<Record<string, Value>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly cancelRun: () => void;
  /** Aborted when the run, or the part of it that these jobs are, is cancelled. */
  readonly cancel: AbortSignal;
  /** Concurrency groups that the jobs are in already. */
  readonly groups: readonly string[];
  readonly prefix: string;
  /** The workflow that was called, `owner/name/path@ref`; null for the one that was started. */
  readonly called: string | null;
  readonly cap: Permissions | undefined;
  /** Jobs of the attempt before that are not repeated, by name; undefined: all are. */
  readonly earlier: ReadonlyMap<string, JobResult> | undefined;
}

interface Done extends JobResult {
  readonly legs: readonly JobResult[];
  /** Whether this attempt ran any of it. */
  readonly isRepeated: boolean;
}

export interface Jobs {
  /** In the order of the file, as far as needs allow; none when the workflow was cancelled while it waited. */
  readonly jobs: readonly JobResult[];
  readonly outputs: Readonly<Record<string, Value>>;
}

/**
 * Runs the jobs of a workflow side by side, each as soon as those that it needs have ended.
 *
 * @throws for what GitHub would not start, and for what this runner does not know
 */
export async function runJobs(
  workflow: Mapping,
  inputs: Readonly<Record<string, Value>>,
  given: Shared,
): Promise<Jobs | undefined> {
  refuseOthers(workflow, WORKFLOW_KEYS, 'a workflow');
  const nodes = inOrder(mappingOf(workflow.jobs, 'jobs'));
  for (const [id, job] of nodes) {
    refuseOthers(job, JOB_KEYS, `job ${id}`);
    permissionsOf(workflow, job, given.prefix + id, given.cap);
  }
  const common: Contexts = { github: given.github, inputs, vars: given.vars, secrets: given.secrets };
  const member = new AbortController();
  const shared = { ...given, cancel: AbortSignal.any([given.cancel, member.signal]) };
  return inGroup(workflow.concurrency, common, shared, member, async (groups) => {
    const done = new Map<string, Promise<Done>>();
    for (const [id, job] of nodes) {
      const needed = [...ancestorsOf(id, new Map(nodes))].map(
        async (need) => [need, (await done.get(need)) as Done] as const,
      );
      const one = Promise.all(needed).then((all) =>
        runWhenNeeded(id, job, workflow, common, new Map(all), { ...shared, groups }),
      );
      done.set(id, one);
    }
    // All end before one that was refused is reported: nothing goes on after this.
    const ended = await Promise.allSettled(done.values());
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
    const results = await Promise.all([...done].map(async ([id, one]) => [id, await one] as const));
    const jobs = Object.fromEntries(
      results.map(([id, { conclusion, outputs }]) => [id, { result: conclusion, outputs }] as const),
    );
    const called = mappingOf(mappingOf(triggersOf(workflow.on).workflow_call, 'workflow_call').outputs, 'outputs');
    const outputs = Object.entries(called).map(([name, output]) => {
      const value = resolve(mappingOf(output, name).value, { contexts: { ...common, jobs } });
      return [name, textOf(value)] as const;
    });
    return { jobs: results.flatMap(([, { legs }]) => legs), outputs: Object.fromEntries(outputs) };
  });
}

/** @param ancestors the jobs that it needs, and those that these need */
async function runWhenNeeded(
  id: string,
  job: Mapping,
  workflow: Mapping,
  common: Contexts,
  ancestors: ReadonlyMap<string, Done>,
  shared: Shared,
): Promise<Done> {
  const name = shared.prefix + id;
  const needs = Object.fromEntries(
    needsOf(job).map((need) => {
      const { conclusion = '', outputs = {} } = ancestors.get(need) ?? {};
      return [need, { result: conclusion, outputs }] as const;
    }),
  );
  const contexts = { ...common, needs };
  const all = [...ancestors.values()];
  const scope = (cancelled: boolean): Scope => ({
    contexts,
    status: {
      succeeded: all.every(({ conclusion }) => conclusion === 'success'),
      failed: all.some(({ conclusion }) => conclusion === 'failure'),
      cancelled,
    },
  });
  const condition = conditionOf(job.if);
  if (!holds(condition, scope(shared.cancel.aborted))) {
    const skipped: JobResult = { name, conclusion: 'skipped', outputs: {}, steps: [], error: '' };
    return { ...skipped, legs: [skipped], isRepeated: true };
  }
  // A job whose condition holds for a cancelled run, too, goes on.
  const isSpared = holds(condition, scope(true));
  const cancel = isSpared ? new AbortController().signal : shared.cancel;
  // What needs a job that is repeated is repeated.
  const earlier = all.some(({ isRepeated }) => isRepeated) ? undefined : shared.earlier;
  return runMatrix(id, job, workflow, contexts, { ...shared, cancel, earlier });
}

async function runMatrix(
  id: string,
  job: Mapping,
  workflow: Mapping,
  contexts: Contexts,
  shared: Shared,
): Promise<Done> {
  const { prefix } = shared;
  const strategy = mappingOf(job.strategy, 'strategy');
  refuseOthers(strategy, ['matrix', 'fail-fast', 'max-parallel'], 'a strategy');
  const legs = legsOf(resolve(strategy.matrix, { contexts }));
  const parallel = resolve(strategy['max-parallel'], { contexts }) ?? legs.length;
  if (typeof parallel !== 'number' || parallel < 1) throw new Error('max-parallel is no number above 0');
  const failFast = strategy['fail-fast'] === undefined || booleanOf(strategy['fail-fast'], { contexts }, 'fail-fast');
  const failed = new AbortController();
  const cancel = AbortSignal.any([shared.cancel, failed.signal]);
  const results: JobResult[][] = legs.map(() => []);
  let isRepeated = false;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < legs.length; index = next++) {
      const matrix = legs[index] ?? {};
      const values = Object.values(matrix).map((value) => textOf(value));
      const own = {
        ...contexts,
        matrix,
        strategy: {
          'fail-fast': failFast,
          'max-parallel': parallel,
          'job-index': index,
          'job-total': legs.length,
        },
      };
      // A name with an expression in it says by itself which job of the matrix it is.
      const label = textOf(resolve(job.name, { contexts: own })) || id;
      const suffix = values.length === 0 || job.name instanceof Expression ? '' : ` (${values.join(', ')})`;
      const name = `${prefix}${label}${suffix}`;
      const before = shared.earlier?.get(name);
      if (before !== undefined && job.uses === undefined) {
        results[index] = [before];
        continue;
      }
      isRepeated = true;
      const done = await runLeg({ id, name }, job, workflow, own, { ...shared, cancel });
      results[index] = [...done];
      if (failFast && done.some(({ conclusion }) => conclusion === 'failure')) failed.abort();
    }
  };
  const workers = Array.from({ length: Math.min(parallel, legs.length) }, work);
  const ended = await Promise.allSettled(workers);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  const all = results.flat();
  return { ...summed(prefix + id, all), legs: all, isRepeated };
}

async function runLeg(
  { id, name }: { readonly id: string; readonly name: string },
  job: Mapping,
  workflow: Mapping,
  contexts: Contexts,
  shared: Shared,
): Promise<readonly JobResult[]> {
  const { world, interference } = shared;
  const ended = (conclusion: JobResult['conclusion'], error: string): readonly JobResult[] => [
    { name, conclusion, outputs: {}, steps: [], error },
  ];
  if (shared.cancel.aborted) return ended('cancelled', 'The job was cancelled before it began.');
  const permissions = permissionsOf(workflow, job, name, shared.cap);
  const member = new AbortController();
  const cancel = AbortSignal.any([shared.cancel, member.signal]);
  const own = { ...shared, cancel, cap: permissions };
  const result = await inGroup(job.concurrency, contexts, own, member, async (groups) => {
    if (job.uses !== undefined) return callWorkflow(name, job, contexts, { ...own, groups });
    const machine = textOf(resolve(job['runs-on'], { contexts }));
    if (!MACHINES.includes(machine)) throw new Error(`This runner is no ${machine}.`);
    const environment = environmentOf(job, contexts);
    if (environment !== null && (await interference.approves?.(environment, name)) === false) {
      return ended('failure', `The deployment to ${environment} was rejected.`);
    }
    if (interference.neverStarts?.(name)) {
      return ended('failure', 'The job was not acquired by Runner of type hosted even after multiple attempts');
    }
    const { cancelRun, github, called } = shared;
    const [env, token] = world.startJob({ environment, github, permissions, called });
    return [
      await runJob({
        world,
        id,
        name,
        job,
        workflow,
        contexts,
        permissions,
        token,
        env,
        interference,
        cancelRun,
        cancel,
      }),
    ];
  });
  return result ?? ended('cancelled', 'Canceling since a higher priority waiting request exists.');
}

function environmentOf(job: Mapping, contexts: Contexts): string | null {
  const value = resolve(job.environment, { contexts });
  if (value === null || typeof value !== 'object') return textOf(value) || null;
  const { name = '', url: _, ...others } = value as Mapping;
  refuseOthers(others, [], 'an environment');
  return textOf(name as Value) || null;
}

async function callWorkflow(
  name: string,
  job: Mapping,
  contexts: Contexts,
  shared: Shared,
): Promise<readonly JobResult[]> {
  const uses = String(job.uses);
  const called = readWorkflow(name, sourceOf(uses, shared.world));
  const trigger = mappingOf(triggersOf(called.on).workflow_call, 'workflow_call');
  const given = resolve(job.with, { contexts }) as Readonly<Record<string, Value>> | null;
  const inputs = inputsOf(mappingOf(trigger.inputs, 'inputs'), given ?? {});
  const secrets =
    job.secrets === 'inherit'
      ? shared.secrets
      : secretsOf(
          mappingOf(trigger.secrets, 'secrets'),
          (resolve(job.secrets, { contexts }) ?? {}) as Readonly<Record<string, string>>,
        );
  const done = await runJobs(called, inputs, { ...shared, secrets, prefix: `${name} / `, called: claimedAs(uses) });
  if (done === undefined) return [{ ...summed(name, []), conclusion: 'cancelled' }];
  // The caller's own job has the outputs; it comes last, after those that it stands for.
  return [...done.jobs, { ...summed(name, done.jobs), outputs: done.outputs }];
}

/** How the job's OIDC token names a called workflow: with its tag, its commit, or the caller's own branch. */
function claimedAs(uses: string): string {
  if (uses.startsWith('./')) return `octo-org/device-fleet/${uses.slice(2)}@refs/heads/main`;
  const [path = '', ref = ''] = uses.split('@');
  return /^[0-9a-f]{40}$/.test(ref) ? uses : `${path}@refs/tags/${ref}`;
}

/** Of a called workflow: one of ours, or one of the caller's own repository. */
function sourceOf(uses: string, world: World): string {
  const [, path = ''] = /^\.\/(\.github\/workflows\/.+)$/.exec(uses) ?? [];
  const content = uses.startsWith(OWN)
    ? readFileSync(join(root, uses.slice(OWN.length).split('@')[0] ?? ''), 'utf8')
    : path === ''
      ? undefined
      : world.read(path);
  if (content === undefined) throw new Error(`This runner does not know the workflow ${uses}.`);
  return content;
}

/**
 * Does something while in the group that `concurrency` names.
 *
 * @returns undefined when it was cancelled while it waited
 * @throws for the group of a caller: GitHub cancels such a run as a deadlock
 */
async function inGroup<Result>(
  node: Node | undefined,
  contexts: Contexts,
  { world, groups, cancel }: Shared,
  member: AbortController,
  work: (groups: readonly string[]) => Promise<Result>,
): Promise<Result | undefined> {
  const request = groupOf(node, contexts);
  if (request === undefined) return work(groups);
  const { group } = request;
  if (groups.includes(group.toLowerCase())) {
    throw new Error(
      `Canceling since a deadlock was detected for concurrency group: '${group}' between a top level workflow and a job of it.`,
    );
  }
  const cancelled = (): void => member.abort();
  cancel.addEventListener('abort', cancelled);
  const leave = await world.groups.enter(request, member);
  if (leave === undefined) return undefined;
  try {
    return await work([...groups, group.toLowerCase()]);
  } finally {
    leave();
  }
}

function summed(name: string, results: readonly JobResult[]): JobResult {
  const conclusion = (['failure', 'cancelled', 'success'] as const).find((one) =>
    results.some((result) => result.conclusion === one),
  );
  const outputs = Object.assign({}, ...results.map((result) => result.outputs)) as Record<string, Value>;
  return { name, conclusion: conclusion ?? 'skipped', outputs, steps: [], error: '' };
}
