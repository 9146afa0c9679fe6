// Finds every message of the product in src/: what is thrown for a user, what an annotation says, what a rule finds.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** The stand-ins of the tests have no users. */
const LEFT_OUT = /^src\/(emulator|demo|report\/page\/browser)\//;

/** Functions that change how a text is written and not what it says. */
const WRITTEN_OTHERWISE = /^(visible|shorten|answerText|breakableCell|cell|forLog|forMarkdown|String)$/;

/** Objects and functions without a code of their own: whoever passes their texts on gives them one. */
const CODES = new Map([
  ['src/csr/judge/judge.ts', ['signature']],
  ['src/records/ledger-file.ts', ['ledger']],
  ['src/delivery/artifact-answers.ts', ['artifact-unavailable', 'artifact-upload']],
  ['src/delivery/artifact.ts', ['artifact-unavailable', 'artifact-upload']],
]);

/** Errors of files, which become errors of the input that names the file. */
const PASSED_ON = new Map([['src/lib/file-error.ts', ['output-directory', 'ledger', 'journal', 'merge', 'devices']]]);

/** Files whose functions return sentences that stand in messages of these codes. */
const SENTENCES = new Map(
  [
    ['unmatched', 'no-csr-found', 'pattern-unmatched'],
    ['near-misses', 'no-csr-found', 'pattern-unmatched'],
    ['rewrites', 'no-csr-found', 'pattern-unmatched'],
    ['not-checked-out', 'no-csr-found', 'pattern-unmatched'],
    ['partly-matched', 'files-left-out'],
    ['unfollowed', 'files-left-out'],
  ].map(([name, ...codes]) => [`src/csr/files/${name}.ts`, codes]),
);

/** Inlining stops here: a message of more parts than that is read in the code. */
const DEPTH = 6;

/** Characters of a text that is put in place of its name. */
const INLINED = 400;

/**
 * @param root of the repository
 * @returns each message: its `codes`, what it `says`, where (`at`), what to `do`, and the file it is `from`. `isPassedOn`:
 * its words are another message's.
 * `{name}` stands for what the run fills in, `[a | b]` for one of these, `[a]` for what may be left out.
 */
export function findMessages(root) {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.ts') && !LEFT_OUT.test(path))
    .sort();
  const modules = files.map((path) => moduleOf(root, path));
  const shared = new Map(modules.flatMap(({ top }) => [...top]));
  const calls = callsIn(modules, shared);
  return modules.flatMap((module) => messagesOf(module, shared, calls));
}

function moduleOf(root, path) {
  const { program, errors } = parseSync(join(root, path), readFileSync(join(root, path), 'utf8'));
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const top = new Map();
  for (const statement of program.body) {
    for (const [name, value] of declared(statement.declaration ?? statement)) top.set(name, value);
  }
  return { path: relative(root, join(root, path)).split(sep).join('/'), program, top };
}

/** Names that a statement declares, with what they stand for. */
function declared(statement) {
  if (statement?.type === 'FunctionDeclaration') return [[statement.id.name, statement]];
  if (statement?.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id, init }) => {
    if (id.type !== 'Identifier' || init === null || statement.kind !== 'const') return [];
    return [[id.name, init]];
  });
}

/** Every call of a function by its name, with the names that are known there. */
function callsIn(modules, shared) {
  const calls = new Map();
  for (const { path, program, top } of modules) {
    walk(program, [], (node, ancestors) => {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
      const { name } = node.callee;
      const call = { from: path, given: node.arguments, scope: () => scopeOf(ancestors, top, shared) };
      calls.set(name, [...(calls.get(name) ?? []), call]);
    });
  }
  return calls;
}

/** A function that throws what it is given says as many things as it has callers. */
function scopesOfCallers(ancestors, scope, calls, path) {
  const made = ancestors.findLast(({ type }) => type === 'FunctionDeclaration');
  const parameters = (made?.params?.items ?? made?.params ?? []).map(({ type, name }) =>
    type === 'Identifier' ? name : undefined,
  );
  const all = calls.get(made?.id.name) ?? [];
  // Another module may have a function of the same name.
  const isExported = ancestors.some(({ type }) => type === 'ExportNamedDeclaration');
  const callers = all
    .filter(({ from }) => isExported || from === path)
    .map(({ given, scope: there }) => {
      const known = there();
      const texts = parameters.flatMap((name, index) => {
        const text = name === undefined ? '' : textOf(given[index], known, 0);
        return isSentence(text) ? [[name, { type: 'Literal', value: text }]] : [];
      });
      return new Map(texts);
    });
  const saying = callers.filter((texts) => texts.size > 0);
  const said = saying.map((texts) => new Map([...scope, ...texts]));
  return saying.length > 0 && saying.length === callers.length ? said : [...said, scope];
}

function isSaying({ type, argument, key }) {
  const isChain = /^(Logical|Parenthesized)Expression$/.test(argument?.type ?? '');
  return key?.name === 'because' || (type === 'ReturnStatement' && !isChain);
}

function isSentence(text) {
  return /[a-z] [a-z]/i.test(text.replace(/\{[^}]*\}/g, ''));
}

function messagesOf({ path, program, top }, shared, calls) {
  const found = [];
  const ruleId = path.startsWith('src/csr/rules/') ? ruleIdIn(program) : undefined;
  const add = (codes, says, at, fix) => {
    found.push({
      codes: codes.length === 0 ? (CODES.get(path) ?? []) : [...codes, ...(PASSED_ON.get(path) ?? [])],
      isPassedOn: /^\[?\{message\}/.test(says) || !isSentence(says),
      says,
      ...(at === '' ? {} : { at }),
      ...(fix === '' ? {} : { do: fix }),
      from: path,
    });
  };
  walk(program, [], (node, ancestors) => {
    const render = (value) => textOf(value, scopeOf(ancestors, top, shared), 0).trim();
    if (isCall(node, 'NewExpression', 'UserError')) {
      for (const scope of scopesOfCallers(ancestors, scopeOf(ancestors, top, shared), calls, path)) {
        const [code, message, details] = node.arguments;
        const text = (value) => textOf(value, scope, 0).trim();
        const field = (name) => text(fieldOf(details, name, scope));
        add(alternatives(text(code)), text(message), field('where'), field('fix'));
      }
    } else if (SENTENCES.has(path) && isSaying(node)) {
      const text = node.key === undefined ? render(node.argument) : `${render(node.value)}; write {pattern}.`;
      if (/[a-z] [a-z]/.test(text)) add(SENTENCES.get(path), text, '', '');
    } else if (isCall(node, 'NewExpression', 'Mistake')) {
      for (const scope of scopesOfCallers(ancestors, scopeOf(ancestors, top, shared), calls, path)) {
        const [fix, problem] = node.arguments;
        const says = problem === undefined ? '"{value}" is not allowed.' : textOf(problem, scope, 0);
        add(['inputs'], says, '{input}', textOf(fix, scope, 0));
      }
    } else if (node.type === 'CallExpression' && node.callee.property?.name === 'annotate') {
      const [, message, place] = node.arguments;
      if (message === undefined) return;
      add(alternatives(render(fieldOf(place, 'title', new Map()))), render(message), '', '');
    } else if (node.type === 'CallExpression' && node.callee.object?.name === 'mistakes') {
      const [input, problem, fix] = node.arguments;
      if (node.callee.property.name === 'add') add(['inputs'], render(problem), render(input), render(fix));
    } else if (isCall(node, 'CallExpression', 'report') && path.startsWith('src/csr/files/')) {
      add(['files-left-out'], render(node.arguments[1]), '', '');
    } else if (node.type === 'ObjectExpression' && !isCall(ancestors.at(-1), 'NewExpression', 'UserError')) {
      const field = (name) => fieldOf(node, name, new Map());
      if (field('message') === undefined || (field('fix') === undefined && field('level') === undefined)) return;
      const code = field('rule') ?? field('code');
      const codes = code === undefined ? [ruleId].filter(Boolean) : alternatives(render(code));
      add(codes, render(field('message')), render(field('where')), render(field('fix')));
    }
  });
  return found;
}

/** Names that are known at a node: of the whole product, of its module, of the functions that it is in. */
function scopeOf(ancestors, top, shared) {
  const scope = new Map([...shared, ...top]);
  for (const node of ancestors) {
    for (const parameter of node.params?.items ?? node.params ?? []) {
      for (const name of parameterNames(parameter)) scope.delete(name);
    }
    for (const statement of node.type === 'BlockStatement' ? node.body : []) {
      for (const [name, value] of declared(statement)) scope.set(name, value);
    }
  }
  return scope;
}

function parameterNames(parameter) {
  if (parameter.type === 'Identifier') return [parameter.name];
  if (parameter.type !== 'ObjectPattern') return [];
  return parameter.properties.flatMap(({ value }) => (value?.type === 'Identifier' ? [value.name] : []));
}

function walk(node, ancestors, visit) {
  visit(node, ancestors);
  const inside = [...ancestors, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') walk(child, inside, visit);
    }
  }
}

function isCall(node, type, name) {
  return node?.type === type && node.callee.name === name;
}

function fieldOf(object, name, scope) {
  if (object?.type === 'Identifier') return fieldOf(scope.get(object.name), name, scope);
  if (object?.type !== 'ObjectExpression') return undefined;
  let found;
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') found = fieldOf(property.argument, name, scope) ?? found;
    else if (property.key.name === name || property.key.value === name) found = property.value;
  }
  return found;
}

function ruleIdIn(program) {
  let id;
  walk(program, [], (node) => {
    if (node.type === 'Property' && node.key.name === 'id' && typeof node.value.value === 'string')
      id ??= node.value.value;
  });
  return id;
}

/** `[a | b]` as a and b. */
function alternatives(text) {
  if (text === '') return [];
  return isChoice(text) ? text.slice(1, -1).split(' | ') : [text];
}

/** One choice, and nothing around it or within it. */
function isChoice(text) {
  return /^\[[^[\]]* \| [^[\]]*\]$/.test(text);
}

function choice(parts) {
  const different = [...new Set(parts.flatMap((part) => (isChoice(part) ? alternatives(part) : [part])))];
  const filled = different.filter((part) => part !== '');
  return different.length === 1 ? different[0] : `[${filled.join(' | ')}]`;
}

/** What an expression says, as far as that stands in the code. */
function textOf(node, scope, depth) {
  if (node === undefined || node === null) return '';
  const inner = (child) => textOf(child, scope, depth);
  switch (node.type) {
    case 'Literal':
      return node.value === null ? '' : String(node.value);
    case 'TemplateLiteral':
      return node.quasis.map(({ value }, index) => value.cooked + inner(node.expressions[index])).join('');
    case 'BinaryExpression':
      return node.operator === '+' ? inner(node.left) + inner(node.right) : '{…}';
    case 'ConditionalExpression':
      return choice([inner(node.consequent), inner(node.alternate)]);
    case 'LogicalExpression':
      return choice([inner(node.left), inner(node.right)]);
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
      return inner(node.expression);
    case 'Identifier':
      return named(node.name, node.name === 'undefined' ? undefined : scope.get(node.name), scope, depth);
    case 'MemberExpression':
      return node.computed ? listed(node.object, scope, depth) : `{${node.property.name}}`;
    case 'CallExpression':
      return called(node, scope, depth);
    default:
      return '{…}';
  }
}

function named(name, value, scope, depth) {
  if (name === 'undefined') return '';
  if (value === undefined || depth >= DEPTH) return `{${name}}`;
  return fitting(value.type === 'FunctionDeclaration' ? '' : textOf(value, scope, depth + 1), name);
}

/** The text in place of a name; the name alone where the text says nothing, or too much. */
function fitting(text, name) {
  const says = /[a-z]/i.test(text.replace(/\{[^}]*\}/g, ''));
  return says && text.length <= INLINED ? text : `{${name}}`;
}

/** All that an object or an array of texts holds. */
function listed(object, scope, depth) {
  const value = object.type === 'Identifier' ? scope.get(object.name) : undefined;
  const held = value?.type === 'TSSatisfiesExpression' || value?.type === 'TSAsExpression' ? value.expression : value;
  if (held?.type !== 'ObjectExpression') return '{…}';
  const texts = held.properties.map((property) => textOf(property.value, scope, depth + 1));
  return texts.some((text) => /^\{.*\}$/.test(text)) ? '{…}' : choice(texts);
}

function called({ callee, arguments: [first, second] }, scope, depth) {
  const { name } = callee;
  if (name === 'plural') return `{n} ${textOf(second, scope, depth)}[s]`;
  if (name === 'count') return '{n}';
  if (name === 'duration') return '{time}';
  if (WRITTEN_OTHERWISE.test(name ?? '')) return textOf(first, scope, depth);
  if (callee.type === 'MemberExpression') {
    if (callee.object.name === 'JSON') return textOf(first, scope, depth);
    if (callee.object.name === 'Math' || callee.property.name === 'map') return '{…}';
    return textOf(callee.object, scope, depth);
  }
  const returned = returnedBy(scope.get(name));
  if (returned === undefined || depth >= DEPTH) return `{${name ?? '…'}}`;
  return fitting(textOf(returned.value, new Map([...scope, ...returned.locals]), depth + 1), name);
}

/** What a function returns, where it returns at one place. */
function returnedBy(declaration) {
  if (declaration?.type !== 'FunctionDeclaration') return undefined;
  const returns = declaration.body.body.filter(({ type }) => type === 'ReturnStatement');
  const locals = new Map(declaration.body.body.flatMap(declared));
  for (const parameter of declaration.params?.items ?? declaration.params) {
    for (const name of parameterNames(parameter)) locals.set(name, undefined);
  }
  return returns.length === 1 ? { value: returns[0].argument, locals } : undefined;
}
