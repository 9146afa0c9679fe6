import { openDoor } from './door.ts';

// Runs after the job's steps, also when the step failed, was cancelled or was killed. STATE_* is what main left.
const { log } = openDoor(process.env);
const { STATE_result: result, 'STATE_output-directory': directory } = process.env;

if (result !== undefined) log.info(`The step ended with ${result}; there is nothing left to do.`);
else if (directory === undefined) log.info('The step ended before it did anything.');
else {
  log.annotate(
    'warning',
    `The step was ended before it was finished. The certificates it had written by then are in ${directory}.`,
  );
}
