import { isAbsolute, resolve } from 'node:path';
import { type Root, relativeTo } from './root.ts';

/** One line of `csr-path`. */
export interface Pattern {
  /** As it was written, without the marks in front of it. */
  readonly text: string;
  /** Marked by `!`: what it matches is left out. */
  readonly isExclusion: boolean;
  /** Marked by `optional:`: it may match nothing. */
  readonly isOptional: boolean;
}

/** `optional:` cannot be the start of a useful glob: a file of such a name can be written as `./optional:…`. */
const MARKS = /^(?<before>optional:\s*)?(?<not>!\s*)?(?<after>optional:\s*)?/i;

/** Reads the marks `optional:` and `!`, in any order, and removes white space around the pattern. */
export function parsePattern(line: string): Pattern {
  const trimmed = line.trim();
  const [marks = '', before, not, after] = MARKS.exec(trimmed) ?? [];
  return {
    text: trimmed.slice(marks.length),
    isExclusion: not !== undefined,
    isOptional: before !== undefined || after !== undefined,
  };
}

/**
 * The pattern as it is below the workspace, so that it does not matter which of its paths names the workspace;
 * undefined when it leads out of it.
 */
export function toRelative(pattern: string, root: Root): string | undefined {
  if (!isAbsolute(pattern)) return pattern;
  const below = relativeTo(root, resolve(pattern));
  return below === '' ? '.' : below;
}

/**
 * The pattern read as a name: brackets and braces are characters of it, `*` and `?` stand for what they do in any
 * pattern. Undefined when that is no different reading.
 */
export function asName(pattern: string): string | undefined {
  const path = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  // Where a backslash escapes, whoever writes one has chosen the reading.
  if (!/[[{(]/.test(path) || path.includes('\\')) return undefined;
  // `[[]` is an escape on every OS; a closing bracket needs none.
  return path.replaceAll('[', '[[]');
}
