import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import type { MappingToken } from '@actions/workflow-parser/templates/tokens/mapping-token';
import type { SequenceToken } from '@actions/workflow-parser/templates/tokens/sequence-token';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { TokenType } from '@actions/workflow-parser/templates/tokens/types';
import { evaluate, type Scope, type Value } from './expressions.ts';

/** `${{ … }}`, or text that has some in it. */
export class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What stands in a workflow file, before its expressions are worth something. */
export type Node = null | boolean | number | string | Expression | readonly Node[] | { readonly [key: string]: Node };
export type Mapping = { readonly [key: string]: Node };

/**
 * A workflow as GitHub's own parser reads it: its token tree, since the converted template drops `with`, permissions
 * and time limits.
 *
 * @throws for whatever the parser finds wrong
 */
export function readWorkflow(name: string, content: string): Mapping {
  const { value, context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const errors = context.errors.getErrors().map(({ message }) => message);
  if (errors.length > 0 || value === undefined) throw new Error(`${name}: ${errors.join('; ')}`);
  return mappingOf(nodeOf(value), name);
}

/** @throws when it is anything else */
export function mappingOf(node: Node | undefined, what: string): Mapping {
  if (node === undefined || node === null) return {};
  if (typeof node !== 'object' || Array.isArray(node) || node instanceof Expression) {
    throw new Error(`${what} is no mapping`);
  }
  return node as Mapping;
}

/** What the runner does not know, it refuses: nothing of a workflow is skipped. */
export function refuseOthers(node: Mapping, known: readonly string[], what: string): void {
  const others = Object.keys(node).filter((key) => !known.includes(key));
  if (others.length > 0) throw new Error(`This runner does not know ${others.join(', ')} of ${what}.`);
}

/** All expressions in it evaluated. */
export function resolve(node: Node | undefined, scope: Scope): Value {
  if (node === undefined) return null;
  if (node instanceof Expression) return evaluate(node.text, scope);
  if (Array.isArray(node)) return node.map((item) => resolve(item, scope));
  if (typeof node === 'object' && node !== null) {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(value, scope)]));
  }
  return node as Value;
}

function nodeOf(token: TemplateToken): Node {
  switch (token.templateTokenType) {
    case TokenType.Mapping:
      return Object.fromEntries(
        [...(token as MappingToken)].map(({ key, value }) => {
          if (key.isExpression) throw new Error('A key that is an expression');
          return [key.toString(), nodeOf(value)] as const;
        }),
      );
    case TokenType.Sequence:
      return [...(token as SequenceToken)].map(nodeOf);
    case TokenType.BasicExpression:
      return new Expression((token as TemplateToken & { readonly expression: string }).expression);
    case TokenType.Null:
      return null;
    case TokenType.Boolean:
    case TokenType.Number:
    case TokenType.String:
      return (token as TemplateToken & { readonly value: string | number | boolean }).value;
    default:
      throw new Error(`A token of type ${token.typeName()}`);
  }
}
