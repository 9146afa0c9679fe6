import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What an expression, an input or an output is worth. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** `github`, `steps`, `needs` … by name. What is not among them may not be named in the expression. */
export type Contexts = Readonly<Record<string, Value>>;

/** The state that `success()`, `failure()`, `always()` and `cancelled()` ask for. */
export interface Status {
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
          fixed('success', () => !status.failed && !status.cancelled),
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
  const tree = new Parser(new Lexer(text).lex().tokens, Object.keys(contexts), functions).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const result = new Evaluator(
    tree,
    context,
    new Map(functions.map((one) => [one.name.toLowerCase(), one])),
  ).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer)) as Value;
}

/** Of an `if:`; without one of the status functions it means `success() && …`. */
export function holds(condition: string, scope: Scope): boolean {
  const text = STATUS_FUNCTION.test(condition) ? condition : `success() && (${condition})`;
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
