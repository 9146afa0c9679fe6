import type { Policy } from './state.ts';

/** Who asks: the variables of AWS IoT policies that a connection has. */
export interface Connection {
  readonly clientId: string;
  /** The thing that the client id names; undefined: none, or not one of this principal. */
  readonly thingName: string | undefined;
  readonly isAttached: boolean;
}

export interface Decision {
  readonly decision: 'ALLOWED' | 'EXPLICIT_DENY' | 'IMPLICIT_DENY';
  /** Those that allowed it, or denied it. */
  readonly policies: readonly Policy[];
}

interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

/**
 * Whether policies let a connection do something, as AWS IoT decides: an explicit denial wins, nothing is allowed that
 * no statement allows, and a variable without a value matches nothing.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
 *
 * @param action `iot:Connect`, `iot:Publish` …
 */
export function decide(
  policies: readonly Policy[],
  action: string,
  resource: string,
  connection: Connection,
): Decision {
  const having = (effect: string): readonly Policy[] =>
    policies.filter(({ document }) =>
      statementsOf(document).some(
        (statement) =>
          statement.Effect === effect &&
          listOf(statement.Action).some((pattern) => matches(pattern, action, connection)) &&
          listOf(statement.Resource).some((pattern) => matches(pattern, resource, connection)) &&
          holds(statement.Condition, connection),
      ),
    );
  const denying = having('Deny');
  if (denying.length > 0) return { decision: 'EXPLICIT_DENY', policies: denying };
  const allowing = having('Allow');
  return { decision: allowing.length > 0 ? 'ALLOWED' : 'IMPLICIT_DENY', policies: allowing };
}

function statementsOf(document: string): readonly Statement[] {
  const { Statement: statement } = JSON.parse(document) as { Statement?: Statement | readonly Statement[] };
  return statement === undefined ? [] : ([statement].flat() as readonly Statement[]);
}

function listOf(value: unknown): readonly string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string');
}

function matches(pattern: string, text: string, connection: Connection): boolean {
  let isComplete = true;
  const source = pattern.replaceAll(/\$\{([^}]*)\}|[*?]|[^*?$]+|\$/g, (part, variable: string | undefined) => {
    if (variable !== undefined) {
      const value = variableValue(variable, connection);
      isComplete &&= value !== undefined;
      return escaped(value ?? '');
    }
    return part === '*' ? '.*' : part === '?' ? '.' : escaped(part);
  });
  return isComplete && new RegExp(`^${source}$`, 's').test(text);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function variableValue(variable: string, { clientId, thingName, isAttached }: Connection): string | undefined {
  if (variable === 'iot:ClientId') return clientId;
  if (variable === 'iot:Connection.Thing.ThingName') return thingName;
  if (variable === 'iot:Connection.Thing.IsAttached') return String(isAttached);
  return { '*': '*', '?': '?', $: '$' }[variable];
}

function holds(condition: unknown, connection: Connection): boolean {
  if (condition === undefined) return true;
  return Object.entries(condition as Readonly<Record<string, Readonly<Record<string, unknown>>>>).every(
    ([kind, keys]) =>
      Object.entries(keys).every(([key, wanted]) => {
        const value = variableValue(key, connection);
        // What is not emulated here matches nothing, so that no policy looks kinder than it is.
        if (value === undefined || !['Bool', 'StringEquals', 'StringLike'].includes(kind)) return false;
        const values = [wanted].flat().map(String);
        if (kind === 'StringLike') return values.some((pattern) => matches(pattern, value, connection));
        return values.some((one) => (kind === 'Bool' ? one.toLowerCase() === value : one === value));
      }),
  );
}
