import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Path } from 'glob';
import { UserError } from '../../lib/user-error.ts';
import { createClassifier } from './classify.ts';
import { createGitFilter } from './exclusions.ts';
import { read } from './read.ts';
import type { Root } from './root.ts';
import { createSearch, type Search } from './walk.ts';

/** What is in the workspace, for finding out what a pattern that matches nothing was meant to match. */
export interface Place {
  /** A file inside of the workspace that the pattern matches, whatever is excluded; undefined when there is none. */
  first(pattern: string): string | undefined;
  /** The same whatever the case of its letters. */
  firstInAnyCase(pattern: string): string | undefined;
  /** The same, by the code points of names alone: the library takes names for one that only Unicode calls the same. */
  firstByCodePoints(pattern: string): string | undefined;
  /** Names in a directory below the workspace, without `.git`; none when it is no directory. */
  namesIn(directory: string): readonly string[];
  isDirectory(path: string): boolean;
  /** Text of a file below the workspace, as far as {@link read} reads files; empty when it cannot be read. */
  textOf(path: string): string;
}

export function createPlace(root: Root, search: Search): Place {
  const isGit = createGitFilter();
  const gitOnly = { ignored: isGit, childrenIgnored: isGit };
  const classify = createClassifier(root);
  const firstOf = (find: () => Iterable<Path>): string | undefined => {
    try {
      for (const entry of find()) {
        const { kind, path } = classify(entry);
        if (kind === 'file') return path;
      }
    } catch (error) {
      // A guess need not be a pattern.
      if (!(error instanceof UserError)) throw error;
    }
    return undefined;
  };
  return {
    first: (pattern) => firstOf(() => search.find(pattern, gitOnly)),
    firstInAnyCase: (pattern) => firstOf(() => createSearch(root, { nocase: true }).find(pattern, gitOnly)),
    firstByCodePoints: (pattern) => firstOf(() => createSearch(root).find(pattern, gitOnly)),
    namesIn(directory) {
      try {
        return readdirSync(join(root.real, directory)).filter((name) => name.toLowerCase() !== '.git');
      } catch {
        return [];
      }
    },
    isDirectory(path) {
      try {
        return statSync(join(root.real, path)).isDirectory();
      } catch {
        return false;
      }
    },
    textOf(path) {
      const file = read(join(root.real, path));
      return file instanceof Uint8Array ? Buffer.from(file).toString('utf8') : '';
    },
  };
}
