import { realpath } from 'node:fs/promises';
import type { DeviceList } from '../csr/device-list.ts';
import { relativeTo, resolveRoot } from '../csr/files/root.ts';
import { errorOf, notRead } from '../lib/file-error.ts';
import { isLfsPointer, LFS_FIX } from '../lib/lfs-pointer.ts';
import { readRegularBytes } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';

/** Bytes: GitHub refuses larger files. https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github */
const MAX_BYTES = 100 * 1024 * 1024;

/** What reads the devices file. */
export interface DevicesFileOptions {
  /** Absolute path of the devices file; undefined: there is none. */
  readonly devices: string | undefined;
}

/**
 * Reads the devices file.
 *
 * Whoever opens a pull request may put a link in its place, and messages repeat what is in the file: no link leads out of
 * the workspace, or to what Git keeps there, where actions/checkout may have left a token.
 *
 * @param workspace absolute
 * @throws UserError `devices` when it is not there, cannot be read, or is no list of devices
 */
export async function readDevices(
  { devices: path }: DevicesFileOptions,
  workspace: string,
): Promise<DeviceList | undefined> {
  if (path === undefined) return undefined;
  const root = resolveRoot(workspace);
  const name = relativeTo(root, path);
  if (name === undefined || name === '') throw leadsOutside(path, root.given);
  const real = await realPathOf(path, name);
  const below = relativeTo(root, real);
  if (below === undefined || /^\.git(\/|$)/i.test(below)) throw leadsOutside(name, root.given);
  const bytes = await bytesOf(real, name);
  const text = decode(bytes, name);
  if (isLfsPointer(text)) {
    throw new UserError('devices', `${name} is a Git LFS pointer: the list itself was not checked out.`, {
      where: name,
      fix: LFS_FIX,
    });
  }
  // Only a run that has such a file needs the CSV library.
  const { parseDevices } = await import('./parse-devices.ts');
  return parseDevices(text, name);
}

function leadsOutside(path: string, workspace: string): UserError {
  return new UserError('devices', `${path} leads out of the repository in ${workspace}.`, {
    where: 'devices',
    fix: 'Name a file of the repository; a link in its place has to lead to one, too.',
  });
}

async function realPathOf(path: string, name: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missing(name);
    throw errorOf(notRead(name, error), 'devices', name);
  }
}

async function bytesOf(real: string, name: string): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readRegularBytes(real, MAX_BYTES);
  } catch (error) {
    throw errorOf(error, 'devices', name);
  }
  if (bytes === undefined) throw missing(name);
  return bytes;
}

function missing(name: string): UserError {
  return new UserError('devices', `There is no file ${name}.`, {
    where: 'devices',
    fix: 'Check the path, which is relative to the root of the repository, and that a step before this one checks the file out.',
  });
}

/** UTF-8, or UTF-16 with a byte order mark, as Excel saves "Unicode Text". Anything else has lost letters by now. */
function decode(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  let text = '\0';
  try {
    // The decoder leaves the mark out.
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Said below.
  }
  // UTF-16 without its mark.
  if (!text.includes('\0')) return text;
  throw new UserError('devices', `${name} is not in UTF-8.`, {
    where: name,
    fix: 'Save it as "CSV UTF-8" (Excel), or in UTF-8.',
  });
}
