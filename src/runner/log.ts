import { forLog } from '../lib/escape.ts';
import type { UserError } from '../lib/user-error.ts';
import type { AnnotationLevel, Commands } from './commands.ts';

/** What a person reads while the run goes on. Every text is made harmless on its way out; callers pass it as it is. */
export interface Log {
  info(line: string): void;
  /** An annotation: a line that GitHub also shows on the run's page and, with `file`, beside that file. */
  annotate(level: AnnotationLevel, message: string, place?: { readonly file?: string; readonly title?: string }): void;
}

/** @param write where lines go, usually stdout: the runner reads annotations only there */
export function createLog(commands: Pick<Commands, 'annotate'>, write: (text: string) => void): Log {
  return {
    info: (line) => write(`${forLog(line)}\n`),
    annotate: (level, message, place) => commands.annotate(level, message, place),
  };
}

/** One line that says what happened, where, and what to do. */
export function explain(error: Pick<UserError, 'message' | 'where' | 'fix'>): string {
  const place = error.where === undefined ? '' : `${error.where}: `;
  return `${place}${error.message} ${error.fix}`;
}
