// Writes what is documentation in other files: the tables of README.md, issue/action.yml and the table of inputs in src/
// from action.yml, docs/rules.md from the rules, docs/messages.yaml from the messages in src/ and what is written there of
// each, docs/messages.md from it, the commands of docs/command-line.md from their table, the figures of README's comparison
// from docs/performance.md.
// `--check` fails when they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { withFigures } from './comparison.mjs';
import { load } from './load.mjs';
import { findMessages } from './messages.mjs';
import { messagesPage, messageTable, says, tableText } from './messages-page.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const { CATALOGUE } = await load('src/validation/rule-catalogue.ts');
const { COMMANDS, PROGRAM } = await load('src/command-line/command-table.ts');

const messages = messageTable(findMessages(root), CATALOGUE, parse(read('docs/messages.yaml')));

const documents = new Map([
  ['README.md', withFigures(tablesOf(read('README.md')), read('docs/performance.md'))],
  ['docs/messages.yaml', tableText(messages)],
  ['docs/messages.md', messagesPage(messages)],
  ['docs/rules.md', rulesPage(CATALOGUE, messages.rules)],
  ['docs/command-line.md', section(read('docs/command-line.md'), 'commands', commandsSection())],
  ['issue/action.yml', issueAction(read('action.yml'))],
  ['src/inputs/input-table.json', inputTable()],
]);

if (process.argv.includes('--check')) {
  const stale = [...documents].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  if (stale.length > 0) {
    console.error(
      `${stale.join(' and ')}: not what action.yml, the rules, the messages and the bench imply; run "npm run docs" and commit it`,
    );
    process.exit(1);
  }
} else {
  for (const [path, text] of documents) writeFileSync(join(root, path), text);
}

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

function tablesOf(readme) {
  const inputs = Object.entries(action.inputs).map(([name, { description, default: value, required }]) => [
    `\`${name}\``,
    cell(description),
    required ? 'required' : value === '' ? '' : `\`${value}\``,
  ]);
  const outputs = Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]);
  const withInputs = section(readme, 'inputs', table(['Input', 'What it is', 'Default'], inputs));
  return section(withInputs, 'outputs', table(['Output', 'What it is'], outputs));
}

// `uses: $/issue` is the action at the commit of the workflow that names it; GitHub refuses `$/` alone.
function issueAction(text) {
  const moved = text.replaceAll(': dist/', ': ../dist/').replace(/^branding:\n(?: .*\n)+/m, '');
  return `# Made by "npm run docs" from action.yml, which no workflow of this repository can name by $/: change it there.\n${moved}`;
}

// What the command line makes its flags of.
function inputTable() {
  const rows = Object.entries(action.inputs).map(([name, { description, default: value }]) => [
    name,
    { description, default: value },
  ]);
  return `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`;
}

function rulesPage(rules, texts) {
  const index = rules.map(({ id, severity, isFixed, title }) => [
    `[\`${id}\`](#${id})`,
    `${severity}${isFixed ? ', fixed' : ''}`,
    cell(title),
  ]);
  return `# The rules

<!-- Made by "npm run docs" from src/csr/rules: change it there. -->

Every file that matches is judged by these rules before anything is created. An \`error\` keeps a CSR from becoming a certificate, a \`warning\` and a \`notice\` are only reported. What a rule finds is named with its id in the log, the annotations, the job summary and the SARIF file.

The input \`rules\` changes severities, for example \`rules: sha1-signature=error, subject-duplicate=off\`. Rules that are _fixed_ cannot be changed: without them no certificate could be made, or it would be worth nothing.

${table(['Rule', 'Severity', 'What must be so'], index)}

${rules.map((rule) => ruleSection(rule, texts[rule.id] ?? [])).join('\n')}`;
}

function commandsSection() {
  const commands = COMMANDS.map(
    ({ name, summary, details, operands, examples }) =>
      `### ${name}\n\n${[`${summary}.`, details].filter(Boolean).join(' ')}\n\n${operands
        .map((one) => `- \`${one.name}\`: ${one.description}\n`)
        .join('')}${operands.length > 0 ? '\n' : ''}\`\`\`sh\n${examples
        .map((line) => (line.includes(PROGRAM) ? line : `${PROGRAM} ${line}`))
        .join('\n')}\n\`\`\`\n`,
  );
  // A flag is the same in all commands that have it.
  const flags = new Map(COMMANDS.flatMap((command) => command.flags.map((flag) => [flag.name, flag])));
  const rows = [...flags.values()].map(({ name, short, value, description, default: standard }) => [
    `\`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value.toUpperCase()}`}\``,
    COMMANDS.filter((command) => command.flags.some((flag) => flag.name === name))
      .map((command) => command.name)
      .join(', '),
    cell(description),
    standard === '' ? '' : `\`${standard}\``,
  ]);
  return `${commands.join('\n')}\n### Flags\n\nA flag that is named as an input of the action means the same. \`--reissue\` and the like alone mean \`true\`.\n\n${table(['Flag', 'Commands', 'What it is', 'Default'], rows)}`;
}

function ruleSection({ id, severity, isFixed, title, source, why }, texts) {
  const setting = isFixed
    ? 'fixed'
    : severity === 'off'
      ? `until \`rules\` asks for it`
      : 'unless `rules` says otherwise';
  return `## ${id}

${title}

${why}

- Severity: \`${severity}\`, ${setting}
- Source: [${source.name}](${source.url})
${texts.map((text) => `- It says: ${says(text)}\n`).join('')}`;
}

function section(text, name, content) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`a document has no ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

function table(columns, rows) {
  return [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
