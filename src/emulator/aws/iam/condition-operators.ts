import type { StatementCondition } from './policy-document.ts';
import { isArnLike, isLike } from './wildcards.ts';

/** What is known of a request, by condition key; a list for a key that may have several values. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

type Compare = (value: string, wanted: string) => boolean;

const COMPARE: Readonly<Record<string, Compare>> = {
  StringEquals: (value, wanted) => value === wanted,
  StringEqualsIgnoreCase: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  StringLike: isLike,
  ArnEquals: isArnLike,
  ArnLike: isArnLike,
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
};

/**
 * Whether a condition holds. Names of keys do not regard case. A key that the request does not have fulfils only negated
 * operators, those with `IfExists`, `ForAllValues:`, and `Null`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function holds({ operator, key, values }: StatementCondition, context: Context): boolean {
  const found = valuesOf(context, key);
  const [, set, bare = '', ifExists] = /^((?:ForAnyValue|ForAllValues):)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  if (bare === 'Null') return values.some((wanted) => (wanted.toLowerCase() === 'true') === (found.length === 0));
  const isNegated = bare.includes('Not');
  if (found.length === 0) {
    if (set !== undefined) return set.startsWith('ForAll') || ifExists !== undefined;
    return isNegated || ifExists !== undefined;
  }
  const compare = COMPARE[bare.replace('Not', '')];
  if (compare === undefined) throw new TypeError(`the operator ${operator} is not emulated`);
  const fits = (value: string): boolean => values.some((wanted) => compare(value, wanted)) !== isNegated;
  // Without a set operator a key has one value; were there several, any of them may fulfil a positive operator only.
  if (set === undefined) return isNegated ? found.every(fits) : found.some(fits);
  return set.startsWith('ForAll') ? found.every(fits) : found.some(fits);
}

/** Values of a condition key; none when the request does not have it. */
export function valuesOf(context: Context, key: string): readonly string[] {
  const name = Object.keys(context).find((one) => one.toLowerCase() === key.toLowerCase());
  return name === undefined ? [] : [context[name] ?? []].flat();
}
