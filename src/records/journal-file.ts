import { createHash } from 'node:crypto';
import { type FileHandle, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isSamePlace, type Place } from '../aws/place.ts';
import { notWritten, tooLong } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { MAX_TEXT_BYTES, readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import { JOURNAL_NAME } from '../naming/reserved-names.ts';
import { acknowledgedLength, createJournal, type Journal, type JournalState, readJournal } from './journal.ts';
import { parseJournalLine } from './journal-line.ts';
import { type JournalLock, lockJournal } from './journal-lock.ts';

/** A journal in a file. */
export interface JournalFile {
  /** Absolute. */
  readonly path: string;
  readonly journal: Journal;
  /** What the file said when it was opened: what an earlier, unfinished run left. */
  readonly before: JournalState;
  close(): Promise<void>;
}

const LOCK_NAME = 'journal.lock';

/** Where journals are, below the runner's temporary directory. */
const DIRECTORY = 'iot-certificates-';

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
  return join(tempDirectory, DIRECTORY + key, JOURNAL_NAME);
}

/**
 * Opens a journal, which may hold what an earlier run left, for this process alone.
 *
 * @param step the step of a job that goes on with it
 * @param place whose certificates it is about, when it is to be begun; undefined: it goes on
 * @throws UserError `journal` when the file cannot be written, or is about another account or region: nothing may be
 * created then; `journal-in-use` while another process writes it
 */
export async function openJournal(
  files: Pick<FileWriter, 'openForAppend'>,
  path: string,
  step: string,
  place?: Place,
): Promise<JournalFile> {
  let file: FileHandle | undefined;
  let text: string;
  let lock: JournalLock;
  try {
    file = await files.openForAppend(path);
    lock = await lockJournal(join(dirname(path), LOCK_NAME));
    const { size } = await file.stat();
    if (size > MAX_TEXT_BYTES) throw tooLong(path, size, MAX_TEXT_BYTES);
    // In bytes: what is no UTF-8 has another length as text.
    const content = await file.readFile();
    const acknowledged = content.subarray(0, acknowledgedLength(content));
    text = acknowledged.toString('utf8');
    await file.truncate(acknowledged.length);
  } catch (error) {
    await file?.close();
    if (error instanceof UserError && error.code === 'journal-in-use') throw error;
    throw notWritable(path, error);
  }
  const journal = createJournal(async (lines) => {
    await file.appendFile(lines);
    await file.datasync();
  });
  const before = readJournal(text);
  if (place !== undefined && before.place === undefined) await journal.begin(place);
  else if (place !== undefined && before.place !== undefined && !isSamePlace(before.place, place)) {
    await lock.release();
    throw new UserError('journal', 'The journal is about another account or region.', {
      where: path,
      fix: 'Remove this file: this step did not write it.',
    });
  }
  try {
    await journal.enter(step);
  } catch (error) {
    await file.close();
    await lock.release();
    throw notWritable(path, error);
  }
  return {
    path,
    journal,
    before,
    async close() {
      await journal.flush();
      await file.close();
      await lock.release();
    },
  };
}

/** What the journal in a file says by now; a file that is not there says nothing. */
export async function readJournalFile(path: string): Promise<JournalState> {
  return readJournal(await textOf(path));
}

/** Of what is no file, or cannot be read, nothing is. */
async function textOf(path: string): Promise<string> {
  return (await readRegularFile(path).catch(() => undefined)) ?? '';
}

function notWritable(path: string, error: unknown): UserError {
  return new UserError('journal', notWritten(path, error).message, {
    where: 'RUNNER_TEMP',
    fix: "Make the runner's temporary directory writable; without the journal nothing is created.",
    cause: error,
  });
}

/**
 * The journal that a step of a job wrote, looked for where {@link journalPath} puts journals: the runner may have read
 * what a step said before that step opened its journal.
 *
 * @returns its absolute path; undefined when there is none
 */
export async function findJournal(tempDirectory: string, step: string): Promise<string | undefined> {
  for (const path of await journalsIn(tempDirectory)) {
    const text = await textOf(path);
    if (text.split('\n').some((line) => isStepLine(line, step))) return path;
  }
  return undefined;
}

/** Whether {@link journalPath} puts journals there: nothing else is opened for one, whoever names it. */
export function isPlaceOfJournal(tempDirectory: string, path: string): boolean {
  const directory = dirname(path);
  const isOfBatch = basename(directory).startsWith(DIRECTORY) && dirname(directory) === resolve(tempDirectory);
  return isOfBatch && basename(path) === JOURNAL_NAME;
}

/** The account and region whose certificates a step of this job began to put into `outputDirectory`. */
export async function placeOfJournal(tempDirectory: string, outputDirectory: string): Promise<Place | undefined> {
  for (const path of await journalsIn(tempDirectory)) {
    const { place } = await readJournalFile(path);
    if (place !== undefined && journalPath(tempDirectory, { outputDirectory, ...place }) === path) return place;
  }
  return undefined;
}

/**
 * What steps of this job have handed over of other accounts and regions.
 *
 * @returns the account and region by what it was delivered to, as {@link Journal.delivered} has it
 */
export async function deliveredElsewhere(tempDirectory: string, place: Place): Promise<ReadonlyMap<string, Place>> {
  const found = new Map<string, Place>();
  for (const path of await journalsIn(tempDirectory)) {
    const journal = await readJournalFile(path);
    if (journal.place === undefined || isSamePlace(journal.place, place)) continue;
    for (const to of journal.delivered.keys()) found.set(to, journal.place);
  }
  return found;
}

/**
 * Whether a step of this job wrote a manifest.json with this hash into `outputDirectory`, for whatever account and region.
 */
export async function isManifestOfJob(
  tempDirectory: string,
  outputDirectory: string,
  sha256: string,
): Promise<boolean> {
  for (const path of await journalsIn(tempDirectory)) {
    const { place, manifests } = await readJournalFile(path);
    if (place === undefined || journalPath(tempDirectory, { outputDirectory, ...place }) !== path) continue;
    if (manifests.has(sha256)) return true;
  }
  return false;
}

async function journalsIn(tempDirectory: string): Promise<readonly string[]> {
  const names = await readdir(tempDirectory).catch(() => []);
  const ofSteps = names.filter((name) => name.startsWith(DIRECTORY)).sort();
  return ofSteps.map((name) => join(tempDirectory, name, JOURNAL_NAME));
}

function isStepLine(line: string, step: string): boolean {
  const record = line.startsWith('{"type":"step"') ? parseJournalLine(line) : undefined;
  return record?.type === 'step' && record.step === step;
}
