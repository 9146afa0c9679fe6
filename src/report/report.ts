import type { Mode } from '../inputs/inputs.ts';
import type { Services } from '../runner/services.ts';
import { lastLine } from './last-line.ts';
import { onlyReport } from './only-report.ts';
import { writeOutputs } from './outputs.ts';
import { pacingFacts } from './pacing.ts';
import { writePage } from './page/write-page.ts';
import type { Story } from './story.ts';
import { summarize } from './summary.ts';

/** Reports the whole story: the outputs, the job summary, the page, the last line of the log. What cannot be written is a warning. */
export async function report(story: Story, { mode }: { readonly mode: Mode }, services: Services): Promise<void> {
  const { log, commands, clock, context } = services;
  const elapsed = clock.now() - story.start;
  await onlyReport('The outputs', log, () => writeOutputs(story, commands.setOutput));
  await onlyReport('The job summary', log, () =>
    commands.appendSummary(summarize(story, mode, elapsed, context.rulesPage)),
  );
  await writePage(story, mode, services);
  await onlyReport('The output report-path', log, () => commands.setOutput('report-path', story.pagePath ?? ''));
  for (const line of story.pacing === undefined ? [] : pacingFacts(story.pacing())) log.info(line.replace(/^- /, ''));
  log.info(lastLine(story, mode, elapsed));
}
