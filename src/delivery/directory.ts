import { access, constants, mkdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Csr } from '../csr/csr.ts';
import { createDirectoryMaker, writeAtomically } from '../lib/atomic-files.ts';
import { UserError } from '../lib/user-error.ts';

/** The output directory: one PEM a certificate, at the path of its CSR. */
export interface Directory {
  readonly path: string;
  /** Writes the certificate of `csr`, whole or not at all. */
  write(csr: Pick<Csr, 'path'>, pem: string): Promise<void>;
  /** The PEM that stands where the certificate of `csr` goes, undefined when nothing does. */
  read(csr: Pick<Csr, 'path'>): Promise<string | undefined>;
  /** Where the certificate of `csr` goes, relative to {@link path}, `/` as separator. */
  nameOf(csr: Pick<Csr, 'path'>): string;
  /** Absolute path of the certificate of `csr`. */
  fileOf(csr: Pick<Csr, 'path'>): string;
}

/**
 * Makes the output directory and sees that it can be written to.
 *
 * @param path absolute
 * @param files where the certificates go in it, by the paths of the CSRs
 * @param workspace a directory inside it must not lead outside through a link: what a pull request puts into the
 * repository does not choose where certificates are written
 * @throws UserError `output-directory`
 */
export async function openDirectory(
  path: string,
  files: ReadonlyMap<string, string>,
  workspace: string,
): Promise<Directory> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UserError(
      'output-directory',
      `It cannot be written to (${error instanceof Error ? error.message : error}).`,
      {
        where: `output-directory ${path}`,
        fix: 'Name a directory that the job may write to.',
        cause: error,
      },
    );
  }
  if (isInside(workspace, path) && !isInside(await realpath(workspace), await realpath(path))) {
    throw new UserError('output-directory', 'It is a link that leads outside of the workspace.', {
      where: `output-directory ${path}`,
      fix: 'Name a real directory.',
    });
  }
  const makeDirectory = createDirectoryMaker();
  const nameOf = (csr: Pick<Csr, 'path'>): string => {
    const name = files.get(csr.path);
    if (name === undefined) throw new Error(`no file name for ${csr.path}`);
    return name;
  };
  const fileOf = (csr: Pick<Csr, 'path'>): string => join(path, nameOf(csr));
  return {
    path,
    nameOf,
    fileOf,
    async write(csr, pem) {
      const file = fileOf(csr);
      await makeDirectory(file);
      await writeAtomically(file, pem);
    },
    async read(csr) {
      try {
        return await readFile(fileOf(csr), 'utf8');
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw error;
      }
    },
  };
}

function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
