import { shorten } from '../lib/escape.ts';
import { groupBy } from '../lib/group-by.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';

type Missing = Extract<Outcome, { readonly problem: unknown }>;

/** Reasons that have a message each: GitHub shows ten annotations of a type. */
const REASONS = 8;

/** CSRs that are named for each reason, and characters of their paths. */
const NAMED = 10;
const NAMED_TEXT = 1_000;

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
  const groups = [...groupBy(missing, reasonOf).values()].sort(byWeight);
  const shown = groups.slice(0, REASONS);
  const rest = groups.slice(REASONS).flat();
  const code = isCancelled ? 'cancelled' : 'incomplete';
  const joined = joinErrors([
    ...shown.map((group) => incomplete(code, group, outcomes.length)),
    ...(rest.length === 0 ? [] : [otherReasons(code, rest)]),
  ]);
  if (joined !== undefined) throw joined;
}

/**
 * What CSRs have in common that lack a certificate for one reason, whether they were asked for or not. Ids in a text are
 * of one CSR or one request.
 */
function reasonOf({ problem: { code, message } }: Missing): string {
  const general = message
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{16,}/gi, '')
    .replaceAll(/(\/[^/\s]+)+/g, '');
  return `${code}\n${general}`;
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
    { where: pathsOf(group), fix: `${first?.problem.fix}${all}` },
  );
}

function otherReasons(code: string, rest: readonly Missing[]): UserError {
  return new UserError(code, `${plural(rest.length, 'more CSR')} got no certificate, for other reasons.`, {
    where: pathsOf(rest),
    fix: 'The job summary lists them.',
  });
}

function pathsOf(group: readonly Missing[]): string {
  const paths = group.slice(0, NAMED).map(({ csr }) => csr.path);
  const more = group.length > NAMED ? ` and ${count(group.length - NAMED)} more` : '';
  return `${shorten(paths.join(', '), NAMED_TEXT)}${more}`;
}
