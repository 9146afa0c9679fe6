import { realpathSync } from 'node:fs';
import type { Path } from 'glob';
import { type Root, relativeTo } from './root.ts';

/**
 * Directories outside of the workspace that are read to see whether a pattern matches anything behind a link to them.
 * A link to the root of a disk would otherwise have the whole disk searched, only to be refused.
 */
const READ_OUTSIDE = 1_000;

/** @param refuse called with the path of a link behind which there are more directories than are read outside */
export function createOutsideGuard(root: Root, refuse: (path: string) => void): (directory: Path) => boolean {
  const links = new Map<Path, Path | undefined>();
  const counts = new Map<Path, number>();
  /** The link that leads out of the workspace on the way to the directory. */
  const wayOut = (directory: Path): Path | undefined => {
    if (links.has(directory)) return links.get(directory);
    const before = directory.parent === undefined ? undefined : wayOut(directory.parent);
    const link = before ?? (pointsOutside(directory, root) ? directory : undefined);
    links.set(directory, link);
    return link;
  };
  return (directory) => {
    const link = wayOut(directory);
    if (link === undefined) return false;
    const count = (counts.get(link) ?? 0) + 1;
    counts.set(link, count);
    if (count === READ_OUTSIDE + 1) refuse(link.relativePosix());
    return count > READ_OUTSIDE;
  };
}

function pointsOutside(link: Path, root: Root): boolean {
  // Nothing is known of a directory that a pattern names and that was not found in another one.
  if (link.isUnknown()) link.lstatSync();
  if (!link.isSymbolicLink()) return false;
  try {
    return relativeTo(root, realpathSync.native(link.fullpath())) === undefined;
  } catch {
    return false;
  }
}
