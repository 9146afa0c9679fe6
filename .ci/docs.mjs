// Writes the tables of README.md that action.yml implies. `--check` fails when they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const readme = join(root, 'README.md');
const before = readFileSync(readme, 'utf8');

const inputs = Object.entries(action.inputs).map(([name, { description, default: value, required }]) => [
  `\`${name}\``,
  cell(description),
  required ? 'required' : value === '' ? '' : `\`${value}\``,
]);
const outputs = Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]);
const after = section(
  section(before, 'inputs', table(['Input', 'What it is', 'Default'], inputs)),
  'outputs',
  table(['Output', 'What it is'], outputs),
);

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md is not what action.yml implies: run "npm run docs" and commit it');
    process.exit(1);
  }
} else writeFileSync(readme, after);

function section(text, name, content) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`README.md has no ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

function table(columns, rows) {
  return [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
