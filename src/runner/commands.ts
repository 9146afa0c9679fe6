import { randomUUID } from 'node:crypto';
import { appendFileSync, constants } from 'node:fs';
import { EOL } from 'node:os';
import { forCommandData, forCommandProperty, forLog } from '../lib/escape.ts';
import { notWritten } from '../lib/file-error.ts';
import { UserError } from '../lib/user-error.ts';
import type { Environment } from './context.ts';

/** Where GitHub shows an annotation. */
export interface Place {
  readonly file?: string;
  /** Of the file, decimal; the first one unless given. */
  readonly line?: string;
  readonly title?: string;
}

/**
 * The runner's side of a step: workflow commands on stdout and the command files.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 *
 * `@actions/core` offers the same, but importing it evaluates an HTTP stack that takes longer than a whole small run,
 * and its `info` prints hostile text as it came. Here every text is escaped on its way out.
 */
export interface Commands {
  annotate(level: AnnotationLevel, message: string, place?: Place): void;
  /** Begins lines of the log that the runner folds under a title; groups do not nest. Nothing outside GitHub. */
  group(title: string): void;
  endGroup(): void;
  /**
   * Sets a step output; a value may hold line breaks. At most 1 MB for all outputs of a job.
   *
   * @throws UserError `runner-file`, as do the two below
   */
  setOutput(name: string, value: string): void;
  /** Keeps a value for the post step, which finds it as STATE_<name>. */
  saveState(name: string, value: string): void;
  /** Appends Markdown to the job summary. Over 1 MiB a step GitHub drops all of it: the caller keeps below. */
  appendSummary(markdown: string): void;
  /** Whether something was appended to the job summary. */
  readonly hasSummary: boolean;
  /**
   * Appends an empty line to the files of the three above, which the runner skips.
   *
   * @returns an error for each that cannot be written, with its {@link RunnerFile} as `where`
   */
  rehearse(): readonly UserError[];
  /** Has the runner replace `secret` by *** in the log. Never for a PEM or an account id: see docs/architecture.md. */
  mask(secret: string): void;
}

/** The variables that name the runner's files. */
export type RunnerFile = 'GITHUB_STATE' | 'GITHUB_OUTPUT' | 'GITHUB_STEP_SUMMARY';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/**
 * @param write where lines go
 * @param show what an annotation is where there is no runner; a line of its own, when undefined
 */
export function createCommands(
  env: Environment,
  write: (text: string) => void,
  show: Commands['annotate'] = (level, message) => write(`${level}: ${forLog(message)}\n`),
): Commands {
  const append = (variable: RunnerFile, text: string): void => {
    const path = env[variable];
    // Outside GitHub there is nobody to read it.
    if (!path) return;
    try {
      appendFileSync(path, text, { flag: APPEND });
    } catch (error) {
      throw problemOf(variable, path, error);
    }
  };
  const appendValue = (variable: RunnerFile, name: string, value: string): void => {
    const delimiter = `ghadelimiter_${randomUUID()}`;
    append(variable, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`);
  };
  const onGitHub = env.GITHUB_ACTIONS === 'true';
  let hasSummary = false;
  return {
    annotate(level, message, place = {}) {
      if (!onGitHub) return show(level, message, place);
      const properties = Object.entries(place)
        .map(([key, value]) => `${key}=${forCommandProperty(value)}`)
        .join(',');
      write(`::${level}${properties === '' ? '' : ` ${properties}`}::${forCommandData(message)}\n`);
    },
    group(title) {
      if (onGitHub) write(`::group::${forCommandData(title)}\n`);
    },
    endGroup() {
      if (onGitHub) write('::endgroup::\n');
    },
    setOutput: (name, value) => appendValue('GITHUB_OUTPUT', name, value),
    saveState: (name, value) => appendValue('GITHUB_STATE', name, value),
    appendSummary(markdown) {
      append('GITHUB_STEP_SUMMARY', markdown);
      hasSummary = true;
    },
    get hasSummary() {
      return hasSummary;
    },
    rehearse: () =>
      RUNNER_FILES.flatMap((variable) => {
        try {
          append(variable, EOL);
          return [];
        } catch (error) {
          if (error instanceof UserError) return [error];
          throw error;
        }
      }),
    mask(secret) {
      if (onGitHub && secret !== '') write(`::add-mask::${forCommandData(secret)}\n`);
    },
  };
}

const RUNNER_FILES: readonly RunnerFile[] = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'];

/** Opening a FIFO that nobody reads would wait for ever. Node takes a number, too; its types say text only. */
const APPEND = (constants.O_APPEND |
  constants.O_CREAT |
  constants.O_WRONLY |
  (constants.O_NONBLOCK ?? 0)) as unknown as string;

function problemOf(variable: RunnerFile, path: string, error: unknown): UserError {
  const { message } = notWritten(path, error);
  return new UserError('runner-file', message, {
    where: variable,
    fix: 'The runner makes this file for each step: see that the job leaves the variable and the file as they are, and that the disk has room, and run the job again.',
    cause: error,
  });
}
