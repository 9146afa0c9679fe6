/**
 * Whether a text is what a pattern says, in which `*` stands for any characters, also none, and `?` for one.
 *
 * It takes time in proportion to the lengths of both, multiplied, whatever the pattern is: where the text does not go on
 * as the pattern does, only the last `*` takes one character more. A regular expression with several `.*` could try all
 * combinations of them.
 */
export function matchesWildcards(text: string, pattern: string): boolean {
  let at = 0;
  let patternAt = 0;
  let star = -1;
  let starEnd = 0;
  while (at < text.length) {
    const expected = pattern[patternAt];
    if (expected === '*') {
      star = patternAt++;
      starEnd = at;
    } else if (expected !== undefined && (expected === '?' || expected === text[at])) {
      patternAt++;
      at++;
    } else if (star >= 0) {
      patternAt = star + 1;
      at = ++starEnd;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(patternAt));
}
