import { readInputs } from './inputs/inputs.ts';
import { run } from './run.ts';
import { fail, openDoor } from './runner/open.ts';

const services = openDoor(process.env);
// @actions/artifact throws what happens while it zips outside of every promise.
process.on('uncaughtException', (error) => {
  fail(error, services);
  process.exit();
});

try {
  if (!(await run(await readInputs(process.env, services.context), services))) process.exitCode = 1;
} catch (error) {
  fail(error, services);
}
