import { UserError } from '../lib/user-error.ts';
import { explain, type Log } from '../runner/log.ts';

/**
 * Does what only reports: the summary, the outputs, SARIF. A failure is a warning, and the run goes on to the verdict
 * that it has without it.
 *
 * @param what is reported, in a person's words
 */
export async function onlyReport(what: string, log: Log, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason =
      error instanceof UserError ? explain(error) : `${error} This is a bug in the action, please report it.`;
    log.annotate('warning', `${what} could not be written. ${reason}`, { title: 'report-not-written' });
  }
}
