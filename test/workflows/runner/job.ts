import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { globSync } from 'glob';
import { PERMISSIONS } from '../../../src/emulator/github/tokens.ts';
import { actionOf, checkInputs } from './actions.ts';
import { type CommandFiles, makeCommandFiles } from './command-files.ts';
import { type Contexts, holds, type Scope, textOf, type Value } from './expressions.ts';
import type { Permissions } from './permissions.ts';
import { type Ended, runProcess } from './process.ts';
import { Expression, type Mapping, mappingOf, type Node, refuseOthers, resolve } from './read-workflow.ts';
import type { World } from './world.ts';

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface StepResult {
  readonly name: string;
  /** Before `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
}

export interface JobResult {
  /** `issue`, of a matrix `issue (1/4)`, of a called workflow `batch / issue (1/4)`. */
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, Value>>;
  readonly steps: readonly StepResult[];
  /** Why it did not start or end as it should; empty otherwise. */
  readonly error: string;
}

/** What a test may do to a run, at a certain step. */
export interface Interference {
  /** Called with the log of a step as it grows; true ends its machine, with nothing after it. */
  readonly losesMachine?: (job: string, log: string) => boolean;
  /** True for a job that no machine takes. */
  readonly neverStarts?: (job: string) => boolean;
  /** True before a step: somebody cancels the run. */
  readonly cancels?: (job: string, step: string) => boolean;
}

export interface JobOptions {
  readonly world: World;
  readonly name: string;
  readonly job: Mapping;
  readonly workflow: Mapping;
  /** `github`, `inputs`, `needs`, `matrix`, `strategy`, `vars`, `secrets`. */
  readonly contexts: Contexts;
  readonly permissions: Permissions;
  readonly interference: Interference;
  /** Shared by the jobs of a run. */
  readonly run: { cancelled: boolean };
}

const STEP_KEYS = [
  'id',
  'name',
  'if',
  'uses',
  'with',
  'run',
  'env',
  'shell',
  'working-directory',
  'continue-on-error',
  'timeout-minutes',
];

class MachineLost extends Error {}

/** Runs the steps of one job on a machine of its own. Time limits are read and not waited for. */
export async function runJob(options: JobOptions): Promise<JobResult> {
  const machine = createMachine(options);
  const steps = options.job.steps;
  if (!Array.isArray(steps)) throw new Error(`Job ${options.name} has no steps.`);
  const results: StepResult[] = [];
  try {
    for (const step of steps as readonly Node[]) results.push(await machine.step(mappingOf(step, 'a step')));
    await machine.posts();
    return {
      name: options.name,
      conclusion: machine.conclusion(),
      outputs: machine.outputs(),
      steps: results,
      error: '',
    };
  } catch (error) {
    if (!(error instanceof MachineLost)) throw error;
    const lost = 'The hosted runner lost communication with the server.';
    return { name: options.name, conclusion: 'failure', outputs: {}, steps: results, error: lost };
  }
}

function createMachine({ world, name, job, workflow, contexts, permissions, interference, run }: JobOptions) {
  const { emulator } = world;
  const home = mkdtempSync(join(world.root, 'machine-'));
  const [workspace, temp] = [join(home, 'workspace'), join(home, 'temp')];
  for (const folder of [workspace, temp]) mkdirSync(folder);
  const eventPath = join(home, 'event.json');
  const known = Object.fromEntries(
    PERMISSIONS.flatMap((name) => (permissions[name] === undefined ? [] : [[name, permissions[name]] as const])),
  );
  const token = emulator.createToken({
    kind: 'job',
    permissions: { metadata: 'read', ...known },
  });
  const github = { ...(contexts.github as Record<string, Value>), token, workspace, job: name };
  writeFileSync(eventPath, JSON.stringify((github as Record<string, Value>).event ?? {}));
  const runner: Value = { temp, os: 'Linux', arch: 'X64', name: 'test', environment: 'github-hosted' };
  const results: Record<string, Value> = {};
  const posts: (() => Promise<Ended>)[] = [];
  let variables: Record<string, string> = {};
  let paths: readonly string[] = [];
  let failed = false;

  const scope = (more: Contexts = {}): Scope => ({
    contexts: { ...contexts, github, runner, steps: results, job: { status: failed ? 'failure' : 'success' }, ...more },
    status: { failed, cancelled: run.cancelled },
    hashFiles: (...patterns) => hashFiles(workspace, patterns),
  });
  const environment = (node: Node | undefined, within: Scope): Record<string, string> =>
    Object.fromEntries(
      Object.entries(mappingOf(node, 'env')).map(([key, value]) => [key, textOf(resolve(value, within))] as const),
    );
  const shared = { ...environment(workflow.env, scope()), ...environment(job.env, scope()) };
  const given = Object.fromEntries(
    Object.entries(emulator.env).filter(([key]) => !key.startsWith('ACTIONS_')),
  ) as Record<string, string>;
  const base = (): Record<string, string> => ({
    ...given,
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_EVENT_NAME: textOf((github as Record<string, Value>).event_name),
    GITHUB_REF_NAME: 'main',
    GITHUB_JOB: name,
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
    ...shared,
    ...variables,
    PATH: [...paths, world.programs, process.env.PATH ?? ''].join(delimiter),
  });
  // Only JavaScript actions get the runner's services.
  const services = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries(emulator.env).filter(
        ([key]) => key.startsWith('ACTIONS_') && (permissions['id-token'] === 'write' || !key.includes('ID_TOKEN')),
      ),
    );
  const watch = (log: string, kill: () => void): void => {
    if (interference.losesMachine?.(name, log)) kill();
  };
  const start = async (program: readonly string[], env: Record<string, string>, cwd = workspace): Promise<Ended> => {
    const ended = await runProcess(program, { cwd, env, watch });
    if (interference.losesMachine?.(name, ended.log)) throw new MachineLost();
    return ended;
  };
  const obey = (files: CommandFiles): void => {
    variables = { ...variables, ...files.variables() };
    paths = [...files.paths(), ...paths];
  };

  const script = async (step: Mapping, env: Record<string, string>, files: CommandFiles, within: Scope) => {
    const defaults = mappingOf(mappingOf(job.defaults ?? workflow.defaults, 'defaults').run, 'defaults.run');
    const shell = textOf(resolve(step.shell ?? defaults.shell, within));
    if (shell !== '' && shell !== 'bash') throw new Error(`This runner does not know the shell ${shell}.`);
    const file = join(temp, 'script.sh');
    writeFileSync(file, textOf(resolve(step.run, within)));
    const bash = shell === '' ? ['bash', '-e', file] : ['bash', '--noprofile', '--norc', '-eo', 'pipefail', file];
    const cwd = join(workspace, textOf(resolve(step['working-directory'] ?? defaults['working-directory'], within)));
    return start(bash, { ...base(), ...env, ...files.env }, cwd);
  };

  const action = async (step: Mapping, env: Record<string, string>, files: CommandFiles, within: Scope) => {
    const uses = textOf(resolve(step.uses, within));
    const own = environment(step.with, within);
    checkInputs(uses, own);
    const { main, post, defaults } = actionOf(uses, within);
    const inputs = Object.entries({ ...defaults, ...own }).map(
      ([key, value]) => [`INPUT_${key.toUpperCase().replaceAll(' ', '_')}`, value] as const,
    );
    const all = (): Record<string, string> => ({
      ...base(),
      ...services(),
      ...env,
      ...Object.fromEntries(inputs),
      ...files.env,
    });
    if (post !== undefined) {
      // Registered when main starts: it runs however main ends.
      posts.unshift(() => {
        const state = Object.entries(files.state()).map(([key, value]) => [`STATE_${key}`, value] as const);
        return start(post, { ...all(), ...Object.fromEntries(state) });
      });
    }
    if (typeof main !== 'function') return start(main, all());
    try {
      const done = await main({ world, inputs: own, workspace, permissions, env: all() });
      variables = { ...variables, ...done.variables };
      if (done.path !== undefined) paths = [done.path, ...paths];
      for (const [key, value] of Object.entries(done.outputs ?? {})) {
        writeFileSync(files.env.GITHUB_OUTPUT ?? '', `${key}=${value}\n`, { flag: 'a' });
      }
      return done.program === undefined ? { code: 0, log: '' } : await start(done.program, all());
    } catch (error) {
      if (error instanceof MachineLost) throw error;
      return { code: 1, log: `::error::${(error as Error).message}` };
    }
  };

  const step = async (node: Mapping): Promise<StepResult> => {
    refuseOthers(node, STEP_KEYS, 'a step');
    const id = textOf(node.id as Value);
    const label =
      textOf(node.name instanceof Expression ? null : (node.name as Value)) || id || textOf(node.uses as Value);
    if (interference.cancels?.(name, label)) run.cancelled = true;
    const skipped: StepResult = {
      name: label,
      outcome: 'skipped',
      conclusion: 'skipped',
      outputs: {},
      log: '',
      summary: '',
    };
    const result = holds(conditionOf(node.if), scope()) ? await go(node, label) : skipped;
    if (result.conclusion === 'failure') failed = true;
    if (id !== '') results[id] = { outputs: result.outputs, outcome: result.outcome, conclusion: result.conclusion };
    return result;
  };
  const go = async (node: Mapping, label: string): Promise<StepResult> => {
    const files = makeCommandFiles(temp);
    const env = environment(node.env, scope({ env: { ...shared, ...variables } }));
    const within = scope({ env: { ...shared, ...variables, ...env } });
    const { code, log } = await (node.run === undefined ? action : script)(node, env, files, within);
    obey(files);
    const outcome = code === 0 ? 'success' : 'failure';
    const mayFail = resolve(node['continue-on-error'], within) === true;
    return {
      name: label,
      outcome,
      conclusion: mayFail ? 'success' : outcome,
      outputs: files.outputs(),
      log,
      summary: files.summary(),
    };
  };

  return {
    step,
    async posts() {
      for (const post of posts) if ((await post()).code !== 0) failed = true;
    },
    conclusion: (): Conclusion => (run.cancelled ? 'cancelled' : failed ? 'failure' : 'success'),
    outputs: () =>
      Object.fromEntries(
        Object.entries(mappingOf(job.outputs, 'outputs')).map(([key, value]) => [key, textOf(resolve(value, scope()))]),
      ),
  };
}

/** Of a job or a step, without `${{ }}`; where there is none, `success()`. */
export function conditionOf(node: Node | undefined): string {
  if (node === undefined || node === null) return 'success()';
  return node instanceof Expression
    ? node.text
    : String(node)
        .trim()
        .replace(/^\$\{\{([\s\S]*)\}\}$/, '$1');
}

/** GitHub's `hashFiles`: a hash of all hashes, or nothing where nothing matches. */
function hashFiles(workspace: string, patterns: readonly string[]): string {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: workspace })).sort();
  if (files.length === 0) return '';
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, file)))
        .digest(),
    );
  return hash.digest('hex');
}
