import { Argument, Command, Option } from 'commander';
import { COMMANDS, type CommandInfo, GROUPS, type Operand, PROGRAM } from './command-table.ts';
import type { Flag } from './flag-table.ts';

/** A command line that was understood. */
export interface Invocation {
  /** As in {@link CommandInfo.name}. */
  readonly command: string;
  /** What is neither a command nor a flag, in its order. */
  readonly words: readonly string[];
  /** Flags that were given, by their names without dashes; those that take no value are `true`. */
  readonly flags: Readonly<Record<string, string | true>>;
}

/** How help looks: its widths and colours are those of the stream. */
export interface ProgramOptions {
  readonly version: string;
  /** Takes what help and `--version` print. */
  readonly write: (text: string) => void;
  /** Takes help when there is no command. */
  readonly writeError: (text: string) => void;
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  readonly hasColors: boolean;
  readonly onCommand: (invocation: Invocation) => void;
  /** The first word of the command line. Where it names a command, the parser knows that one only: it is made sooner. */
  readonly firstWord: string | undefined;
}

/**
 * The parser: one commander command for each entry of the table that is asked for.
 *
 * @throws CommanderError of `parse`, for help and for mistakes alike
 */
export function createProgram(options: ProgramOptions): Command {
  const program = new Command(PROGRAM)
    .description('One AWS IoT certificate for each device CSR, exactly once.')
    .version(options.version, '-V, --version', 'Prints the version.')
    .helpOption('-h, --help', 'Prints help, also about one command.')
    .helpCommand('help [command]', 'Prints help about a command.')
    .addHelpText('after', `\nExit codes: 0 done, 1 findings or failures, 2 wrong command line, 130 interrupted.`)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: options.write,
      writeErr: options.writeError,
      // What is wrong is said in the words of usage-errors.ts.
      outputError: () => undefined,
      getOutHelpWidth: () => options.columns ?? 80,
      getErrHelpWidth: () => options.columns ?? 80,
      getOutHasColors: () => options.hasColors,
      getErrHasColors: () => options.hasColors,
    })
    .configureHelp({ minWidthToWrap: 20, styleTitle: (title) => `\u001b[1m${title}\u001b[22m` });
  const groups = new Map<string, Command>();
  const named = COMMANDS.filter(({ name }) => name.split(' ', 1)[0] === options.firstWord);
  for (const info of named.length > 0 ? named : COMMANDS) {
    const [first = '', second] = info.name.split(' ');
    let parent = program;
    if (second !== undefined) {
      parent = groups.get(first) ?? program.command(first).description(GROUPS.get(first) ?? '');
      groups.set(first, parent);
    }
    addCommand(parent, second ?? first, info, options.onCommand);
  }
  return program;
}

function addCommand(
  parent: Command,
  name: string,
  info: CommandInfo,
  onCommand: (invocation: Invocation) => void,
): void {
  const command = parent.command(name).summary(info.summary);
  const { details } = info;
  command.description(details === undefined ? `${info.summary}.` : `${info.summary}.\n${details}`);
  for (const operand of info.operands) command.addArgument(argumentOf(operand));
  for (const flag of info.flags) command.addOption(optionOf(flag));
  command.addHelpText('after', `\nExamples:\n${info.examples.map((line) => `  ${exampleOf(line)}`).join('\n')}`);
  command.action(() => {
    const flags = Object.fromEntries(
      command.options.flatMap((option) => {
        const value: unknown = command.getOptionValue(option.attributeName());
        return typeof value === 'string' || value === true ? [[option.name(), value] as const] : [];
      }),
    );
    onCommand({ command: info.name, words: command.args, flags });
  });
}

/** An example as it is typed; one with a pipe names the program itself. */
export function exampleOf(line: string): string {
  return line.includes(PROGRAM) ? line : `${PROGRAM} ${line}`;
}

function argumentOf({ name, description, isRequired, isVariadic }: Operand): Argument {
  const dots = isVariadic ? '...' : '';
  return new Argument(isRequired ? `<${name}${dots}>` : `[${name}${dots}]`, description);
}

function optionOf({ name, short, value, description, default: standard, isRepeatable }: Flag): Option {
  const names = `${short === undefined ? '' : `-${short}, `}--${name}`;
  const shown = standard === '' ? description : `${description} (default: ${standard})`;
  const option = new Option(value === undefined ? names : `${names} <${value}>`, shown);
  if (isRepeatable) {
    option.argParser((text: string, before: string | undefined) =>
      before === undefined ? text : `${before}\n${text}`,
    );
  }
  return option;
}
