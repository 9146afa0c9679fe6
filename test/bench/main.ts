import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { batchGcd } from './batch-gcd.ts';
import type { Bench, Figure } from './bench.ts';
import { bundles } from './bundles.ts';
import { pacing } from './pacing.ts';
import { reach } from './reach.ts';
import { registration } from './registration.ts';
import { safety } from './safety.ts';
import { table } from './table.ts';
import { large, throughput } from './throughput.ts';
import { validate } from './validate.ts';
import { weakKeys } from './weak-keys.ts';

// `npm run bench [-- NAME …]`: prints every figure as it comes, and writes bench.json.

// The first one measures the memory of this process.
const BENCHES: readonly Bench[] = [
  batchGcd,
  pacing,
  throughput,
  large,
  bundles,
  safety,
  reach,
  registration,
  table,
  validate,
  weakKeys,
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are ${BENCHES.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}, load average ${loadavg()[0]?.toFixed(1)}`;
console.log(machine);
const results: Record<string, Figure[]> = {};
for (const bench of BENCHES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n${bench.name}: ${bench.about}`);
  const figures: Figure[] = [];
  results[bench.name] = figures;
  await bench.run((figure) => {
    figures.push(figure);
    console.log(line(figure));
  });
}
const report = { date: new Date().toISOString(), machine, benches: results };
await writeFile(join(import.meta.dirname, '../../bench.json'), `${JSON.stringify(report, null, 2)}\n`);

function line({ case: what, what: measure, value, target, note }: Figure): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : value < 0.1 ? 3 : 2;
  const number = value.toFixed(digits);
  const [sign, limit] = target ?? [];
  const reached = limit === undefined || (sign === '≤' ? value <= limit : value >= limit);
  const goal = limit === undefined ? '' : ` (${sign} ${limit}${reached ? '' : ', NOT REACHED'})`;
  return `  ${what}: ${measure} ${number}${goal}${note === undefined ? '' : `; ${note}`}`;
}
