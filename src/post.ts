import { readInputs } from './inputs/inputs.ts';
import { fail, leave, openStep } from './runner/open.ts';

// Runs after the job's steps, also when the step failed, was cancelled or was killed. STATE_* is what main left.
const { STATE_journal: journal, 'STATE_handed-over': handedOver } = process.env;
const services = openStep(process.env);
if (journal === undefined) services.log.info('The step asked for no certificates; there is nothing to look after.');
else if (handedOver === 'true') services.log.info('The step handed over all it has; there is nothing left to do.');
else {
  try {
    const { recover } = await import('./stories/recover.ts');
    await recover(journal, await readInputs(process.env, services.context), services);
  } catch (error) {
    fail(error, services);
  }
}
leave();
