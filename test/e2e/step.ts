import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const repository = join(import.meta.dirname, '../..');

/** Node 24, which action.yml names: the one that runs the tests, or else the one from the package registry. */
export const node24: string = ((): string => {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`);
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(binary)) return binary;
  } catch {
    // Told below.
  }
  console.log(`Node 24 is not to be had for ${process.platform}-${process.arch}: running dist/ on ${process.version}`);
  return process.execPath;
})();

export interface Annotation {
  readonly level: string;
  readonly file: string | undefined;
  readonly line?: string | undefined;
  readonly title: string | undefined;
  readonly message: string;
}

/** What a person, and the next step, get to see of a step. */
export interface StepResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** stdout and stderr as they came. */
  readonly log: string;
  /** All but {@link endpointNotices}: every run against the emulator has one of these. */
  readonly annotations: readonly Annotation[];
  /** What is said of endpoints that are not AWS's. */
  readonly endpointNotices: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A job on a runner of its own: a workspace, a temp directory, and the built action to run in it. */
export interface Job {
  readonly workspace: string;
  readonly temp: string;
  /** Writes a file into the workspace. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Runs dist/<script>.js as the runner does. `onStart` gets the process, for sending signals. */
  run(options: {
    readonly script?: 'main' | 'post';
    /** Another action of the repository, with the defaults of its inputs. */
    readonly action?: 'plan' | 'merge';
    /** Absolute path of another script to run in its place. */
    readonly program?: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly state?: Readonly<Record<string, string>>;
    /** Of the user that the process runs as; the user of the tests unless given, which only root can. */
    readonly uid?: number;
    readonly onStart?: (process: ChildProcess) => void;
  }): Promise<StepResult>;
  close(): Promise<void>;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
}

export async function startJob(): Promise<Job> {
  const root = await mkdtemp(join(tmpdir(), 'job-'));
  const workspace = join(root, 'workspace');
  const temp = join(root, 'temp');
  // Readable to others, for runs of another user.
  await Promise.all([chmod(root, 0o755), mkdir(workspace), mkdir(temp)]);
  const actionAt = async (folder: string): Promise<ActionFile> =>
    parse(await readFile(join(repository, folder, 'action.yml'), 'utf8'));
  const main = await actionAt('.');
  let step = 0;
  return {
    workspace,
    temp,
    async write(path, content) {
      const file = join(workspace, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    },
    async run({
      script = 'main',
      action,
      program = action === undefined ? join(repository, 'dist', `${script}.js`) : join(repository, action, 'main.js'),
      inputs = {},
      env,
      state = {},
      uid,
      onStart,
    }) {
      const files = join(root, `step-${step++}`);
      await mkdir(files);
      const fileOf = (name: string): string => join(files, name);
      await Promise.all(['output', 'state', 'summary'].map((name) => writeFile(fileOf(name), '')));
      if (uid !== undefined)
        await Promise.all(['output', 'state', 'summary'].map((name) => chown(fileOf(name), uid, uid)));
      const { inputs: declared } = action === undefined ? main : await actionAt(action);
      const defaults = Object.entries(declared).map(
        // The runner resolves the one expression there is.
        ([name, input]) =>
          [name, (input.default ?? '').replace(/^\$\{\{ github\.token \}\}$/, env.GITHUB_TOKEN ?? '')] as const,
      );
      const given = Object.entries({ ...Object.fromEntries(defaults), ...inputs });
      const child = spawn(node24, [program], {
        cwd: workspace,
        ...(uid === undefined ? {} : { uid, gid: uid }),
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: temp,
          GITHUB_OUTPUT: fileOf('output'),
          GITHUB_STATE: fileOf('state'),
          GITHUB_STEP_SUMMARY: fileOf('summary'),
          ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
          ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
          ...env,
        },
      });
      let log = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
      onStart?.(child);
      const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (...ended) => resolve(ended));
      });
      return {
        code,
        signal,
        log,
        annotations: annotationsIn(log).filter((annotation) => !isEndpointNotice(annotation)),
        endpointNotices: annotationsIn(log)
          .filter(isEndpointNotice)
          .map(({ message }) => message),
        outputs: values(await readFile(fileOf('output'), 'utf8')),
        state: values(await readFile(fileOf('state'), 'utf8')),
        summary: await readFile(fileOf('summary'), 'utf8'),
      };
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

/** What the runner has read so far of the state of the step of a job that is running. */
export async function stateSoFar(job: Pick<Job, 'workspace'>): Promise<Readonly<Record<string, string>>> {
  const root = dirname(job.workspace);
  const steps = (await readdir(root)).filter((name) => name.startsWith('step-')).sort();
  return values(await readFile(join(root, steps.at(-1) ?? '', 'state'), 'utf8'));
}

/** The runner's reading of a command file: `name<<delimiter`, the value's lines, the delimiter. */
function values(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of text.matchAll(/^([^\n<]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm))
    found[match[1] ?? ''] = match[3] ?? '';
  return found;
}

function isEndpointNotice({ level, title }: Annotation): boolean {
  return level === 'notice' && title === 'endpoint';
}

/** The runner's reading of the log: a command at a line's start, `%` escapes undone. */
function annotationsIn(log: string): readonly Annotation[] {
  return log.split('\n').flatMap((line) => {
    const match = /^\s*::(error|warning|notice)(?: ([^:]*(?:::?[^:]+)*?))?::(.*)$/.exec(line);
    if (match === null) return [];
    const properties = Object.fromEntries(
      (match[2] ?? '')
        .split(',')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), unescapeData(pair.slice(pair.indexOf('=') + 1))]),
    );
    return [
      {
        level: match[1] ?? '',
        file: properties.file,
        line: properties.line,
        title: properties.title,
        message: unescapeData(match[3] ?? ''),
      },
    ];
  });
}

function unescapeData(text: string): string {
  return text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
