import { Glob, Ignore } from 'glob';
import { GLOB_SYNTAX } from './walk.ts';

/**
 * Whether a path that a record has is one that a pattern would match in the repository. No file has to be there.
 *
 * @param patterns globs, relative to the root of the repository; a path that is written exactly matches, too
 * @throws what the glob library does for a pattern that is none
 */
export function createPathMatcher(patterns: readonly string[]): (path: string) => boolean {
  // Records have `/` on every system.
  const syntax = { ...GLOB_SYNTAX, platform: 'linux', dot: true } as const;
  const { scurry } = new Glob('.', { cwd: '/repository', ...syntax });
  const matching = new Ignore(patterns.map(trimmed), { ...syntax });
  return (path) => patterns.includes(path) || matching.ignored(scurry.cwd.resolve(path));
}

function trimmed(pattern: string): string {
  return pattern.replace(/^(\.\/)+/, '');
}
