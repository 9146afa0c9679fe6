import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'node:path';
import { isMountPoint, notWritten } from './file-error.ts';
import type { RealFile } from './real-path.ts';

/** Bytes of the file that is written to see whether one can be: a block of most file systems. */
const PROBE = Buffer.alloc(4_096);

/**
 * Sees whether these files can be written, and leaves all as it was.
 *
 * @param temporaryBeside gives a free name in the directory of a path
 * @param flag for opening a file that must not exist
 * @throws UserError `not-written`
 */
export function rehearseWrites(
  files: Iterable<RealFile>,
  temporaryBeside: (path: string) => string,
  flag: string,
): void {
  const existing = new Map<string, string[]>();
  for (const { path, mode } of files) {
    const directory = parse(path).dir;
    const there = existing.get(directory);
    if (there !== undefined) {
      if (mode !== undefined) there.push(path);
      continue;
    }
    rehearseNew(path, temporaryBeside, flag);
    existing.set(directory, mode === undefined ? [] : [path]);
  }
  for (const paths of existing.values()) rehearseReplacing(paths, temporaryBeside);
  const replaced = [...existing.values()].flat();
  const mounted = replaced.length === 0 ? undefined : mountPoints();
  for (const path of replaced) if (mounted?.has(path)) throw isMountPoint(path);
}

/** As proc_pid_mountinfo(5) lists them: in the fifth field, with white space and backslashes in octal. */
function mountPoints(): ReadonlySet<string> {
  try {
    const lines = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
    const characterOf = (_: string, octal: string): string => String.fromCharCode(Number.parseInt(octal, 8));
    return new Set(lines.map((line) => (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, characterOf)));
  } catch {
    // Only Linux has this list.
    return new Set();
  }
}

function rehearseNew(path: string, temporaryBeside: (path: string) => string, flag: string): void {
  const [first, second] = [temporaryBeside(path), temporaryBeside(path)];
  try {
    writeFileSync(first, PROBE, { flag });
    renameSync(first, second);
  } catch (error) {
    throw notWritten(path, error);
  } finally {
    for (const left of [first, second]) rmSync(left, { force: true });
  }
}

/**
 * A directory can never be renamed over a file: POSIX has ENOTDIR for it, after everything that may forbid to replace
 * the file was looked at (EPERM for what somebody else owns in a directory like /tmp, and for what is immutable).
 * Windows does not promise that; there the attribute "read-only" is what keeps a file from being replaced.
 */
function rehearseReplacing(paths: readonly string[], temporaryBeside: (path: string) => string): void {
  const [first] = paths;
  if (first === undefined) return;
  if (process.platform === 'win32') {
    for (const path of paths) {
      try {
        accessSync(path, constants.W_OK);
      } catch (error) {
        throw notWritten(path, error);
      }
    }
    return;
  }
  const directory = temporaryBeside(first);
  try {
    mkdirSync(directory);
    for (const path of paths) {
      try {
        renameSync(directory, path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw notWritten(path, error);
      }
    }
  } catch (error) {
    throw notWritten(first, error);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
