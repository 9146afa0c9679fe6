import { count, plural } from '../lib/words.ts';
import { headline, said } from '../runner/failure-summary.ts';
import type { Batch } from '../validation/batch.ts';
import { breakable, folded, table } from './markdown.ts';
import { findingTable, reasonsOfRules, reasonTable } from './reason-table.ts';

/** How a batch was divided. */
export interface PlanFacts {
  readonly shards: number;
  /** Jobs at a time. */
  readonly parallel: number;
  /** Of each job, as its input has it. */
  readonly requestsPerSecond: string;
  /** How long creating the certificates takes; empty: unknown. */
  readonly estimate: string;
  /** Absolute. */
  readonly file: string;
}

/** The job summary of a batch that is not planned because of its files, as Markdown. */
export function refusedPlanSummary({ files, findings, rejected }: Batch, fix: string, rulesPage: string): string {
  return [
    headline('❌', `Nothing is planned: ${count(rejected.length)} of ${plural(files, 'file')} cannot be used`),
    `**Next:** ${said(fix)}\n`,
    reasonTable('What failed', reasonsOfRules(findings, 'error', 'rejected'), rulesPage),
    folded(plural(findings.length, 'finding'), findingTable(findings, rulesPage)),
  ].join('\n');
}

/** The job summary of a plan, as Markdown. */
export function planSummary({ csrs, files, findings, rejected }: Batch, plan: PlanFacts, rulesPage: string): string {
  const left = rejected.length === 0 ? '' : `, ${plural(rejected.length, 'file')} rejected`;
  const verdict = `${count(csrs.length)} of ${plural(files, 'CSR')} in ${plural(plan.shards, 'shard')}${left}`;
  return [
    headline(rejected.length === 0 ? '✅' : '⚠️', verdict),
    '**Next:** The jobs of the matrix create the certificates; `merge` puts them together.\n',
    reasonTable('What failed', reasonsOfRules(findings, 'error', 'rejected'), rulesPage),
    table(
      ['CSRs', 'Shards', 'At a time', 'Certificates a second, each'],
      [[count(csrs.length), count(plan.shards), count(plan.parallel), breakable(plan.requestsPerSecond)]],
    ),
    `- Plan ${breakable(plan.file)}${plan.estimate === '' ? '' : `\n- Creating ${plan.estimate}`}\n`,
    findings.length === 0 ? '' : folded(plural(findings.length, 'finding'), findingTable(findings, rulesPage)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
