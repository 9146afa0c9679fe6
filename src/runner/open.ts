import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { systemClock } from '../lib/clock.ts';
import { createFileWriter } from '../lib/file-writer.ts';
import { answerText, keepSecret } from '../lib/redact.ts';
import { UserError } from '../lib/user-error.ts';
import { type AnnotationLevel, createCommands } from './commands.ts';
import { type Environment, readContext } from './context.ts';
import { bugOf, failureSummary } from './failure-summary.ts';
import { annotateFailure, createLog, explain, type Log } from './log.ts';
import { createNetwork } from './network.ts';
import type { Services } from './services.ts';

/** More threads than this only take memory from each other: the largest of GitHub's standard runners has 4. */
const MAX_THREADS = 8;

/** {@link openDoor} for a step: what is thrown outside of every promise ends it as a failure does. */
export function openStep(env: Environment): Services {
  const services = openDoor(env);
  // @actions/artifact throws what happens while it zips outside of every promise.
  process.on('uncaughtException', (error) => {
    fail(error, services);
    process.exit();
  });
  return services;
}

/** After a cancel the runner leaves 10 s; the last 2 of them are for the report. */
const END_MS = 8_000;

/** Variables that hold a secret: of the runner, of AWS, of the proxy. */
const SECRETS =
  /^(ACTIONS_\w*TOKEN|GITHUB_TOKEN|GH_TOKEN|INPUT_GITHUB-TOKEN|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_SECURITY_TOKEN|AWS_CONTAINER_AUTHORIZATION_TOKEN|(https?|all)_proxy)$/i;

/** Of the address of a proxy only the password is secret. */
function secretIn(value: string | undefined): string | undefined {
  if (value === undefined || !URL.canParse(value)) return value;
  const { password } = new URL(value);
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}

/**
 * The AWS SDK's own switch for its notice that its later versions need a later Node: the version in dist/ stays the same,
 * and nobody who reads the log could do anything about it.
 */
const SDK_NOTICE = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';

/** Where a run is followed. */
export interface Output {
  /** Takes lines, line ends included. */
  readonly write: (text: string) => void;
  /** Takes annotations where there is no runner; undefined: they are lines. */
  readonly annotate?: (level: AnnotationLevel, message: string) => void;
  /** As {@link Log.progress}. */
  readonly progress?: Log['progress'];
}

/** The runner reads workflow commands on standard output. What libraries print there is another matter (github/toolkit-output.ts). */
const STDOUT: Output = { write: process.stdout.write.bind(process.stdout) };

/** Connects a process to a run: its environment, output and signals become the run's services. */
export function openDoor(env: Environment, { write, annotate, progress }: Output = STDOUT): Services {
  process.env[SDK_NOTICE] ??= 'true';
  for (const [name, value] of Object.entries(env)) if (SECRETS.test(name)) keepSecret(secretIn(value));
  const commands = createCommands(env, write, annotate);
  const stop = new AbortController();
  const context = readContext(env, process.cwd(), readEvent(env.GITHUB_EVENT_PATH));
  const log = createLog(commands, write, context.messagesPage, progress);
  const end = new AbortController();
  // The runner sends SIGINT, SIGTERM 7.5 s later, and kills 2.5 s after that; Ctrl+C is a SIGINT, too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!stop.signal.aborted) log.info(`${signal}: no new requests; waiting for those that are under way`);
      if (!stop.signal.aborted) setTimeout(() => end.abort(), END_MS).unref();
      stop.abort();
    });
  }
  return {
    context,
    files: createFileWriter([context.workspace, context.tempDirectory]),
    commands,
    log,
    clock: systemClock,
    network: createNetwork(env),
    // The build puts all of the product into one directory.
    threads: {
      script: new URL(`./worker${extname(import.meta.url)}`, import.meta.url),
      count: Math.min(availableParallelism(), MAX_THREADS),
    },
    stop: stop.signal,
    end: end.signal,
  };
}

/**
 * Ends the process when all that was printed is out. A connection that a server keeps open, or an answer that it never
 * finishes, does not keep the step from ending.
 */
export function leave(): void {
  process.stdout.write('', () => process.exit());
}

/**
 * Reports what ended the run; a bug with its stack. Where nothing else is in the job summary, it is there, too. Sets the
 * exit code.
 */
export function fail(error: unknown, { log, commands }: Pick<Services, 'log' | 'commands'>): void {
  process.exitCode = 1;
  const failure = error instanceof UserError ? error : bugOf(error);
  if (failure !== error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of stack.split('\n')) log.info(answerText(line));
  }
  annotateFailure(log, failure);
  if (commands.hasSummary) return;
  try {
    commands.appendSummary(failureSummary(failure));
  } catch (unwritten) {
    if (!(unwritten instanceof UserError)) throw unwritten;
    log.annotate('warning', `The job summary could not be written. ${explain(unwritten)}`);
  }
}

function readEvent(path: string | undefined): unknown {
  if (!path) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // An event that may be a fork's counts as one then: see event.ts.
    return undefined;
  }
}
