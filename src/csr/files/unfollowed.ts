import { realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { escape as escapeGlob, Ignore, type Path } from 'glob';
import type { Exclusions } from './exclusions.ts';
import type { FoundFiles } from './found-files.ts';
import { type Root, relativeTo } from './root.ts';
import { GLOB_SYNTAX, type Search } from './walk.ts';

interface UnfollowedOptions {
  readonly root: Root;
  readonly search: Search;
  readonly exclusions: Exclusions;
  readonly found: FoundFiles;
}

/**
 * What is said of each link to a directory of the workspace that `**` of the pattern did not follow, although a file
 * behind it has a path that the pattern matches, and was not found in any other way.
 */
export function findUnfollowed(
  glob: string,
  { root, search, exclusions, found }: UnfollowedOptions,
): readonly string[] {
  const segments = glob.split('/');
  if (!segments.includes('**')) return [];
  const base = resolve(
    root.real,
    ...segments.slice(
      0,
      segments.findIndex((segment) => /[*?[{(]/.test(segment)),
    ),
  );
  const last = segments.at(-1) ?? '**';
  // What is below the start of `start/**/name` is covered by its path without links.
  const coversAll =
    segments.indexOf('**') === segments.length - 2 && base === resolve(root.real, ...segments.slice(0, -2));
  const pattern = new Ignore([glob], GLOB_SYNTAX);
  const behind = new Map<string, readonly Path[]>();
  const leftOut = (link: string): string | undefined => {
    const target = directoryBehind(link);
    const below = target === undefined ? undefined : relativeTo(root, target);
    if (target === undefined || below === undefined) return undefined;
    if (coversAll && (target === base || target.startsWith(base + sep))) return undefined;
    const files = behind.get(target) ?? filesIn(below, last, search, exclusions);
    behind.set(target, files);
    return files
      .filter((file) => !found.has(file.fullpath()))
      .map((file) => join(link, relative(target, file.fullpath())))
      .find((path) => pattern.ignored(search.pathOf(path)) && !exclusions.ignored(search.pathOf(path)));
  };
  return [...search.links].sort().flatMap((link) => {
    if (link !== base && !link.startsWith(base + sep)) return [];
    const example = leftOut(link);
    if (example === undefined) return [];
    const path = relativeTo(root, link);
    return `${path} is a link to a directory, which ** does not follow, so that ${relativeTo(root, example)} is left out; add the pattern ${path}/**/${last} to take what is in it, or !${path} to exclude it.`;
  });
}

function filesIn(directory: string, name: string, search: Search, exclusions: Exclusions): readonly Path[] {
  const start = directory === '' ? '' : `${escapeGlob(directory, GLOB_SYNTAX)}/`;
  const glob = name === '**' ? `${start}**` : `${start}**/${name}`;
  return [...search.find(glob, exclusions)].filter((entry) => entry.isFile());
}

function directoryBehind(link: string): string | undefined {
  try {
    const target = realpathSync.native(link);
    return statSync(target).isDirectory() ? target : undefined;
  } catch {
    return undefined;
  }
}
