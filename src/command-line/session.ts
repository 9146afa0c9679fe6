import { readInputs } from '../inputs/inputs.ts';
import type { Purpose } from '../inputs/run-permissions.ts';
import { forJsonOutput, forLog } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';
import type { Environment } from '../runner/context.ts';
import { explain } from '../runner/log.ts';
import { fail, openDoor } from '../runner/open.ts';
import type { Services } from '../runner/services.ts';
import { DEFAULT_MAX_CERTIFICATES } from '../validation/shard.ts';
import { EXIT } from './exit-codes.ts';
import { FLAG_DEFAULTS, isInputName } from './flag-table.ts';
import type { NamedCsrs } from './operands.ts';
import type { Invocation } from './program.ts';
import type { Terminal } from './terminal.ts';
import { onCommandLine } from './wording.ts';

/** What a command works with. */
export interface Session extends Invocation {
  readonly env: Environment;
  /** Absolute; relative names are relative to it. */
  readonly directory: string;
  /** Where the command says what it does. */
  readonly terminal: Terminal;
  /** Takes the answer: a line of standard output. */
  readonly print: (line: string) => void;
  /** Takes what is not part of the answer: a line of standard error. */
  readonly note: (line: string) => void;
  readonly wantsJson: boolean;
}

/** What is said while a command runs, for the JSON document. */
export interface Message {
  readonly level: 'error' | 'warning' | 'notice';
  readonly code: string | undefined;
  readonly file: string | undefined;
  readonly text: string;
}

/** What a command leaves behind. */
export interface Result {
  readonly ok: boolean;
  /** Its part of the JSON document; undefined: the command has none. */
  readonly answer?: object;
}

/** What the step would be asked to do. */
export type Mode = 'issue' | 'validate' | 'audit' | 'revoke' | 'retire';

/** What a command that needs services gets. */
export interface Work {
  readonly services: Services;
  /** Outputs that the command set, by name. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Reads the flags as the step reads its inputs. */
  readonly inputs: () => ReturnType<typeof readInputs>;
}

/**
 * Runs a command with the services of a run, and reports what ends it.
 *
 * @param mode what the step would be asked to do
 * @param csrs named after the command
 * @param selectors of certificates, named after the command
 * @param purpose of the calls of AWS; undefined: the mode's
 * @returns the exit code
 */
export async function withServices(
  session: Session,
  {
    mode,
    csrs,
    selectors = [],
    purpose,
  }: {
    readonly mode: Mode;
    readonly csrs?: NamedCsrs;
    readonly selectors?: readonly string[];
    readonly purpose?: Purpose;
  },
  work: (work: Work) => Promise<Result>,
): Promise<number> {
  const { terminal } = session;
  const env = inputEnvironment(session, mode, csrs, selectors);
  const messages: Message[] = [];
  const outputs = new Map<string, string>();
  const interruption = watchSignals(session.note);
  const services = watched(openDoor(env, terminal), messages, outputs);
  const source = { csrFiles: csrs?.files ?? [], purpose };
  let result: Result = { ok: false };
  let code: number = EXIT.failed;
  try {
    result = await work({ services, outputs, inputs: () => readInputs(env, services.context, source) });
    code = result.ok ? EXIT.done : EXIT.failed;
  } catch (error) {
    code = reportEnd(error, services, session, messages);
  }
  terminal.end();
  if (code === EXIT.failed) code = interruption.code() ?? code;
  if (session.wantsJson) {
    const answer = { command: session.command, exitCode: code, ...result.answer, messages };
    session.print(forJsonOutput(JSON.stringify(answer, null, 2)));
  }
  return code;
}

/** A mistake in a flag is one in the command line; everything else is a failure of the command. */
function reportEnd(error: unknown, services: Services, { command, note }: Session, messages: Message[]): number {
  if (!(error instanceof UserError) || error.code !== 'inputs' || services.context.onGitHub) {
    fail(error, services);
    return error instanceof UserError && error.code === 'inputs' ? EXIT.usage : EXIT.failed;
  }
  for (const mistake of [error, ...error.others]) {
    const text = onCommandLine(explain(mistake));
    messages.push({ level: 'error', code: mistake.code, file: undefined, text });
    note(`error: ${forLog(text)}`);
  }
  note(`To see what there is: iot-certificates ${command} --help`);
  return EXIT.usage;
}

/** Only flags count: a variable of the environment that is named as an input belongs to another program. */
function inputEnvironment(
  { env, flags }: Session,
  mode: Mode,
  csrs: NamedCsrs | undefined,
  selectors: readonly string[],
): Environment {
  const inputs = Object.entries(flags).flatMap(([name, value]) =>
    isInputName(name) && typeof value === 'string' ? [[name, value] as const] : [],
  );
  const given = new Map<string, string>([...Object.entries(FLAG_DEFAULTS), ...inputs, ['mode', mode]]);
  const globs = [given.get('csr-path') ?? '', ...(csrs?.patterns ?? [])].filter((glob) => glob !== '');
  given.set('csr-path', globs.join('\n'));
  given.set('revoke', [given.get('revoke') ?? '', ...selectors].join('\n'));
  // Whoever names files one by one knows how many they are; where nothing is created, nothing is to be stopped.
  const named = csrs?.files.length ?? 0;
  if (mode === 'validate' && named > DEFAULT_MAX_CERTIFICATES && !given.has('max-certificates')) {
    given.set('max-certificates', String(named));
  }
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'))),
    ...Object.fromEntries([...given].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
}

function watched(services: Services, messages: Message[], outputs: Map<string, string>): Services {
  const { log, commands, context } = services;
  return {
    ...services,
    log: {
      ...log,
      annotate(level, message, place) {
        const text = context.onGitHub ? message : onCommandLine(message);
        messages.push({ level, code: place?.title, file: place?.file, text });
        log.annotate(level, message, place);
      },
    },
    commands: {
      ...commands,
      setOutput(name, value) {
        outputs.set(name, value);
        commands.setOutput(name, value);
      },
    },
  };
}

/** A second Ctrl-C this long after the first ends the process: npx passes on each one that it gets, at once. */
const AGAIN_MS = 1_000;

/** Notes which signal came first. A person who presses Ctrl-C again does not want to wait. */
function watchSignals(note: (line: string) => void): { readonly code: () => number | undefined } {
  let first: { readonly code: number; readonly at: number } | undefined;
  const onSignal = (code: number): void => {
    const at = performance.now();
    if (first === undefined) first = { code, at };
    else if (code === EXIT.interrupted && at - first.at > AGAIN_MS) {
      note('Ended at once. What was under way is in the journal: the next run finds out what became of it.');
      process.exit(EXIT.interrupted);
    }
  };
  process.on('SIGINT', () => onSignal(EXIT.interrupted));
  process.on('SIGTERM', () => onSignal(EXIT.terminated));
  return { code: () => first?.code };
}
