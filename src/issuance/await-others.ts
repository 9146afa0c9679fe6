import { groupBy } from '../lib/group-by.ts';
import { UserError } from '../lib/user-error.ts';
import { count, duration, plural } from '../lib/words.ts';
import type { Outcome, Problem } from '../records/certificate.ts';
import type { BatchOptions } from './batch-options.ts';
import type { Claims, Deferred } from './claims.ts';

interface WaitOptions {
  readonly access: Pick<BatchOptions['access'], 'clock' | 'signal'>;
  readonly claims: Pick<Claims, 'look'>;
  readonly log: Pick<BatchOptions['log'], 'info'>;
}

/** How often the table is asked what became of others' claims. */
const LOOK_MS = 2_000;

/** How long it is waited for other runs without any of the awaited CSRs getting on. */
export const MAX_WAIT_MS = 10 * 60_000;

/**
 * Waits until other runs have created what they claim, or one of them does not claim it any more.
 *
 * @param deferred what they claim, beside what is decided already
 * @param add takes an outcome for each CSR that it was waited for in vain
 * @returns how each of the others stands; those that are still claimed count as free, since asking finds out
 */
export async function awaitOthers(
  deferred: readonly Deferred[],
  { access: { clock, signal }, claims, log }: WaitOptions,
  add: (outcome: Outcome) => void,
): Promise<readonly Deferred[]> {
  const settled = deferred.filter(({ standing }) => standing.kind !== 'busy');
  let open = deferred.filter(({ standing }) => standing.kind === 'busy');
  let reported = '';
  let since = clock.now();
  const begin = since;
  // What can be got on with comes first: a claim that was taken over lasts for a while only.
  while (open.length > 0 && !settled.some(({ standing }) => /^(free|taken-over)$/.test(standing.kind))) {
    const others = runsOf(open);
    if (others !== reported) log.info(`Waiting for ${plural(open.length, 'certificate')} that ${others} is creating`);
    reported = others;
    try {
      await clock.sleep(LOOK_MS, signal);
      const seen = await claims.look(open.map(({ csr }) => csr));
      open = seen.filter(({ standing }) => standing.kind === 'busy');
      settled.push(...seen.filter(({ standing }) => standing.kind !== 'busy'));
      if (open.length < seen.length) since = clock.now();
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof UserError)) throw error;
      return giveUp(open, settled, { code: error.code, message: error.message, fix: error.fix }, add);
    }
    if (clock.now() - since > MAX_WAIT_MS) return giveUp(open, settled, waitedInVain(open), add);
  }
  if (reported !== '')
    log.info(`Waited ${duration(clock.now() - begin)} for other runs; ${endOf(settled, open.length)}`);
  // What is still busy is asked about again in the next turn.
  return [...settled, ...open.map(({ csr }): Deferred => ({ csr, standing: { kind: 'free' } }))];
}

/** What came of the wait. */
function endOf(settled: readonly Deferred[], open: number): string {
  const created = settled.filter(({ standing }) => standing.kind === 'known').length;
  const others = settled.length - created;
  return [`${plural(created, 'certificate')} created by them`, `${count(others + open)} to go on with`].join(', ');
}

function giveUp(
  open: readonly Deferred[],
  settled: readonly Deferred[],
  problem: Problem,
  add: (outcome: Outcome) => void,
): readonly Deferred[] {
  for (const { csr } of open) add({ result: 'not-attempted', csr, problem });
  return settled;
}

function waitedInVain(open: readonly Deferred[]): Problem {
  return {
    code: 'claimed-elsewhere',
    message: `${runsOf(open)} claims it and has not created its certificate in ${duration(MAX_WAIT_MS)}.`,
    fix: 'See what that run is doing, and run this job again when it has ended: CSRs that have their certificate are not issued twice.',
  };
}

/** The runs that others' claims name, the first few of them. */
export function runsOf(deferred: readonly Deferred[]): string {
  const runs = [...groupBy(deferred, ({ standing }) => ('by' in standing ? standing.by : '')).keys()].filter(Boolean);
  return runs.slice(0, 3).join(' and ') + (runs.length > 3 ? ' and others' : '');
}
