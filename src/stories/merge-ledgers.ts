import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { joinRuns } from '../records/join-runs.ts';
import { ledgerText, readLedger, writeLedger } from '../records/ledger.ts';
import type { Services } from '../runner/services.ts';

/**
 * `ledger merge`: makes one ledger of several, as `ledger-commit` does with that of a branch. Of one certificate the line
 * of the last file counts, so that the newest goes last.
 *
 * @param paths of the ledgers, at least one
 * @param output where the merged one is written; undefined: it is printed
 * @throws UserError `ledger` when a file is not there or holds something else; nothing is written then
 */
export async function mergeLedgersCommand(
  paths: readonly string[],
  output: string | undefined,
  { context, files, log }: Services,
  print: (text: string) => void,
): Promise<boolean> {
  const absolute = paths.map((path) => resolve(context.workspace, path));
  for (const path of absolute) await refuseMissing(path);
  const [first, ...more] = await Promise.all(absolute.map(readLedger));
  if (first === undefined) throw new Error('no ledger is named');
  const merged = more.reduce(joinRuns, first);
  if (output === undefined) {
    print((await ledgerText(merged)).trimEnd());
    return true;
  }
  await writeLedger(files, resolve(context.workspace, output), merged);
  log.info(`${plural(merged.entries.length, 'certificate')} of ${plural(paths.length, 'ledger')} in ${output}`);
  return true;
}

/** Everywhere else a ledger that is not there is an empty one; here it is a mistyped name. */
async function refuseMissing(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    throw new UserError('ledger', 'The file does not exist.', {
      where: path,
      fix: 'Name the ledgers to merge.',
      cause: error,
    });
  }
}
