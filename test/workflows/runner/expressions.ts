import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What an expression, an input or an output is worth. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** `github`, `steps`, `needs` … by name. What is not among them may not be named in the expression. */
export type Contexts = Readonly<Record<string, Value>>;

/** The state that `success()`, `failure()`, `always()` and `cancelled()` ask for. */
export interface Status {
  /** Of a step: no step before it failed. Of a job: every job that it needs, and that those need, succeeded. */
  readonly succeeded: boolean;
  /** Of a job: one of those failed; one that was skipped did not. */
  readonly failed: boolean;
  readonly cancelled: boolean;
}

export interface Scope {
  readonly contexts: Contexts;
  /** Undefined where GitHub has no status functions. */
  readonly status?: Status | undefined;
  /** `hashFiles`; undefined where there is no workspace yet. */
  readonly hashFiles?: ((...patterns: string[]) => string) | undefined;
}

const STATUS_FUNCTION = /\b(success|failure|always|cancelled)\s*\(/i;

/** @throws for what GitHub's own parser refuses, and for a context or function that is not to be had there */
export function evaluate(text: string, { contexts, status, hashFiles }: Scope): Value {
  const functions = [
    ...(status === undefined
      ? []
      : [
          fixed('success', () => status.succeeded && !status.cancelled),
          fixed('failure', () => status.failed && !status.cancelled),
          fixed('always', () => true),
          fixed('cancelled', () => status.cancelled),
        ]),
    ...(hashFiles === undefined
      ? []
      : [
          {
            name: 'hashFiles',
            minArgs: 1,
            maxArgs: 255,
            call: (...patterns: data.ExpressionData[]) =>
              new data.StringData(hashFiles(...patterns.map((pattern) => pattern.coerceString()))),
          },
        ]),
  ];
  refuseUnknown(text, contexts);
  const tree = new Parser(new Lexer(text).lex().tokens, Object.keys(contexts), functions).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const result = new Evaluator(
    tree,
    context,
    new Map(functions.map((one) => [one.name.toLowerCase(), one])),
  ).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer)) as Value;
}

/** What these hold is said here; of others, such as `steps`, GitHub itself has nothing for a name that is not there. */
const CLOSED = ['github', 'runner', 'job', 'strategy'];

/** @throws for what GitHub has in a context and this runner has not: it would be worth nothing, in silence */
function refuseUnknown(text: string, contexts: Contexts): void {
  const code = text.replaceAll(/'(?:[^']|'')*'/g, "''");
  for (const [, context = '', , property] of code.matchAll(/(?<![\w.-])([a-z]+)\b(\s*\.\s*([\w-]+))?/gi)) {
    const name = context.toLowerCase();
    const known = contexts[name];
    if (!CLOSED.includes(name) || typeof known !== 'object' || known === null) continue;
    if (property === undefined || !Object.keys(known).includes(property.toLowerCase())) {
      throw new Error(`This runner does not know ${name}${property === undefined ? ' as a whole' : `.${property}`}.`);
    }
  }
}

/** Of an `if:`; without one of the status functions it means `success() && …`. */
export function holds(condition: string, scope: Scope): boolean {
  const text = STATUS_FUNCTION.test(condition.replaceAll(/'(?:[^']|'')*'/g, "''"))
    ? condition
    : `success() && (${condition})`;
  return isTruthy(evaluate(text, scope));
}

/** GitHub's coercion to text, for environment variables and inputs. */
export function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') throw new TypeError('A list or an object is no text; GitHub would write "Object".');
  return String(value);
}

function isTruthy(value: Value): boolean {
  return value !== null && value !== false && value !== 0 && value !== '';
}

function fixed(name: string, value: () => boolean) {
  return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value()) };
}
