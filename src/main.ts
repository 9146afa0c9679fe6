import { fail, openDoor } from './door.ts';
import { readInputs } from './inputs.ts';
import { run } from './run.ts';

const services = openDoor(process.env);
// @actions/artifact throws what happens while it zips outside of every promise.
process.on('uncaughtException', (error) => {
  fail(error, services);
  process.exit();
});

try {
  const inputs = readInputs(process.env, services.context);
  services.commands.saveState('output-directory', inputs.outputDirectory);
  const complete = await run(inputs, services);
  services.commands.saveState('result', complete ? 'success' : 'failure');
  if (!complete) process.exitCode = 1;
} catch (error) {
  services.commands.saveState('result', 'failure');
  fail(error, services);
}
