import type { Finding } from '../csr/csr.ts';
import { count, plural } from '../lib/words.ts';
import { describeRule } from '../validation/rule-catalogue.ts';
import { breakableCell, cell, folded, longTable, table } from './markdown.ts';

/** Types of keys that get a row of their own: a CSR may name any algorithm it likes. */
const KEY_TYPES = 20;

/** How many files each rule complains of, as Markdown, the most severe rules first; empty without findings. */
export function ruleTable(findings: readonly Finding[], rulesPage: string): string {
  const counts = new Map<string, { readonly severity: Finding['severity']; files: number }>();
  for (const { rule, severity } of findings) {
    const known = counts.get(rule);
    if (known === undefined) counts.set(rule, { severity, files: 1 });
    else known.files++;
  }
  if (counts.size === 0) return '';
  const order = ['error', 'warning', 'notice'];
  const rows = [...counts]
    .sort(
      ([a, { severity: ofA, files: inA }], [b, { severity: ofB, files: inB }]) =>
        order.indexOf(ofA) - order.indexOf(ofB) || inB - inA || (a < b ? -1 : 1),
    )
    .map(([rule, { severity, files }]) => [
      ruleCell(rule, rulesPage),
      cell(severity),
      count(files),
      cell(describeRule(rule)?.title ?? ''),
    ]);
  return `### By rule\n\n${table(['Rule', 'Severity', 'Files', 'What must be so'], rows)}`;
}

/** How many CSRs have a key of each type, as Markdown, the most frequent first; empty when there is no CSR. */
export function keyTable(keys: ReadonlyMap<string, number>): string {
  if (keys.size === 0) return '';
  const sorted = [...keys].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1));
  const rest = sorted.slice(KEY_TYPES).reduce((sum, [, csrs]) => sum + csrs, 0);
  const rows = sorted.slice(0, KEY_TYPES).map(([name, csrs]) => [cell(name), count(csrs)]);
  if (rest > 0) rows.push(['others', count(rest)]);
  return `### By key\n\n${table(['Key', 'CSRs'], rows)}`;
}

/** Every finding, as Markdown, with what to do about it, to be opened; empty without findings. */
export function findingTable(findings: readonly Finding[], rulesPage: string): string {
  if (findings.length === 0) return '';
  const rows = longTable(
    ['File', 'Severity', 'Rule', 'What', 'What to do'],
    findings,
    ({ path, severity, rule, message, fix }) => [
      breakableCell(path),
      cell(severity),
      ruleCell(rule, rulesPage),
      breakableCell(message),
      cell(fix),
    ],
  );
  return folded(plural(findings.length, 'finding'), rows);
}

// A relative name would be one of the job's page.
function ruleCell(rule: string, rulesPage: string): string {
  return URL.canParse(rulesPage) ? `[${rule}](${rulesPage}#${rule})` : cell(rule);
}
