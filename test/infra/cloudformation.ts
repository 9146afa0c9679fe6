import { readFileSync } from 'node:fs';
import { isMap, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/** A value of a template, or of a policy that comes of it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
export type Fields = { readonly [name: string]: Value };

/** What CloudFormation would make of a template. */
export interface Stack {
  /** Those whose condition holds, without intrinsic functions. */
  readonly resources: Readonly<Record<string, { readonly type: string; readonly properties: Fields }>>;
  readonly outputs: Readonly<Record<string, Value>>;
}

/** Where a stack is deployed. */
export interface StackPlace {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/** Stands for a property that is left out: `AWS::NoValue`. */
const NOTHING = Symbol('AWS::NoValue');

/** The template with its functions in their long form: `!Ref X` is `{ Ref: 'X' }`. */
export function readTemplate(path: string): Fields {
  const document = parseDocument(readFileSync(path, 'utf8'), { logLevel: 'silent' });
  if (document.errors.length > 0) throw document.errors[0];
  return plain(document.contents) as Fields;
}

function plain(node: unknown): Value {
  const value = untagged(node);
  const { tag } = node as Node & { tag?: string };
  if (tag?.startsWith('!') !== true) return value;
  if (tag === '!Ref' || tag === '!Condition') return { [tag.slice(1)]: value };
  if (tag === '!GetAtt') return { 'Fn::GetAtt': String(value).split('.') };
  return { [`Fn::${tag.slice(1)}`]: value };
}

function untagged(node: unknown): Value {
  if (isScalar(node)) return node.value as Value;
  if (isSeq(node)) return node.items.map(plain);
  if (!isMap(node)) throw new TypeError('a template has scalars, lists and maps');
  return Object.fromEntries(node.items.map((pair) => [String(isPair(pair) ? pair.key : ''), plain(pair.value)]));
}

/**
 * Evaluates a template as CloudFormation does, as far as the templates here need it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 *
 * @param given parameters; a list is one text, its items separated by commas
 * @throws Error for what CloudFormation would refuse: a value that a parameter does not allow, or that breaks a rule
 */
export function deploy(template: Fields, given: Readonly<Record<string, string>>, place: StackPlace): Stack {
  const scope = createScope(template, parametersOf(template, given), place);
  for (const { RuleCondition = true, Assertions } of Object.values((template.Rules ?? {}) as Fields) as Fields[]) {
    if (scope.value(RuleCondition) !== true) continue;
    for (const { Assert, AssertDescription } of Assertions as readonly Fields[]) {
      if (scope.value(Assert ?? null) !== true) throw new Error(String(AssertDescription));
    }
  }
  const resources = Object.entries(template.Resources as Fields).flatMap(([name, declared]) => {
    const { Type, Properties = {}, Condition } = declared as Fields;
    if (Condition !== undefined && !scope.holds(String(Condition))) return [];
    return [[name, { type: String(Type), properties: scope.value(Properties) as Fields }] as const];
  });
  const outputs = Object.entries(template.Outputs as Fields).map(
    ([name, output]) => [name, scope.value((output as Fields).Value ?? null) as Value] as const,
  );
  return { resources: Object.fromEntries(resources), outputs: Object.fromEntries(outputs) };
}

function parametersOf(template: Fields, given: Readonly<Record<string, string>>): Fields {
  const declared = Object.entries((template.Parameters ?? {}) as Record<string, Fields>);
  for (const name of Object.keys(given)) {
    if (!declared.some(([known]) => known === name)) throw new Error(`no parameter ${name}`);
  }
  return Object.fromEntries(
    declared.map(([name, { Type, Default, AllowedPattern, AllowedValues, MinValue, MaxValue }]) => {
      const text = given[name] ?? (Default === undefined ? undefined : String(Default));
      if (text === undefined) throw new Error(`${name} has no value`);
      if (AllowedPattern !== undefined && !new RegExp(`^(?:${String(AllowedPattern)})$`).test(text))
        throw new Error(`${name} does not match ${String(AllowedPattern)}`);
      if (AllowedValues !== undefined && !(AllowedValues as readonly string[]).includes(text))
        throw new Error(`${name} is none of ${String(AllowedValues)}`);
      if (Number(text) < Number(MinValue ?? -Infinity) || Number(text) > Number(MaxValue ?? Infinity))
        throw new Error(`${name} is out of range`);
      return [name, Type === 'CommaDelimitedList' ? text.split(',').map((item) => item.trim()) : text];
    }),
  );
}

interface Scope {
  value(value: Value): Value | typeof NOTHING;
  holds(condition: string): boolean;
}

function createScope(template: Fields, parameters: Fields, { partition, account, region }: StackPlace): Scope {
  const pseudo: Readonly<Record<string, Value | typeof NOTHING>> = {
    'AWS::Partition': partition,
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::NoValue': NOTHING,
  };
  const ref = (name: string): Value | typeof NOTHING => {
    const known = pseudo[name] ?? parameters[name];
    if (known !== undefined) return known;
    return arnOf(((template.Resources as Fields)[name] ?? fail(`nothing is called ${name}`)) as Fields, name);
  };
  const arnOf = ({ Type }: Fields, name: string): string => `<${String(Type)} ${name}>`;
  const holds = (name: string): boolean =>
    value((template.Conditions as Fields)[name] ?? fail(`no condition ${name}`)) === true;
  const list = (items: Value): readonly (Value | typeof NOTHING)[] => (items as readonly Value[]).map(value);
  const functions: Readonly<Record<string, (argument: Value) => Value | typeof NOTHING>> = {
    Ref: (name) => ref(String(name)),
    Condition: (name) => holds(String(name)),
    'Fn::GetAtt': (path) => `<${(path as readonly string[]).join('.')}>`,
    'Fn::Equals': (both) => JSON.stringify(list(both)[0]) === JSON.stringify(list(both)[1]),
    'Fn::Not': (one) => list(one)[0] !== true,
    'Fn::And': (all) => list(all).every((one) => one === true),
    'Fn::Or': (some) => list(some).some((one) => one === true),
    'Fn::If': (choice) => {
      const [name, then = null, otherwise = null] = choice as readonly Value[];
      return value(holds(String(name)) ? then : otherwise);
    },
    'Fn::Join': (argument) => {
      const [separator, items] = list(argument);
      return (items as readonly string[]).join(String(separator));
    },
    'Fn::Split': (argument) => String(list(argument)[1]).split(String(list(argument)[0])),
    'Fn::Select': (argument) =>
      (list(argument)[1] as readonly Value[])[Number(list(argument)[0])] ?? fail('no such item'),
    'Fn::Sub': (argument) => {
      const [text, own = {}] = typeof argument === 'string' ? [argument] : (argument as readonly [string, Fields]);
      return text.replaceAll(/\$\{([\w:]+)\}/g, (_, name: string) => {
        const given = own[name];
        return String(given === undefined ? ref(name) : value(given));
      });
    },
  };
  const value = (one: Value): Value | typeof NOTHING => {
    if (Array.isArray(one)) return list(one).filter((item) => item !== NOTHING) as Value[];
    if (typeof one !== 'object' || one === null) return one;
    const entries = Object.entries(one);
    const [name = '', argument = null] = entries.length === 1 ? (entries[0] ?? []) : [];
    const call = functions[name];
    // In a policy, `Condition` with a map is a part of a statement.
    if (call !== undefined && !(name === 'Condition' && typeof argument !== 'string')) return call(argument);
    if (name.startsWith('Fn::')) throw new Error(`${name} is not known here`);
    const kept = entries.map(([key, item]) => [key, value(item)] as const).filter(([, item]) => item !== NOTHING);
    return Object.fromEntries(kept) as Fields;
  };
  return { value, holds };
}

function fail(message: string): never {
  throw new Error(message);
}
