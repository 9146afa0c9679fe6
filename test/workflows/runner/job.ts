import { actionOf, checkInputs } from './actions.ts';
import { type CommandFiles, makeCommandFiles } from './command-files.ts';
import { type Contexts, holds, type Scope, textOf, type Value } from './expressions.ts';
import { createMachine, MachineLost, type MachineOptions } from './machine.ts';
import type { Ended } from './process.ts';
import { Expression, type Mapping, mappingOf, type Node, refuseOthers, resolve } from './read-workflow.ts';

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface StepResult {
  readonly name: string;
  /** Before `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** What is masked is `***` in it. */
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

export interface JobOptions extends MachineOptions {
  /** Aborted when the job is to end: the run is cancelled, or the matrix has failed, or its group has a newer member. */
  readonly cancel: AbortSignal;
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

const MINUTE_MS = 60_000;

/**
 * Runs the steps of one job on a machine of its own, then the post steps, the last one first. The five minutes that GitHub
 * gives what goes on after a cancel are not counted.
 */
export async function runJob(options: JobOptions): Promise<JobResult> {
  const { name, job } = options;
  const steps = job.steps;
  if (!Array.isArray(steps)) throw new Error(`Job ${name} has no steps.`);
  const limit = new AbortController();
  const minutes = minutesOf(job['timeout-minutes'], { contexts: options.contexts });
  const timer = setTimeout(() => limit.abort(), minutes * MINUTE_MS);
  const machine = createMachine(options);
  const player = createPlayer(options, machine, AbortSignal.any([options.cancel, limit.signal]));
  const results: StepResult[] = [];
  try {
    for (const step of steps as readonly Node[]) results.push(await player.step(mappingOf(step, 'a step')));
    await player.posts();
    const { outputs, dropped } = machine.publish(player.scope(), job.outputs);
    const error = [limit.signal.aborted ? `The job has exceeded ${minutes} minutes.` : '', ...dropped];
    return { name, conclusion: player.conclusion(), outputs, steps: results, error: error.filter(Boolean).join(' ') };
  } catch (error) {
    if (!(error instanceof MachineLost)) throw error;
    return { name, conclusion: 'failure', outputs: {}, steps: results, error: error.message };
  } finally {
    clearTimeout(timer);
    machine.close();
  }
}

type Machine = ReturnType<typeof createMachine>;

/** Plays steps one after the other. @param cancel as in {@link JobOptions}, or the time limit of the job */
function createPlayer({ interference, name, cancelRun }: JobOptions, machine: Machine, cancel: AbortSignal) {
  const results: Record<string, Value> = {};
  const posts: ((stop: AbortSignal) => Promise<Ended>)[] = [];
  let failed = false;

  const scope = (more: Contexts = {}, cancelled = cancel.aborted): Scope => ({
    contexts: machine.contexts({
      steps: results,
      job: { status: cancelled ? 'cancelled' : failed ? 'failure' : 'success' },
      ...more,
    }),
    status: { succeeded: !failed, failed, cancelled },
    hashFiles: machine.hashFiles,
  });

  const go = async (node: Mapping, label: string): Promise<StepResult> => {
    const files = makeCommandFiles(machine.temp);
    const env = machine.environment(node.env, scope());
    const within = scope({ env: { ...machine.shared(), ...env } });
    const limit = new AbortController();
    const minutes = minutesOf(node['timeout-minutes'], within);
    const timer = setTimeout(() => limit.abort(), minutes * MINUTE_MS);
    const stopped = new AbortController();
    // A step whose condition holds for a cancelled job, too, goes on.
    const cancelled = (): void => {
      if (!holds(conditionOf(node.if), scope({}, true))) stopped.abort();
    };
    if (cancel.aborted) cancelled();
    cancel.addEventListener('abort', cancelled);
    const watch = (log: string): void => {
      if (interference.cancels?.(name, label, log)) cancelRun();
    };
    const stop = AbortSignal.any([limit.signal, stopped.signal]);
    const play = node.run === undefined ? playAction : playScript;
    const ended = await play({ machine, node, env, files, scope: within, stop, watch, posts });
    cancel.removeEventListener('abort', cancelled);
    clearTimeout(timer);
    const wrong = machine.obey(files, ended.log);
    const late = limit.signal.aborted ? `##[error]The action has timed out after ${minutes} minutes.` : '';
    const log = machine.masked([ended.log, late, wrong].filter(Boolean).join('\n'));
    const outcome = stopped.signal.aborted
      ? 'cancelled'
      : ended.code === 0 && wrong === '' && late === ''
        ? 'success'
        : 'failure';
    const mayFail = booleanOf(node['continue-on-error'], within, 'continue-on-error');
    const conclusion = mayFail && outcome === 'failure' ? 'success' : outcome;
    return {
      name: label,
      outcome,
      conclusion,
      outputs: wrong === '' ? files.outputs() : {},
      log,
      summary: files.summary(),
    };
  };

  return {
    scope,
    async step(node: Mapping): Promise<StepResult> {
      refuseOthers(node, STEP_KEYS, 'a step');
      const id = textOf(node.id as Value);
      const given = textOf(resolve(node.name, scope()));
      const label = given || id || textOf(node.uses as Value);
      if (interference.cancels?.(name, label, '')) cancelRun();
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
    },
    /** They run however the steps ended, cancelled or not. */
    async posts() {
      for (const post of posts) if ((await post(new AbortController().signal)).code !== 0) failed = true;
    },
    conclusion: (): Conclusion => (cancel.aborted ? 'cancelled' : failed ? 'failure' : 'success'),
  };
}

interface Play {
  readonly machine: Machine;
  readonly node: Mapping;
  readonly env: Readonly<Record<string, string>>;
  readonly files: CommandFiles;
  readonly scope: Scope;
  readonly stop: AbortSignal;
  readonly watch: (log: string) => void;
  readonly posts: ((stop: AbortSignal) => Promise<Ended>)[];
}

async function playScript({ machine, node, env, files, scope, stop, watch }: Play): Promise<Ended> {
  const { program, cwd } = machine.script(node, scope);
  return machine.start(program, { ...env, ...machine.fixed(), ...files.env }, { stop, watch, cwd });
}

async function playAction({ machine, node, env, files, scope, stop, watch, posts }: Play): Promise<Ended> {
  const uses = textOf(resolve(node.uses, scope));
  const own = machine.environment(node.with, scope);
  checkInputs(uses, own, machine.workspace);
  const { main, post, defaults } = actionOf(uses, scope, machine.workspace);
  const inputs = Object.entries({ ...defaults, ...own }).map(
    ([key, value]) => [`INPUT_${key.toUpperCase().replaceAll(' ', '_')}`, value] as const,
  );
  const all = (): Record<string, string> => ({
    ...env,
    ...machine.fixed(),
    ...machine.services(),
    ...Object.fromEntries(inputs),
    ...files.env,
  });
  if (post !== undefined) {
    // Registered when main starts: it runs however main ends.
    posts.unshift((never) => {
      const state = Object.entries(files.state()).map(([key, value]) => [`STATE_${key}`, value] as const);
      return machine.start(post, { ...all(), ...Object.fromEntries(state) }, { stop: never, watch: () => {} });
    });
  }
  if (typeof main !== 'function') return machine.start(main, all(), { stop, watch });
  const done = await machine.standIn(main, own, { ...machine.base(), ...all() }, files);
  return done.program === undefined
    ? { code: done.code, log: done.log, stopped: false }
    : machine.start(done.program, all(), { stop, watch });
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

/** @throws for a value that is neither true nor false, as GitHub does */
export function booleanOf(node: Node | undefined, scope: Scope, what: string): boolean {
  const value = resolve(node, scope);
  if (value !== null && typeof value !== 'boolean') throw new Error(`${what} is true or false.`);
  return value === true;
}

/** Of `timeout-minutes`; GitHub's own limit of six hours where there is none. */
function minutesOf(node: Node | undefined, scope: Scope): number {
  const value = resolve(node, scope) ?? 360;
  if (typeof value !== 'number' || value <= 0) throw new Error('timeout-minutes is a number above 0.');
  return value;
}
