import type { Mode } from '../inputs/inputs.ts';
import type { Log } from '../runner/log.ts';
import { folded } from './markdown.ts';

const TITLE = 'IAM policy of the run that issues with these inputs';

/**
 * The policy that a role needs for what a validation was asked about, to be folded open in the job summary; empty in other
 * modes. A legal name has nothing in it that Markdown or HTML would read.
 */
export function policySummary(mode: Mode, iamPolicy: string | undefined): string {
  if (mode !== 'validate' || iamPolicy === undefined) return '';
  return folded(TITLE, `\`\`\`json\n${linesOf(iamPolicy).join('\n')}\n\`\`\``);
}

/** As {@link policySummary}, in a group of the log. */
export function logPolicy(
  mode: Mode,
  iamPolicy: string | undefined,
  log: Pick<Log, 'stage' | 'endStage' | 'info'>,
): void {
  if (mode !== 'validate' || iamPolicy === undefined) return;
  log.stage(TITLE);
  for (const line of linesOf(iamPolicy)) log.info(line);
  log.endStage();
}

/** For a person: each action and resource on a line of its own. */
function linesOf(iamPolicy: string): readonly string[] {
  return JSON.stringify(JSON.parse(iamPolicy), null, 2).split('\n');
}
