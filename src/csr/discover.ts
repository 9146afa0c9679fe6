import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { Glob, type IgnoreLike, type Path } from 'glob';
import { forEach } from '../each.ts';
import { UserError } from '../errors.ts';
import { groupBy } from '../group-by.ts';

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
}

/** Paths that are looked into at the same time, and named in one error. */
const WIDTH = 16;
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
export async function discover({ patterns, workspace, warn }: DiscoverOptions): Promise<readonly SourceFile[]> {
  const root = await resolveRoot(workspace);
  const includes = patterns.filter((pattern) => !pattern.startsWith('!'));
  const excludes = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => toRelative(pattern.slice(1).trim(), root));
  const ignore =
    excludes.length === 0
      ? GIT
      : [...excludes, ...excludes.map((pattern) => `${pattern.replace(/[/\\]+$/, '')}/**`), '**/.git/**'];

  const found = new Map<string, string>();
  const strays: string[] = [];
  const barren: string[] = [];
  let glob: GlobWithPaths | undefined;
  for (const pattern of includes) {
    glob = openGlob(toRelative(pattern, root), root, ignore, glob);
    const { files, outside, others } = await classify(await glob.walk(), root);
    for (const { path, absolutePath } of files) found.set(path, absolutePath);
    for (const path of outside) strays.push(path);
    if (files.length === 0 && outside.length === 0) barren.push(explainBarren(pattern, others));
  }
  if (strays.length > 0) throw leadsOutside(strays, root);
  if (found.size === 0) throw nothingFound(patterns, barren, root);
  for (const message of barren) warn?.(message);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, absolutePath]) => ({ path, absolutePath }));
}

/** The workspace as it was given, and as it is without links. */
interface Root {
  readonly given: string;
  readonly real: string;
}

async function resolveRoot(workspace: string): Promise<Root> {
  try {
    return { given: resolve(workspace), real: await realpath(workspace) };
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

/** What one pattern matches. */
interface Matches {
  readonly files: readonly SourceFile[];
  /** Paths of what lies, or points, outside of the workspace. */
  readonly outside: readonly string[];
  /** Paths of directories, pipes and the like. */
  readonly others: readonly string[];
}

async function classify(entries: readonly Path[], root: Root): Promise<Matches> {
  const files: SourceFile[] = [];
  const outside: string[] = [];
  const others: string[] = [];
  const classifyOne = async (entry: Path, isInside: boolean): Promise<void> => {
    const absolutePath = entry.fullpath();
    const path = entry.relativePosix();
    if (path === '') others.push('.');
    else if (!isInside) outside.push(absolutePath);
    else if (entry.isSymbolicLink()) await classifyLink(path, absolutePath);
    else if (entry.isFile()) files.push({ path, absolutePath });
    else others.push(path);
  };
  const classifyLink = async (path: string, absolutePath: string): Promise<void> => {
    try {
      const target = await realpath(absolutePath);
      if (relativeTo(root, target) === undefined) outside.push(`${path} -> ${target}`);
      else if ((await stat(target)).isFile()) files.push({ path, absolutePath });
      else others.push(path);
    } catch {
      // A broken link is a file that cannot be read: whoever reads it will say so.
      files.push({ path, absolutePath });
    }
  };
  // The links in the path of a directory are the same for all files in it.
  const directories = [...groupBy(entries, ({ parent }) => parent)];
  await forEach(directories, WIDTH, async ([directory, members]) => {
    const real = await realpath(directory?.fullpath() ?? root.real);
    const isInside = relativeTo(root, real) !== undefined;
    for (let start = 0; start < members.length; start += WIDTH) {
      await Promise.all(members.slice(start, start + WIDTH).map((entry) => classifyOne(entry, isInside)));
    }
  });
  return { files, outside: outside.sort(), others: others.sort() };
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
