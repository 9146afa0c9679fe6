import { renameSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from './user-error.ts';

/** Characters that are written at once of a file that is made piece by piece. */
const PIECE = 64 * 1_024;

/**
 * Writes a file whole or not at all: under another name first, then renamed over the target, so that no reader and no
 * crash ever sees half of it.
 *
 * @param content text, or its parts, which are made as they are written: a file of 100,000 certificates never is in
 * memory as a whole
 * @throws UserError `not-written`; the file is as it was
 */
export async function writeAtomically(
  path: string,
  content: string | Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    if (typeof content === 'string') {
      // A certificate takes a third of the processor time that it takes through promises.
      writeFileSync(unfinished, content);
      renameSync(unfinished, path);
    } else {
      await writeFile(unfinished, pieces(content));
      await rename(unfinished, path);
    }
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new UserError('not-written', `It cannot be written (${error instanceof Error ? error.message : error}).`, {
      where: path,
      fix: 'Free the disk or make the place writable, and run the job again: certificates that exist are found and not issued twice.',
      cause: error,
    });
  }
}

async function* pieces(parts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Makes the directories that files go to, each once. */
export function createDirectoryMaker(): (file: string) => Promise<void> {
  const made = new Map<string, Promise<unknown>>();
  return async (file) => {
    const directory = dirname(file);
    const making = made.get(directory) ?? mkdir(directory, { recursive: true });
    made.set(directory, making);
    await making;
  };
}
