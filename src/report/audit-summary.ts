import type { Place } from '../aws/place.ts';
import type { Ages, Audit, Drift } from '../issuance/find-drift.ts';
import { groupBy } from '../lib/group-by.ts';
import { count, plural } from '../lib/words.ts';
import { certificateLink } from './hand-over-summary.ts';
import { breakable, cell, folded, longTable, table } from './markdown.ts';
import { reasonTable } from './reason-table.ts';

const MEANING: Readonly<Record<Drift['kind'], string>> = {
  missing: 'In the ledger, not in the account',
  status: 'Another status in the account',
  several: 'Several usable certificates for one key',
  orphan: 'In the account, not in the ledger',
  leftover: 'ACTIVE a month after its thing got a newer one',
  unattached: 'Not attached to its thing',
  principal: 'Attached otherwise than asked for',
  policy: 'Without a policy that it should have',
  group: 'Its thing is not in a group that it should be in',
};

/** What to do about each kind. */
const REMEDY: Readonly<Record<Drift['kind'], string>> = {
  missing: 'Somebody deleted it: take its line out of the ledger, and the next run issues a new one.',
  status: 'Write the status of the account into the ledger, or correct the account.',
  several: 'Revoke all but the one that the device has, with `mode: revoke` and `certificate-id=`.',
  orphan:
    'Revoke it with `mode: revoke` and `certificate-id=`, or run the step with `reconcile: always`, which adds it to the ledger.',
  leftover: 'Retire it with `mode: retire` when the device has connected with the newer one.',
  unattached: 'Register the device again: take `registration` out of its line of the ledger, and run `mode: issue`.',
  principal: 'Detach it and register the device again, or change `thing-principal`.',
  policy: 'Attach the policy, or register the device again: take `registration` out of its line of the ledger.',
  group: 'Add the thing to the group, or register the device again: take `registration` out of its line of the ledger.',
};

/** Kinds that compare the registry with what the inputs ask for. */
const ASKED: readonly Drift['kind'][] = ['principal', 'policy', 'group'];

/** Disagreements that have one cause. */
export interface DriftGroup {
  readonly kind: Drift['kind'];
  /** In a person's words; for statuses with both of them. */
  readonly cause: string;
  readonly fix: string;
  readonly drifts: readonly Drift[];
}

/** The disagreements by their causes, in the order of {@link MEANING}, the most frequent first within each. */
export function groupDrifts(drifts: readonly Drift[]): readonly DriftGroup[] {
  const groups = [...groupBy(drifts, causeOf)].map(([cause, found]) => {
    const kind = found[0]?.kind ?? 'missing';
    return { kind, cause, fix: REMEDY[kind], drifts: found };
  });
  const rank = Object.keys(MEANING);
  return groups.sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind) || b.drifts.length - a.drifts.length);
}

function causeOf({ kind, inLedger, inAccount }: Drift): string {
  return kind === 'status' ? `${MEANING.status}: ${inAccount}, in the ledger ${inLedger ?? 'none'}` : MEANING[kind];
}

/** Names that a line lists; the summary has all of them. */
const NAMED = 5;

/** A line for the log: the cause, how many, and some of them. */
export function driftLine({ cause, drifts }: DriftGroup): string {
  const names = drifts.slice(0, NAMED).map(({ csrPath, certificateId }) => csrPath ?? certificateId);
  return `${cause}: ${plural(drifts.length, 'certificate')} (${names.join(', ')}${drifts.length > NAMED ? ' …' : ''})`;
}

/** Of all lists of disagreements together: those of an audit are as many as there are pairs of statuses. */
const LIST_BYTES = 200 * 1024;

/** A line for the log; undefined when no certificate can be used. */
export function oldestLine({ oldest }: Ages): string | undefined {
  if (oldest === undefined) return undefined;
  const { certificateId, csrPath, issuedAt } = oldest;
  return `The oldest certificate that can be used was issued on ${dayOf(issuedAt)} (${csrPath ?? certificateId})`;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function agesTable({ byYear, oldest }: Ages): string {
  if (oldest === undefined) return '';
  const rows = byYear.map(([year, certificates]) => [String(year), count(certificates)]);
  return folded(
    `Ages: the oldest certificate that can be used was issued on ${dayOf(oldest.issuedAt)}`,
    `${table(['Issued in', 'Certificates that can be used'], rows)}\nThe oldest: ${breakable(oldest.csrPath ?? oldest.certificateId)}\n`,
  );
}

/** What an audit found, as Markdown: how much of each cause and what to do, and every disagreement, to be opened. */
export function auditTables({ audited, activated, ages, drifts }: Audit, place: Place | undefined): string {
  const groups = groupDrifts(drifts);
  const reasons = groups.map(({ cause, fix, drifts: found }) => ({
    label: '',
    count: found.length,
    why: cause,
    fix,
    // The lists below have the whole ids.
    names: found.slice(0, 3).map(({ csrPath, certificateId }) => csrPath ?? `${certificateId.slice(0, 12)}…`),
  }));
  const counts = table(
    ['Audited', 'Activated since, which is no drift', 'Disagreements'],
    [[audited, activated, drifts.length].map(count)],
  );
  const lists = groups.map(({ kind, cause, drifts: found }) => {
    const columns = ['CSR', 'Certificate', ASKED.includes(kind) ? 'Asked for' : 'In the ledger', 'In the account'];
    const toRow = ({ certificateId, csrPath, inLedger, inAccount }: Drift): readonly string[] => [
      breakable(csrPath ?? ''),
      certificateLink(certificateId, place),
      cell(inLedger ?? ''),
      cell(inAccount ?? ''),
    ];
    return folded(
      `${cause}: ${plural(found.length, 'certificate')}`,
      longTable(columns, found, toRow, { bytes: LIST_BYTES / groups.length }),
    );
  });
  return [reasonTable('What disagrees', reasons, '', { things: 'Certificates' }), counts, agesTable(ages), ...lists]
    .filter((part) => part !== '')
    .join('\n');
}
