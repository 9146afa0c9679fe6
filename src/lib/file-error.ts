import type { Stats } from 'node:fs';
import { shorten } from './escape.ts';
import { UserError } from './user-error.ts';
import { count } from './words.ts';

const WRITABLE =
  'Make the place writable and free the disk if it is full, or name another place, and run the job again: certificates that exist are found and not issued twice.';

const READABLE = 'Give the user that the job runs as permission to read it, or name another one.';

/** What the codes of errno(3) mean to the person who reads them; of others only the code is shown. */
const REASONS: Readonly<Record<string, string>> = {
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'the name, or the whole path, is longer than this file system takes',
  EBUSY: 'it is in use, or mounted by itself',
  ENOENT: 'there is no such file or directory',
  ENOTDIR: 'a part of its path is not a directory',
  EISDIR: 'it is a directory',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk has an error',
  ENXIO: 'nobody reads from it',
};

/** A path of 4,096 bytes, which is what Linux takes, would fill the message. */
const PATH_SHOWN = 300;

function reasonOf(error: unknown, verb: 'read' | 'write'): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  const there = verb === 'write' ? 'write there' : 'read it';
  const known = /^(EACCES|EPERM)$/.test(code) ? `the user that the job runs as may not ${there}` : REASONS[code];
  return known === undefined ? code : `${known} (${code})`;
}

/**
 * What keeps `path` from being written, as an error: one sentence, and what to do.
 *
 * @param error as it was thrown; a {@link UserError} stays as it is
 */
export function notWritten(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const shown = shorten(path, PATH_SHOWN);
  return new UserError('not-written', `${shown} cannot be written: ${reasonOf(error, 'write')}.`, {
    where: shown,
    fix: WRITABLE,
    cause: error,
  });
}

/**
 * Why something was not written, a sentence.
 *
 * @param what is not written, for an error that does not name its file
 */
export function whyNotWritten(what: string, error: unknown): string {
  return error instanceof UserError ? error.message : `${what} cannot be written: ${reasonOf(error, 'write')}.`;
}

/** A file of `bytes` is longer than anything that this product writes, or reads: `maxBytes`. */
export function tooLong(path: string, bytes: number, maxBytes: number): UserError {
  const shown = shorten(path, PATH_SHOWN);
  return new UserError(
    'not-read',
    `${shown} has ${count(bytes)} bytes, and no more than ${count(maxBytes)} are read.`,
    {
      where: shown,
      fix: 'Restore it from its history, or name another one.',
    },
  );
}

/** What keeps `path` from being read, as {@link notWritten} has it for writing. */
export function notRead(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const shown = shorten(path, PATH_SHOWN);
  return new UserError('not-read', `${shown} cannot be read: ${reasonOf(error, 'read')}.`, {
    where: shown,
    fix: READABLE,
    cause: error,
  });
}

/** A file that has been mounted by itself, as containers do with `-v FILE:FILE`: rename(2) answers EBUSY for it. */
export function isMountPoint(path: string): UserError {
  return new UserError('not-written', `${path} is mounted by itself and cannot be replaced as a whole.`, {
    where: path,
    fix: 'Mount its directory instead of the file.',
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
  if (!['not-written', 'not-read', 'not-a-file'].includes(problem.code)) return problem;
  return new UserError(code, problem.message, { where: shorten(where, PATH_SHOWN), fix: problem.fix, cause: error });
}
