import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { Glob, type IgnoreLike, type Path } from 'glob';
import { shorten } from '../../lib/escape.ts';
import { UserError } from '../../lib/user-error.ts';
import { leadsOutside } from './outside.ts';
import { createOutsideGuard } from './outside-guard.ts';
import { type Root, relativeTo } from './root.ts';

// On Windows a backslash separates, also in what `${{ runner.temp }}` expands to.
const SEPARATORS = { windowsPathsNoEscape: process.platform === 'win32' };

/** How patterns are read. */
export const GLOB_SYNTAX = { ...SEPARATORS };
/** How a pattern is read as a name, after {@link asName}. */
export const NAME_SYNTAX = { ...SEPARATORS, nobrace: true, noext: true };

/** Codes that say that something is not there, or is no directory. With any other it is not known what is there. */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE']);

/** Searches of one workspace; what one of them read of the disk, the next need not read again. */
export interface Search {
  /**
   * What the pattern matches, hidden files included, in any order.
   *
   * @throws UserError `bad-pattern`, or `outside-workspace` when the pattern leads out of the workspace
   */
  find(
    pattern: string,
    ignore: Required<Pick<IgnoreLike, 'ignored' | 'childrenIgnored'>>,
    syntax?: typeof GLOB_SYNTAX,
  ): Iterable<Path>;
  /**
   * The pattern with its braces expanded.
   *
   * @throws UserError `bad-pattern`
   */
  choices(pattern: string): readonly string[];
  /** Whether the pattern stays inside of the workspace. @throws UserError `bad-pattern` */
  isInside(pattern: string): boolean;
  /** The directories and files that could not be looked into so far, with the code of the error, by absolute path. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** Links out of the workspace behind which there is more than is read outside of it. */
  readonly tooFar: ReadonlySet<string>;
  /** Absolute paths of the links that stand in directories read so far. */
  readonly links: ReadonlySet<string>;
  /** For asking what is to be ignored. */
  pathOf(absolutePath: string): Path;
}

/** @param options `nocase`: letters match in either case, on every OS */
export function createSearch(root: Root, { nocase }: { readonly nocase?: true } = {}): Search {
  const unreadable = new Map<string, string>();
  const links = new Set<string>();
  const tooFar = new Set<string>();
  const isTooFar = createOutsideGuard(root, (link) => tooFar.add(link));
  const fs = watchedFs(unreadable, links);
  // `dot`: as actions/glob does. Nothing that a pattern covers is to be left out because of how its name starts.
  const cased = nocase === undefined ? {} : { nocase };
  const options = { cwd: root.real, withFileTypes: true, dot: true, fs, ...cased } as const;
  // All searches of one workspace read it through the same cache.
  const { scurry } = new Glob('.', options);
  const choices = (pattern: string): readonly string[] => {
    return compile(pattern, () => new Glob(pattern, { ...options, ...GLOB_SYNTAX, scurry })).patterns.map((part) =>
      part.globString(),
    );
  };
  const leadsOut = (part: string): boolean => relativeTo(root, resolve(root.real, part)) === undefined;
  return {
    unreadable,
    tooFar,
    links,
    choices,
    isInside: (pattern) => !choices(pattern).some(leadsOut),
    find(pattern, { ignored, childrenIgnored }, syntax = GLOB_SYNTAX) {
      const ignore = { ignored, childrenIgnored: (path: Path) => childrenIgnored(path) || isTooFar(path) };
      const glob = compile(pattern, () => new Glob(pattern, { ...options, ...syntax, ignore, scurry }));
      // A guess at a pattern may lead anywhere.
      if (glob.patterns.some((part) => leadsOut(part.globString()))) throw leadsOutside([pattern], root);
      return glob.iterateSync();
    },
    pathOf: (path) => scurry.cwd.resolve(path),
  };
}

/** @throws UserError `bad-pattern` when `create` throws */
export function compile<T>(pattern: string, create: () => T): T {
  try {
    return create();
  } catch (cause) {
    throw new UserError(
      'bad-pattern',
      `The pattern ${shorten(pattern, 100)} is not a glob: ${(cause as Error).message}.`,
      {
        fix: 'Correct it. The syntax is that of https://github.com/isaacs/minimatch.',
        where: 'csr-path',
        cause,
      },
    );
  }
}

/** A path that is too long may be there when none of its names is longer than a name can be: 255 bytes. */
function canExist(path: string): boolean {
  return path.split(sep).every((name) => Buffer.byteLength(name) <= 255);
}

/** The file system as the glob library reads it. By itself the library takes a directory that it cannot read for empty. */
function watchedFs(unreadable: Map<string, string>, links: Set<string>) {
  const watch = <T>(path: string, look: () => T): T => {
    try {
      return look();
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      if (!NOT_THERE.has(code) || (code === 'ENAMETOOLONG' && canExist(path))) unreadable.set(path, code);
      throw error;
    }
  };
  return {
    lstatSync: (path: string) => watch(path, () => lstatSync(path)),
    readdirSync(path: string, options: { withFileTypes: true }): Dirent[] {
      const entries = watch(path, () => readdirSync(path, options));
      for (const entry of entries) if (entry.isSymbolicLink()) links.add(resolve(path, entry.name));
      return entries;
    },
  };
}
