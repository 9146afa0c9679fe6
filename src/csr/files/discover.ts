import { createCollector, type Report } from './collect.ts';
import { createExclusions, type Exclusions } from './exclusions.ts';
import { createFoundFiles } from './found-files.ts';
import { nearMiss } from './near-misses.ts';
import { explainPartly } from './partly-matched.ts';
import { type Pattern, parsePattern, toRelative } from './patterns.ts';
import { type Root, resolveRoot } from './root.ts';
import { describeSecondPaths } from './second-path.ts';
import type { SourceFile } from './source-file.ts';
import { findUnfollowed } from './unfollowed.ts';
import {
  explainUnmatched,
  nothingFound,
  notTaken,
  patternLeadsOutside,
  someUnmatched,
  type Unmatched,
} from './unmatched.ts';
import { createSearch, type Search } from './walk.ts';
import { createPlace, type Place } from './workspace-content.ts';

export interface DiscoverOptions {
  /**
   * Globs, relative to the workspace or absolute; a leading `!` excludes, whatever the order, and a leading `optional:`
   * lets the pattern match nothing.
   */
  readonly patterns: readonly string[];
  /** Files that are taken whatever the patterns are, unless a pattern excludes them: absolute paths, each as it is. */
  readonly named?: readonly string[];
  /** Absolute path of the directory that is searched, and that nothing may lead out of. */
  readonly workspace: string;
  readonly report?: Report;
  /** Called with each file as it is found, once, in any order. */
  readonly onFile?: (file: SourceFile) => void;
}

/**
 * Finds the files that the patterns match, sorted by the UTF-16 code units of their paths: the same on every OS.
 *
 * As in actions/glob, hidden files are files like others; `.git` is never looked into. `**` follows a link to a directory
 * only as the glob library does, and what it does not follow is reported. An excluded directory is excluded with all
 * that is in it. A pattern that is the exact name of a file matches that file, too, whatever its characters mean. A file
 * that several paths lead to counts once.
 *
 * @throws UserError when a pattern that is not optional matches nothing, nothing matches at all, something leads out of
 * the workspace, or a directory that a pattern covers cannot be read
 */
export async function discover(options: DiscoverOptions): Promise<readonly SourceFile[]> {
  const { patterns, named = [], workspace, report = () => undefined, onFile } = options;
  const root = resolveRoot(workspace);
  const search = createSearch(root);
  const place = createPlace(root, search);
  const all = patterns.map(parsePattern);
  const relative = new Map(all.map((pattern) => [pattern, below(pattern, { root, search, place })]));
  const included = [...relative].filter(([{ isExclusion }]) => !isExclusion);
  const exclusions = createExclusions(new Map([...relative].filter(([{ isExclusion }]) => isExclusion)));
  const found = createFoundFiles(onFile);
  const collect = createCollector({ root, search, exclusions, found, report });

  await collect.named(named);
  const unmatched: Unmatched[] = [];
  for (const [pattern, glob] of included) {
    const { files, directories, special } = await collect(glob);
    if (files === 0) unmatched.push({ pattern, directories, special });
    if (files > 0 || pattern.isOptional) for (const path of special) report('warning', notTaken(path));
  }
  collect.refuse();
  const { files, again } = found.finish();
  if (files.length === 0) throw nothingFound(unmatched, patterns, root, place);
  if (again.length > 0) report('notice', describeSecondPaths(again));
  for (const [pattern, glob] of included) {
    for (const message of findUnfollowed(glob, { root, search, exclusions, found })) report('warning', message);
    if (pattern.isOptional || unmatched.some((one) => one.pattern === pattern)) continue;
    for (const message of explainPartly(glob, { search, place, exclusions, found })) report('warning', message);
  }
  checkUnmatched(unmatched, place, report);
  reportUnused(exclusions, place, report);
  return files;
}

function below(
  pattern: Pattern,
  { root, search, place }: { readonly root: Root; readonly search: Search; readonly place: Place },
): string {
  const relative = toRelative(pattern.text, root);
  // Before anything is searched: a pattern such as `/**` would search the whole disk.
  if (relative === undefined || !(pattern.isExclusion || search.isInside(relative)))
    throw patternLeadsOutside(pattern, root, place);
  return relative;
}

/** @throws UserError `pattern-unmatched` */
function checkUnmatched(unmatched: readonly Unmatched[], place: Place, report: Report): void {
  const wrong: Unmatched[] = [];
  for (const one of unmatched) {
    const { text, isOptional } = one.pattern;
    if (isOptional) continue;
    // An exclusion says that these are not meant.
    if (one.directories.length === 0 && place.first(text) !== undefined) {
      report('warning', explainUnmatched(one, place));
    } else wrong.push(one);
  }
  if (wrong.length > 0) throw someUnmatched(wrong, place);
}

/** An exclusion that is written wrongly leaves in what was meant to stay out. */
function reportUnused(exclusions: Exclusions, place: Place, report: Report): void {
  for (const pattern of exclusions.unused()) {
    const { text, isOptional } = pattern;
    if (isOptional || place.first(text) !== undefined || place.first(`${text}/**`) !== undefined) continue;
    // One that comes near something is more likely a mistake than a precaution.
    const level = nearMiss(text, place) === undefined && !text.startsWith('(') ? 'notice' : 'warning';
    report(level, explainUnmatched({ pattern, directories: [], special: [] }, place));
  }
}
