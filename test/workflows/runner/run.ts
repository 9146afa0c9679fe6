import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contexts, holds, type Scope, textOf, type Value } from './expressions.ts';
import { conditionOf, type Interference, type JobResult, runJob } from './job.ts';
import { type Permissions, permissionsOf } from './permissions.ts';
import { type Mapping, mappingOf, type Node, readWorkflow, refuseOthers, resolve } from './read-workflow.ts';
import type { World } from './world.ts';

const root = join(import.meta.dirname, '../../..');
const OWN = 'OWNER/create-aws-iot-certificates-from-csrs/';

const WORKFLOW_KEYS = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'];
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

export interface Run {
  readonly jobs: readonly JobResult[];
  readonly conclusion: JobResult['conclusion'];
}

export interface RunOptions {
  readonly world: World;
  readonly yaml: string;
  readonly event?: { readonly name: string; readonly payload?: Value };
  /** Of `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, Value>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly interference?: Interference;
  /** "Re-run failed jobs" of this run: what succeeded is not repeated, and what it needed is at hand. */
  readonly failedJobsOf?: Run;
}

/** What the jobs of a workflow share, that of a called workflow included. */
interface Shared {
  readonly options: RunOptions;
  readonly github: Readonly<Record<string, Value>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly run: { cancelled: boolean };
  readonly groups: readonly string[];
  readonly prefix: string;
  readonly cap: Permissions | undefined;
}

/**
 * Runs a workflow, one job after the other. A matrix is run in its order, whatever `max-parallel` says.
 *
 * @throws for what GitHub would not start, and for what this runner does not know
 */
export async function runWorkflow(options: RunOptions): Promise<Run> {
  const { world, event = { name: 'workflow_dispatch' } } = options;
  const { emulator } = world;
  if (options.failedJobsOf === undefined) world.nextRun();
  else emulator.rerun();
  const workflow = readWorkflow('workflow.yml', options.yaml);
  const triggers = triggersOf(workflow.on);
  if (!(event.name in triggers)) throw new Error(`${event.name} does not start it.`);
  const declared = mappingOf(mappingOf(triggers.workflow_dispatch, 'workflow_dispatch').inputs, 'inputs');
  const repository = { name: 'device-fleet', full_name: 'octo-org/device-fleet', fork: false, private: true };
  const github = {
    event_name: event.name,
    event: { repository, ...(event.payload as object | undefined) },
    ref: 'refs/heads/main',
    ref_name: 'main',
    repository: 'octo-org/device-fleet',
    repository_owner: 'octo-org',
    sha: emulator.env.GITHUB_SHA ?? '',
    run_id: emulator.env.GITHUB_RUN_ID ?? '',
    run_attempt: emulator.env.GITHUB_RUN_ATTEMPT ?? '',
    api_url: emulator.env.GITHUB_API_URL ?? '',
    server_url: 'https://github.com',
    workflow: textOf(workflow.name as Value),
  };
  const shared: Shared = {
    options,
    github,
    secrets: options.secrets ?? {},
    run: { cancelled: false },
    groups: [],
    prefix: '',
    cap: undefined,
  };
  const { jobs } = await runJobs(workflow, inputsOf(declared, options.inputs ?? {}), shared);
  const conclusion = (['cancelled', 'failure'] as const).find((one) => jobs.some((job) => job.conclusion === one));
  return { jobs, conclusion: conclusion ?? 'success' };
}

async function runJobs(workflow: Mapping, inputs: Readonly<Record<string, Value>>, shared: Shared) {
  refuseOthers(workflow, WORKFLOW_KEYS, 'a workflow');
  const { options, github, secrets, run, prefix } = shared;
  const common: Contexts = { github, inputs, vars: options.vars ?? {}, secrets: { ...secrets } };
  const groups = joinGroup(workflow.concurrency, common, shared.groups);
  const done = new Map<string, JobResult & { readonly all: readonly JobResult[] }>();
  const nodes = Object.entries(mappingOf(workflow.jobs, 'jobs'));
  const waiting = new Map(nodes.map(([id, node]) => [id, mappingOf(node, `job ${id}`)]));
  while (waiting.size > 0) {
    const ready = [...waiting].find(([, job]) => needsOf(job).every((id) => done.has(id)));
    if (ready === undefined) throw new Error(`Jobs wait for each other: ${[...waiting.keys()].join(', ')}`);
    const [id, job] = ready;
    waiting.delete(id);
    refuseOthers(job, JOB_KEYS, `job ${id}`);
    const needed = needsOf(job).map((need) => [need, done.get(need)] as const);
    const needs = Object.fromEntries(
      needed.map(([need, result]) => [need, { result: result?.conclusion ?? '', outputs: result?.outputs ?? {} }]),
    );
    const contexts = { ...common, needs };
    const failed = needed.some(([, result]) => result?.conclusion !== 'success');
    const scope: Scope = { contexts, status: { failed, cancelled: run.cancelled } };
    const results = holds(conditionOf(job.if), scope)
      ? await runMatrix(id, job, workflow, contexts, { ...shared, groups })
      : [{ name: prefix + id, conclusion: 'skipped' as const, outputs: {}, steps: [], error: '' }];
    done.set(id, { ...summed(prefix + id, results), all: results });
  }
  const jobs = Object.fromEntries(
    [...done].map(([id, { conclusion, outputs }]) => [id, { result: conclusion, outputs }] as const),
  );
  const called = mappingOf(mappingOf(triggersOf(workflow.on).workflow_call, 'workflow_call').outputs, 'outputs');
  const outputs = Object.entries(called).map(([name, output]) => {
    const value = resolve(mappingOf(output, name).value, { contexts: { ...common, jobs } });
    return [name, textOf(value)] as const;
  });
  return { jobs: [...done.values()].flatMap(({ all }) => all), outputs: Object.fromEntries(outputs) };
}

async function runMatrix(
  id: string,
  job: Mapping,
  workflow: Mapping,
  contexts: Contexts,
  shared: Shared,
): Promise<readonly JobResult[]> {
  const strategy = mappingOf(job.strategy, 'strategy');
  refuseOthers(strategy, ['matrix', 'fail-fast', 'max-parallel'], 'a strategy');
  const matrix = resolve(strategy.matrix, { contexts }) as Readonly<Record<string, readonly Value[]>> | null;
  refuseOthers(
    (matrix ?? {}) as Mapping,
    Object.keys(matrix ?? {}).filter((key) => !/^(in|ex)clude$/.test(key)),
    'a matrix',
  );
  const parallel = resolve(strategy['max-parallel'], { contexts });
  if (parallel !== null && (typeof parallel !== 'number' || parallel < 1)) throw new Error('max-parallel is no number');
  let legs: readonly Readonly<Record<string, Value>>[] = [{}];
  for (const [key, values] of Object.entries(matrix ?? {})) {
    if (!Array.isArray(values) || values.length === 0)
      throw new Error(`Matrix vector '${key}' does not contain any values`);
    legs = legs.flatMap((leg) => values.map((value) => ({ ...leg, [key]: value })));
  }
  if (legs.length > 256) throw new Error('A matrix has 256 jobs at most.');
  const results: JobResult[] = [];
  for (const leg of legs) {
    const values = Object.values(leg);
    const name = `${shared.prefix}${id}${values.length === 0 ? '' : ` (${values.map((value) => textOf(value)).join(', ')})`}`;
    const earlier = shared.options.failedJobsOf?.jobs.find((other) => other.name === name);
    const isFailing = results.some(({ conclusion }) => conclusion === 'failure') && strategy['fail-fast'] !== false;
    if (earlier?.conclusion === 'success') results.push(earlier);
    else if (isFailing) results.push({ name, conclusion: 'cancelled', outputs: {}, steps: [], error: 'fail-fast' });
    else {
      const own = { ...contexts, matrix: leg, strategy: { 'fail-fast': strategy['fail-fast'] !== false } };
      results.push(...(await runLeg(name, job, workflow, own, shared)));
    }
  }
  return results;
}

async function runLeg(name: string, job: Mapping, workflow: Mapping, contexts: Contexts, shared: Shared) {
  const { options, run, cap } = shared;
  const { world, interference = {} } = options;
  const permissions = permissionsOf(workflow, job, name, cap);
  const groups = joinGroup(job.concurrency, contexts, shared.groups);
  if (job.uses !== undefined)
    return [await callWorkflow(name, job, contexts, { ...shared, groups, cap: permissions })].flat();
  if (interference.neverStarts?.(name)) {
    const error = 'The job was not acquired by Runner of type hosted even after multiple attempts';
    return [{ name, conclusion: 'failure' as const, outputs: {}, steps: [], error }];
  }
  const environment = resolve(job.environment, { contexts });
  const environmentName = textOf(
    environment !== null && typeof environment === 'object'
      ? (environment as { readonly name: Value }).name
      : environment,
  );
  world.emulator.configure({
    job: {
      environment: environmentName || null,
      eventName: textOf((shared.github as Record<string, Value>).event_name),
    },
  });
  return [await runJob({ world, name, job, workflow, contexts, permissions, interference, run })];
}

async function callWorkflow(
  name: string,
  job: Mapping,
  contexts: Contexts,
  shared: Shared,
): Promise<readonly JobResult[]> {
  const uses = String(job.uses).split('@')[0] ?? '';
  const path = uses.startsWith(OWN) ? uses.slice(OWN.length) : uses.replace(/^\.\//, '');
  const called = readWorkflow(path, readFileSync(join(root, path), 'utf8'));
  const trigger = mappingOf(triggersOf(called.on).workflow_call, 'workflow_call');
  const given = resolve(job.with, { contexts }) as Readonly<Record<string, Value>> | null;
  const inputs = inputsOf(mappingOf(trigger.inputs, 'inputs'), given ?? {});
  const secrets =
    job.secrets === 'inherit'
      ? shared.secrets
      : (resolve(job.secrets ?? {}, { contexts }) as Readonly<Record<string, string>>);
  const { jobs, outputs } = await runJobs(called, inputs, { ...shared, secrets, prefix: `${name} / ` });
  // The caller's own job has the outputs; it comes last, after those that it stands for.
  return [...jobs, { ...summed(name, jobs), outputs }];
}

/** @throws TypeError for an input that is not declared, is missing, or is of another type */
export function inputsOf(declared: Mapping, given: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new TypeError(`Unexpected inputs: ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, node]) => {
      const input = mappingOf(node, name);
      const value = given[name] ?? (input.default as Value | undefined);
      if (value === undefined && input.required === true) throw new TypeError(`Input ${name} is required.`);
      const type = input.type ?? 'string';
      if (type === 'choice' && !(input.options as readonly Value[]).includes(value ?? '')) {
        throw new TypeError(`${name}: ${JSON.stringify(value)} is none of the choices.`);
      }
      const isText = type === 'string' || type === 'choice' || type === 'environment';
      if (value !== undefined && typeof value !== (isText ? 'string' : type)) {
        throw new TypeError(`${name}: ${JSON.stringify(value)} is no ${type}.`);
      }
      return [name, value ?? (type === 'boolean' ? false : type === 'number' ? 0 : '')] as const;
    }),
  );
}

/** @throws for the group of a caller: GitHub cancels such a run as a deadlock */
function joinGroup(node: Node | undefined, contexts: Contexts, held: readonly string[]): readonly string[] {
  if (node === undefined) return held;
  const value = resolve(node, { contexts });
  const group = textOf(
    value !== null && typeof value === 'object' ? (value as { readonly group: Value }).group : value,
  );
  if (held.includes(group)) {
    throw new Error(
      `Canceling since a deadlock was detected for concurrency group: '${group}' between a top level workflow and a job of it.`,
    );
  }
  return [...held, group];
}

function summed(name: string, results: readonly JobResult[]): JobResult {
  const conclusion = (['failure', 'cancelled', 'success'] as const).find((one) =>
    results.some((result) => result.conclusion === one),
  );
  const outputs = Object.assign({}, ...results.map((result) => result.outputs)) as Record<string, Value>;
  return { name, conclusion: conclusion ?? 'skipped', outputs, steps: [], error: '' };
}

function needsOf(job: Mapping): readonly string[] {
  const { needs } = job;
  if (needs === undefined || needs === null) return [];
  return (Array.isArray(needs) ? needs : [needs]).map(String);
}

function triggersOf(on: Node | undefined): Mapping {
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]));
  return mappingOf(on, 'on');
}
