import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly log: string;
}

/**
 * Runs a program of a step to its end.
 *
 * @param watch is called with the log whenever there is more of it, and may end the process
 */
export function runProcess(
  [program = '', ...args]: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly watch?: ((log: string, kill: () => void) => void) | undefined;
  },
): Promise<Ended> {
  const child = spawn(program, args, { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const hear = (text: string): void => {
    log += text;
    options.watch?.(log, () => child.kill('SIGKILL'));
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
  });
}
