import { CommanderError } from 'commander';
import { forJsonOutput, forLog } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';
import type { Environment } from '../runner/context.ts';
import { explain } from '../runner/log.ts';
import { COMMANDS } from './command-table.ts';
import { EXIT } from './exit-codes.ts';
import { createProgram, type Invocation } from './program.ts';
import type { Session } from './session.ts';
import { createTerminal, hasColors, type Stream } from './terminal.ts';
import { UsageError, usageErrorOf, usageText } from './usage-errors.ts';
import { onCommandLine } from './wording.ts';

/** The process that the command line runs in. */
export interface CommandLineProcess {
  readonly env: Environment;
  /** Absolute path of the current directory. */
  readonly directory: string;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly version: string;
}

/** Commands whose answer is standard output; what they say besides goes to standard error. */
const ANSWERS = /^(ledger|emulator|completion)\b/;

/**
 * Runs one command line to its end.
 *
 * @param args what comes after the program's name
 * @returns the exit code
 * @throws what is a bug
 */
export async function commandLine(args: readonly string[], process: CommandLineProcess): Promise<number> {
  const { env, directory, stdout, stderr } = process;
  try {
    const invocation = parse(withSwitches(args), process);
    if (invocation === undefined) return EXIT.done;
    const wantsJson = invocation.flags.json === true;
    const session: Session = {
      ...invocation,
      env,
      directory,
      wantsJson,
      terminal: createTerminal(env, wantsJson || ANSWERS.test(invocation.command) ? stderr : stdout, stderr),
      print: (line) => stdout.write(`${line}\n`),
      note: (line) => stderr.write(`${line}\n`),
    };
    // Help and mistakes need nothing of it.
    const { dispatch } = await import('./dispatch.ts');
    return await dispatch(session);
  } catch (error) {
    if (error instanceof UsageError) {
      stderr.write(usageText(error));
      if (args.includes('--json')) stdout.write(`${usageJson(error)}\n`);
      return EXIT.usage;
    }
    if (!(error instanceof UserError)) throw error;
    stderr.write(`error: ${forLog(onCommandLine(explain(error)))}\n`);
    return EXIT.failed;
  }
}

/**
 * @returns undefined when help or the version was printed
 * @throws UsageError
 */
function parse(args: readonly string[], { env, stdout, stderr, version }: CommandLineProcess): Invocation | undefined {
  let invocation: Invocation | undefined;
  const program = createProgram({
    version,
    write: (text) => stdout.write(text),
    writeError: (text) => stderr.write(text),
    columns: stdout.columns,
    hasColors: hasColors(env, stdout),
    firstWord: args[0],
    onCommand: (understood) => {
      invocation = understood;
    },
  });
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    // Help was printed, since there is no command.
    if (error.code === 'commander.help') throw new UsageError(missing(args), args[0] ?? '');
    throw usageErrorOf(error, args);
  }
  return invocation;
}

function missing([first]: readonly string[]): string {
  return first === undefined ? 'There is no command.' : `${first} is followed by one of its commands.`;
}

function usageJson({ command, message }: UsageError): string {
  const messages = [{ level: 'error', code: 'usage', text: message }];
  return forJsonOutput(JSON.stringify({ command, exitCode: EXIT.usage, messages }, null, 2));
}

const SWITCHES = new Map(
  COMMANDS.flatMap(({ flags }) =>
    flags.flatMap((flag) => (flag.isSwitch ? [[`--${flag.name}`, flag.choices ?? []] as const] : [])),
  ),
);

/** `--reissue` alone is `--reissue=true`: what follows it is its value only when it can be one. */
function withSwitches(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return args.map((word, index) => {
    const choices = SWITCHES.get(word as `--${string}`);
    if (choices === undefined || (end >= 0 && index > end)) return word;
    return choices.includes((args[index + 1] ?? '').toLowerCase()) ? word : `${word}=true`;
  });
}
