/** One statement of a policy, with its elements as lists. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** `Action`, or `NotAction` when `isNegated`. */
  readonly actions: { readonly isNegated: boolean; readonly patterns: readonly string[] };
  /** `Resource`, or `NotResource` when `isNegated`. */
  readonly resources: { readonly isNegated: boolean; readonly patterns: readonly string[] };
  readonly conditions: readonly StatementCondition[];
}

export interface StatementCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** A policy of IAM that was read: an identity policy of a role, or the policy of a session. */
export interface PolicyDocument {
  /** Only the version of 2012 has variables. */
  readonly hasVariables: boolean;
  readonly statements: readonly Statement[];
}

/** A text that is no policy, with IAM's words for it. */
export class MalformedPolicy extends Error {}

const ELEMENTS = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

/** What this emulator can decide, without `ForAnyValue:`, `ForAllValues:` and `IfExists`. */
const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'ArnEquals',
  'ArnNotEquals',
  'ArnLike',
  'ArnNotLike',
  'Bool',
  'Null',
];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a policy that goes with an identity: it names no principal.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 *
 * @param document its JSON, or what the JSON says
 * @throws MalformedPolicy also for an operator of conditions that is not emulated: it must not look fulfilled
 */
export function readPolicy(document: unknown): PolicyDocument {
  const policy = typeof document === 'string' ? parsed(document) : document;
  if (!isFields(policy)) throw new MalformedPolicy('Syntax errors in policy.');
  const { Version: version = '2008-10-17', Id: id = '', Statement: statement, ...more } = policy;
  if (Object.keys(more).length > 0 || typeof id !== 'string') throw new MalformedPolicy('Syntax errors in policy.');
  if (version !== '2012-10-17' && version !== '2008-10-17') {
    throw new MalformedPolicy('The policy must contain a valid version string');
  }
  const statements = [statement].flat();
  if (statement === undefined || statements.length === 0) throw new MalformedPolicy('Missing required field Statement');
  const sids = statements.flatMap((one) => (isFields(one) && one.Sid !== undefined ? [one.Sid] : []));
  if (sids.some((sid) => typeof sid !== 'string' || !/^[0-9A-Za-z]*$/.test(sid))) {
    throw new MalformedPolicy(
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    );
  }
  if (new Set(sids).size < sids.length) {
    throw new MalformedPolicy('Statement IDs (SID) in a single policy must be unique.');
  }
  return { hasVariables: version === '2012-10-17', statements: statements.map(statementOf) };
}

function statementOf(statement: unknown): Statement {
  if (!isFields(statement)) throw new MalformedPolicy('Syntax errors in policy.');
  if (statement.Principal !== undefined || statement.NotPrincipal !== undefined) {
    throw new MalformedPolicy('Policy document should not specify a principal.');
  }
  if (Object.keys(statement).some((element) => !ELEMENTS.includes(element))) {
    throw new MalformedPolicy('Syntax errors in policy.');
  }
  const { Effect: effect, Condition: condition = {} } = statement;
  if (effect !== 'Allow' && effect !== 'Deny') throw new MalformedPolicy('Syntax errors in policy.');
  const actions = choice(statement, 'Action', 'Policy statement must contain actions.');
  if (actions.patterns.some((action) => action !== '*' && !/^[\w-]+:.+$/.test(action))) {
    throw new MalformedPolicy('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  }
  const resources = choice(statement, 'Resource', 'Policy statement must contain resources.');
  for (const resource of resources.patterns) {
    if (resource !== '*' && !resource.startsWith('arn:')) {
      throw new MalformedPolicy(`Resource ${resource} must be in ARN format or "*".`);
    }
  }
  return { effect, actions, resources, conditions: conditionsOf(condition) };
}

function choice(statement: Fields, element: 'Action' | 'Resource', missing: string): Statement['actions'] {
  const { [element]: plain, [`Not${element}`]: negated } = statement;
  if (plain !== undefined && negated !== undefined) throw new MalformedPolicy('Syntax errors in policy.');
  const patterns = texts(plain ?? negated ?? []);
  if (patterns.length === 0) throw new MalformedPolicy(missing);
  return { isNegated: negated !== undefined, patterns };
}

function conditionsOf(condition: unknown): readonly StatementCondition[] {
  if (!isFields(condition)) throw new MalformedPolicy('Syntax errors in policy.');
  return Object.entries(condition).flatMap(([operator, keys]) => {
    const bare = operator.replace(/^(?:ForAnyValue|ForAllValues):/, '').replace(/IfExists$/, '');
    if (!OPERATORS.includes(bare)) throw new MalformedPolicy(`Invalid Condition type : ${operator}.`);
    if (!isFields(keys)) throw new MalformedPolicy('Syntax errors in policy.');
    return Object.entries(keys).map(([key, values]) => {
      if (!key.includes(':')) {
        throw new MalformedPolicy('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
      }
      return { operator, key, values: texts(values) };
    });
  });
}

function texts(value: unknown): readonly string[] {
  return [value].flat().map((one) => {
    // IAM takes `true` for "true" in conditions.
    if (typeof one !== 'string' && typeof one !== 'boolean') throw new MalformedPolicy('Syntax errors in policy.');
    return String(one);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new MalformedPolicy('This policy contains invalid Json');
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
