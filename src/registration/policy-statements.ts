import { type Pattern, parsePattern } from './resource-pattern.ts';

/** What a statement names, or all but what it names. */
export interface Named {
  readonly isNegated: boolean;
  readonly patterns: readonly Pattern[];
}

/** A statement of an AWS IoT policy. */
export interface Statement {
  readonly isAllow: boolean;
  readonly actions: Named;
  readonly resources: Named;
  readonly condition: Condition;
}

/** What a statement asks beyond action and resource; all of it has to hold. */
export interface Condition {
  /** That the device is attached to the thing that it connects as. */
  readonly isAttached: boolean;
  /** Something that is not looked into. */
  readonly other: boolean;
}

/**
 * A document has 2,048 characters without white space at most
 * (https://docs.aws.amazon.com/general/latest/gr/iot-core.html#security-limits). A longer one is not read.
 */
const MAX_CHARACTERS = 65_536;
/** Each statement takes more than 40 of the 2,048 characters, each pattern more than 3. */
const MAX_STATEMENTS = 60;
const MAX_PATTERNS = 700;

/**
 * Reads a policy document, in each of the forms that JSON policies have: one statement or a list, one action or a list,
 * `NotAction`, `NotResource`, names of elements in any case.
 *
 * @returns undefined where it cannot be said what the document allows
 */
export function readDocument(document: string): readonly Statement[] | undefined {
  if (document.length > MAX_CHARACTERS) return undefined;
  try {
    const statements = elements(JSON.parse(document) as unknown).get('statement');
    const list = Array.isArray(statements) ? statements : [statements];
    if (list.length > MAX_STATEMENTS) return undefined;
    const read = list.map(readStatement);
    const patterns = read.flatMap(({ actions, resources }) => [...actions.patterns, ...resources.patterns]);
    return patterns.length > MAX_PATTERNS ? undefined : read;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const ELEMENTS: readonly string[] = ['sid', 'effect', 'action', 'notaction', 'resource', 'notresource', 'condition'];

/** @throws SyntaxError */
function readStatement(value: unknown): Statement {
  const found = elements(value);
  for (const name of found.keys()) if (!ELEMENTS.includes(name)) throw new SyntaxError(name);
  const effect = String(found.get('effect')).toLowerCase();
  if (effect !== 'allow' && effect !== 'deny') throw new SyntaxError('effect');
  return {
    isAllow: effect === 'allow',
    actions: named(found, 'action', (text) => parsePattern(text.toLowerCase())),
    resources: named(found, 'resource', parsePattern),
    condition: readCondition(found.get('condition')),
  };
}

function named(found: ReadonlyMap<string, unknown>, element: string, read: (text: string) => Pattern): Named {
  const isNegated = found.has(`not${element}`);
  if (isNegated === found.has(element)) throw new SyntaxError(element);
  const value = found.get(isNegated ? `not${element}` : element);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const patterns = list.map((one) => {
    if (typeof one !== 'string' || one === '') throw new SyntaxError(element);
    return read(one);
  });
  if (patterns.length === 0) throw new SyntaxError(element);
  return { isNegated, patterns };
}

const IS_ATTACHED = 'iot:connection.thing.isattached';

function readCondition(value: unknown): Condition {
  if (value === undefined) return { isAttached: false, other: false };
  const all = [...elements(value)].flatMap(([operator, keys]) =>
    [...elements(keys)].map(([key, wanted]) => operator === 'bool' && key === IS_ATTACHED && isTrue(wanted)),
  );
  return { isAttached: all.includes(true), other: all.includes(false) };
}

/** One of several values is enough for a condition to hold. */
function isTrue(value: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.length > 0 && values.every((one) => String(one).toLowerCase() === 'true');
}

/** The members of a JSON object, their names in small letters. @throws SyntaxError for anything else, and a name twice */
function elements(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('object');
  const all = Object.entries(value).map(([name, one]): [string, unknown] => [name.toLowerCase(), one]);
  const found = new Map(all);
  if (found.size < all.length) throw new SyntaxError('name');
  return found;
}
