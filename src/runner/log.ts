import { forLog } from '../lib/escape.ts';
import type { UserError } from '../lib/user-error.ts';
import type { AnnotationLevel, Commands } from './commands.ts';
import type { ProgressState } from './progress.ts';

/** What a person reads while the run goes on. Every text is made harmless on its way out; callers pass it as it is. */
export interface Log {
  info(line: string): void;
  /** An annotation: a line that GitHub also shows on the run's page and, with `file`, beside that file. */
  annotate(level: AnnotationLevel, message: string, place?: { readonly file?: string; readonly title?: string }): void;
  /** Draws how far work has come, again and again in one place; undefined: it is over. Only on a terminal. */
  readonly progress?: ((state: ProgressState | undefined) => void) | undefined;
}

/** @param write where lines go, usually stdout: the runner reads annotations only there */
export function createLog(
  commands: Pick<Commands, 'annotate'>,
  write: (text: string) => void,
  progress?: Log['progress'],
): Log {
  return {
    progress,
    info: (line) => write(`${forLog(line)}\n`),
    annotate: (level, message, place) => commands.annotate(level, message, place),
  };
}

/** One line: what happened, where, and what to do. */
export function explain(error: Pick<UserError, 'message' | 'where' | 'fix'>): string {
  return `${placed(error)} ${error.fix}`;
}

/** What happened, and where: the place stands before a message that does not begin with it. */
export function placed({ message, where }: Pick<UserError, 'message' | 'where'>): string {
  return where === undefined || message.startsWith(where) ? message : `${where}: ${message}`;
}

/** Annotates an error and all that were found with it, a line each. */
export function annotateFailure(log: Pick<Log, 'annotate'>, error: UserError): void {
  for (const one of [error, ...error.others]) log.annotate('error', explain(one), { title: one.code });
}
