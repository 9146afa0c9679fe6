import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { Glob, type IgnoreLike, type Path } from 'glob';
import { createTurns } from '../../lib/turns.ts';
import { UserError } from '../../lib/user-error.ts';

/** A file that a pattern matches. */
export interface SourceFile {
  /** As in {@link Csr.path}. */
  readonly path: string;
  readonly absolutePath: string;
}

export interface DiscoverOptions {
  /** Globs, relative to the workspace or absolute; a leading `!` excludes, whatever the order. */
  readonly patterns: readonly string[];
  /** Absolute path of the directory that is searched, and that nothing may lead out of. */
  readonly workspace: string;
  /** Told one sentence about each pattern that matches no file while others do. */
  readonly warn?: (message: string) => void;
  /** Told each file as it is found, once, in any order. */
  readonly onFile?: (file: SourceFile) => void;
}

/** Paths that are named in one error. */
const SHOWN = 5;

/** `**\/.git/**` in a third less time for the whole search. */
const GIT: IgnoreLike = {
  ignored: isGit,
  childrenIgnored: isGit,
};

function isGit(path: Path): boolean {
  return /(^|\/)\.git(\/|$)/i.test(path.relativePosix());
}

type GlobWithPaths = Glob<{ withFileTypes: true }>;

/**
 * Finds the files that the patterns match, sorted by the UTF-16 code units of their paths: the same on every OS.
 *
 * As in actions/glob, files whose name starts with a dot need a pattern that says so; `.git` is never looked into.
 * `**` does not follow links to directories. An excluded directory is excluded with all that is in it.
 *
 * @throws UserError when nothing matches, or something leads out of the workspace
 */
export async function discover(options: DiscoverOptions): Promise<readonly SourceFile[]> {
  const { patterns, workspace, warn, onFile } = options;
  const root = resolveRoot(workspace);
  const includes = patterns.filter((pattern) => !pattern.startsWith('!'));
  const excludes = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => toRelative(pattern.slice(1).trim(), root));
  const ignore =
    excludes.length === 0
      ? GIT
      : [...excludes, ...excludes.map((pattern) => `${pattern.replace(/[/\\]+$/, '')}/**`), '**/.git/**'];

  const found = new Map<string, SourceFile>();
  const strays: string[] = [];
  const barren: string[] = [];
  const classify = createClassifier(root);
  const turn = createTurns();
  let glob: GlobWithPaths | undefined;
  for (const pattern of includes) {
    glob = openGlob(toRelative(pattern, root), root, ignore, glob);
    const others: string[] = [];
    let isBarren = true;
    for (const entry of glob.iterateSync()) {
      const { kind, path, absolutePath } = classify(entry);
      if (kind === 'other') others.push(path);
      else isBarren = false;
      if (kind === 'outside') strays.push(path);
      if (kind === 'file' && !found.has(path)) {
        const file = { path, absolutePath };
        found.set(path, file);
        onFile?.(file);
      }
      const turned = turn();
      if (turned !== undefined) await turned;
    }
    if (isBarren) barren.push(explainBarren(pattern, others.sort()));
  }
  if (strays.length > 0) throw leadsOutside(strays.sort(), root);
  if (found.size === 0) throw nothingFound(patterns, barren, root);
  for (const message of barren) warn?.(message);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The workspace as it was given, and as it is without links. */
interface Root {
  readonly given: string;
  readonly real: string;
}

function resolveRoot(workspace: string): Root {
  try {
    return { given: resolve(workspace), real: realpathSync.native(workspace) };
  } catch (cause) {
    throw new UserError('no-workspace', `The directory to search, ${workspace}, is not there.`, {
      fix: 'Check out the repository in a step before this one (actions/checkout).',
      where: 'csr-path',
      cause,
    });
  }
}

// So that it does not matter which of its paths a pattern names the workspace by.
function toRelative(pattern: string, root: Root): string {
  if (!isAbsolute(pattern)) return pattern;
  const below = relativeTo(root, resolve(pattern));
  if (below === undefined) throw leadsOutside([pattern], root);
  return below || '.';
}

function openGlob(
  pattern: string,
  root: Root,
  ignore: string[] | IgnoreLike,
  last: GlobWithPaths | undefined,
): GlobWithPaths {
  let glob: GlobWithPaths;
  try {
    glob = new Glob(pattern, {
      cwd: root.real,
      withFileTypes: true,
      ignore,
      // On Windows a backslash separates, also in what `${{ runner.temp }}` expands to.
      windowsPathsNoEscape: process.platform === 'win32',
      // What the last pattern read of the disk.
      ...(last === undefined ? {} : { scurry: last.scurry }),
    });
  } catch (cause) {
    throw new UserError(
      'bad-pattern',
      `The pattern ${pattern.slice(0, 100)} is not a glob: ${(cause as Error).message}.`,
      {
        fix: 'Correct it; the syntax is that of https://github.com/isaacs/minimatch.',
        where: 'csr-path',
        cause,
      },
    );
  }
  // Before the walk: a pattern such as `/**` would search the whole disk.
  for (const part of glob.patterns) {
    if (relativeTo(root, resolve(root.real, part.globString())) === undefined) throw leadsOutside([pattern], root);
  }
  return glob;
}

/** What a pattern matches: a file, something that lies or points outside of the workspace, or a directory and the like. */
interface Match extends SourceFile {
  readonly kind: 'file' | 'outside' | 'other';
  /** Of what is outside: as an error names it. */
  readonly path: string;
}

/** Synchronous on purpose: nothing else can be done meanwhile, and a promise for each path takes longer. */
function createClassifier(root: Root): (entry: Path) => Match {
  // The links in the path of a directory are the same for all files in it.
  const insiders = new Map<Path | undefined, boolean>();
  const isInside = (directory: Path | undefined): boolean => {
    let known = insiders.get(directory);
    if (known === undefined) {
      known = relativeTo(root, realpathSync.native(directory?.fullpath() ?? root.real)) !== undefined;
      insiders.set(directory, known);
    }
    return known;
  };
  return (entry) => {
    const absolutePath = entry.fullpath();
    const path = entry.relativePosix();
    if (path === '') return { kind: 'other', path: '.', absolutePath };
    if (!isInside(entry.parent)) return { kind: 'outside', path: absolutePath, absolutePath };
    if (entry.isSymbolicLink()) return classifyLink(path, absolutePath, root);
    return { kind: entry.isFile() ? 'file' : 'other', path, absolutePath };
  };
}

function classifyLink(path: string, absolutePath: string, root: Root): Match {
  try {
    const target = realpathSync.native(absolutePath);
    if (relativeTo(root, target) === undefined) return { kind: 'outside', path: `${path} -> ${target}`, absolutePath };
    return { kind: statSync(target).isFile() ? 'file' : 'other', path, absolutePath };
  } catch {
    // A broken link is a file that cannot be read: whoever reads it will say so.
    return { kind: 'file', path, absolutePath };
  }
}

/** The path below the workspace, with `/`; undefined when it is not below it. The workspace itself is the empty text. */
function relativeTo({ given, real }: Root, path: string): string | undefined {
  for (const base of [given, real]) {
    const below = relative(base, path);
    if (below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below)) return below.replaceAll(sep, '/');
  }
  return undefined;
}

function explainBarren(pattern: string, others: readonly string[]): string {
  const [first] = others;
  return first === undefined
    ? `The pattern ${pattern} matches nothing.`
    : `The pattern ${pattern} matches only directories, such as ${first}; add /** to take the files in it.`;
}

function nothingFound(patterns: readonly string[], barren: readonly string[], root: Root): UserError {
  const details =
    barren.length > 0 ? barren.join(' ') : `There is no pattern that includes anything: ${patterns.join(' ')}`;
  return new UserError('no-csr-found', `No file was found in ${root.given}. ${details}`, {
    fix: 'Correct the patterns; they are relative to the root of the checked-out repository.',
    where: 'csr-path',
  });
}

function leadsOutside(paths: readonly string[], root: Root): UserError {
  const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
  return new UserError(
    'outside-workspace',
    `${paths.slice(0, SHOWN).join(', ')}${more} leads out of the workspace, ${root.given}.`,
    {
      fix: 'Use patterns and links that stay inside of it, or exclude these with a pattern that starts with !.',
      where: 'csr-path',
    },
  );
}
