import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly log: string;
  /** Whether it was told to end before it did. */
  readonly stopped: boolean;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Called with the log whenever there is more of it; `kill` ends the process and what it has started at once. */
  readonly watch?: ((log: string, kill: () => void) => void) | undefined;
  /** Aborted when the process is to end, as for a cancel or a time limit. */
  readonly stop: AbortSignal;
  /** Called with the number of its process group, in which what it leaves behind goes on. */
  readonly started?: (group: number) => void;
}

/** What the runner sends to a process that is to end, and how long it waits for its end, milliseconds. */
const SIGNALS = [
  ['SIGINT', 7_500],
  ['SIGTERM', 2_500],
] as const;

/** A program in the background may hold the pipes when the step's own has ended. */
const DRAIN_MS = 250;

const isWindows = process.platform === 'win32';

/** Runs a program of a step to its end. A program that cannot be started has failed. */
export function runProcess([program = '', ...args]: readonly string[], options: ProcessOptions): Promise<Ended> {
  const { cwd, env, watch, stop, started } = options;
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: !isWindows });
  if (child.pid !== undefined) started?.(child.pid);
  let log = '';
  const hear = (text: string): void => {
    log += text;
    watch?.(log, () => killGroup(child.pid));
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  return new Promise((resolve) => {
    const halt = (): void => stopProcess(child);
    stop.addEventListener('abort', halt);
    const end = (code: number | null): void => {
      stop.removeEventListener('abort', halt);
      if (stop.aborted) killGroup(child.pid);
      resolve({ code, log, stopped: stop.aborted });
    };
    child.on('error', (error) => {
      log += `::error::An error occurred trying to start process '${program}' with working directory '${cwd}': ${error.message}\n`;
      end(1);
    });
    child.on('close', end);
    child.on('exit', (code) => setTimeout(end, DRAIN_MS, code));
    if (stop.aborted) halt();
  });
}

/** Ends a process and all that it has started; one that is gone is left in peace. */
export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/T', '/F', '/PID', String(pid)]);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function stopProcess(child: ChildProcess): void {
  let after = 0;
  const timers = SIGNALS.map(([signal, ms]) => {
    const timer = setTimeout(() => child.kill(signal), after);
    after += ms;
    return timer;
  });
  timers.push(setTimeout(() => killGroup(child.pid), after));
  child.on('exit', () => {
    for (const timer of timers) clearTimeout(timer);
  });
}
