// Makes a rule on requests with its registration, its examples and its documentation: `npm run new-rule -- NAME`.
// What it writes works as it is; the condition and the words in it are there to be replaced.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [id, ...others] = process.argv.slice(2);
if (id === undefined || others.length > 0) stop('Usage: npm run new-rule -- NAME');
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40) {
  stop(`${id} is no name for a rule: it takes lower-case words with hyphens between them, such as subject-too-long.`);
}
const identifier = id.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
if (isReserved(identifier)) stop(`${id} is a word of the language; take two words.`);

const rule = `src/csr/rules/${id}.ts`;
const examples = `test/csr/examples/${id}.ts`;
const list = 'src/csr/rules/rules.ts';
const { CATALOGUE } = await load('src/validation/rule-catalogue.ts');
const taken = [rule, examples].find((path) => existsSync(join(root, path)));
if (taken !== undefined) stop(`${taken} is there already.`);
if (CATALOGUE.some((one) => one.id === id)) stop(`There is a rule ${id} already.`);

write(rule, ruleText());
write(list, registered(readFileSync(join(root, list), 'utf8')));
write(examples, examplesText());
run('@biomejs/biome/bin/biome', 'check', '--write', rule, list, examples);
spawn(join(root, '.ci/docs.mjs'));
console.log(`
${rule}
  Say what the rule demands (title), where that stands (source) and why it matters (why), and check it.
  It is off until the input \`rules\` asks for it; give it its severity.
${examples}
  One batch that the rule has nothing against, and one that it complains of.
${list}
  Rules complain in the order of this list: move it to where it belongs.

Then: npx vitest run --config test/vitest.config.ts test/csr/examples.test.ts && npm run docs && npm run build`);

function ruleText() {
  return `import { lastValue } from '../parse/name.ts';
import type { RequestRule } from './rule.ts';

export const ${identifier}: RequestRule = {
  about: 'request',
  id: '${id}',
  severity: 'off',
  isFixed: false,
  title: 'The subject has a common name.',
  source: { name: 'RFC 5280, section 4.1.2.6', url: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.6' },
  why: 'AWS IoT takes any subject. Where certificates are told apart by their common names, one without it is lost among them.',
  check({ request: { subject } }) {
    if (lastValue(subject, 'CN') !== undefined) return undefined;
    return {
      message: 'Its subject has no common name.',
      fix: 'Make the CSR again with a common name.',
    };
  },
};
`;
}

function examplesText() {
  return `import { type Batch, type Examples, file } from '../example.ts';
import { makeCsr, toPem } from '../make-csr.ts';

/** The rule is off unless it is asked for. */
const asked = { severities: { '${id}': 'error' } } as const;

const named = (attribute: string): Batch => file(toPem(makeCsr({ subject: [[attribute, 'device-1']] })), asked);

export const examples: Examples = {
  '${id}': { passes: () => named('CN'), fails: () => named('O') },
};
`;
}

/** After the last rule on requests: those on batches come after them. */
function registered(text) {
  const before = '  publicKeyDuplicate,\n';
  if (!text.includes(before)) stop(`${list} has no line "${before.trim()}" to put the rule in front of.`);
  return `import { ${identifier} } from './${id}.ts';\n${text.replace(before, `  ${identifier},\n${before}`)}`;
}

function isReserved(name) {
  try {
    new Function(`"use strict"; const ${name} = 0;`);
    return false;
  } catch {
    return true;
  }
}

function write(path, text) {
  writeFileSync(join(root, path), text);
}

function run(script, ...args) {
  spawn(join(root, 'node_modules', script), ...args);
}

function spawn(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) stop(`${script} failed.`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
