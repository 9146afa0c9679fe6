import type { Clock } from '../lib/clock.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import type { Threads } from '../lib/threads.ts';
import type { Commands } from './commands.ts';
import type { RunContext } from './context.ts';
import type { Log } from './log.ts';
import type { Network } from './network.ts';

/** What a run needs from the world around it; made at the doors. */
export interface Services {
  readonly context: RunContext;
  readonly commands: Commands;
  readonly log: Log;
  readonly clock: Clock;
  readonly network: Network;
  readonly threads: Threads;
  /** Follows no link below the workspace and the runner's temporary directory. */
  readonly files: FileWriter;
  /** Aborted when the job is cancelled. */
  readonly stop: AbortSignal;
  /** Aborted 8 s after {@link stop}: what hands over is given up then, before the runner ends the process. */
  readonly end: AbortSignal;
}
