import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Ended, type Run, runCli } from '../cli/run-cli.ts';
import { type Job, node24 } from './step.ts';

export interface CliResult extends Pick<Ended, 'code' | 'signal'> {
  /** Both streams. */
  readonly output: string;
}

/** Runs the built command line in a job's workspace, with access to the emulated account. */
export async function cliInJob(
  job: Job,
  emulator: Emulator,
  args: readonly string[],
  { env, ...run }: Pick<Run, 'env' | 'onStart'> = {},
): Promise<CliResult> {
  const access = { ...emulator.env, ...emulator.accessKeys, AWS_REGION: emulator.region };
  const { stdout, stderr, ...ended } = await runCli(args, {
    cwd: job.workspace,
    env: { ...access, ...env },
    node: node24,
    ...run,
  });
  return { ...ended, output: stdout + stderr };
}
