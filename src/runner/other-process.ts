import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Clock } from '../lib/clock.ts';

/**
 * A process of this machine, so named that another process that gets its number later is not taken for it. Written into
 * a file or into the state of a step, and read by a later process.
 */
export interface ProcessName {
  readonly pid: number;
  /**
   * What the system says of when and as what it began, in a form of its own: compared, never read. Undefined where the
   * system does not say.
   */
  readonly mark: string | undefined;
}

/** The name of this process. */
export async function ownProcess(): Promise<ProcessName> {
  return { pid: process.pid, mark: await markOf(process.pid) };
}

export function processToText({ pid, mark }: ProcessName): string {
  return JSON.stringify({ pid, mark });
}

/** Undefined for what {@link processToText} did not write. */
export function processFromText(text: string): ProcessName | undefined {
  try {
    const { pid, mark } = JSON.parse(text) as { readonly pid?: unknown; readonly mark?: unknown };
    // 0 and negative numbers mean groups of processes.
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
    return { pid, mark: typeof mark === 'string' ? mark : undefined };
  } catch {
    return undefined;
  }
}

/** True while the process lives. Where the system does not say what it is, its number alone counts. */
export async function isAlive({ pid, mark }: ProcessName): Promise<boolean> {
  if (!hasNumber(pid)) return false;
  const now = await markOf(pid);
  return mark === undefined || now === undefined || mark === now;
}

function hasNumber(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is somebody else's (EPERM): there is one.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** How long a process may take to end itself after it was asked, and to vanish after it was ended. */
const ASKED_MS = 15_000;
const ENDED_MS = 5_000;
const LOOK_MS = 100;

/**
 * Ends a process, unless it has ended: it is asked first (SIGTERM), and ended after 15 s. On Windows there is only the
 * second. What is not the same process any more is left alone.
 *
 * @param onEnding called once, before the first signal
 * @returns `gone` when it had ended already, `ended` when it has now, `alive` when it could not be ended
 */
export async function endProcess(
  name: ProcessName,
  clock: Clock,
  onEnding: () => void,
): Promise<'gone' | 'ended' | 'alive'> {
  if (name.pid === process.pid || !(await isAlive(name))) return 'gone';
  onEnding();
  for (const [signal, waitMs] of [
    ['SIGTERM', ASKED_MS],
    ['SIGKILL', ENDED_MS],
  ] as const) {
    try {
      process.kill(name.pid, signal);
    } catch {
      // It has ended, or it is somebody else's: the look below shows which.
    }
    const until = clock.now() + waitMs;
    while (clock.now() < until) {
      if (!(await isAlive(name))) return 'ended';
      await clock.sleep(LOOK_MS);
    }
  }
  return 'alive';
}

async function markOf(pid: number): Promise<string | undefined> {
  try {
    if (process.platform === 'linux') return markInStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
    if (process.platform === 'win32') return await output('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
    return await output('ps', ['-o', 'lstart=,comm=', '-p', String(pid)]);
  } catch {
    return undefined;
  }
}

/**
 * When a process began, in ticks since the system did; a zombie has ended. The second field may hold spaces and
 * brackets. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function markInStat(stat: string): string {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : `ticks ${fields[19]}`;
}

async function output(program: string, args: readonly string[]): Promise<string | undefined> {
  const { stdout } = await promisify(execFile)(program, [...args], { timeout: 5_000, windowsHide: true });
  // Of Windows only the program's name: the memory that it takes is in the same line.
  const text = process.platform === 'win32' ? (/^"([^"]+)"/.exec(stdout.trim())?.[1] ?? '') : stdout.trim();
  return text === '' ? undefined : text;
}
