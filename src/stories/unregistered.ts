import { shorten } from '../lib/escape.ts';
import { groupBy } from '../lib/group-by.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { Problem } from '../records/certificate.ts';
import type { Registered } from '../records/journal.ts';
import type { Registration, RegistrationOutcome } from '../registration/registration-outcome.ts';
import { NAMED, namesOf, REASONS, reasonOf } from './reasons.ts';

type Unregistered = RegistrationOutcome & Required<Pick<RegistrationOutcome, 'problem'>>;

/** Characters of what is done and left of a device. */
const STEPS_TEXT = 300;

/** Why devices are not registered, as one error; undefined when all are, or none was to be. */
export function unregisteredIn(registration: Registration | undefined): UserError | undefined {
  if (registration === undefined) return undefined;
  const { outcomes, problem } = registration;
  const all = outcomes.filter((outcome): outcome is Unregistered => outcome.problem !== undefined);
  // What ended it for all is one message.
  const open = all.filter((outcome) => outcome.problem.message !== problem?.message);
  const groups = [...groupBy(open, reasonFor).values()].sort((a, b) => b.length - a.length);
  const rest = groups.slice(REASONS).flat();
  return joinErrors([
    ...(problem === undefined ? [] : [ended(problem, all, outcomes.length)]),
    ...groups.slice(0, REASONS).map((group) => unregistered(group, outcomes.length)),
    ...(rest.length === 0 ? [] : [otherReasons(rest)]),
  ]);
}

/** What records are to remember, by the paths of the CSRs. */
export function registeredOf(registration: Registration | undefined): ReadonlyMap<string, Registered> {
  return new Map(
    registration?.outcomes.flatMap(({ path, thing, hash }) =>
      hash === undefined ? [] : [[path, { thing, registration: hash }]],
    ),
  );
}

/** What ended registering, or kept it from going on. */
function ended({ code, message, fix }: Problem, open: readonly Unregistered[], of: number): UserError {
  if (code === 'policy-denies-connect') return new UserError(code, message, { where: 'policies', fix });
  return new UserError(
    'registration-incomplete',
    `No more devices were registered: ${count(open.length)} of ${plural(of, 'device')} ${open.length === 1 ? 'is' : 'are'} not. ${message} ${stepsOf(open[0])}`,
    { where: namesOf(open.map(({ path }) => path)), fix },
  );
}

/** A conflict names the thing, which is another for each device. */
function reasonFor({ problem, thing = '' }: Unregistered): string {
  return reasonOf({ ...problem, message: thing === '' ? problem.message : problem.message.replaceAll(thing, '') });
}

function unregistered(group: readonly Unregistered[], of: number): UserError {
  const [first] = group;
  const isConflict = first?.result === 'conflict';
  const isCancelled = first?.problem.code === 'cancelled';
  const code = isCancelled ? 'cancelled' : isConflict ? 'registration-conflict' : 'registration-incomplete';
  const all = group.length <= NAMED ? '' : ' The job summary lists all of them.';
  return new UserError(
    code,
    `${count(group.length)} of ${plural(of, 'device')} ${group.length === 1 ? 'is' : 'are'} not registered. ${first?.problem.message} ${stepsOf(first)}`,
    { where: namesOf(group.map(({ path }) => path)), fix: `${first?.problem.fix}${all}` },
  );
}

/** What is done and what is left of the first one. */
function stepsOf(outcome: Unregistered | undefined): string {
  const { path = '', done = [], left = [] } = outcome ?? {};
  const listed = (steps: readonly string[]): string => shorten(steps.join(', '), STEPS_TEXT) || 'nothing';
  return `Of ${path}, done: ${listed(done)}; left: ${listed(left)}.`;
}

function otherReasons(rest: readonly Unregistered[]): UserError {
  return new UserError(
    'registration-incomplete',
    `${plural(rest.length, 'more device')} are not registered, for other reasons.`,
    { where: namesOf(rest.map(({ path }) => path)), fix: 'The job summary lists them.' },
  );
}
