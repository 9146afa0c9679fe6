import { lstatSync, mkdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, sep } from 'node:path';
import { isLink, notADirectory, notAFile, notWritten } from './file-error.ts';

/**
 * A directory below which no link is followed: what is in it may have been put there by somebody who is not to choose
 * where is written, such as the author of a pull request.
 */
export interface Guard {
  /** Absolute, as it was named. */
  readonly path: string;
  /** The same without links. */
  readonly real: string;
}

/** Absolute path without links. */
export interface RealDirectory {
  readonly path: string;
  /** True in a {@link Guard}. */
  readonly isGuarded: boolean;
}

export interface RealFile {
  /** Absolute, without links. */
  readonly path: string;
  /** Permissions of the file that is there; undefined when none is. */
  readonly mode: number | undefined;
}

/** As Linux has it: path_resolution(7). */
const MAX_LINKS = 40;

/** @returns undefined when there is no such directory yet: nothing in it can be a link */
export function guardOf(path: string): Guard | undefined {
  try {
    return { path, real: realpathSync.native(path) };
  } catch {
    return undefined;
  }
}

/**
 * Finds a directory, component by component, and makes what is missing. Links above every guard are followed: they are
 * the machine's own, or named by the user.
 *
 * `mkdir` with `recursive` is not used: it never returns for a path below /proc (Node 24).
 *
 * @param path absolute
 * @throws UserError `not-written`
 */
export function realDirectory(path: string, guards: readonly Guard[]): RealDirectory {
  let { trail, rest } = start(path, guards);
  let links = 0;
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    const here = trail.at(-1) as RealDirectory;
    if (name === '..') {
      if (trail.length > 1) trail.pop();
      continue;
    }
    const next = join(here.path, name);
    const stats = made(next);
    if (stats.isSymbolicLink()) {
      const target = readlinkSync(next);
      if (here.isGuarded || ++links > MAX_LINKS) throw isLink(next, target);
      if (isAbsolute(target)) trail = [{ path: parse(target).root, isGuarded: false }];
      rest = [...rest, ...componentsOf(target)];
    } else if (stats.isDirectory()) {
      trail.push({ path: next, isGuarded: here.isGuarded || guards.some(({ real }) => isSame(next, stats, real)) });
    } else {
      throw notADirectory(next);
    }
  }
  return trail.at(-1) as RealDirectory;
}

/**
 * Finds where the file of this path is or will be.
 *
 * @param directoryOf {@link realDirectory}, for the directory that the file is in
 * @throws UserError `not-written`, `not-a-file`
 */
export function realFile(path: string, directoryOf: (path: string) => RealDirectory): RealFile {
  let wanted = path;
  for (let links = 0; ; links++) {
    const directory = directoryOf(dirname(wanted));
    const found = join(directory.path, parse(wanted).base);
    try {
      const stats = lstatSync(found, { throwIfNoEntry: false });
      if (stats === undefined) return { path: found, mode: undefined };
      if (stats.isFile()) return { path: found, mode: stats.mode & 0o777 };
      if (!stats.isSymbolicLink()) throw notAFile(found, stats);
      const target = readlinkSync(found);
      if (directory.isGuarded || links === MAX_LINKS) throw isLink(found, target);
      // Not joined: that would take `a/..` away, also where `a` is a link.
      wanted = isAbsolute(target) ? target : `${directory.path}${sep}${target}`;
    } catch (error) {
      throw notWritten(found, error);
    }
  }
}

/** Begins in the innermost guard, however the path of the guard itself leads there. */
function start(path: string, guards: readonly Guard[]): { trail: RealDirectory[]; rest: string[] } {
  let best: { readonly real: string; readonly way: string } | undefined;
  for (const { path: named, real } of guards) {
    for (const base of [named, real]) {
      const way = relative(base, path);
      const isBelow = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
      if (isBelow && (best === undefined || way.length < best.way.length)) best = { real, way };
    }
  }
  return best === undefined
    ? { trail: [{ path: parse(path).root, isGuarded: false }], rest: componentsOf(path) }
    : { trail: [{ path: best.real, isGuarded: true }], rest: componentsOf(best.way) };
}

/** Of a path, the last one first. */
function componentsOf(path: string): string[] {
  return path
    .slice(parse(path).root.length)
    .split(process.platform === 'win32' ? /[\\/]/ : '/')
    .filter((name) => name !== '' && name !== '.')
    .reverse();
}

function made(directory: string) {
  try {
    const stats = lstatSync(directory, { bigint: true, throwIfNoEntry: false });
    if (stats !== undefined) return stats;
    try {
      mkdirSync(directory);
    } catch (error) {
      // Another job may have been faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return lstatSync(directory, { bigint: true });
  } catch (error) {
    throw notWritten(directory, error);
  }
}

/** The file system says so, not the text: a directory has several names where case does not count. */
function isSame(path: string, { dev, ino }: { readonly dev: bigint; readonly ino: bigint }, guard: string): boolean {
  if (path === guard) return true;
  const stats = statSync(guard, { bigint: true, throwIfNoEntry: false });
  return stats !== undefined && stats.dev === dev && stats.ino === ino;
}
