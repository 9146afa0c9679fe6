import { join, resolve, sep } from 'node:path';
import type { Csr } from '../csr/csr.ts';
import { errorOf } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { readRegularFile } from '../lib/read-file.ts';

/** No certificate is as long, whatever stands around it. */
const MAX_PEM_BYTES = 1_048_576;

/** The output directory: one PEM a certificate, at the path of its CSR. */
export interface Directory {
  readonly path: string;
  /** Writes in it, and follows no link in it. */
  readonly files: FileWriter;
  /** Writes the certificate of `csr`, whole or not at all. */
  write(csr: Pick<Csr, 'path'>, pem: string): Promise<void>;
  /** The PEM that stands where the certificate of `csr` goes, undefined when nothing does. */
  read(csr: Pick<Csr, 'path'>): Promise<string | undefined>;
  /** What stands at a path below the directory, undefined when nothing does, or the path leads out of it. */
  readName(name: string): Promise<string | undefined>;
  /** Where the certificate of `csr` goes, relative to {@link path}, `/` as separator. */
  nameOf(csr: Pick<Csr, 'path'>): string;
  /** Absolute path of the certificate of `csr`. */
  fileOf(csr: Pick<Csr, 'path'>): string;
}

/**
 * Makes the output directory.
 *
 * @param path absolute
 * @param names where the certificates go in it, by the paths of the CSRs
 * @param files follows no link to the directory where a pull request may have put one
 * @throws UserError `output-directory`
 */
export async function openDirectory(
  path: string,
  names: ReadonlyMap<string, string>,
  files: Pick<FileWriter, 'below'>,
): Promise<Directory> {
  const nameOf = (csr: Pick<Csr, 'path'>): string => {
    const name = names.get(csr.path);
    if (name === undefined) throw new Error(`no file name for ${csr.path}`);
    return name;
  };
  const fileOf = (csr: Pick<Csr, 'path'>): string => join(path, nameOf(csr));
  const inside = makeDirectory(path, files);
  return {
    path,
    files: inside,
    nameOf,
    fileOf,
    write: (csr, pem) => inside.write(fileOf(csr), pem),
    read: (csr) => readRegularFile(fileOf(csr), MAX_PEM_BYTES),
    async readName(name) {
      const file = resolve(path, name);
      return file.startsWith(path + sep) ? readRegularFile(file, MAX_PEM_BYTES) : undefined;
    },
  };
}

function makeDirectory(path: string, files: Pick<FileWriter, 'below'>): FileWriter {
  try {
    return files.below(path);
  } catch (error) {
    throw errorOf(error, 'output-directory', 'output-directory');
  }
}
