import { forLog } from '../lib/escape.ts';
import type { UserError } from '../lib/user-error.ts';
import type { AnnotationLevel, Commands, Place } from './commands.ts';
import type { ProgressState } from './progress.ts';

/** What a person reads while the run goes on. Every text is made harmless on its way out; callers pass it as it is. */
export interface Log {
  info(line: string): void;
  /** The lines that follow are of this stage, in a group of their own, until the next stage or {@link endStage}. */
  stage(title: string): void;
  endStage(): void;
  /**
   * An annotation: a line that GitHub also shows on the run's page and, with `file`, beside that file. It stands outside
   * of every group, where it is seen. `title` is the code of the message, or the id of a rule; the first message of a code
   * ends with a link to its explanation.
   */
  annotate(level: AnnotationLevel, message: string, place?: Place): void;
  /** Draws how far work has come, again and again in one place; undefined: it is over. Only on a terminal. */
  readonly progress?: ((state: ProgressState | undefined) => void) | undefined;
}

/**
 * @param write where lines go, usually stdout: the runner reads annotations only there
 * @param messagesPage as in {@link RunContext.messagesPage}
 */
export function createLog(
  commands: Pick<Commands, 'annotate' | 'group' | 'endGroup'>,
  write: (text: string) => void,
  messagesPage: string,
  progress?: Log['progress'],
): Log {
  const linked = new Set<string>();
  /** The title of the stage that lines are of. Its group is opened by the first line, and again after an annotation. */
  let stage: string | undefined;
  let isOpen = false;
  const close = (): void => {
    if (isOpen) commands.endGroup();
    isOpen = false;
  };
  return {
    progress,
    info(line) {
      if (stage !== undefined && !isOpen) {
        commands.group(stage);
        stage = stage.replace(/(, continued)?$/, ', continued');
        isOpen = true;
      }
      write(`${forLog(line)}\n`);
    },
    stage(title) {
      close();
      stage = title;
    },
    endStage() {
      close();
      stage = undefined;
    },
    annotate(level, message, place) {
      close();
      const code = place?.title;
      // What a rule finds has a link to the rule already.
      const isLinked = code === undefined || linked.has(code) || message.includes(`#${code}`);
      if (code !== undefined) linked.add(code);
      commands.annotate(level, isLinked ? message : `${message} [${code}] ${messagesPage}#${code}`, place);
    },
  };
}

/** One line: what happened, where, and what to do. */
export function explain(error: Pick<UserError, 'message' | 'where' | 'fix'>): string {
  return `${placed(error)} ${error.fix}`;
}

/** What happened, and where: the place stands before a message that does not name it. */
export function placed({ message, where }: Pick<UserError, 'message' | 'where'>): string {
  return where === undefined || names(message, where) ? message : `${where}: ${message}`;
}

/** Whether a text has the place in it, and not only as a part of another name, such as that of a file. */
function names(text: string, place: string): boolean {
  const start = text.indexOf(place);
  if (start < 0) return false;
  return !/[\w/.-]$/.test(text.slice(0, start)) && !/^([\w/-]|\.\w)/.test(text.slice(start + place.length));
}

/** Annotates an error and all that were found with it, a line each. */
export function annotateFailure(log: Pick<Log, 'annotate'>, error: UserError): void {
  for (const one of [error, ...error.others]) log.annotate('error', explain(one), { title: one.code });
}
