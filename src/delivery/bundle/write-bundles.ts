import { join } from 'node:path';
import type { FileWriter } from '../../lib/file-writer.ts';
import { groupBy } from '../../lib/group-by.ts';
import { ARCHIVE_SUMS } from '../../naming/bundle-names.ts';
import type { BundleFiles } from './bundle-files.ts';
import { sha256Sums } from './sha256sums.ts';

/** A bundle that is to be written. */
export interface PlacedBundle {
  /** With `/`: below the output directory, or in the archive. */
  readonly directory: string;
  /** Below the output directory, with `/`; undefined: the bundle is a directory of its own. */
  readonly archive: string | undefined;
  /** Made when it is written: 100,000 bundles never are in memory. */
  readonly files: () => Promise<BundleFiles>;
}

/**
 * Writes bundles, each as a directory or into its archive, and beside the archives their digests.
 *
 * @param directory the output directory, absolute
 * @param onWritten called after each bundle
 * @returns absolute paths of what was written
 * @throws UserError `not-written`, and what `files` of a bundle throws
 */
export async function writeBundles(
  bundles: readonly PlacedBundle[],
  directory: string,
  files: Pick<FileWriter, 'write'>,
  onWritten: () => void = () => {},
): Promise<readonly string[]> {
  const written: string[] = [];
  const digests = new Map<string, string>();
  for (const [archive, members] of groupBy(bundles, (bundle) => bundle.archive)) {
    if (archive === undefined) {
      for (const { directory: own, files: make } of members) {
        for (const [name, content] of await make()) {
          const path = join(directory, own, name);
          await files.write(path, content);
          written.push(path);
        }
        onWritten();
      }
      continue;
    }
    const { writeArchive } = await import('./write-archive.ts');
    digests.set(archive, await writeArchive(join(directory, archive), members, files, onWritten));
    written.push(join(directory, archive));
  }
  if (digests.size > 0) {
    const path = join(directory, ARCHIVE_SUMS);
    await files.write(path, sha256Sums(digests));
    written.push(path);
  }
  return written;
}
