import { readInputs } from './inputs/inputs.ts';
import { run } from './run.ts';
import { fail, leave, openStep } from './runner/open.ts';

const services = openStep(process.env);
try {
  if (!(await run(await readInputs(process.env, services.context), services))) process.exitCode = 1;
} catch (error) {
  fail(error, services);
}
leave();
