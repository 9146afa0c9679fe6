import { parseArgs } from 'node:util';
import { INPUT_NAMES, type Mode, readInputs } from './inputs/inputs.ts';
import { UserError } from './lib/user-error.ts';
import type { Environment } from './runner/context.ts';
import { fail, openDoor } from './runner/open.ts';
import type { Services } from './runner/services.ts';

const USAGE = `Usage: node dist/cli.js COMMAND [--INPUT VALUE …]

  demo       the whole job on this machine, without AWS and GitHub; --csr-path GLOB runs it on your own CSRs
  validate   judge CSRs: --csr-path GLOB
  audit      hold a ledger against the account, changing neither: --ledger FILE --aws-region REGION
  issue      create certificates with the AWS credentials of your environment: --csr-path GLOB --aws-region REGION
  plan       divide a batch into jobs: --csr-path GLOB --parallel 4 --requests-per-second 15 --output-directory TO
             (docs/scale.md)
  merge      make one directory, manifest and ledger of those of the jobs: DIRECTORY … --output-directory TO --ledger FILE
  ledger     merge A B …: make one ledger of several, printed or written to -o FILE
             export FILE, import FILE: a shared ledger to a file and back; show DEVICE: --ledger dynamodb://TABLE --aws-region REGION
  emulator   start the embedded AWS and GitHub stand-ins, print their environment, and keep them running

Every input of the action is a flag of validate, issue and audit; README.md lists them. Differences from the step: deliver
is directory and output-directory is ./iot-certificates unless they are given.
`;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { command, directories, values } = parse(process.argv.slice(2));
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
    await withServices(async (env, services) => {
      const { run } = await import('./run.ts');
      return run(await readInputs(env, services.context), services);
    }, command);
    break;
  case 'plan':
    await withServices(async (env, services) => {
      const { planCommand } = await import('./stories/plan-shards.ts');
      return planCommand(await readInputs(env, services.context), parallelOf(values.parallel), services);
    }, 'validate');
    break;
  case 'merge':
    await withServices(async (_, services) => {
      const { mergeCommand } = await import('./stories/merge-shards.ts');
      const { 'output-directory': target = 'iot-certificates', ledger } = values;
      return mergeCommand(directories, target, ledger || undefined, services);
    });
    break;
  case 'ledger':
    await withServices(async (env, services) => {
      if (directories[0] === 'merge') {
        const { mergeLedgersCommand } = await import('./stories/merge-ledgers.ts');
        return mergeLedgersCommand(directories.slice(1), values.output, services, print);
      }
      const { ledgerCommand } = await import('./stories/ledger-command.ts');
      return ledgerCommand(directories, await readInputs(env, services.context), services, print);
    }, 'audit');
    break;
  default:
    process.stderr.write(USAGE);
    process.exitCode = 2;
}

/** @param work resolves to false when the command has failed and has said so */
async function withServices(
  work: (env: Environment, services: Services) => Promise<boolean>,
  mode?: Mode,
): Promise<void> {
  const given = { deliver: 'directory', 'output-directory': 'iot-certificates', ...values, ...(mode && { mode }) };
  const env = {
    ...process.env,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  const services = openDoor(env);
  try {
    if (!(await work(env, services))) process.exitCode = 1;
  } catch (error) {
    fail(error, services);
  }
}

/** As many jobs at a time as a matrix may have, 4 by default. */
function parallelOf(text = '4'): number {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= 256) return value;
  throw new UserError('inputs', `parallel: ${JSON.stringify(text)} is not allowed.`, {
    fix: 'Allowed: a whole number from 1 to 256.',
  });
}

interface CommandLine {
  readonly command: string | undefined;
  /** Of `merge`, and the words after `ledger`; no other command takes any. */
  readonly directories: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

function parse(args: string[]): CommandLine {
  const names = [...INPUT_NAMES, ...(args[0] === 'plan' ? ['parallel'] : [])];
  const options = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' } as const])),
    ...(args[0] === 'ledger' && { output: { type: 'string', short: 'o' } as const }),
  };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [command, ...directories] = positionals;
    return {
      command: isComplete(command, directories) ? command : undefined,
      directories,
      values: values as Record<string, string>,
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n`);
    return { command: undefined, directories: [], values: {} };
  }
}

function isComplete(command: string | undefined, words: readonly string[]): boolean {
  if (command === 'merge') return words.length > 0;
  if (command === 'ledger') return words[0] === 'merge' ? words.length > 1 : words.length === 2;
  return words.length === 0;
}
