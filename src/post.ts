import { readInputs } from './inputs/inputs.ts';
import { findJournal, isPlaceOfJournal } from './records/journal-file.ts';
import { fail, leave, openStep } from './runner/open.ts';
import { endProcess, processFromText } from './runner/other-process.ts';

// Runs after the job's steps, also when the step failed, was cancelled or was killed. STATE_* is what main left.
const { STATE_journal: named, STATE_step: step, STATE_process: main, 'STATE_handed-over': handedOver } = process.env;
const services = openStep(process.env);
const { log, context, clock } = services;
const journal = named !== undefined && isPlaceOfJournal(context.tempDirectory, named) ? named : undefined;
try {
  const found = (await endMain()) ? (journal ?? (await journalSince())) : journal;
  if (found === undefined) log.info('The step asked for no certificates; there is nothing to look after.');
  else if (handedOver === 'true') log.info('The step handed over all it has; there is nothing left to do.');
  else {
    const inputs = await readInputs(process.env, context);
    if (inputs.mode === 'revoke') {
      const { recoverRevocations } = await import('./stories/recover-revocations.ts');
      await recoverRevocations(found, step, inputs, services);
    } else if (inputs.mode === 'retire') {
      const { recoverRetirements } = await import('./stories/recover-retirements.ts');
      await recoverRetirements(found, step, inputs, services);
    } else {
      const { recover } = await import('./stories/recover.ts');
      await recover(found, step, inputs, services);
    }
  }
} catch (error) {
  fail(error, services);
}
leave();

/**
 * In a `container:` job the runner's signals end the Docker client and do not reach the step.
 *
 * @returns true when the step was still running
 */
async function endMain(): Promise<boolean> {
  const name = main === undefined ? undefined : processFromText(main);
  if (name === undefined) return false;
  const end = await endProcess(name, clock, () =>
    log.info(`The step is still running as process ${name.pid}: it is asked to end, and is ended after 15 s`),
  );
  if (end === 'ended') log.info(`Process ${name.pid} has ended`);
  if (end === 'alive') {
    log.annotate('warning', `Process ${name.pid} of the step could not be ended. It may still issue certificates.`, {
      title: 'process-left',
    });
  }
  return end !== 'gone';
}

/** The step may have opened its journal after the runner read what it had to say. */
async function journalSince(): Promise<string | undefined> {
  return step === undefined ? undefined : findJournal(context.tempDirectory, step);
}
