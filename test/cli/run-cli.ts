import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The built command line. */
export const CLI = join(import.meta.dirname, '../../dist/cli.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  /** The Node that runs it; that of the tests unless given. */
  readonly node?: string;
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the built command line as a process of its own, with nothing of this environment but PATH. */
export function runCli(args: readonly string[], { cwd, env = {}, stdin = '', node, onStart }: Run): Promise<Ended> {
  const child = spawn(node ?? process.execPath, [CLI, ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...texts }));
  });
}

/** A directory of its own for a test, and files in it. */
export function makeDirectory(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const path = mkdtempSync(join(tmpdir(), 'cli-'));
  const write = (name: string, content: string | Uint8Array): void => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Whether a program runs here; where it does not, the log says what is skipped. */
export function has(program: string, ...args: readonly string[]): boolean {
  if (spawnSync(program, args, { stdio: 'ignore' }).error === undefined) return true;
  console.log(`skipped what needs ${program}: it does not run here`);
  return false;
}

/** A word for a POSIX shell. */
export function sh(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
