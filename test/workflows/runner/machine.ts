import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve as resolvePath } from 'node:path';
import { globSync } from 'glob';
import type { CommandFiles } from './command-files.ts';
import { type Contexts, type Scope, textOf, type Value } from './expressions.ts';
import type { Permissions } from './permissions.ts';
import { type Ended, killGroup, runProcess } from './process.ts';
import { type Mapping, mappingOf, type Node, refuseOthers, resolve } from './read-workflow.ts';
import type { StandIn } from './stand-ins.ts';
import type { World } from './world.ts';

/** What a test may do to a run. */
export interface Interference {
  /** Called with the log of a step as it grows; true ends its machine, with nothing after it. */
  readonly losesMachine?: (job: string, log: string) => boolean;
  /** True for a job that no machine takes. */
  readonly neverStarts?: (job: string) => boolean;
  /** Called before a step with an empty log, and as the log grows; true: somebody cancels the run. */
  readonly cancels?: (job: string, step: string, log: string) => boolean;
  /** Of an environment that has reviewers: whether they approve, once they have decided. */
  readonly approves?: (environment: string, job: string) => boolean | Promise<boolean>;
}

export interface MachineOptions {
  readonly world: World;
  /** The key of the job in its file. */
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  readonly job: Mapping;
  readonly workflow: Mapping;
  /** `github`, `inputs`, `needs`, `matrix`, `strategy`, `vars`, `secrets`. */
  readonly contexts: Contexts;
  readonly permissions: Permissions;
  /** GITHUB_TOKEN. */
  readonly token: string;
  /** What GitHub's and AWS's stand-ins give this job. */
  readonly env: Readonly<Record<string, string>>;
  readonly interference: Interference;
  readonly cancelRun: () => void;
}

export class MachineLost extends Error {
  constructor() {
    super('The hosted runner lost communication with the server.');
  }
}

/** Commands that only the log could bring; files took their place, and this runner knows the files. */
const OLD_COMMANDS = /^\s*::(set-output|save-state|set-env|add-path)\b/m;

/** A machine: its directories, environment and processes. */
export function createMachine(options: MachineOptions) {
  const { world, id, name, job, workflow, contexts, permissions, token, interference } = options;
  const home = mkdtempSync(join(world.root, 'machine-'));
  const [workspace, temp] = [join(home, 'workspace'), join(home, 'temp')];
  for (const folder of [workspace, temp]) mkdirSync(folder);
  const eventPath = join(home, 'event.json');
  const given = contexts.github as Readonly<Record<string, Value>>;
  const github: Readonly<Record<string, Value>> = { ...given, token, workspace, job: id };
  writeFileSync(eventPath, JSON.stringify(github.event ?? {}));
  const runner: Value = { temp, os: 'Linux', arch: 'X64', name: 'test', environment: 'github-hosted' };
  const secrets = { ...(contexts.secrets as Readonly<Record<string, string>>), GITHUB_TOKEN: token };
  const masks = new Set(Object.values(secrets).filter((value) => value.trim() !== ''));
  const processes: number[] = [];
  let variables: Record<string, string> = {};
  let paths: readonly string[] = [];

  const environment = (node: Node | undefined, within: Scope): Record<string, string> =>
    Object.fromEntries(
      Object.entries(mappingOf(node, 'env')).map(([key, value]) => [key, textOf(resolve(value, within))] as const),
    );
  const outer: Contexts = { ...contexts, github, secrets };
  const ofWorkflow = environment(workflow.env, { contexts: outer });
  const ofJob = { ...ofWorkflow, ...environment(job.env, { contexts: outer }) };
  const shared = (): Record<string, string> => ({ ...ofJob, ...variables });
  const isService = (key: string): boolean => key.startsWith('ACTIONS_');
  const isGitHubs = (key: string): boolean => /^(GITHUB|RUNNER)_/.test(key);
  const provided = Object.entries(options.env).filter(([key]) => !isService(key));

  /** What no step can set to something else. */
  const fixed = (): Record<string, string> => ({
    ...Object.fromEntries(provided.filter(([key]) => isGitHubs(key))),
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_EVENT_NAME: textOf(github.event_name),
    GITHUB_REF_NAME: textOf(github.ref_name),
    GITHUB_JOB: id,
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
  });
  const base = (): Record<string, string> => ({
    ...Object.fromEntries(provided.filter(([key]) => !isGitHubs(key))),
    HOME: home,
    CI: 'true',
    ...shared(),
    ...fixed(),
    PATH: [...paths, world.programs, process.env.PATH ?? ''].join(delimiter),
  });
  const masked = (text: string): string => [...masks].reduce((log, mask) => log.replaceAll(mask, '***'), text);

  return {
    workspace,
    temp,
    environment,
    shared,
    fixed,
    base,
    masked,
    contexts: (more: Contexts): Contexts => ({ ...outer, runner, env: shared(), ...more }),
    hashFiles: (...patterns: readonly string[]) => hashFiles(workspace, patterns),
    /** Only JavaScript actions get the runner's services. */
    services: (): Record<string, string> =>
      Object.fromEntries(
        Object.entries(options.env).filter(
          ([key]) => isService(key) && (permissions['id-token'] === 'write' || !key.includes('ID_TOKEN')),
        ),
      ),
    async start(
      program: readonly string[],
      env: Readonly<Record<string, string>>,
      { stop, watch, cwd = workspace }: { stop: AbortSignal; watch: (log: string) => void; cwd?: string },
    ): Promise<Ended> {
      const ended = await runProcess(program, {
        cwd,
        env: { ...base(), ...env },
        stop,
        started: (group) => processes.push(group),
        watch(log, kill) {
          watch(log);
          if (interference.losesMachine?.(name, log)) kill();
        },
      });
      if (interference.losesMachine?.(name, ended.log)) throw new MachineLost();
      return ended;
    },
    /** The file that a `run:` becomes, and where it runs. */
    script(node: Mapping, within: Scope): { readonly program: readonly string[]; readonly cwd: string } {
      const [outerDefaults, own] = [workflow.defaults, job.defaults].map((one) => mappingOf(one, 'defaults'));
      for (const one of [outerDefaults, own]) refuseOthers(one ?? {}, ['run'], 'defaults');
      const defaults = { ...mappingOf(outerDefaults?.run, 'defaults.run'), ...mappingOf(own?.run, 'defaults.run') };
      const shell = textOf(resolve(node.shell ?? defaults.shell, within));
      if (shell !== '' && shell !== 'bash') throw new Error(`This runner does not know the shell ${shell}.`);
      const file = join(temp, 'script.sh');
      writeFileSync(file, textOf(resolve(node.run, within)));
      const program = shell === '' ? ['bash', '-e', file] : ['bash', '--noprofile', '--norc', '-eo', 'pipefail', file];
      const directory = textOf(resolve(node['working-directory'] ?? defaults['working-directory'], within));
      return { program, cwd: resolvePath(workspace, directory) };
    },
    /** What somebody else's action would do. */
    async standIn(
      main: StandIn,
      inputs: Readonly<Record<string, string>>,
      env: Readonly<Record<string, string>>,
      files: CommandFiles,
    ): Promise<{ readonly code: number; readonly log: string; readonly program?: readonly string[] | undefined }> {
      try {
        const done = await main({ world, inputs, workspace, permissions, env });
        variables = { ...variables, ...done.variables };
        if (done.path !== undefined) paths = [done.path, ...paths];
        for (const [key, value] of Object.entries(done.outputs ?? {})) {
          writeFileSync(files.env.GITHUB_OUTPUT ?? '', `${key}=${value}\n`, { flag: 'a' });
        }
        for (const mask of done.masks ?? []) masks.add(mask);
        return { code: 0, log: '', program: done.program };
      } catch (error) {
        return { code: 1, log: `::error::${(error as Error).message}` };
      }
    },
    /** Takes over what a step has written. @returns why the runner fails the step, or nothing */
    obey(files: CommandFiles, log: string): string {
      if (OLD_COMMANDS.test(log)) throw new Error('This runner does not know the commands that files have replaced.');
      for (const [, mask = ''] of log.matchAll(/^\s*::add-mask::(.+)$/gm)) masks.add(mask.trim());
      try {
        const [added, more] = [files.variables(), files.paths()];
        files.outputs();
        variables = { ...variables, ...added };
        paths = [...more, ...paths];
        return '';
      } catch (error) {
        return `##[error]Unable to process file command successfully. ${(error as Error).message}`;
      }
    },
    /** The outputs of the job. GitHub drops one that holds something masked, and warns. */
    publish(within: Scope, node: Node | undefined) {
      const all = Object.entries(environment(node, within));
      const isSecret = (value: string): boolean => [...masks].some((mask) => value.includes(mask));
      return {
        outputs: Object.fromEntries(all.filter(([, value]) => !isSecret(value))),
        dropped: all.flatMap(([key, value]) =>
          isSecret(value) ? `Skip output '${key}' since it may contain secret.` : [],
        ),
      };
    },
    /** What steps have left in the background ends with the job. */
    close() {
      for (const group of processes) killGroup(group);
    },
  };
}

/** GitHub's `hashFiles`: a hash of all hashes, or nothing where nothing matches. */
function hashFiles(workspace: string, patterns: readonly string[]): string {
  const excluding = patterns.find((pattern) => pattern.startsWith('!'));
  if (excluding !== undefined) throw new Error(`This runner does not know hashFiles of ${excluding}.`);
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: workspace, nodir: true })).sort();
  if (files.length === 0) return '';
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(workspace, file));
    hash.update(createHash('sha256').update(content).digest());
  }
  return hash.digest('hex');
}
