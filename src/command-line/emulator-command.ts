import { fileURLToPath } from 'node:url';
import type { EmulatorOptions } from '../emulator/emulator.ts';
import { UserError } from '../lib/user-error.ts';
import { parseFault, parseLatency, parseQuotas } from './emulator-flags.ts';
import { EXIT } from './exit-codes.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-errors.ts';
import { wholeNumber } from './whole-number.ts';

/** AWS IoT, AWS STS and GitHub each have a port. */
const PORTS = 3;

/**
 * Runs the emulator until a signal ends it.
 *
 * @returns the exit code: 0 after Ctrl-C, which is how it is ended
 * @throws UsageError for a flag; UserError `port` when it cannot listen
 */
export async function runEmulator(session: Session): Promise<number> {
  const { flags, command, wantsJson, print, note } = session;
  const lines = (name: string): readonly string[] =>
    String(flags[name] ?? '')
      .split('\n')
      .filter(Boolean);
  const port = wholeNumber(session, 'port', { standard: 0, least: 0, most: 65_535 - PORTS + 1 });
  const faults = lines('fault').map((text) => parseFault(text, command));
  const region = String(flags.region ?? 'us-east-1');
  const options: EmulatorOptions = {
    port,
    region,
    seed: wholeNumber(session, 'seed', { standard: 1, least: 0, most: 2 ** 32 - 1 }),
    quotas: parseQuotas(lines('quota'), command),
    latency: parseLatency(String(flags.latency ?? '0'), command),
  };
  // Whoever ends it at once has not to wait until it listens for that.
  const end = ended();
  const emulator = await start(options, port);
  try {
    for (const { service, fault } of faults) inject(() => emulator[service].inject(fault as never), command);
    // Whoever waits for the line with the last variable finds all of them.
    const env = { AWS_REGION: region, ...emulator.env, ...emulator.accessKeys };
    if (wantsJson) {
      const { roleArn, accountId, controlUrl, githubToken, caPem } = emulator;
      print(JSON.stringify({ command, env, region, roleArn, accountId, controlUrl, githubToken, caPem }, null, 2));
    } else {
      for (const [name, value] of Object.entries(env)) print(`${name}=${value}`);
      for (const line of tryIt(env)) note(line);
    }
    await end;
  } finally {
    await emulator.close();
  }
  return EXIT.done;
}

async function start(options: EmulatorOptions, port: number) {
  const { startEmulator } = await import('../emulator/emulator.ts');
  try {
    return await startEmulator(options);
  } catch (error) {
    const { code, syscall, port: taken = port } = error as NodeJS.ErrnoException & { readonly port?: number };
    if (syscall !== 'listen') throw error;
    const why =
      code === 'EADDRINUSE' ? 'is in use' : code === 'EACCES' ? 'needs the rights of root' : `fails (${code})`;
    throw new UserError('port', `Port ${taken} ${why}.`, {
      where: '--port',
      fix: `Name another one with --port: ${PORTS} ports from there on are used. Without it, free ones are found.`,
      cause: error,
    });
  }
}

/** The services know which operations and errors they have. */
function inject(work: () => void, command: string): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`--fault: ${error.message}.`, command);
  }
}

/** Resolves when the process is asked to end. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** Command lines that reach the emulator from another terminal, in the current directory of that. */
function tryIt(env: Readonly<Record<string, string>>): readonly string[] {
  const needed = Object.entries(env).filter(([name]) => name.startsWith('AWS_'));
  const script = fileURLToPath(new URL('./cli.js', import.meta.url));
  const sh = (text: string): string => (/^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  const ps = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const bash = needed.map(([name, value]) => `${name}=${sh(value)}`).join(' ');
  const powershell = needed.map(([name, value]) => `$env:${name}=${ps(value)}`).join('; ');
  return [
    '',
    'The emulator runs until Ctrl-C. To issue certificates for csrs/*.csr with it, in another terminal:',
    '',
    'bash, zsh:',
    `${bash} ${sh(process.execPath)} ${sh(script)} issue 'csrs/*.csr'`,
    '',
    'PowerShell:',
    `${powershell}; & ${ps(process.execPath)} ${ps(script)} issue 'csrs/*.csr'`,
    '',
  ];
}
