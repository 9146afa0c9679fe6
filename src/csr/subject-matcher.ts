/** Characters of the longest pattern that is taken; what it costs to match grows with it. */
const MAX_PATTERN_LENGTH = 1_000;

/** Whether all of a subject matches, in time proportional to the subject: RE2 has no backtracking. */
export type SubjectMatcher = (subject: string) => boolean;

/** @throws SyntaxError that says what is wrong with the pattern */
export type CompileSubjectPattern = (pattern: string) => SubjectMatcher;

/** Loads RE2, which takes as long as half of what starts Node: most runs have no pattern. */
export async function loadSubjectPatterns(): Promise<CompileSubjectPattern> {
  const { RE2JS, RE2JSException } = await import('re2js');
  return (pattern) => {
    if (pattern.length > MAX_PATTERN_LENGTH)
      throw new SyntaxError(`it is longer than ${MAX_PATTERN_LENGTH} characters`);
    try {
      const expression = RE2JS.compile(pattern);
      return (subject) => expression.matches(subject);
    } catch (error) {
      if (!(error instanceof RE2JSException)) throw error;
      throw new SyntaxError(error.message.replace('error parsing regexp: ', ''), { cause: error });
    }
  };
}
