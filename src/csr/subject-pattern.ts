import { RE2JS, RE2JSException } from 're2js';

/** Characters of the longest pattern that is taken; what it costs to match grows with it. */
export const MAX_PATTERN_LENGTH = 1_000;

const compiled = new Map<string, RE2JS>();

/**
 * Whether a pattern matches all of a subject, in time proportional to the subject: RE2 has no backtracking.
 *
 * @throws SyntaxError when it is no pattern
 */
export function matchesSubject(pattern: string, subject: string): boolean {
  return compile(pattern).matches(subject);
}

/** @throws SyntaxError that says what is wrong with the pattern */
export function assertSubjectPattern(pattern: string): void {
  if (pattern.length > MAX_PATTERN_LENGTH) throw new SyntaxError(`it is longer than ${MAX_PATTERN_LENGTH} characters`);
  compile(pattern);
}

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  try {
    const expression = RE2JS.compile(pattern);
    compiled.set(pattern, expression);
    return expression;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new SyntaxError(error.message.replace('error parsing regexp: ', ''), { cause: error });
  }
}
