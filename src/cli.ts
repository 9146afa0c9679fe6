import { parseArgs } from 'node:util';
import { fail, openDoor } from './door.ts';
import { INPUT_NAMES, type Inputs, readInputs } from './inputs.ts';

const USAGE = `Usage: node dist/cli.js COMMAND [--INPUT VALUE …]

  demo       the whole job on this machine, without AWS and GitHub; --csr-path GLOB runs it on your own CSRs
  validate   judge CSRs: --csr-path GLOB
  audit      hold a ledger against the account, changing neither: --ledger FILE --aws-region REGION
  issue      create certificates with the AWS credentials of your environment: --csr-path GLOB --aws-region REGION
  emulator   start the embedded AWS and GitHub stand-ins, print their environment, and keep them running

Every input of the action is a flag of validate, issue and audit; README.md lists them. Differences from the step: deliver
is directory and output-directory is ./iot-certificates unless they are given.
`;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { command, values } = parse(process.argv.slice(2));
switch (command) {
  case 'demo': {
    const { demo } = await import('./demo/demo.ts');
    process.exitCode = await demo(values['csr-path'], print);
    break;
  }
  case 'emulator': {
    const { startEmulator } = await import('./emulator/emulator.ts');
    const emulator = await startEmulator();
    for (const [name, value] of Object.entries({ ...emulator.env, ...emulator.accessKeys })) print(`${name}=${value}`);
    break;
  }
  case 'issue':
  case 'audit':
  case 'validate':
    await runHere(command);
    break;
  default:
    process.stderr.write(USAGE);
    process.exitCode = 2;
}

async function runHere(mode: Inputs['mode']): Promise<void> {
  const given = Object.entries({ deliver: 'directory', 'output-directory': 'iot-certificates', ...values, mode });
  const env = {
    ...process.env,
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  const services = openDoor(env);
  try {
    const { run } = await import('./run.ts');
    if (!(await run(readInputs(env, services.context), services))) process.exitCode = 1;
  } catch (error) {
    fail(error, services);
  }
}

function parse(args: string[]): { readonly command: string | undefined; readonly values: Record<string, string> } {
  const options = Object.fromEntries(INPUT_NAMES.map((name) => [name, { type: 'string' } as const]));
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return { command: positionals.length === 1 ? positionals[0] : undefined, values: values as Record<string, string> };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n`);
    return { command: undefined, values: {} };
  }
}
