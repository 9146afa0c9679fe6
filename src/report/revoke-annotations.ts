import { shorten } from '../lib/escape.ts';
import { count, plural } from '../lib/words.ts';
import {
  countOf,
  openIn,
  type Revocation,
  type RevocationResult,
  type RevocationRow,
} from '../revocation/revocation.ts';
import type { Log } from '../runner/log.ts';

/** GitHub shows 10 annotations of a type a step; there are three kinds of them, and what ends the step. */
const SHOWN = 3;

/** GitHub shows 4,096 characters of an annotation; a path alone can be as long. */
const TEXT = 3_000;

/** Characters of a path, or of selectors, in a line of the log. */
const PATH = 300;

/** Ids that one annotation names. */
const NAMED = 5;

/** What became of certificates, in the words of a person. */
export const RESULTS: Readonly<Record<RevocationResult, string>> = {
  selected: 'to be revoked',
  revoked: 'revoked',
  already: 'revoked before',
  gone: 'not in the account',
  contradicted: 'contradicted by the account',
  failed: 'refused by AWS',
  'not-attempted': 'not attempted',
};

/** A line for the log: what was selected, and what became of it. */
export function revocationLine(revocation: Revocation): string {
  const results = Object.entries(RESULTS) as [RevocationResult, string][];
  const counts = results.map(([result, words]) => [countOf(revocation, result), words] as const);
  const parts = counts.flatMap(([rows, words]) => (rows === 0 ? [] : [`${count(rows)} ${words}`]));
  return `${plural(revocation.rows.length, 'certificate')} selected: ${parts.join(', ')}`;
}

/** Lines of a list in the log; a longer one is not read. */
const LOGGED = 1_000;

/** Writes into the log which certificates a dry run would revoke: where there is no job summary, that is the list. */
export function listSelected({ rows }: Revocation, log: Pick<Log, 'info'>): void {
  const selected = rows.filter(({ result }) => result === 'selected');
  for (const { certificateId, csrPath, status, issuedAt = 0, why } of selected.slice(0, LOGGED)) {
    const issued = new Date(issuedAt).toISOString().slice(0, 10);
    const path = csrPath === undefined ? '' : ` ${shorten(csrPath, PATH)}`;
    log.info(`${certificateId}${path}: ${status}, issued on ${issued}, selected by ${shorten(why.join(', '), PATH)}`);
  }
  if (selected.length > LOGGED) log.info(`… and ${plural(selected.length - LOGGED, 'more certificate')}`);
}

/** Annotates what a person has to know of certificates that were selected, and that a dry run has changed nothing. */
export function annotateRevocation(revocation: Revocation, log: Log): void {
  const of = (result: RevocationResult) => revocation.rows.filter((row) => row.result === result);
  const [contradicted, refused, gone] = [of('contradicted'), of('failed'), of('gone')];
  for (const row of contradicted.slice(0, SHOWN)) {
    const { message = '', fix = '' } = row.problem ?? {};
    log.annotate('warning', `${shorten(`${nameOf(row)} was not revoked. ${message}`, TEXT)} ${fix}`, {
      title: 'record-contradicted',
    });
  }
  annotateRest(contradicted, 'warning', log);
  for (const row of refused.slice(0, SHOWN)) {
    const { message = '', fix = '' } = row.problem ?? {};
    log.annotate('error', `${shorten(`${nameOf(row)} was not revoked. ${message}`, TEXT)} ${fix}`, {
      title: 'revoke-refused',
    });
  }
  annotateRest(refused, 'error', log);
  if (gone.length > 0) {
    const ids = gone.slice(0, NAMED).map(({ certificateId }) => certificateId);
    const named = `${ids.join(', ')}${gone.length > NAMED ? ' …' : ''}`;
    log.annotate(
      'warning',
      `The account does not hold ${plural(gone.length, 'certificate')} that are selected: ${named}. No device can connect with them. Check the ids and aws-region if you did not expect it.`,
      { title: 'not-in-account' },
    );
  }
  if (!revocation.isDryRun) return;
  log.annotate(
    'notice',
    `This was a dry run: nothing was changed. ${plural(openIn(revocation), 'certificate')} would be revoked. To revoke them, set \`dry-run: false\`; nobody can undo that.`,
    { title: 'dry-run' },
  );
}

function nameOf({ certificateId, csrPath }: RevocationRow): string {
  return csrPath === undefined ? `Certificate ${certificateId}` : `Certificate ${certificateId} of ${csrPath}`;
}

function annotateRest(rows: readonly RevocationRow[], level: 'error' | 'warning', log: Log): void {
  const more = rows.length - SHOWN;
  if (more > 0) log.annotate(level, `And ${plural(more, 'more certificate')}: the job summary lists them.`);
}
