import type { Place } from '../aws/place.ts';
import { groupBy } from '../lib/group-by.ts';
import { count, plural } from '../lib/words.ts';
import { countOf, type Revocation, type RevocationResult, type RevocationRow } from '../revocation/revocation.ts';
import { certificateLink } from './hand-over-summary.ts';
import { breakable, cell, folded, longTable, table } from './markdown.ts';
import { type Reason, reasonTable } from './reason-table.ts';
import { RESULTS } from './revoke-annotations.ts';

/** Columns of the counts, in their order. */
const COUNTED: readonly (readonly [RevocationResult, string])[] = [
  ['selected', 'To be revoked'],
  ['revoked', 'Revoked'],
  ['already', 'Revoked before'],
  ['gone', 'Not in the account'],
  ['contradicted', 'Contradicted'],
  ['failed', 'Refused by AWS'],
  ['not-attempted', 'Not attempted'],
];

/** Names that a reason lists. */
const NAMES = 3;

/** Of all lists of certificates together. */
const LIST_BYTES = 300 * 1024;

/** Reasons to select certificates that are listed. */
const WHYS = 20;

/** What `mode: revoke` found and did, as Markdown: what was not revoked and why, counts, reasons, and every certificate. */
export function revocationTables(revocation: Revocation, place: Place | undefined): string {
  const { isDryRun, rows } = revocation;
  const shown = COUNTED.filter(([result]) =>
    result === 'selected' ? isDryRun : result === 'revoked' ? !isDryRun : countOf(revocation, result) > 0,
  );
  const counts = table(
    shown.map(([, name]) => name),
    [shown.map(([result]) => count(countOf(revocation, result)))],
  );
  return [
    reasonTable('What was not revoked', problemsIn(rows), '', { things: 'Certificates' }),
    counts,
    whyTable(rows),
    ...listsOf(rows, place),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function nameOf({ csrPath, certificateId }: RevocationRow): string {
  return csrPath ?? `${certificateId.slice(0, 12)}…`;
}

/** Why certificates were not revoked, each reason once. */
function problemsIn(rows: readonly RevocationRow[]): readonly Reason[] {
  const groups = groupBy(
    rows.filter(({ problem }) => problem !== undefined),
    ({ result, problem }) => [result, problem?.message].join('\n'),
  );
  return [...groups.values()].map((group) => ({
    label: RESULTS[group[0]?.result ?? 'failed'],
    count: group.length,
    why: group[0]?.problem?.message ?? '',
    fix: group[0]?.problem?.fix ?? '',
    names: group.slice(0, NAMES).map(nameOf),
  }));
}

/** How many certificates each combination of selectors has selected, the most frequent first. */
function whyTable(rows: readonly RevocationRow[]): string {
  const groups = [...groupBy(rows, ({ why }) => why.join(', '))].sort(([, a], [, b]) => b.length - a.length);
  return longTable(['Selected by', 'Certificates'], groups, ([why, group]) => [breakable(why), count(group.length)], {
    rows: WHYS,
  });
}

/** The certificates, those of one result together, to be opened. */
function listsOf(rows: readonly RevocationRow[], place: Place | undefined): readonly string[] {
  const groups = COUNTED.flatMap(([result, name]) => {
    const group = rows.filter((row) => row.result === result);
    return group.length === 0 ? [] : [{ name, group }];
  });
  const hasThings = rows.some(({ thingName }) => thingName !== undefined);
  const columns = ['CSR', 'Certificate', ...(hasThings ? ['Thing'] : []), 'Status before', 'Issued'];
  return groups.map(({ name, group }) =>
    folded(
      `${name}: ${plural(group.length, 'certificate')}`,
      longTable(
        columns,
        group,
        ({ csrPath, certificateId, thingName, status, issuedAt }) => [
          breakable(csrPath ?? ''),
          certificateLink(certificateId, place),
          ...(hasThings ? [breakable(thingName ?? '')] : []),
          cell(status ?? ''),
          issuedAt === undefined ? '' : new Date(issuedAt).toISOString().slice(0, 10),
        ],
        { bytes: LIST_BYTES / groups.length },
      ),
    ),
  );
}
