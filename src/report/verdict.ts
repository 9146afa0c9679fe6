import type { Mode } from '../inputs/inputs.ts';
import type { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { DONE_RESULTS, LEFT_RESULTS, type Retirement, retirementsWith } from '../retirement/retirement.ts';
import { countOf, type Revocation } from '../revocation/revocation.ts';
import { failureTitle } from '../runner/failure-summary.ts';
import { RESULT_WORDS } from './reason-table.ts';
import { unregisteredOf } from './registry-facts.ts';
import { RETIRE_RESULTS } from './retire-annotations.ts';
import { RESULTS } from './revoke-annotations.ts';
import type { Story } from './story.ts';

/** What came of the run, in one line: `298 AWS IoT certificates for 300 CSRs, 2 failed`. */
export function verdict(story: Story, mode: Mode): string {
  const { batch, outcomes, audit, revocation, retirement, failure } = story;
  const files = batch?.files ?? 0;
  if (mode === 'audit' && audit !== undefined) {
    return `Audit of ${plural(audit.audited, 'certificate')}: ${plural(audit.drifts.length, 'disagreement')}`;
  }
  if (mode === 'revoke' && revocation !== undefined) return revoked(revocation);
  if (mode === 'retire' && retirement !== undefined) return retired(retirement);
  if (mode === 'validate' && batch !== undefined) return `${count(batch.csrs.length)} of ${plural(files, 'CSR')} valid`;
  if (failure !== undefined && outcomes.length === 0) return nothing(failure, mode);
  const have = outcomes.filter((outcome) => 'certificate' in outcome).length;
  return [
    `${plural(have, 'AWS IoT certificate')} for ${plural(files, 'CSR')}`,
    ...withoutCertificate(story),
    ...registered(story),
  ].join(', ');
}

/** `all registered`, or how many devices are not. */
function registered(story: Story): readonly string[] {
  if ((story.registration?.outcomes.length ?? 0) === 0) return [];
  const left = unregisteredOf(story).length;
  return [left === 0 ? 'all registered' : `${count(left)} not registered`];
}

const DONE: Readonly<Record<Mode, string>> = {
  issue: 'created',
  validate: 'validated',
  audit: 'audited',
  revoke: 'revoked',
  retire: 'retired',
};

/** `12 certificates revoked, 3 refused by AWS`; of a dry run what it would revoke. */
function revoked(revocation: Revocation): string {
  const { isDryRun } = revocation;
  const first = isDryRun
    ? `Dry run: ${plural(countOf(revocation, 'selected'), 'certificate')} would be revoked`
    : `${plural(countOf(revocation, 'revoked'), 'certificate')} revoked`;
  const others = (['already', 'gone', 'contradicted', 'failed', 'not-attempted'] as const).flatMap((result) => {
    const rows = countOf(revocation, result);
    return rows === 0 ? [] : [`${count(rows)} ${RESULTS[result]}`];
  });
  return [first, ...others].join(', ');
}

/** `90 certificates retired, 10 left, since the newer one is not confirmed`; of a dry run what it would do. */
function retired(retirement: Retirement): string {
  const first = retirement.isDryRun
    ? `Dry run: ${plural(retirementsWith(retirement, 'planned'), 'certificate')} would be retired`
    : `${plural(retirementsWith(retirement, ...DONE_RESULTS), 'certificate')} retired`;
  const left = (
    ['waiting', 'already', 'unconfirmed', 'refused', 'contradicted', 'failed', 'not-attempted'] as const
  ).flatMap((result) => {
    const rows = retirementsWith(retirement, result);
    return rows === 0 ? [] : [`${count(rows)} ${RETIRE_RESULTS[result]}`];
  });
  return [first, ...left].join('; ');
}

/** A run that ended before there was anything to count: what ended it says more than a row of zeros. */
function nothing(failure: UserError, mode: Mode): string {
  const what = failureTitle(failure).replace(/ Nothing was (created|revoked|retired)\.$/, '');
  return what.includes('before anything was') ? what : `Nothing was ${DONE[mode]}: ${what}`;
}

/** What came of each file that has no certificate: `2 rejected`, `1 failed`. */
function withoutCertificate({ batch, outcomes }: Story): readonly string[] {
  const of = (result: Outcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length;
  const counts = Object.entries(RESULT_WORDS).map(([result, word]) => [of(result as Outcome['result']), word] as const);
  return [[batch?.rejected.length ?? 0, 'rejected'] as const, ...counts].flatMap(([files, word]) =>
    files === 0 ? [] : [`${count(files)} ${word}`],
  );
}

/** ✅ where nothing is left to do: a run that left files out, or found second certificates, succeeded and is not that. */
export function signOf({ failure, batch, duplicates, revocation, retirement }: Story): '✅' | '⚠️' | '❌' {
  if (failure !== undefined) return '❌';
  const isLeft =
    (revocation?.rows.some(({ result }) => result === 'gone' || result === 'contradicted') ?? false) ||
    (retirement !== undefined && retirementsWith(retirement, 'unconfirmed', ...LEFT_RESULTS) > 0);
  return (batch?.rejected.length ?? 0) > 0 || duplicates.length > 0 || isLeft ? '⚠️' : '✅';
}
