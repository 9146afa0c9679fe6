import { groupBy } from '../lib/group-by.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { NAMED, namesOf, REASONS, reasonOf } from './reasons.ts';

type Missing = Extract<Outcome, { readonly problem: unknown }>;

/**
 * Ends a run in which CSRs got no certificate: a message for each reason, with the CSRs that it is about.
 *
 * @throws UserError `incomplete`, or `cancelled`, for the first reason, with the others in it
 */
export function refuseIncomplete(
  outcomes: readonly Outcome[],
  { isCancelled }: { readonly isCancelled: boolean },
): void {
  const missing = outcomes.filter((outcome): outcome is Missing => 'problem' in outcome);
  const groups = [...groupBy(missing, ({ problem }) => reasonOf(problem)).values()].sort(byWeight);
  const shown = groups.slice(0, REASONS);
  const rest = groups.slice(REASONS).flat();
  const code = isCancelled ? 'cancelled' : 'incomplete';
  const joined = joinErrors([
    ...shown.map((group) => incomplete(code, group, outcomes.length)),
    ...(rest.length === 0 ? [] : [otherReasons(code, rest)]),
  ]);
  if (joined !== undefined) throw joined;
}

/** What failed before what was not attempted for it; of these the most frequent first. */
function byWeight(a: readonly Missing[], b: readonly Missing[]): number {
  const isLeft = (group: readonly Missing[]): number =>
    group.every(({ result }) => result === 'not-attempted') ? 1 : 0;
  return isLeft(a) - isLeft(b) || b.length - a.length;
}

function incomplete(code: string, group: readonly Missing[], of: number): UserError {
  const [first] = group;
  const all = group.length <= NAMED ? '' : ' The job summary lists all of them.';
  return new UserError(
    code,
    `${count(group.length)} of ${plural(of, 'CSR')} got no certificate. ${first?.problem.message}`,
    { where: namesOf(group.map(({ csr }) => csr.path)), fix: `${first?.problem.fix}${all}` },
  );
}

function otherReasons(code: string, rest: readonly Missing[]): UserError {
  return new UserError(code, `${plural(rest.length, 'more CSR')} got no certificate, for other reasons.`, {
    where: namesOf(rest.map(({ csr }) => csr.path)),
    fix: 'The job summary lists them.',
  });
}
