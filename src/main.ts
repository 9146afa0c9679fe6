import { readInputs } from './inputs/inputs.ts';
import { run } from './run.ts';
import { fail, leave, openStep } from './runner/open.ts';
import { ownProcess, processToText } from './runner/other-process.ts';

const services = openStep(process.env);
try {
  const { commands, context } = services;
  // Where the runner's signals do not reach this process, the post step ends it.
  commands.saveState('process', processToText(await ownProcess()));
  commands.saveState('step', context.step);
  if (!(await run(await readInputs(process.env, context), services))) process.exitCode = 1;
} catch (error) {
  fail(error, services);
}
leave();
