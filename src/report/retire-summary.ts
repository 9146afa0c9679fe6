import type { Place } from '../aws/place.ts';
import { groupBy } from '../lib/group-by.ts';
import { count, plural } from '../lib/words.ts';
import {
  type Retirement,
  type RetirementResult,
  type RetirementRow,
  retirementsWith,
} from '../retirement/retirement.ts';
import { certificateLink } from './hand-over-summary.ts';
import { breakable, cell, folded, longTable, table } from './markdown.ts';
import { type Reason, reasonTable } from './reason-table.ts';
import { RETIRE_RESULTS } from './retire-annotations.ts';

/** Columns of the counts, in their order. */
const COUNTED: readonly (readonly [RetirementResult, string])[] = [
  ['planned', 'To be done'],
  ['retired', 'Retired'],
  ['revoked', 'Revoked'],
  ['deleted', 'Deleted'],
  ['waiting', 'Waiting'],
  ['already', 'Done before'],
  ['unconfirmed', 'Not confirmed'],
  ['refused', 'Left for safety'],
  ['contradicted', 'Contradicted'],
  ['gone', 'Not in the account'],
  ['failed', 'Refused by AWS'],
  ['not-attempted', 'Not attempted'],
];

/** Names that a reason lists. */
const NAMES = 3;

/** Of all lists of certificates together. */
const LIST_BYTES = 300 * 1024;

/** What `mode: retire` found and did, as Markdown: what was left and why, counts, and every certificate. */
export function retirementTables(retirement: Retirement, place: Place | undefined): string {
  const { rows, foreign, things } = retirement;
  const shown = COUNTED.filter(([result]) => retirementsWith(retirement, result) > 0);
  const counts = table(
    ['Things with several', ...shown.map(([, name]) => name)],
    [[count(things), ...shown.map(([result]) => count(retirementsWith(retirement, result)))]],
  );
  return [
    reasonTable('What was left as it is', problemsIn(rows), '', { things: 'Certificates' }),
    counts,
    ...listsOf(rows, place),
    foreignList(foreign, place),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Why certificates were left, each reason once. What differs from one to the next is in the list. */
function problemsIn(rows: readonly RetirementRow[]): readonly Reason[] {
  const groups = groupBy(
    rows.filter(({ problem }) => problem !== undefined),
    ({ result, problem }) => [result, problem?.code, problem?.fix].join('\n'),
  );
  return [...groups.values()].map((group) => ({
    label: RETIRE_RESULTS[group[0]?.result ?? 'failed'],
    count: group.length,
    why: group[0]?.problem?.message ?? '',
    fix: group[0]?.problem?.fix ?? '',
    names: group.slice(0, NAMES).map(({ thing }) => thing),
  }));
}

/** The certificates, those of one result together, to be opened. */
function listsOf(rows: readonly RetirementRow[], place: Place | undefined): readonly string[] {
  const groups = COUNTED.flatMap(([result, name]) => {
    const group = rows.filter((row) => row.result === result);
    return group.length === 0 ? [] : [{ name, group }];
  });
  const columns = [
    'Thing',
    'Certificate',
    'Status before',
    'Becomes',
    'Created',
    'Newer certificate',
    'Why it is left',
  ];
  return groups.map(({ name, group }) =>
    folded(
      `${name}: ${plural(group.length, 'certificate')}`,
      longTable(
        columns,
        group,
        ({ thing, certificateId, status, to, createdAt, successor, problem }) => [
          breakable(thing),
          certificateLink(certificateId, place),
          cell(status ?? ''),
          cell(to ?? ''),
          createdAt === undefined ? '' : new Date(createdAt).toISOString().slice(0, 10),
          successor === undefined ? '' : certificateLink(successor, place),
          breakable(problem?.message ?? ''),
        ],
        { bytes: LIST_BYTES / groups.length },
      ),
    ),
  );
}

function foreignList(foreign: Retirement['foreign'], place: Place | undefined): string {
  if (foreign.length === 0) return '';
  return folded(
    `Not in the ledger: ${plural(foreign.length, 'certificate')} that things hold besides`,
    longTable(['Thing', 'Certificate'], foreign, ({ thing, certificateId }) => [
      breakable(thing),
      certificateLink(certificateId, place),
    ]),
  );
}
