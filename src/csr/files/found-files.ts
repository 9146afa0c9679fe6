import type { Match } from './classify.ts';
import type { SecondPath } from './second-path.ts';
import type { SourceFile } from './source-file.ts';

/** The files that were found, each of them once. */
export interface FoundFiles {
  /** Whether the match is a file that no match before it was. */
  add(match: Match): boolean;
  /** Whether this path without links is one of the files. */
  has(realPath: string): boolean;
  /** All of them, sorted by path, and the paths that lead to one of them a second time. */
  finish(): { readonly files: readonly SourceFile[]; readonly again: readonly SecondPath[] };
}

/**
 * Counts a file that several paths lead to (a link to it, or to a directory on the way) once: by its path without links
 * where a pattern matches that, or else by the first of its paths.
 *
 * @param onFile called with each file once, with those behind links last
 */
export function createFoundFiles(onFile: ((file: SourceFile) => void) | undefined): FoundFiles {
  const byRealPath = new Map<string, SourceFile>();
  // Which path a file behind a link is taken by is known only when all are found.
  const behindLinks = new Map<string, Match>();
  const take = ({ path, absolutePath, realPath }: Match): void => {
    const file = { path, absolutePath };
    byRealPath.set(realPath, file);
    onFile?.(file);
  };
  return {
    add(match) {
      if (match.absolutePath !== match.realPath) {
        const isNew = !behindLinks.has(match.absolutePath);
        if (isNew) behindLinks.set(match.absolutePath, match);
        return isNew;
      }
      if (byRealPath.has(match.realPath)) return false;
      take(match);
      return true;
    },
    has: (realPath) => byRealPath.has(realPath),
    finish() {
      const again: SecondPath[] = [];
      for (const match of [...behindLinks.values()].sort(byPath)) {
        const first = byRealPath.get(match.realPath);
        if (first === undefined) take(match);
        else again.push({ path: first.path, also: match.path });
      }
      return { files: [...byRealPath.values()].sort(byPath), again };
    },
  };
}

function byPath(a: SourceFile, b: SourceFile): number {
  return a.path < b.path ? -1 : 1;
}
