import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
import { forCommandData, forCommandProperty, forLog } from '../lib/escape.ts';
import type { Environment } from './context.ts';

/**
 * The runner's side of a step: workflow commands on stdout and the command files.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 *
 * `@actions/core` offers the same, but importing it evaluates an HTTP stack that takes longer than a whole small run,
 * and its `info` prints hostile text as it came. Here every text is escaped on its way out.
 */
export interface Commands {
  annotate(level: AnnotationLevel, message: string, place?: { readonly file?: string; readonly title?: string }): void;
  /** Sets a step output; a value may hold line breaks. At most 1 MB for all outputs of a job. */
  setOutput(name: string, value: string): void;
  /** Keeps a value for the post step, which finds it as STATE_<name>. */
  saveState(name: string, value: string): void;
  /** Appends Markdown to the job summary. Over 1 MiB a step GitHub drops all of it: the caller keeps below. */
  appendSummary(markdown: string): void;
  /** Has the runner replace `secret` by *** in the log. Never for a PEM or an account id: see docs/architecture.md. */
  mask(secret: string): void;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export function createCommands(env: Environment, write: (text: string) => void): Commands {
  const toFile = (path: string | undefined, name: string, value: string): void => {
    // Outside GitHub there is nobody to read the value.
    if (!path) return;
    const delimiter = `ghadelimiter_${randomUUID()}`;
    appendFileSync(path, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`);
  };
  const onGitHub = env.GITHUB_ACTIONS === 'true';
  return {
    annotate(level, message, place = {}) {
      if (!onGitHub) return write(`${level}: ${forLog(message)}\n`);
      const properties = Object.entries(place)
        .map(([key, value]) => `${key}=${forCommandProperty(value)}`)
        .join(',');
      write(`::${level}${properties === '' ? '' : ` ${properties}`}::${forCommandData(message)}\n`);
    },
    setOutput: (name, value) => toFile(env.GITHUB_OUTPUT, name, value),
    saveState: (name, value) => toFile(env.GITHUB_STATE, name, value),
    appendSummary(markdown) {
      if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, markdown);
    },
    mask(secret) {
      if (onGitHub && secret !== '') write(`::add-mask::${forCommandData(secret)}\n`);
    },
  };
}
