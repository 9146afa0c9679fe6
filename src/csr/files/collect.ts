import { join } from 'node:path';
import { createTurns } from '../../lib/turns.ts';
import { UserError } from '../../lib/user-error.ts';
import { createClassifier, type Match } from './classify.ts';
import type { Exclusions } from './exclusions.ts';
import type { FoundFiles } from './found-files.ts';
import { leadsOutside, listSome } from './outside.ts';
import { asName } from './patterns.ts';
import { type Root, relativeTo } from './root.ts';
import { notTaken } from './unmatched.ts';
import { GLOB_SYNTAX, NAME_SYNTAX, type Search } from './walk.ts';

/** Called with one or two sentences about what was left out, or may not be as it was meant. */
export type Report = (level: 'warning' | 'notice', message: string) => void;

interface Collected {
  readonly files: number;
  readonly directories: readonly string[];
  readonly special: readonly string[];
}

interface CollectorOptions {
  readonly root: Root;
  readonly search: Search;
  readonly exclusions: Exclusions;
  readonly found: FoundFiles;
  readonly report: Report;
}

/**
 * Adds what a pattern matches to the files that were found; `named` adds files by their paths, and `refuse` throws when
 * something matched that may not be taken.
 */
export function createCollector({ root, search, exclusions, found, report }: CollectorOptions) {
  const classify = createClassifier(root);
  const turn = createTurns();
  const strays: string[] = [];
  const read = async (glob: string, syntax: typeof GLOB_SYNTAX, onNew?: (match: Match) => void): Promise<Collected> => {
    let files = 0;
    const [directories, special]: [string[], string[]] = [[], []];
    for (const entry of search.find(glob, exclusions, syntax)) {
      const match = classify(entry);
      if (match.kind === 'directory') directories.push(match.path);
      else if (match.kind === 'special') special.push(match.path);
      else files++;
      if (match.kind === 'outside') strays.push(match.path);
      if (match.kind === 'file' && found.add(match)) onNew?.(match);
      const turned = turn();
      if (turned !== undefined) await turned;
    }
    return { files, directories, special };
  };
  const collect = async (glob: string): Promise<Collected> => {
    const asGlob = await read(glob, GLOB_SYNTAX);
    const name = asName(glob);
    if (name === undefined) return asGlob;
    const named = await read(name, NAME_SYNTAX, ({ path }) => {
      if (asGlob.files > 0)
        report('notice', `${path} is named exactly as the pattern ${glob} is written, and is taken, too.`);
    });
    return named.files > 0 ? { ...named, files: asGlob.files + named.files } : asGlob;
  };
  /** Takes files by their paths: no character of a path stands for anything. */
  const named = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      const below = relativeTo(root, path);
      if (below === undefined) {
        strays.push(path);
        continue;
      }
      const entry = search.pathOf(join(root.real, below));
      if (exclusions.ignored(entry)) continue;
      // One that is gone by now is a file that cannot be read: whoever reads it will say so.
      const match = classify(entry.lstatSync() ?? entry);
      if (match.kind === 'special') report('warning', notTaken(match.path));
      else if (match.kind === 'outside') strays.push(match.path);
      else found.add({ ...match, kind: 'file' });
      const turned = turn();
      if (turned !== undefined) await turned;
    }
  };
  const refuse = (): void => {
    const outside = [...strays, ...search.tooFar].sort();
    if (outside.length > 0) throw leadsOutside(outside, root);
    if (search.unreadable.size > 0) throw unreadable(search.unreadable, root);
  };
  return Object.assign(collect, { named, refuse });
}

function unreadable(paths: ReadonlyMap<string, string>, root: Root): UserError {
  const named = [...paths].map(([path, code]) => `${relativeTo(root, path) || path} (${code})`).sort();
  return new UserError(
    'unreadable-directory',
    `CSRs may be missing, because this cannot be read: ${listSome(named)}.`,
    {
      where: 'csr-path',
      fix: 'Give the user that the job runs as permission to read it, or exclude it with a pattern that starts with !.',
    },
  );
}
