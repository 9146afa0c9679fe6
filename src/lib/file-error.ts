import type { Stats } from 'node:fs';
import { UserError } from './user-error.ts';

const WRITABLE =
  'Free the disk, make the place writable or name another one, and run the job again: certificates that exist are found and not issued twice.';

/** What the codes of errno(3) mean to the person who reads them; others are shown as Node words them. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the user that the job runs as may not write there',
  EPERM: 'the user that the job runs as may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'the name, or the whole path, is longer than this file system takes',
  EBUSY: 'it is in use, or mounted by itself',
  ENOENT: 'the file system takes nothing new there',
};

/**
 * What keeps `path` from being written, as an error: one sentence, and what to do.
 *
 * @param error as it was thrown; a {@link UserError} stays as it is
 */
export function notWritten(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  const reason = REASONS[code];
  return new UserError(
    'not-written',
    `${path} cannot be written: ${reason === undefined ? message : `${reason} (${code})`}.`,
    { where: path, fix: WRITABLE, cause: error },
  );
}

/** A file that has been mounted by itself, as containers do with `-v FILE:FILE`: rename(2) answers EBUSY for it. */
export function isMountPoint(path: string): UserError {
  return new UserError('not-written', `${path} is mounted by itself and cannot be replaced as a whole.`, {
    where: path,
    fix: 'Mount the directory that it is in.',
  });
}

/** A link stands where none is followed. */
export function isLink(path: string, target: string): UserError {
  return new UserError('not-written', `${path} is a link, to ${target}; links are not followed there.`, {
    where: path,
    fix: 'Remove the link, or name the place that it leads to.',
  });
}

/** Something that is no file stands where a file goes. */
export function notAFile(path: string, stats: Pick<Stats, 'isDirectory' | 'isFIFO'>): UserError {
  const what = stats.isDirectory() ? 'a directory' : stats.isFIFO() ? 'a FIFO' : 'a device or a socket';
  return new UserError('not-a-file', `${path} is ${what}, not a file.`, {
    where: path,
    fix: 'Name a file, or remove what stands there.',
  });
}

/** Something that is no directory stands where a directory goes. */
export function notADirectory(path: string): UserError {
  return new UserError('not-written', `${path} is not a directory.`, {
    where: path,
    fix: 'Name a directory, or remove what stands there.',
  });
}

/**
 * The error of a file as the error of the input that named it.
 *
 * @param error as it was thrown; what is no error of a file but a {@link UserError} stays as it is
 */
export function errorOf(error: unknown, code: string, where: string): UserError {
  const problem = notWritten(where, error);
  if (problem.code !== 'not-written' && problem.code !== 'not-a-file') return problem;
  return new UserError(code, problem.message, { where, fix: problem.fix, cause: error });
}
