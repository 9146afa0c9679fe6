import { forJsonOutput } from '../lib/escape.ts';
import { plural } from '../lib/words.ts';
import { joinRuns } from '../records/join-runs.ts';
import { ledgerText, readLedger, writeLedger } from '../records/ledger.ts';
import type { Services } from '../runner/services.ts';
import { ledgerPath, refuseMissing } from './ledger-paths.ts';

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
  const absolute = paths.map((path) => ledgerPath(path, context.workspace));
  const target = output === undefined ? undefined : ledgerPath(output, context.workspace);
  for (const path of absolute) await refuseMissing(path);
  const [first, ...more] = await Promise.all(absolute.map(readLedger));
  if (first === undefined) throw new Error('no ledger is named');
  const merged = more.reduce(joinRuns, first);
  if (target === undefined) {
    print(forJsonOutput((await ledgerText(merged)).trimEnd()));
    return true;
  }
  await writeLedger(files, target, merged);
  log.info(`${plural(merged.entries.length, 'certificate')} of ${plural(paths.length, 'ledger')} in ${target}`);
  return true;
}
