import type { Mode } from '../inputs/inputs.ts';
import type { Services } from '../runner/services.ts';
import { logPolicy, policySummary } from './iam-policy.ts';
import { lastLine } from './last-line.ts';
import { onlyReport } from './only-report.ts';
import { writeOutputs } from './outputs.ts';
import { pacingFacts } from './pacing.ts';
import { writePage } from './page/write-page.ts';
import type { Story } from './story.ts';
import { summarize } from './summary.ts';

/** Each field is one of `Inputs`. */
export interface ReportOptions {
  readonly mode: Mode;
  /** What a person may put on the role; undefined: nothing is to be allowed. */
  readonly iamPolicy: string | undefined;
}

/** Reports the whole story: the outputs, the job summary, the page, the last line of the log. What cannot be written is a warning. */
export async function report(story: Story, { mode, iamPolicy }: ReportOptions, services: Services): Promise<void> {
  const { log, commands, clock, context } = services;
  const elapsed = clock.now() - story.start;
  await onlyReport('The outputs', log, () => {
    writeOutputs(story, commands.setOutput);
    commands.setOutput('iam-policy', iamPolicy ?? '');
  });
  await onlyReport('The job summary', log, () =>
    commands.appendSummary(summarize(story, mode, elapsed, context.rulesPage) + policySummary(mode, iamPolicy)),
  );
  await writePage(story, mode, services);
  await onlyReport('The output report-path', log, () => commands.setOutput('report-path', story.pagePath ?? ''));
  if (context.onGitHub) logPolicy(mode, iamPolicy, log);
  for (const line of story.pacing === undefined ? [] : pacingFacts(story.pacing())) log.info(line.replace(/^- /, ''));
  log.info(lastLine(story, mode, elapsed));
}
