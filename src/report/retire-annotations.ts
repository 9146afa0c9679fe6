import { shorten } from '../lib/escape.ts';
import { count, plural } from '../lib/words.ts';
import {
  LEFT_RESULTS,
  type Retirement,
  type RetirementResult,
  type RetirementRow,
  retirementsWith,
} from '../retirement/retirement.ts';
import type { Log } from '../runner/log.ts';

/** GitHub shows 10 annotations of a type a step; there are three kinds of them, and what ends the step. */
const SHOWN = 3;

/** GitHub shows 4,096 characters of an annotation. */
const TEXT = 3_000;

/** Names that one annotation lists. */
const NAMED = 5;

/** What became of certificates, in the words of a person. */
export const RETIRE_RESULTS: Readonly<Record<RetirementResult, string>> = {
  planned: 'to be done',
  retired: 'retired',
  revoked: 'revoked',
  deleted: 'deleted',
  waiting: 'not INACTIVE for long enough',
  already: 'done before',
  unconfirmed: 'left, since the newer one is not confirmed',
  refused: 'left for safety',
  contradicted: 'contradicted by the account',
  gone: 'not in the account',
  failed: 'refused by AWS',
  'not-attempted': 'not attempted',
};

/** A line for the log: what is superseded, and what became of it. */
export function retirementLine(retirement: Retirement): string {
  const results = Object.entries(RETIRE_RESULTS) as [RetirementResult, string][];
  const parts = results.flatMap(([result, words]) => {
    const rows = retirementsWith(retirement, result);
    return rows === 0 ? [] : [`${count(rows)} ${words}`];
  });
  const of = `${plural(retirement.rows.length, 'older certificate')} of ${plural(retirement.things, 'thing')}`;
  return parts.length === 0 ? of : `${of}: ${parts.join(', ')}`;
}

/** Annotates what a person has to know of certificates that were left, and that a dry run has changed nothing. */
export function annotateRetirement(retirement: Retirement, log: Log): void {
  const { rows, foreign, isDryRun } = retirement;
  const left = rows.filter(({ result }) => (LEFT_RESULTS as readonly string[]).includes(result));
  for (const row of left.slice(0, SHOWN)) {
    const { message = '', fix = '', code = row.result } = row.problem ?? {};
    log.annotate('warning', `${shorten(`${nameOf(row)} is left as it is. ${message}`, TEXT)} ${fix}`, { title: code });
  }
  if (left.length > SHOWN) {
    log.annotate('warning', `And ${plural(left.length - SHOWN, 'more certificate')}: the job summary lists them.`);
  }
  const open = rows.filter(({ result }) => result === 'unconfirmed');
  if (open.length > 0) {
    log.annotate(
      'notice',
      `Of ${plural(open.length, 'certificate')} the newer one is not confirmed, so they are left as they are: ${named(open.map(({ thing }) => thing))}.`,
      { title: 'unconfirmed' },
    );
  }
  if (foreign.length > 0) {
    const names = foreign.map(({ thing, certificateId }) => `${certificateId} of ${thing}`);
    log.annotate(
      'warning',
      `Things hold ${plural(foreign.length, 'certificate')} that the ledger does not name for them; nothing was done with these: ${named(names)}.`,
      { title: 'foreign-certificate' },
    );
  }
  if (!isDryRun) return;
  log.annotate(
    'notice',
    `This was a dry run: nothing was changed. With ${plural(retirementsWith(retirement, 'planned'), 'certificate')} something would be done. For that, set \`dry-run: false\`.`,
    { title: 'dry-run' },
  );
}

function nameOf({ certificateId, thing }: RetirementRow): string {
  return `Certificate ${certificateId} of thing ${thing}`;
}

function named(names: readonly string[]): string {
  return `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`;
}
