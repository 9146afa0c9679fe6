import { createHash } from 'node:crypto';
import type { FileWriter } from '../../lib/file-writer.ts';
import type { PlacedBundle } from './write-bundles.ts';
import { type ArchivedFile, zipOf } from './zip-archive.ts';

/**
 * Writes the archive of a production line.
 *
 * @param path absolute
 * @returns its SHA-256, lower-case hex
 */
export async function writeArchive(
  path: string,
  bundles: readonly PlacedBundle[],
  files: Pick<FileWriter, 'write'>,
  onWritten: () => void,
): Promise<string> {
  const hash = createHash('sha256');
  async function* members(): AsyncGenerator<ArchivedFile> {
    for (const { directory, files: make } of bundles) {
      for (const [name, content] of await make()) yield { name: `${directory}/${name}`, content };
      onWritten();
    }
  }
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of zipOf(members())) {
      hash.update(piece);
      yield piece;
    }
  }
  await files.write(path, hashed());
  return hash.digest('hex');
}
