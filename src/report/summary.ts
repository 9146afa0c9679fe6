import type { Mode } from '../inputs/inputs.ts';
import { forMarkdown, shorten } from '../lib/escape.ts';
import type { UserError } from '../lib/user-error.ts';
import { count, duration, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { placed } from '../runner/log.ts';
import { auditTables } from './audit-summary.ts';
import { findingTable, keyTable, ruleTable } from './finding-tables.ts';
import { cell, longTable, table } from './markdown.ts';
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
    `## ${failure === undefined ? '✅' : '❌'} ${verdict(story, mode)}\n`,
    failure === undefined ? '' : [failure, ...failure.others].map(quoted).join('>\n'),
    mode === 'audit' ? '' : counts(story, mode),
    story.audit === undefined ? '' : auditTables(story.audit),
    facts(story, elapsedMs),
    ruleTable(batch?.findings ?? [], rulesPage),
    mode === 'validate' ? keyTable(batch?.keys ?? new Map()) : '',
    pacing === undefined ? '' : pacingChart(pacing),
    problemTable(outcomes),
    duplicateTable(story.duplicates),
    findingTable(batch?.findings ?? [], rulesPage),
    certificateTable(story),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function quoted(error: UserError): string {
  return `> **${forMarkdown(shorten(placed(error), 1_000))}**  \n> ${forMarkdown(error.fix)}\n`;
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

function problemTable(outcomes: readonly Outcome[]): string {
  const without = outcomes.filter((outcome) => 'problem' in outcome);
  if (without.length === 0) return '';
  const rows = longTable(['CSR', 'Result', 'Why', 'What to do'], without, ({ csr, result, problem }) => [
    cell(csr.path),
    cell(result),
    cell(problem.message),
    cell(problem.fix),
  ]);
  return `### Without a certificate\n\n${rows}`;
}

function duplicateTable(duplicates: Story['duplicates']): string {
  if (duplicates.length === 0) return '';
  const columns = ['CSR', 'Certificate beyond the one in use', 'Status'];
  const rows = longTable(columns, duplicates, ({ csr, certificate }) => [
    cell(csr.path),
    cell(certificate.id),
    cell(certificate.status ?? ''),
  ]);
  return `### Duplicates\n\n${rows}`;
}

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
    'Certificate id',
  ];
  const rows = longTable(columns, issued, ({ csr, certificate, result }) => [
    cell(csr.path),
    cell(csr.commonName ?? ''),
    cell(csr.key.name),
    cell(result),
    cell(certificate.status ?? ''),
    cell(directory?.nameOf(csr) ?? ''),
    ...(secrets === undefined ? [] : [cell(secrets.byPath.get(csr.path) ?? '')]),
    cell(certificate.id),
  ]);
  return `### Certificates\n\n${rows}`;
}
