import type { Csr } from '../csr/csr.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { Outcome, Problem } from '../records/certificate.ts';
import { awaitOthers, runsOf } from './await-others.ts';
import type { BatchOptions } from './batch-options.ts';
import type { Standing } from './claiming.ts';
import type { Claims, Deferred } from './claims.ts';
import type { Contradiction } from './confirm.ts';
import { type Creation, createMissing } from './create-missing.ts';
import { type Keep, keepFound } from './keep.ts';
import { createListing } from './listing.ts';
import { hasOtherSubject, refuseOtherSubjects } from './other-subject.ts';
import { ownCheck } from './own.ts';
import { type Found, noteWait, resolve } from './resolve.ts';
import { followReused, reuseKnown } from './reuse.ts';
import type { Sweeper } from './search.ts';
import { refuseUnusable } from './unusable.ts';

type Options = Pick<BatchOptions, 'request' | 'access' | 'earlier' | 'journal' | 'store' | 'follower' | 'log'> & {
  readonly claims: Claims;
};

/** What was created by this run, and by others meanwhile. */
export interface SharedCreation extends Creation {
  readonly contradictions: readonly Contradiction[];
}

/**
 * Creates certificates beside other runs, of which none asks for what another one has claimed. What others create is
 * waited for and handed over as reused; what they left unresolved is looked for in the account.
 */
export async function createShared(
  csrs: readonly Csr[],
  options: Options,
  sweeper: Sweeper,
  keep: Keep,
): Promise<SharedCreation> {
  const { access, claims } = options;
  const outcomes = new Map<string, Outcome>();
  const add = (outcome: Outcome): void => {
    outcomes.set(outcome.csr.path, outcome);
  };
  const duplicates: Found<Csr>[] = [];
  const contradictions: Contradiction[] = [];
  let open = csrs;
  while (open.length > 0) {
    const created = await createMissing(open, options, sweeper, keep);
    created.outcomes.forEach(add);
    duplicates.push(...created.duplicates);
    open = [];
    const turnedDown = claims.takeDeferred();
    if (access.signal.aborted) break;
    const deferred = await awaitOthers(turnedDown, options, add);
    const taken = await resolveTaken(deferred, options, sweeper, keep);
    taken.outcomes.forEach(add);
    duplicates.push(...taken.duplicates);
    const reused = await reuse(deferred, options);
    reused.outcomes.forEach(add);
    contradictions.push(...reused.contradictions);
    open = [...csrsOf(deferred, 'free'), ...taken.missing, ...reused.again];
  }
  await recordAll(options, outcomes);
  return { outcomes: [...outcomes.values()], duplicates, contradictions };
}

function csrsOf(deferred: readonly Deferred[], kind: Standing['kind']): readonly Csr[] {
  return deferred.filter(({ standing }) => standing.kind === kind).map(({ csr }) => csr);
}

/** Looks in the account for what came of the claims that other runs left. */
async function resolveTaken(
  deferred: readonly Deferred[],
  { access, earlier, claims, journal, log }: Options,
  sweeper: Sweeper,
  keep: Keep,
): Promise<Creation & { readonly missing: readonly Csr[] }> {
  const taken = deferred.flatMap(({ csr, standing }) => (standing.kind === 'taken-over' ? [{ csr, ...standing }] : []));
  if (taken.length === 0) return { outcomes: [], duplicates: [], missing: [] };
  const unresolved = (problem: Problem) => ({
    outcomes: taken.map(({ csr }): Outcome => ({ result: 'in-doubt', csr, problem })),
    duplicates: [],
    missing: [],
  });
  if (earlier.search.scope === 'never') return unresolved(NEVER);
  log.info(`Looking in the account for ${plural(taken.length, 'certificate')} that other runs left unresolved`);
  try {
    const wanted = taken.map(({ csr, since }) => ({ csr, since, mayBeLate: true }));
    const { found, missing, unusable, duplicates } = await resolve(
      wanted,
      sweeper,
      access.clock.now(),
      access,
      noteWait(log),
    );
    const origins = new Map(taken.map(({ csr, origin }) => [csr, origin]));
    const outcomes: Outcome[] = [...refuseUnusable(unusable, true)];
    const isOther = ({ csr, certificate }: Found<Csr>): boolean => hasOtherSubject(csr, certificate.pem);
    const others = found.filter(isOther);
    outcomes.push(
      ...refuseOtherSubjects(
        others.map(({ csr, certificate: { id } }) => ({ csr, certificateId: id })),
        true,
      ),
    );
    for (const { csr, certificate } of found.filter((one) => !isOther(one))) {
      const { pem, ...withoutPem } = certificate;
      const origin = origins.get(csr);
      const isOwn = earlier.runId !== undefined && origin?.runId === earlier.runId;
      outcomes.push(await keepFound(keep, csr, { ...withoutPem, origin }, pem, { result: 'reused', isOwn }));
    }
    for (const { csr } of [...unusable, ...others]) journal.release(csr);
    for (const csr of missing) claims.cleared(csr);
    log.info(`Found ${count(found.length)} of ${count(taken.length)}`);
    return { outcomes, duplicates, missing };
  } catch (error) {
    if (access.signal.aborted) return unresolved(CANCELLED_SEARCH);
    if (!(error instanceof UserError)) throw error;
    log.annotate('warning', `${error.message} ${error.fix}`, { title: error.code });
    return unresolved({ code: error.code, message: error.message, fix: error.fix });
  }
}

const NEVER: Problem = {
  code: 'in-doubt',
  message: 'Another run may have created its certificate and did not say so, and reconcile is never.',
  fix: 'Set `reconcile: auto`, so that it is looked for.',
};

const CANCELLED_SEARCH: Problem = {
  code: 'cancelled',
  message: 'The job was cancelled before it was known whether another run had created its certificate.',
  fix: 'Run the job again: it looks for the certificate before it asks for another.',
};

/** Hands over what other runs have created meanwhile, once the account has confirmed it. */
async function reuse(
  deferred: readonly Deferred[],
  { access, earlier, store, follower, log }: Options,
): Promise<Pick<SharedCreation, 'outcomes' | 'contradictions'> & { readonly again: readonly Csr[] }> {
  const known = deferred.flatMap(({ csr, standing }) => (standing.kind === 'known' ? [{ csr, ...standing }] : []));
  if (known.length === 0) return { outcomes: [], contradictions: [], again: [] };
  try {
    const wanted = known.map(({ csr, certificates }) => ({
      csr,
      candidates: certificates,
      storedId: undefined,
      isStoredAlone: false,
    }));
    // What was created a moment ago is at the head of a new listing.
    const reused = await reuseKnown(wanted, access, createListing(access), store, ownCheck(earlier));
    log.annotate(
      'notice',
      `${plural(reused.outcomes.length, 'certificate')} were created meanwhile by ${runsOf(known.map(({ csr, by, certificates }) => ({ csr, standing: { kind: 'known', by, certificates } })))}, and are handed over as reused.`,
      { title: 'created-elsewhere' },
    );
    followReused(reused.outcomes, follower);
    const { contradictions, unknown, unusable, others } = reused;
    return {
      outcomes: [...reused.outcomes, ...refuseUnusable(unusable, true), ...refuseOtherSubjects(others, true)],
      contradictions,
      again: unknown,
    };
  } catch (error) {
    if (!(error instanceof UserError) && !access.signal.aborted) throw error;
    const problem =
      error instanceof UserError ? { code: error.code, message: error.message, fix: error.fix } : CANCELLED_SEARCH;
    return {
      outcomes: known.map(({ csr }) => ({ result: 'not-attempted', csr, problem })),
      contradictions: [],
      again: [],
    };
  }
}

/** What could not be recorded in the table is recorded again at the end of the run; and claims that stay end by themselves. */
async function recordAll({ claims, log }: Options, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
  try {
    await claims.flush();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const created = [...outcomes.values()].filter(({ result }) => result === 'created').length;
    log.annotate(
      'warning',
      `The shared ledger does not have all of ${plural(created, 'new certificate')} yet. ${error.message}`,
      { title: 'ledger-table' },
    );
  }
}
