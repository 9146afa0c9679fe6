import { shorten } from '../../lib/escape.ts';
import { UserError } from '../../lib/user-error.ts';
import { nearMiss, whatIsThere } from './near-misses.ts';
import { leadsOutside } from './outside.ts';
import type { Pattern } from './patterns.ts';
import type { Root } from './root.ts';
import type { Place } from './workspace-content.ts';

/** A pattern that matches no file. */
export interface Unmatched {
  readonly pattern: Pattern;
  /** Directories that it matches. */
  readonly directories: readonly string[];
  /** Pipes, sockets and devices that it matches. */
  readonly special: readonly string[];
}

/** Patterns that are explained in one message: each takes searches of the workspace. */
const EXPLAINED = 5;

/** One or two sentences: that the pattern matches no file, and what it comes near to. */
export function explainUnmatched(
  { pattern: { text, isExclusion }, directories, special }: Unmatched,
  place: Place,
): string {
  const written = shorten(isExclusion ? `!${text}` : text, 200);
  const [directory] = [...directories].sort();
  if (directory !== undefined) {
    return `The pattern ${written} matches only directories, such as ${directory}; add /** to take the files in it.`;
  }
  if (special[0] !== undefined) return `The pattern ${written} matches no file: ${notTaken(special[0])}`;
  if (isExclusion && text.startsWith('(')) {
    return `The pattern ${written} excludes, because it starts with !, and matches nothing. Write ./${written} for all but some.`;
  }
  if (!isExclusion && place.first(text) !== undefined) {
    return `All files that the pattern ${written} matches are excluded by patterns that start with !.`;
  }
  return `The pattern ${written} matches nothing. ${nearMiss(text, place) ?? whatIsThere(text, place)}`;
}

/** What is said of a pipe, a socket or a device. */
export function notTaken(path: string): string {
  return `${path} is a pipe, a socket or a device, and is not read.`;
}

/** @param unmatched all patterns that match nothing, those that may included; none when no pattern includes anything */
export function nothingFound(
  unmatched: readonly Unmatched[],
  lines: readonly string[],
  root: Root,
  place: Place,
): UserError {
  const where = 'csr-path';
  if (place.namesIn('').length === 0) {
    return place.textOf('.git/info/sparse-checkout') === ''
      ? new UserError('no-csr-found', 'The workspace is empty.', {
          where,
          fix: 'Run actions/checkout before this step.',
        })
      : new UserError('no-csr-found', 'The workspace is empty: its checkout is sparse.', {
          where,
          fix: 'Add the directories of the CSRs to "sparse-checkout" of actions/checkout.',
        });
  }
  const details =
    unmatched.length > 0
      ? explainSome(unmatched, place)
      : `All patterns start with !, so none of them includes a file: ${lines.join(' ')}.`;
  return new UserError('no-csr-found', `No file was found in ${root.given}. ${details}`, {
    where,
    fix: 'Correct the patterns. They are relative to the root of the checked-out repository.',
  });
}

/** Some patterns match files and these match none, so that devices may go without. */
export function someUnmatched(unmatched: readonly Unmatched[], place: Place): UserError {
  return new UserError('pattern-unmatched', explainSome(unmatched, place), {
    where: 'csr-path',
    fix: 'Correct the pattern, or write "optional:" in front of it when it may match nothing.',
  });
}

/** With what to write instead, when the same pattern matches below the workspace. */
export function patternLeadsOutside({ text }: Pattern, root: Root, place: Place): UserError {
  const hint = nearMiss(text, place);
  return leadsOutside([text], root, hint?.includes('; write ') ? hint : undefined);
}

function explainSome(unmatched: readonly Unmatched[], place: Place): string {
  const explained = unmatched.slice(0, EXPLAINED).map((one) => explainUnmatched(one, place));
  const others = unmatched.slice(EXPLAINED).map(({ pattern }) => shorten(pattern.text, 200));
  return [...explained, ...(others.length > 0 ? [`Neither do ${others.join(', ')}.`] : [])].join(' ');
}
