import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { notAFile, notRead, tooLong } from './file-error.ts';

/** The longest text that V8 holds has 2^29 characters, less a few. */
export const MAX_TEXT_BYTES = 500_000_000;

/**
 * Reads a file as UTF-8 text. Without O_NONBLOCK, opening a FIFO waits for a writer, for ever.
 *
 * @param maxBytes of a longer file nothing is read
 * @returns undefined when there is no such file
 * @throws UserError `not-a-file` for a directory, a FIFO, a device; `not-read` when it cannot be read, or is too long
 */
export async function readRegularFile(path: string, maxBytes: number = MAX_TEXT_BYTES): Promise<string | undefined> {
  return (await readRegularBytes(path, maxBytes))?.toString('utf8');
}

/** The bytes of a file; everything else as {@link readRegularFile}. */
export async function readRegularBytes(path: string, maxBytes: number): Promise<Buffer | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw notRead(path, error);
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw notAFile(path, stats);
    if (stats.size > maxBytes) throw tooLong(path, stats.size, maxBytes);
    return await handle.readFile();
  } catch (error) {
    throw notRead(path, error);
  } finally {
    await handle.close();
  }
}
