import type { Clock } from './clock.ts';
import type { Threads } from './csr/helpers.ts';
import type { Commands } from './github/commands.ts';
import type { RunContext } from './github/context.ts';
import type { Log } from './report/log.ts';

/** What a run needs from the world around it; made at the doors. */
export interface Services {
  readonly context: RunContext;
  readonly commands: Commands;
  readonly log: Log;
  readonly clock: Clock;
  readonly threads: Threads;
  /** Aborted when the job is cancelled. */
  readonly stop: AbortSignal;
}
