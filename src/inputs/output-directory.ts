import { join } from 'node:path';
import { UserError } from '../lib/user-error.ts';
import { placeOfJournal } from '../records/journal-file.ts';
import { readManifest } from '../records/manifest.ts';

/** Its name in the runner's temporary directory. */
const NAME = 'iot-certificates';

/**
 * The output directory of a step that names none. A job may have several steps, each for a region or an account of its
 * own: certificates of one place are not written over those of another, so the later step gets a directory whose name
 * says which place it is of.
 *
 * @param tempDirectory the runner's
 * @param account of the role, when there is one
 */
export async function defaultOutputDirectory(
  tempDirectory: string,
  { account, region }: { readonly account: string | undefined; readonly region: string },
): Promise<string> {
  const directory = join(tempDirectory, NAME);
  // A step that was killed has left a journal, and no manifest.
  const there = (await manifestIn(directory)) ?? (await placeOfJournal(tempDirectory, directory));
  if (there === undefined || region === '') return directory;
  const isHere = there.region === region && (account === undefined || there.account === account);
  if (isHere) return directory;
  return [directory, ...(account === undefined ? [] : [account]), region].join('-');
}

async function manifestIn(directory: string) {
  try {
    return await readManifest(directory);
  } catch (error) {
    // What else stands there is reported where the directory is opened.
    if (error instanceof UserError || (error as NodeJS.ErrnoException).syscall !== undefined) return undefined;
    throw error;
  }
}
