import { join } from 'node:path';
import type { FileWriter } from '../lib/file-writer.ts';
import { MEMORY_NAME } from '../naming/reserved-names.ts';
import { extendLedger, readLedger, writeLedger } from '../records/ledger.ts';
import { entriesOf, type Settled } from './settle-journal.ts';

/**
 * Adds what a journal has to the ledger that travels in the artifact, where none is named: the next run reads it there.
 *
 * @param directory the output directory, absolute
 * @returns its absolute path; undefined when the journal does not say whose certificates it is about
 */
export async function recoverMemory(
  settled: Pick<Settled, 'place' | 'certificates' | 'registered' | 'seen'>,
  directory: string,
  files: Pick<FileWriter, 'write'>,
): Promise<string | undefined> {
  const { place, seen } = settled;
  if (place === undefined) return undefined;
  const path = join(directory, MEMORY_NAME);
  const entries = entriesOf(settled, place);
  const reach = { seen, covered: undefined, refuted: new Set<string>() };
  await writeLedger(files, path, extendLedger(await readLedger(path), entries, reach, place));
  return path;
}
