/** Text with `*` for any text and `?` for one character. */
export function isLike(text: string, pattern: string): boolean {
  return toExpression(pattern).test(text);
}

/**
 * An ARN by a pattern of its six parts, each compared by itself: a wildcard stays within its part, and only the last part,
 * the resource, may hold colons. A pattern that is cut short covers what follows when it ends in `*`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function isArnLike(arn: string, pattern: string): boolean {
  if (pattern === '*') return true;
  const parts = partsOf(arn);
  const patterns = partsOf(pattern);
  if (parts.length < PARTS || patterns.length > parts.length) return false;
  if (patterns.length < PARTS && !pattern.endsWith('*')) return false;
  return patterns.every((one, at) => {
    const isLast = at === patterns.length - 1;
    const part = isLast ? parts.slice(at).join(':') : (parts[at] ?? '');
    return isLike(part, one);
  });
}

const PARTS = 6;

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= PARTS ? parts : [...parts.slice(0, PARTS - 1), parts.slice(PARTS - 1).join(':')];
}

function toExpression(pattern: string): RegExp {
  const any = '[\\s\\S]';
  // Several stars in a row are one star: as many of them would be tried against each other.
  const source = pattern.replaceAll(/\*+|\?|[^*?]+/g, (piece) => {
    if (piece.startsWith('*')) return `${any}*`;
    return piece === '?' ? any : piece.replaceAll(/[.+^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`);
}
