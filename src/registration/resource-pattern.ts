/** `*`: any characters, none included. */
export const ANY = Symbol('*');
/** `?`: any one character. */
export const ONE = Symbol('?');

/** One character, a wildcard, or a policy variable by its name. */
export type Token = string | typeof ANY | typeof ONE | { readonly variable: string };

/** A resource or action of a policy document, read. */
export type Pattern = readonly Token[];

/** What `${…}` stands for when it is no variable. */
const LITERALS = ['*', '?', '$'];

/**
 * Reads a pattern of a policy: `*`, `?`, and variables such as `${iot:ClientId}`; `${*}`, `${?}` and `${$}` are the
 * characters themselves. https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html
 */
export function parsePattern(text: string): Pattern {
  const tokens = [...text.matchAll(/\$\{([^}]*)\}|[\s\S]/g)].map(([part, variable]): Token => {
    if (variable !== undefined) return LITERALS.includes(variable) ? variable : { variable };
    return part === '*' ? ANY : part === '?' ? ONE : part;
  });
  // Two are no more than one; of thousands, every way to match would be a copy of the rest.
  return tokens.filter((token, index) => token !== ANY || tokens[index - 1] !== ANY);
}

/** A pattern as it stands in the document. */
export function patternText(pattern: Pattern): string {
  return pattern
    .map((token) => {
      if (token === ANY) return '*';
      if (token === ONE) return '?';
      if (typeof token === 'object') return `\${${token.variable}}`;
      return LITERALS.includes(token as string) ? `\${${String(token)}}` : String(token);
    })
    .join('');
}

/** Where in a pattern a match has come to: `isOpen` in the middle of a variable, which has one character or more. */
interface Position {
  readonly index: number;
  readonly isOpen: boolean;
}

/**
 * What is left of a pattern after it has matched a text, in every way in which it can; a variable stands for any
 * characters.
 */
export function restsAfter(pattern: Pattern, text: string): readonly Pattern[] {
  return [...positionsAfter(pattern, text).values()].map(({ index, isOpen }) =>
    isOpen ? [ANY, ...pattern.slice(index + 1)] : pattern.slice(index),
  );
}

/** Whether a pattern can match the whole of a text; a variable stands for any characters. */
export function canMatch(pattern: Pattern, text: string): boolean {
  return positionsAfter(pattern, text).has(keyOf({ index: pattern.length, isOpen: false }));
}

function positionsAfter(pattern: Pattern, text: string): ReadonlyMap<number, Position> {
  let now = new Map<number, Position>();
  add(now, pattern, { index: 0, isOpen: false });
  for (let at = 0; at < text.length && now.size > 0; at++) {
    const next = new Map<number, Position>();
    for (const position of now.values()) {
      const token = pattern[position.index];
      if (token === ANY) add(next, pattern, position);
      else if (typeof token === 'object') add(next, pattern, { index: position.index, isOpen: true });
      else if (token === ONE || token === text[at]) add(next, pattern, { index: position.index + 1, isOpen: false });
    }
    now = next;
  }
  return now;
}

/** Adds a position, and those behind it that take no character to reach. */
function add(positions: Map<number, Position>, pattern: Pattern, first: Position): void {
  for (let position = first; !positions.has(keyOf(position)); position = { index: position.index + 1, isOpen: false }) {
    positions.set(keyOf(position), position);
    if (pattern[position.index] !== ANY && !position.isOpen) return;
  }
}

function keyOf({ index, isOpen }: Position): number {
  return index * 2 + (isOpen ? 1 : 0);
}
