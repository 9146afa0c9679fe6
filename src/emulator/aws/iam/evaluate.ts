import { type Context, holds, valuesOf } from './condition-operators.ts';
import { type PolicyDocument, readPolicy, type Statement } from './policy-document.ts';
import { isArnLike, isLike } from './wildcards.ts';

/** A call, as a policy sees it. */
export interface IamRequest {
  /** IAM's name of the call: `iot:CreateThing`. */
  readonly action: string;
  /** ARNs of all that the call is about, each of which needs the permission; `*` for a call that is about none. */
  readonly resources: readonly string[];
  readonly context: Context;
}

export interface Decision {
  readonly effect: 'allow' | 'explicit-deny' | 'implicit-deny';
  /** The first resource that is not allowed; the first of all when all are. */
  readonly resource: string;
}

/**
 * What one policy says to a call: a Deny that matches wins, and nothing is allowed that no Allow matches.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(policy: PolicyDocument, request: IamRequest): Decision {
  const decisions = request.resources.map((resource): Decision => {
    const matching = policy.statements.filter((statement) => matches(policy, statement, request, resource));
    if (matching.some(({ effect }) => effect === 'Deny')) return { effect: 'explicit-deny', resource };
    return { effect: matching.length > 0 ? 'allow' : 'implicit-deny', resource };
  });
  const having = (effect: Decision['effect']): Decision | undefined => decisions.find((one) => one.effect === effect);
  const first: Decision = decisions[0] ?? { effect: 'implicit-deny', resource: '*' };
  return having('explicit-deny') ?? having('implicit-deny') ?? first;
}

/**
 * Whether a policy, as JSON or as what the JSON says, allows a call.
 *
 * @throws MalformedPolicy
 */
export function allows(policy: unknown, request: IamRequest): boolean {
  return evaluate(readPolicy(policy), request).effect === 'allow';
}

function matches(policy: PolicyDocument, statement: Statement, request: IamRequest, resource: string): boolean {
  const { actions, resources, conditions } = statement;
  const { action, context } = request;
  const isAction = actions.patterns.some((pattern) => isLike(action.toLowerCase(), pattern.toLowerCase()));
  if (isAction === actions.isNegated) return false;
  const isResource = resources.patterns.some((pattern) => {
    const filled = fill(policy, pattern, context);
    return filled !== undefined && (resource === '*' ? filled === '*' : isArnLike(resource, filled));
  });
  if (isResource === resources.isNegated) return false;
  return conditions.every((condition) => {
    const filled = condition.values.map((value) => fill(policy, value, context));
    return holds({ ...condition, values: filled.filter((value) => value !== undefined) }, context);
  });
}

/** A text with its variables filled in; undefined when one has no value: then the text matches nothing. */
function fill({ hasVariables }: PolicyDocument, text: string, context: Context): string | undefined {
  if (!hasVariables) return text;
  let isComplete = true;
  const filled = text.replaceAll(/\$\{([^}]*)\}/g, (_, variable: string) => {
    const [value] = valuesOf(context, variable);
    isComplete &&= value !== undefined;
    return value ?? '';
  });
  return isComplete ? filled : undefined;
}
