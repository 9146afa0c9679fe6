import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Fields, Value } from './cloudformation.ts';

// Its types bring those of a browser into every file of the project.
const { getExpressionAst, parse } = createRequire(import.meta.url)('@cdktn/hcl2json') as {
  parse(name: string, text: string): Promise<Readonly<Record<string, Readonly<Record<string, readonly Fields[]>>>>>;
  getExpressionAst(name: string, text: string): Promise<unknown>;
};

/** A node of HashiCorp's own syntax tree, as far as it matters here. */
interface Expression {
  readonly type: string;
  readonly meta: {
    readonly value: string;
    readonly type: string;
    readonly name: string;
    readonly operator: string;
    readonly items: Readonly<Record<string, string>>;
    readonly traversal: readonly { readonly segment: string }[];
    readonly keyVar: string;
    readonly valVar: string;
    readonly keyExpression: string;
    readonly valueExpression: string;
    readonly conditionalExpression: string;
  };
  readonly children: readonly Expression[];
}

/** A module: what its files declare, by kind and name. */
export interface Module {
  readonly variables: Readonly<Record<string, Fields>>;
  readonly locals: Fields;
  /** `TYPE.NAME`, with its arguments as they are written. */
  readonly resources: Readonly<Record<string, Fields>>;
  readonly outputs: Readonly<Record<string, Fields>>;
}

/** @throws what HashiCorp's parser says of a file that is no HCL */
export async function readModule(directory: string): Promise<Module> {
  const names = readdirSync(directory).filter((name) => name.endsWith('.tf'));
  const files = await Promise.all(names.map((name) => parse(name, readFileSync(join(directory, name), 'utf8'))));
  const all = (kind: string): Record<string, readonly Fields[]> =>
    Object.assign({}, ...files.map((file) => file[kind] ?? {}));
  const first = (blocks: Record<string, readonly Fields[]>): Record<string, Fields> =>
    Object.fromEntries(Object.entries(blocks).map(([name, [block = {}]]) => [name, block]));
  const resources = Object.entries(all('resource') as unknown as Record<string, Record<string, readonly Fields[]>>);
  return {
    variables: first(all('variable')),
    locals: Object.assign({}, ...files.flatMap((file) => (file.locals ?? []) as readonly Fields[])),
    resources: Object.fromEntries(
      resources.flatMap(([type, named]) =>
        Object.entries(named).map(([name, [block = {}]]) => [`${type}.${name}`, block]),
      ),
    ),
    outputs: first(all('output')),
  };
}

export interface Evaluator {
  /** Of a value as the module has it: expressions in it become what they stand for. */
  value(written: Value): Promise<Value>;
}

/**
 * Evaluates a module's expressions as Terraform does, as far as the modules here need it.
 *
 * @param given variables; the others have their defaults
 * @param known values of what AWS or a resource would say, by their whole name: `data.aws_region.current.name`
 * @throws Error for a variable that breaks its own validation, and for what is not known here
 */
export async function evaluate(module: Module, given: Fields, known: Fields): Promise<Evaluator> {
  const variables: Record<string, Value> = {};
  const scope = createEvaluator(module, variables, known);
  for (const [name, { default: preset, validation = [] }] of Object.entries(module.variables)) {
    const value = given[name] ?? preset;
    if (value === undefined) throw new Error(`${name} has no value`);
    variables[name] = value;
    for (const { condition, error_message } of validation as readonly Fields[]) {
      if ((await scope.value(condition ?? null)) !== true) throw new Error(`${name}: ${String(error_message)}`);
    }
  }
  for (const name of Object.keys(given)) if (!(name in module.variables)) throw new Error(`no variable ${name}`);
  return scope;
}

type Names = Readonly<Record<string, Value>>;

function createEvaluator(module: Module, variables: Names, known: Fields): Evaluator {
  const value = async (written: Value, names: Names = {}): Promise<Value> => {
    if (typeof written === 'string') return ofText(written, names);
    if (Array.isArray(written)) return Promise.all((written as Value[]).map((item) => value(item, names)));
    if (typeof written !== 'object' || written === null) return written;
    const entries = Object.entries(written).map(async ([key, item]) => [key, await value(item, names)] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  const ofText = async (text: string, names: Names): Promise<Value> => {
    if (!text.includes('${')) return text;
    const whole = await treeOf(`"${text}"`);
    const [only] = whole.children;
    return only !== undefined && whole.children.length === 1 ? ofTree(only, names) : ofTree(whole, names);
  };
  const ofExpression = async (text: string, names: Names): Promise<Value> => ofTree(await treeOf(text), names);

  const ofTree = async (tree: Expression, names: Names): Promise<Value> => {
    const { type, meta, children } = tree;
    const parts = (): Promise<Value[]> => Promise.all(children.map((child) => ofTree(child, names)));
    switch (type) {
      case 'literalValue':
        return meta.type === 'string' ? meta.value : (JSON.parse(meta.value) as Value);
      case 'template':
        return (await parts()).join('');
      case 'templateWrap':
      case 'parentheses':
        return (await parts())[0] ?? null;
      case 'tuple':
        return parts();
      case 'object':
        return ofObject(meta.items, names);
      case 'conditional': {
        const [condition, then, otherwise] = children as [Expression, Expression, Expression];
        return ofTree((await ofTree(condition, names)) === true ? then : otherwise, names);
      }
      case 'unaryOp':
        if (meta.operator !== 'logicalNot') throw new Error(`the operator ${meta.operator} is not known here`);
        return (await parts())[0] !== true;
      case 'binaryOp':
        return operate(meta.operator, await parts());
      case 'function':
        return call(meta.name, await parts());
      case 'for':
        return ofLoop(tree, names);
      case 'scopeTraversal':
        return follow(
          meta.traversal.map(({ segment }) => segment),
          names,
        );
      case 'relativeTraversal':
        return meta.traversal.reduce((from, { segment }) => pick(from, segment), (await parts())[0] ?? null);
      default:
        throw new Error(`${type} is not known here: ${meta.value}`);
    }
  };

  const ofObject = async (items: Readonly<Record<string, string>>, names: Names): Promise<Value> => {
    const entries = Object.entries(items).map(async ([key, item]) => {
      const name = /^\w+$/.test(key) ? key : String(await ofExpression(key, names));
      return [name, await ofExpression(item, names)] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  };

  const ofLoop = async ({ meta, children }: Expression, names: Names): Promise<Value> => {
    const [collection] = children as [Expression];
    const { keyVar, valVar, keyExpression, valueExpression, conditionalExpression } = meta;
    const found: [Value, Value][] = [];
    for (const [key, item] of Object.entries((await ofTree(collection, names)) as Fields)) {
      const inner = { ...names, [valVar]: item, ...(keyVar ? { [keyVar]: key } : {}) };
      if (conditionalExpression && (await ofExpression(conditionalExpression, inner)) !== true) continue;
      const name = keyExpression ? await ofExpression(keyExpression, inner) : key;
      found.push([name, await ofExpression(valueExpression, inner)]);
    }
    return keyExpression ? Object.fromEntries(found) : found.map(([, item]) => item);
  };

  const follow = async (path: readonly string[], names: Names): Promise<Value> => {
    const [first = '', second = '', ...rest] = path;
    const whole = known[path.join('.')];
    if (whole !== undefined) return whole;
    if (names[first] !== undefined) return path.slice(1).reduce(pick, names[first] ?? null);
    if (first === 'var') return rest.reduce(pick, variables[second] ?? fail(path));
    if (first === 'local') return rest.reduce(pick, await value(module.locals[second] ?? fail(path)));
    return fail(path);
  };
  return { value: (written) => value(written) };
}

async function treeOf(text: string): Promise<Expression> {
  const tree = (await getExpressionAst('module.tf', text)) as unknown as Expression | null;
  if (tree === null) throw new Error(`no expression: ${text}`);
  return tree;
}

function pick(from: Value, segment: string): Value {
  const found = (from as Fields)[segment];
  if (found === undefined) throw new Error(`there is no ${segment}`);
  return found;
}

function fail(path: readonly string[]): never {
  throw new Error(`${path.join('.')} is not known here`);
}

function operate(operator: string, [left, right]: readonly Value[]): Value {
  switch (operator) {
    case 'equal':
      return left === right;
    case 'notEqual':
      return left !== right;
    case 'logicalAnd':
      return left === true && right === true;
    case 'logicalOr':
      return left === true || right === true;
    case 'greaterThan':
      return Number(left) > Number(right);
    default:
      throw new Error(`the operator ${operator} is not known here`);
  }
}

function call(name: string, parts: readonly Value[]): Value {
  const [first = null, second = null] = parts;
  switch (name) {
    case 'can':
      return first;
    case 'concat':
      return (parts as readonly (readonly Value[])[]).flat();
    case 'contains':
      return (first as readonly Value[]).includes(second);
    case 'jsonencode':
      return JSON.stringify(first);
    case 'length':
      return (first as readonly Value[]).length;
    case 'regex':
      return new RegExp(String(first)).test(String(second));
    case 'split':
      return String(second).split(String(first));
    default:
      throw new Error(`the function ${name} is not known here`);
  }
}
