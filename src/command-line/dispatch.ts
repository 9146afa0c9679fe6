import { forJsonOutput } from '../lib/escape.ts';
import { plural } from '../lib/words.ts';
import { EXIT } from './exit-codes.ts';
import { type NamedCsrs, patternsOf, readOperands } from './operands.ts';
import { type Mode, type Result, type Session, type Work, withServices } from './session.ts';
import { UsageError } from './usage-errors.ts';
import { wholeNumber } from './whole-number.ts';

type Command = (session: Session) => Promise<number>;

/** What each command does; what it needs is loaded when it runs. */
const RUN: Readonly<Record<string, Command>> = {
  demo,
  validate: (session) => runMode(session, 'validate'),
  issue: (session) => runMode(session, 'issue'),
  audit: (session) => runMode(session, 'audit'),
  revoke: (session) => runMode(session, 'revoke'),
  retire: (session) => runMode(session, 'retire'),
  plan,
  merge,
  'ledger merge': mergeLedgers,
  'ledger export': exportToFile,
  'ledger import': importFromFile,
  'ledger show': showDevice,
  async emulator(session) {
    const { runEmulator } = await import('./emulator-command.ts');
    return runEmulator(session);
  },
  async completion({ words: [shell = ''], print }) {
    const { completionScript } = await import('./completion.ts');
    print(completionScript(shell));
    return EXIT.done;
  },
};

/**
 * Runs a command to its end.
 *
 * @returns its exit code
 * @throws UsageError, UserError
 */
export function dispatch(session: Session): Promise<number> {
  const run = RUN[session.command];
  if (run === undefined) throw new Error(`no command ${session.command}`);
  return run(session);
}

async function runMode(session: Session, mode: Mode): Promise<number> {
  const csrs = mode === 'issue' || mode === 'validate' ? await csrsOf(session) : NONE;
  const selectors = mode === 'revoke' ? selectorsOf(session) : [];
  return withServices(session, { mode, csrs, selectors }, async ({ services, inputs }) => {
    const { run } = await import('../run.ts');
    const { newStory } = await import('../report/story.ts');
    const { runAnswer, whatElseThereIs } = await import('./run-answer.ts');
    const story = newStory(services.clock);
    const asked = await inputs();
    const ok = await run(asked, services, story);
    for (const line of whatElseThereIs(story)) services.log.info(line);
    return { ok, answer: runAnswer(story, asked.iamPolicy) };
  });
}

const NONE: NamedCsrs = { patterns: [], files: [] };

/** @throws UsageError when the command line selects no certificate */
function selectorsOf({ words, flags, command }: Session): readonly string[] {
  if (words.length > 0 || flags.revoke !== undefined) return words;
  throw new UsageError(`${command} needs to know which certificates, for example: ${command} run=1234567890`, command);
}

/** @throws UsageError when the command line names no CSR */
async function csrsOf({ words, directory, flags, command }: Session): Promise<NamedCsrs> {
  const list = flags['files-from'];
  const csrs = await readOperands(words, directory, typeof list === 'string' ? list : undefined, command);
  if (csrs.patterns.length > 0 || csrs.files.length > 0 || flags['csr-path'] !== undefined) return csrs;
  throw new UsageError(`${command} needs to know which CSRs, for example: ${command} 'csrs/**/*.csr'`, command);
}

/** The step gets its patterns by an environment variable, which Linux lets have 128 KiB. */
const MOST_CSR_PATH = 120 * 1024;

async function demo(session: Session): Promise<number> {
  const { words, terminal, command } = session;
  const path = textFlag(session, 'csr-path');
  const csrs = words.length > 0 || path !== undefined ? await csrsOf(session) : undefined;
  const csrPath = csrs && [...(path === undefined ? [] : [path]), ...patternsOf(csrs, session)].join('\n');
  if (csrPath !== undefined && Buffer.byteLength(csrPath) > MOST_CSR_PATH) {
    throw new UsageError('These are too many names for demo: write the pattern in quotes.', command);
  }
  const { demo: runDemo } = await import('../demo/demo.ts');
  const { ok, signal, ...answer } = await runDemo(csrPath, (line) => terminal.write(`${line}\n`));
  const failed = signal === 'SIGINT' ? EXIT.interrupted : signal === 'SIGTERM' ? EXIT.terminated : EXIT.failed;
  const exitCode = ok ? EXIT.done : failed;
  if (session.wantsJson) session.print(forJsonOutput(JSON.stringify({ command, exitCode, ...answer }, null, 2)));
  return exitCode;
}

async function plan(session: Session): Promise<number> {
  const parallel = wholeNumber(session, 'parallel', { standard: 4, least: 1, most: 256 });
  const csrs = await csrsOf(session);
  return withServices(session, { mode: 'validate', csrs }, async ({ services, outputs, inputs }) => {
    const { planCommand } = await import('../stories/plan-shards.ts');
    const ok = await planCommand(await inputs(), parallel, services);
    const shards: unknown = JSON.parse(outputs.get('shards') ?? '[]');
    return {
      ok,
      answer: {
        shards,
        parallel: Number(outputs.get('parallel')),
        requestsPerSecond: outputs.get('requests-per-second'),
        planPath: outputs.get('plan-path'),
      },
    };
  });
}

function merge(session: Session): Promise<number> {
  return withServices(session, { mode: 'audit' }, async ({ services, outputs, inputs }) => {
    const account = textFlag(session, 'aws-region') ? await inputs() : undefined;
    const { mergeCommand } = await import('../stories/merge-shards.ts');
    const target = textFlag(session, 'output-directory') || 'iot-certificates';
    const ledger = textFlag(session, 'ledger') || undefined;
    const archives = booleanFlag(session, 'bundle-archives');
    const ok = await mergeCommand(session.words, target, ledger, archives, services, account);
    return {
      ok,
      answer: {
        certificates: Number(outputs.get('certificate-count')),
        missing: Number(outputs.get('missing-count')),
        certificatesPath: outputs.get('certificates-path'),
        manifestPath: outputs.get('manifest-path'),
      },
    };
  });
}

function mergeLedgers(session: Session): Promise<number> {
  return withServices(session, { mode: 'audit' }, async ({ services }) => {
    const { mergeLedgersCommand } = await import('../stories/merge-ledgers.ts');
    return { ok: await mergeLedgersCommand(session.words, textFlag(session, 'output'), services, session.print) };
  });
}

function exportToFile(session: Session): Promise<number> {
  return withLedger(session, async ({ services, inputs }, file) => {
    const { exportLedger } = await import('../stories/ledger-command.ts');
    const answer = await exportLedger(file, await inputs(), services);
    if (!session.wantsJson) session.print(`${plural(answer.certificates, 'certificate')} in ${answer.path}`);
    return { ok: true, answer };
  });
}

function importFromFile(session: Session): Promise<number> {
  return withLedger(session, async ({ services, inputs }, file) => {
    const { importLedger } = await import('../stories/ledger-command.ts');
    const answer = await importLedger(file, await inputs(), services);
    const { certificates, changed } = answer;
    if (!session.wantsJson)
      session.print(`${plural(certificates, 'certificate')} read, ${plural(changed, 'key')} of the table changed`);
    return { ok: true, answer };
  });
}

function showDevice(session: Session): Promise<number> {
  return withLedger(session, async ({ services, inputs }, device) => {
    const { showInFile, showInTable } = await import('../stories/ledger-command.ts');
    const { isTableAddress } = await import('../records/table/address.ts');
    const { resolve } = await import('node:path');
    const ledger = textFlag(session, 'ledger') ?? '';
    // A file belongs to no region: nothing else is asked for.
    const entries = isTableAddress(ledger)
      ? await showInTable(device, await inputs(), services)
      : await showInFile(device, resolve(services.context.workspace, ledger), services);
    if (!session.wantsJson) for (const entry of entries) session.print(forJsonOutput(JSON.stringify(entry, null, 2)));
    if (entries.length === 0) services.log.annotate('error', `The ledger has nothing of ${device}.`);
    return { ok: entries.length > 0, answer: { entries } };
  });
}

/** @param work gets the one word of the command */
function withLedger(session: Session, work: (work: Work, word: string) => Promise<Result>): Promise<number> {
  const { words, flags, command } = session;
  if (!flags.ledger) throw new UsageError(`${command} needs the flag --ledger.`, command);
  return withServices(session, { mode: 'audit', purpose: 'ledger' }, (one) => work(one, words[0] ?? ''));
}

/** @throws UsageError for what is neither true nor false */
function booleanFlag(session: Session, name: string): boolean {
  const text = textFlag(session, name) ?? 'false';
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw new UsageError(`--${name}: ${JSON.stringify(text)} is not allowed; allowed: true, false.`, session.command);
}

function textFlag({ flags }: Session, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}
