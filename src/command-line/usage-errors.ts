import type { CommanderError } from 'commander';
import { visible } from '../lib/escape.ts';
import { nearest } from '../lib/nearest.ts';
import { COMMANDS, GROUPS, PROGRAM } from './command-table.ts';

/** A mistake in the command line: what is wrong, and where to read on. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** The command whose help says more; empty: the program's. */
  readonly command: string;

  constructor(message: string, command: string) {
    super(message);
    this.command = command;
  }
}

/** What is printed of it, two lines. */
export function usageText({ message, command }: UsageError): string {
  const help = [PROGRAM, ...(command === '' ? [] : [command]), '--help'].join(' ');
  return `error: ${visible(message)}\nTo see what there is: ${help}\n`;
}

/**
 * What commander found wrong, in the words of this program, with what was probably meant.
 *
 * @param args the command line that it read
 */
export function usageErrorOf({ code, message }: CommanderError, args: readonly string[]): UsageError {
  const command = commandIn(args);
  const [, named = ''] = /'(.*)'/s.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownCommand':
      return new UsageError(`There is no command ${named}.${meant(named, commandsBelow(command))}`, command);
    case 'commander.unknownOption':
      return new UsageError(unknownFlag(named, command), command);
    case 'commander.optionMissingArgument':
      return new UsageError(`The flag ${named.replace(/^-\w, /, '').replace(/ .*/, '')} needs a value.`, command);
    case 'commander.missingArgument':
      return new UsageError(`${PROGRAM} ${command} needs a ${named}.`, command);
    case 'commander.excessArguments':
      return new UsageError(excess(command), command);
    default:
      return new UsageError(message.replace(/^error: /, ''), command);
  }
}

/** The command that the first words name, as far as they name one. */
function commandIn(args: readonly string[]): string {
  const [first = '', second = ''] = args.filter((word) => !word.startsWith('-'));
  const both = `${first} ${second}`;
  if (COMMANDS.some(({ name }) => name === both)) return both;
  return COMMANDS.some(({ name }) => name === first) || GROUPS.has(first) ? first : '';
}

function commandsBelow(command: string): readonly string[] {
  const prefix = command === '' ? '' : `${command} `;
  const words = COMMANDS.filter(({ name }) => name.startsWith(prefix)).map(
    ({ name }) => name.slice(prefix.length).split(' ', 1)[0] ?? '',
  );
  return [...new Set(words)];
}

function unknownFlag(written: string, command: string): string {
  const [name = ''] = written.split('=', 1);
  const flags = COMMANDS.find((one) => one.name === command)?.flags ?? [];
  const others = COMMANDS.filter((one) => one.flags.some((flag) => `--${flag.name}` === name));
  if (name === '--mode') return 'There is no flag --mode: the command says what is done.';
  const what = `${command === '' ? PROGRAM : command} has no flag ${name}.`;
  if (others.length > 0) return `${what} It is one of ${others.map((one) => one.name).join(', ')}.`;
  const candidates = flags.map((flag) => `--${flag.name}`);
  return `${what}${meant(name, candidates)}`;
}

function excess(command: string): string {
  const [operand] = COMMANDS.find(({ name }) => name === command)?.operands ?? [];
  return operand === undefined
    ? `${command} takes no words besides its flags.`
    : `${command} takes one ${operand.name}, and there are more.`;
}

function meant(written: string, candidates: readonly string[]): string {
  // The dashes alike say nothing about the words.
  const bare = (text: string): string => text.replace(/^--?/, '');
  const close = nearest(bare(written), candidates.map(bare));
  const found = candidates.find((one) => bare(one) === close);
  return found === undefined ? '' : ` Did you mean ${found}?`;
}
