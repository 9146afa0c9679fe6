import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorOf } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { JOURNAL_NAME, MANIFEST_CSV, MANIFEST_JSON, MEMORY_NAME } from '../naming/reserved-names.ts';
import { refuseForeignTable } from '../records/manifest.ts';
import type { Commands } from '../runner/commands.ts';
import type { RunContext } from '../runner/context.ts';
import type { Places } from './refuse-clashes.ts';

export interface RehearsalServices {
  readonly files: FileWriter;
  readonly commands: Pick<Commands, 'rehearse'>;
  readonly context: Pick<RunContext, 'tempDirectory'>;
}

/**
 * Does everything that is written after the first create call, where and as it will be done, while nothing is lost by a
 * failure: the directories, names and replacements of certificates and bundles, the manifest, the ledger, the journal, and the files
 * through which the runner learns of the step. What is there stays as it is.
 *
 * The job summary only reports: where it cannot be written, that is a warning.
 *
 * @throws UserError for the first thing that fails, the others in it
 */
export async function rehearse(
  { outputDirectory, certificates, bundles, ledger }: Places,
  { files, commands, context }: RehearsalServices,
): Promise<void> {
  const problems: UserError[] = [];
  const attempt = async (code: string, where: string, work: () => void | Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      problems.push(errorOf(error, code, where));
    }
  };
  await attempt('output-directory', 'output-directory', async () => {
    const inside = files.below(outputDirectory);
    await refuseForeignTable(outputDirectory);
    inside.rehearse(inDirectory(outputDirectory, certificates));
    inside.rehearse(ofBundles(outputDirectory, bundles));
  });
  if (ledger !== undefined) await attempt('ledger', 'ledger', () => files.rehearse([ledger]));
  const journal = join(context.tempDirectory, JOURNAL_NAME);
  await attempt('journal', 'RUNNER_TEMP', () => files.rehearse([journal]));
  for (const problem of commands.rehearse()) {
    // The summary only reports: where it cannot be written, that is a warning at the end.
    if (problem.where !== 'GITHUB_STEP_SUMMARY') problems.push(problem);
  }
  throwAll(problems);
}

function* inDirectory(directory: string, certificates: Iterable<string>): Generator<string> {
  for (const name of [MANIFEST_JSON, MANIFEST_CSV, JOURNAL_NAME, MEMORY_NAME]) yield join(directory, name);
  for (const name of certificates) yield join(directory, name);
}

/**
 * Each bundle has a directory of its own. One that is not there can be made where one beside it can, so of those only the
 * first is tried: of 10,000 devices, each would take a fifth of a millisecond.
 */
function* ofBundles(directory: string, bundles: Iterable<string>): Generator<string> {
  const tried = new Set<string>();
  for (const name of bundles) {
    const path = join(directory, name);
    const own = dirname(path);
    const above = dirname(own);
    if (tried.has(above) && !existsSync(own)) continue;
    tried.add(above);
    yield path;
  }
}

function throwAll(problems: readonly UserError[]): void {
  const joined = joinErrors(problems);
  if (joined === undefined) return;
  const { code, message, where, fix, cause, others } = joined;
  throw new UserError(code, `${message} Nothing was created.`, {
    fix,
    cause,
    others,
    ...(where === undefined ? {} : { where }),
  });
}
