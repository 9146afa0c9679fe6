// Writes the figures of bench.json into docs/performance.md: `npm run bench && node .ci/performance.mjs`. Benches that
// were not run keep the figures that stand there.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { date, machine, benches } = JSON.parse(readFileSync(join(root, 'bench.json'), 'utf8'));
const file = join(root, 'docs/performance.md');
let text = readFileSync(file, 'utf8');
for (const [name, figures] of Object.entries(benches)) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) continue;
  const rows = figures.map(({ case: what, what: measure, value, target, note }) => [
    what,
    measure,
    number(value),
    target === undefined ? '' : `${target[0]} ${target[1]}${reached(value, target) ? '' : ' not reached'}`,
    note ?? '',
  ]);
  const table = [['Case', 'Figure', 'Measured', 'To reach', ''], ['---', '---', '---', '---', '---'], ...rows];
  const lines = table.map((row) => `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`);
  const measured = `Measured on ${date.slice(0, 10)}: ${machine}.`;
  text = `${text.slice(0, start + open.length)}\n${measured}\n\n${lines.join('\n')}\n${text.slice(end)}`;
}
writeFileSync(file, text);

function number(value) {
  return value.toFixed(Number.isInteger(value) || value >= 100 ? 0 : value < 0.1 ? 3 : 2);
}

function reached(value, [sign, limit]) {
  return sign === '≤' ? value <= limit : value >= limit;
}
