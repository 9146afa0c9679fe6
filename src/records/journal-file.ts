import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { isSamePlace, type Place } from '../aws/place.ts';
import { notWritten } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { UserError } from '../lib/user-error.ts';
import { JOURNAL_NAME } from '../naming/reserved-names.ts';
import { acknowledgedLength, createJournal, type Journal, type JournalState, readJournal } from './journal.ts';

/** A journal in a file. */
export interface JournalFile {
  /** Absolute. */
  readonly path: string;
  readonly journal: Journal;
  /** What the file said when it was opened: what an earlier, unfinished run left. */
  readonly before: JournalState;
  close(): Promise<void>;
}

/**
 * Where the journal of a batch is: one for each output directory, account and region, so that a step that runs again on
 * the same machine finds what the one before it left.
 *
 * @param tempDirectory the runner's; emptied after the job
 */
export function journalPath(
  tempDirectory: string,
  batch: { readonly outputDirectory: string; readonly account: string; readonly region: string },
): string {
  const { outputDirectory, account, region } = batch;
  const key = createHash('sha256').update([outputDirectory, account, region].join('\n')).digest('hex').slice(0, 16);
  return join(tempDirectory, `iot-certificates-${key}`, JOURNAL_NAME);
}

/**
 * Opens a journal, which may hold what an earlier run left.
 *
 * @param place whose certificates it is about, when it is to be begun; undefined: it goes on
 * @throws UserError `journal` when the file cannot be written, or is about another account or region: nothing may be
 * created then
 */
export async function openJournal(
  files: Pick<FileWriter, 'openForAppend'>,
  path: string,
  place?: Place,
): Promise<JournalFile> {
  let file: FileHandle;
  let text: string;
  try {
    file = await files.openForAppend(path);
    text = await file.readFile('utf8');
    await file.truncate(Buffer.byteLength(text.slice(0, acknowledgedLength(text))));
  } catch (error) {
    throw new UserError('journal', notWritten(path, error).message, {
      where: 'RUNNER_TEMP',
      fix: "Make the runner's temporary directory writable; without the journal nothing is created.",
      cause: error,
    });
  }
  const journal = createJournal(async (lines) => {
    await file.appendFile(lines);
    await file.datasync();
  });
  const before = readJournal(text);
  if (place !== undefined && before.place === undefined) await journal.begin(place);
  else if (place !== undefined && before.place !== undefined && !isSamePlace(before.place, place)) {
    throw new UserError('journal', 'The journal is about another account or region.', {
      where: path,
      fix: 'Remove this file: nothing of this product writes one there.',
    });
  }
  return {
    path,
    journal,
    before,
    async close() {
      await journal.flush();
      await file.close();
    },
  };
}
