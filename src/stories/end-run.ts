import { sep } from 'node:path';
import type { Mode } from '../inputs/inputs.ts';
import { UserError } from '../lib/user-error.ts';
import { report } from '../report/report.ts';
import type { Story } from '../report/story.ts';
import { bugOf } from '../runner/failure-summary.ts';
import { annotateFailure } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';

/**
 * Runs a story to its end, however it ends: what a user can mend becomes its failure, the connections are closed, and
 * what was found is reported.
 *
 * @param work leaves what it finds in the story, so that the report says how far the run came
 * @param story the one that `work` fills
 * @returns false when the step has to fail; the reason is in the log and in the summary
 * @throws what is a bug of this action
 */
export async function runToEnd(
  work: () => Promise<void>,
  story: Story,
  options: Parameters<typeof report>[1],
  services: Services,
): Promise<boolean> {
  const { log, stop, context } = services;
  try {
    await work();
  } catch (error) {
    const failure = error === stop.reason ? cancelled(options.mode) : error;
    // The door reports a bug; here it keeps the summary from saying that all went well.
    story.failure = failure instanceof UserError ? withShortPaths(failure, context.workspace) : bugOf(failure);
    if (!(failure instanceof UserError)) throw failure;
    annotateFailure(log, story.failure);
  } finally {
    log.endStage();
    story.account?.iot.close();
    story.shared?.table.close();
    await story.memory?.journal.close();
    await report(story, options, services);
  }
  return story.failure === undefined;
}

/** A path in the workspace is named as the repository has it. */
function withShortPaths(error: UserError, workspace: string): UserError {
  const short = (text: string): string => text.replaceAll(`${workspace}${sep}`, '');
  const { code, message, where, fix, others, cause } = error;
  return new UserError(code, short(message), {
    fix: short(fix),
    cause,
    others: others.map((other) => withShortPaths(other, workspace)),
    ...(where === undefined ? {} : { where: short(where) }),
  });
}

/** Only what comes before the first call that changes something rejects when the job is cancelled. */
function cancelled(mode: Mode): UserError {
  const what = mode === 'revoke' ? 'revoked' : mode === 'retire' ? 'retired' : 'created';
  return new UserError('cancelled', `The job was cancelled before anything was ${what}.`, {
    fix: 'Run the job again.',
  });
}
