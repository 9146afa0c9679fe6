import type { Mode } from '../inputs/inputs.ts';
import { duration, plural } from '../lib/words.ts';
import type { Services } from '../runner/services.ts';
import { onlyReport } from './only-report.ts';
import { writeOutputs } from './outputs.ts';
import { writePage } from './page/write-page.ts';
import type { Story } from './story.ts';
import { summarize } from './summary.ts';

/** Reports the whole story: the last log line, the outputs, the job summary, the page. What cannot be written is a warning. */
export async function report(story: Story, { mode }: { readonly mode: Mode }, services: Services): Promise<void> {
  const { log, commands, clock, context } = services;
  const elapsed = clock.now() - story.start;
  const have = story.outcomes.filter((outcome) => 'certificate' in outcome).length;
  const valid = story.batch?.csrs.length ?? 0;
  const done = {
    issue: plural(have, 'certificate'),
    validate: plural(valid, 'valid CSR'),
    audit: plural(story.audit?.drifts.length ?? 0, 'disagreement'),
  }[mode];
  log.info(`${done} in ${duration(elapsed)}`);
  await onlyReport('The outputs', log, () => writeOutputs(story, commands.setOutput));
  await onlyReport('The job summary', log, () =>
    commands.appendSummary(summarize(story, mode, elapsed, context.rulesPage)),
  );
  await writePage(story, mode, services);
  const { pagePath } = story;
  if (pagePath !== undefined) log.info(`Report: ${pagePath}`);
  await onlyReport('The output report-path', log, () => commands.setOutput('report-path', pagePath ?? ''));
}
