import type { Mode } from '../inputs/inputs.ts';
import { forMarkdown, shorten } from '../lib/escape.ts';
import { groupBy } from '../lib/group-by.ts';
import type { UserError } from '../lib/user-error.ts';
import { count, duration, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { placed } from '../runner/log.ts';
import { auditTables } from './audit-summary.ts';
import { findingTable, keyTable, ruleTable } from './finding-tables.ts';
import { breakableCell, cell, folded, longTable, table } from './markdown.ts';
import { pacingChart, pacingFacts } from './pacing.ts';
import type { Story } from './story.ts';
import { verdict } from './verdict.ts';

/**
 * The job summary as Markdown, below GitHub's limit whatever the batch. Every text from outside is escaped here.
 *
 * @param rulesPage as in {@link RunContext.rulesPage}
 */
export function summarize(story: Story, mode: Mode, elapsedMs: number, rulesPage: string): string {
  const { outcomes, failure, batch } = story;
  const pacing = story.pacing?.();
  return [
    `## ${signOf(story)} ${verdict(story, mode)}\n`,
    failure === undefined ? '' : [failure, ...failure.others].map(quoted).join('>\n'),
    reasonTable(outcomes),
    mode === 'audit' || batch === undefined ? '' : counts(story, mode),
    story.audit === undefined ? '' : auditTables(story.audit),
    ruleTable(batch?.findings ?? [], rulesPage),
    facts(story, elapsedMs),
    mode === 'validate' ? keyTable(batch?.keys ?? new Map()) : '',
    duplicateTable(story.duplicates),
    problemTable(outcomes),
    findingTable(batch?.findings ?? [], rulesPage),
    certificateTable(story),
    pacing === undefined ? '' : pacingChart(pacing),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A run that left files out did not fail, and is not all that somebody may have meant. */
function signOf({ failure, batch }: Story): string {
  if (failure !== undefined) return '❌';
  return (batch?.rejected.length ?? 0) > 0 ? '⚠️' : '✅';
}

function quoted(error: UserError): string {
  return `> **${forMarkdown(shorten(placed(error), 1_000))}**  \n> ${forMarkdown(error.fix)}\n`;
}

/** Reasons that are shown, and files of each. */
const REASONS = 8;
const SUCH_AS = 3;

/** Why CSRs have no certificate, each reason once, the most frequent first; empty when all have one. */
function reasonTable(outcomes: readonly Outcome[]): string {
  const without = outcomes.filter((outcome) => 'problem' in outcome);
  if (without.length === 0) return '';
  const reasons = groupBy(without, ({ result, problem }) => [result, problem.message, problem.fix].join('\n'));
  const sorted = [...reasons.values()].sort((a, b) => b.length - a.length);
  const rows = sorted.slice(0, REASONS).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const paths = group.slice(0, SUCH_AS).map(({ csr }) => breakableCell(shorten(csr.path, 100)));
    const { message, fix } = first.problem;
    const files = paths.join('<br>') + (group.length > SUCH_AS ? '<br>…' : '');
    return [[cell(first.result), count(group.length), breakableCell(message), cell(fix), files]];
  });
  const rest = sorted.length > REASONS ? `\n… and ${plural(sorted.length - REASONS, 'more reason')}.\n` : '';
  return `### What failed\n\n${table(['Result', 'CSRs', 'Why', 'What to do', 'Files'], rows)}${rest}`;
}

function counts({ batch, outcomes }: Story, mode: Mode): string {
  const of = (result: Outcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length;
  const rejected = batch?.rejected.length ?? 0;
  const columns: readonly (readonly [string, number])[] =
    mode === 'validate'
      ? [
          ['Valid', batch?.csrs.length ?? 0],
          ['Rejected', rejected],
        ]
      : [
          ['Created', of('created')],
          ['Reused', of('reused')],
          ['Rejected', rejected],
          ['Failed', of('failed')],
          ['Unresolved', of('in-doubt')],
          ['Not attempted', of('not-attempted')],
        ];
  return table(
    columns.map(([name]) => name),
    [columns.map(([, value]) => count(value))],
  );
}

function facts({ account, artifact, secrets, directory, pacing, estimate }: Story, elapsedMs: number): string {
  const lines = [`- Took ${duration(elapsedMs)}`];
  if (estimate) lines.push(`- Creating ${estimate}`);
  if (pacing !== undefined) lines.push(...pacingFacts(pacing()));
  if (account !== undefined) {
    lines.push(
      `- Account ${forMarkdown(account.account)} in ${forMarkdown(account.region)} as ${forMarkdown(account.arn)}`,
    );
  }
  if (artifact !== undefined) {
    const name = forMarkdown(artifact.name);
    lines.push(
      `- Artifact ${artifact.url === '' ? name : `[${name}](${encodeURI(artifact.url)})`}, ${forMarkdown(artifact.digest)}`,
    );
  }
  if (secrets !== undefined) {
    const { where, written, kept } = secrets;
    lines.push(`- ${plural(written, 'secret')} written in the ${forMarkdown(where)}, ${count(kept)} there already`);
  }
  if (directory !== undefined) lines.push(`- Certificates and manifest in ${forMarkdown(directory.path)}`);
  return `${lines.join('\n')}\n`;
}

/** Every CSR without a certificate, to be opened. */
function problemTable(outcomes: readonly Outcome[]): string {
  const without = outcomes.filter((outcome) => 'problem' in outcome);
  if (without.length === 0) return '';
  const rows = longTable(['CSR', 'Result', 'Why'], without, ({ csr, result, problem }) => [
    breakableCell(csr.path),
    cell(result),
    cell(shorten(problem.message, 100)),
  ]);
  return folded(`${plural(without.length, 'CSR')} without a certificate`, rows);
}

/** Duplicates that are shown before one asks for all. */
const FEW = 5;

function duplicateTable(duplicates: Story['duplicates']): string {
  if (duplicates.length === 0) return '';
  const columns = ['CSR', 'Certificate beyond the one in use', 'Status'];
  const rows = longTable(columns, duplicates, ({ csr, certificate }) => [
    breakableCell(csr.path),
    breakableCell(certificate.id),
    cell(certificate.status ?? ''),
  ]);
  const title = 'Duplicates: certificates beyond the one in use';
  return duplicates.length > FEW ? folded(`${title} (${count(duplicates.length)})`, rows) : `### ${title}\n\n${rows}`;
}

/** Every certificate, to be opened. */
function certificateTable({ outcomes, directory, secrets }: Story): string {
  const issued = outcomes.filter((outcome) => 'certificate' in outcome);
  if (issued.length === 0) return '';
  const columns = [
    'CSR',
    'Common name',
    'Key',
    'Result',
    'Status',
    'File',
    ...(secrets === undefined ? [] : ['Secret']),
  ];
  const rows = longTable([...columns, 'Certificate id'], issued, ({ csr, certificate, result }) => [
    breakableCell(csr.path),
    breakableCell(csr.commonName ?? ''),
    // On one line: a column of names leaves it too little room.
    cell(csr.key.name).replaceAll(' ', '&nbsp;'),
    cell(result),
    cell(certificate.status ?? ''),
    breakableCell(directory?.nameOf(csr) ?? ''),
    ...(secrets === undefined ? [] : [cell(secrets.byPath.get(csr.path) ?? '')]),
    breakableCell(certificate.id),
  ]);
  return folded(plural(issued.length, 'certificate'), rows);
}
