import ZipStream from 'zip-stream';
import type { BundleContent } from './bundle-files.ts';

/** A file of an archive. */
export interface ArchivedFile {
  /** With `/`, leading out of no directory. */
  readonly name: string;
  readonly content: BundleContent;
}

/** The earliest time that a zip can hold (APPNOTE.TXT 4.4.6): an archive has the same bytes whenever it is made. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));
const MODE = 0o644;

/**
 * PEMs are base64, which no level packs into less than three quarters: level 6 makes an archive 0.5 % smaller than level
 * 1 does.
 */
const LEVEL = 1;

/**
 * A zip of files, made as it is written: an archive of 100,000 devices never is in memory as a whole. Zip64 where there
 * are more than 65,535 files. The same files in the same order have the same bytes.
 *
 * @throws what `files` throws
 */
export async function* zipOf(files: AsyncIterable<ArchivedFile>): AsyncGenerator<Uint8Array> {
  const stream = new ZipStream({ zlib: { level: LEVEL } });
  const add = async (): Promise<void> => {
    for await (const { name, content } of files) await addFile(stream, name, content);
    stream.finalize();
  };
  const added = add();
  added.catch((error) => stream.destroy(error));
  yield* stream;
  await added;
}

function addFile(stream: ZipStream, name: string, content: BundleContent): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  return new Promise((resolve, reject) => {
    const failed = (error: unknown): void => reject(error);
    stream.once('error', failed);
    stream.entry(bytes, { name, date: NO_TIME, mode: MODE }, (error) => {
      stream.off('error', failed);
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}
