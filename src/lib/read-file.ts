import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { notAFile, notRead } from './file-error.ts';

/**
 * Reads a file as UTF-8 text. Without O_NONBLOCK, opening a FIFO waits for a writer, for ever.
 *
 * @returns undefined when there is no such file
 * @throws UserError `not-a-file` for a directory, a FIFO, a device; `not-read` when it cannot be read
 */
export async function readRegularFile(path: string): Promise<string | undefined> {
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
    return await handle.readFile('utf8');
  } catch (error) {
    throw notRead(path, error);
  } finally {
    await handle.close();
  }
}
