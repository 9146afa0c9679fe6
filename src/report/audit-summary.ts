import type { Audit, Drift } from '../issuance/find-drift.ts';
import { count } from '../lib/words.ts';
import { cell, table } from './markdown.ts';

const MEANING: Readonly<Record<Drift['kind'], string>> = {
  missing: 'In the ledger, not in the account',
  status: 'Another status in the account',
  several: 'Several usable certificates for one key',
  orphan: 'In the account, not in the ledger',
};

/** What an audit found, as Markdown: how much of each kind, and every disagreement. */
export function auditTables({ audited, drifts }: Audit): string {
  const kinds = Object.keys(MEANING) as Drift['kind'][];
  const counts = table(
    ['Audited', ...kinds.map((kind) => MEANING[kind])],
    [[count(audited), ...kinds.map((kind) => count(drifts.filter((drift) => drift.kind === kind).length))]],
  );
  if (drifts.length === 0) return counts;
  const rows = drifts.map(({ kind, certificateId, csrPath, inLedger, inAccount }) => [
    cell(MEANING[kind]),
    cell(csrPath ?? ''),
    cell(certificateId),
    cell(inLedger ?? ''),
    cell(inAccount ?? ''),
  ]);
  return `${counts}\n### Drift\n\n${table(['What', 'CSR', 'Certificate id', 'In the ledger', 'In the account'], rows)}`;
}
