import type { Fields, Value } from './cloudformation.ts';

/** A request, as a policy sees it. */
export interface Request {
  /** IAM's name of the call: `iot:CreateCertificateFromCsr`. */
  readonly action: string;
  /** ARN, or `*` for a call that is about no single resource. */
  readonly resource: string;
  /** By condition key, `aws:RequestedRegion`; a claim of the token in a trust policy. */
  readonly context: Readonly<Record<string, string>>;
}

interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[] | undefined;
  readonly conditions: readonly Condition[];
}

interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * Whether a policy allows a request, by AWS's own logic: a Deny that matches wins, an Allow that matches is needed. Names
 * of actions and of condition keys do not regard case; `*` and `?` are wildcards in actions and resources, and in values
 * of the `Like` operators.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 *
 * @throws Error for an element or an operator that is not known here
 */
export function isAllowed(policy: Value, request: Request): boolean {
  const matching = statementsOf(policy).filter((statement) => matches(statement, request));
  return matching.length > 0 && matching.every(({ effect }) => effect === 'Allow');
}

/** Every action that a policy's Allow statements name, as they are written. */
export function grantedActions(policy: Value): readonly string[] {
  return statementsOf(policy)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions }) => actions);
}

const ELEMENTS = ['Sid', 'Effect', 'Action', 'Resource', 'Principal', 'Condition'];

function statementsOf(policy: Value): readonly Statement[] {
  const { Version, Statement } = policy as Fields;
  if (Version !== '2012-10-17') throw new Error('a policy without its version has other variables');
  return (Statement as readonly Fields[]).map((statement) => {
    const strange = Object.keys(statement).filter((element) => !ELEMENTS.includes(element));
    if (strange.length > 0) throw new Error(`not known here: ${strange.join(', ')}`);
    const { Effect, Action = [], Resource, Condition = {} } = statement;
    if (Effect !== 'Allow' && Effect !== 'Deny') throw new Error('Effect is Allow or Deny');
    const conditions = Object.entries(Condition as Record<string, Fields>).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => ({ operator, key, values: texts(values) })),
    );
    const resources = Resource === undefined ? undefined : texts(Resource);
    return { effect: Effect, actions: texts(Action), resources, conditions };
  });
}

function matches({ actions, resources, conditions }: Statement, { action, resource, context }: Request): boolean {
  return (
    actions.some((pattern) => isLike(action.toLowerCase(), pattern.toLowerCase())) &&
    // A trust policy has no resource: it is the role's own.
    (resources === undefined || resources.some((pattern) => isLike(resource, pattern))) &&
    conditions.every((condition) => holds(condition, context))
  );
}

function holds({ operator, key, values }: Condition, context: Request['context']): boolean {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  switch (operator) {
    case 'StringEquals':
      return found !== undefined && values.includes(found);
    case 'StringNotEquals':
      return found === undefined || !values.includes(found);
    case 'StringLike':
      return found !== undefined && values.some((pattern) => isLike(found, pattern));
    default:
      throw new Error(`the operator ${operator} is not known here`);
  }
}

function isLike(text: string, pattern: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}

function texts(value: Value): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
