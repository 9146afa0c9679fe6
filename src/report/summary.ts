import type { Mode } from '../inputs/inputs.ts';
import { shorten } from '../lib/escape.ts';
import { count, duration, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { headline } from '../runner/failure-summary.ts';
import { auditTables } from './audit-summary.ts';
import { certificateList, duplicateList, whereCertificatesAre, withoutList } from './hand-over-summary.ts';
import { cell, folded, table } from './markdown.ts';
import { nextStep } from './next-step.ts';
import { pacingChart, pacingFacts } from './pacing.ts';
import { findingTable, reasonsOf, reasonsOfRules, reasonTable } from './reason-table.ts';
import { planList, reasonsOfRegistration, registrySummary, unregisteredList } from './registry-summary.ts';
import { retirementTables } from './retire-summary.ts';
import { revocationTables } from './revoke-summary.ts';
import type { Story } from './story.ts';
import { signOf, verdict } from './verdict.ts';

/** Warnings and notices are read after what failed, where there is room. */
const REMARKS = 3;

/**
 * The job summary as Markdown: two screens before anything is opened, and below GitHub's limit, whatever the batch. Every
 * text from outside is escaped here.
 *
 * @param rulesPage as in {@link RunContext.rulesPage}
 */
export function summarize(story: Story, mode: Mode, elapsedMs: number, rulesPage: string): string {
  const { outcomes, batch } = story;
  const findings = batch?.findings ?? [];
  const failed = [
    ...reasonsOf(outcomes),
    ...reasonsOfRegistration(story),
    ...reasonsOfRules(findings, 'error', 'rejected'),
  ];
  const remarks = [
    ...reasonsOfRules(findings, 'warning', 'with a warning'),
    ...reasonsOfRules(findings, 'notice', 'with a notice'),
  ];
  return [
    headline(signOf(story), verdict(story, mode)),
    nextStep(story, mode),
    reasonTable('What failed', failed, rulesPage),
    counts(story, mode),
    registrySummary(story, mode, rulesPage),
    duplicateList(story),
    story.audit === undefined ? '' : auditTables(story.audit, story.account),
    story.retirement === undefined ? '' : retirementTables(story.retirement, story.account),
    story.revocation === undefined ? '' : revocationTables(story.revocation, story.account),
    whereCertificatesAre(story),
    reasonTable('Also found', remarks, rulesPage, { most: REMARKS }),
    withoutList(story),
    unregisteredList(story),
    findings.length === 0 ? '' : folded(plural(findings.length, 'finding'), findingTable(findings, rulesPage)),
    planList(story),
    certificateList(story),
    facts(story, mode, elapsedMs),
    chart(story),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function counts({ batch, outcomes }: Story, mode: Mode): string {
  if (batch === undefined) return '';
  const of = (result: Outcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length;
  const rejected = ['Rejected', batch.rejected.length] as const;
  // Of a run that ended before it created anything the CSRs are all that can be counted.
  const columns: readonly (readonly [string, number])[] =
    mode === 'validate' || outcomes.length === 0
      ? [['Valid', batch.csrs.length], rejected]
      : [
          ['Created', of('created')],
          ['Reused', of('reused')],
          rejected,
          ['Failed', of('failed')],
          ['Unresolved', of('in-doubt')],
          ['Not attempted', of('not-attempted')],
        ];
  return table(
    columns.map(([name]) => name),
    [columns.map(([, value]) => count(value))],
  );
}

/** Types of keys that are named: a CSR may name any algorithm it likes. */
const KEY_TYPES = 6;

/** How many CSRs have a key of each type, the most frequent first; empty when there is no CSR. */
export function keyFacts(keys: ReadonlyMap<string, number>): readonly string[] {
  if (keys.size === 0) return [];
  const sorted = [...keys].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1));
  const rest = sorted.slice(KEY_TYPES).reduce((sum, [, csrs]) => sum + csrs, 0);
  const named = sorted.slice(0, KEY_TYPES).map(([name, csrs]) => `${count(csrs)} ${cell(shorten(name, 40))}`);
  return [`- Keys: ${[...named, ...(rest > 0 ? [`${count(rest)} others`] : [])].join(', ')}`];
}

/** What is known of the run beside its certificates: how long it took, and how fast it went. */
function facts({ batch, pacing, estimate }: Story, mode: Mode, elapsedMs: number): string {
  const lines = [`- Took ${duration(elapsedMs)}`];
  if (mode === 'validate') lines.push(...keyFacts(batch?.keys ?? new Map()));
  if (estimate) lines.push(`- Creating ${estimate}`);
  if (pacing !== undefined) lines.push(...pacingFacts(pacing()));
  return `${lines.join('\n')}\n`;
}

/** How fast it went is not what a person asks after a failure; report.html has it all the same. */
function chart({ pacing, failure }: Story): string {
  return pacing === undefined || failure !== undefined ? '' : pacingChart(pacing());
}
