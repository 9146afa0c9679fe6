import type { Csr } from '../csr/csr.ts';
import { plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import type { Knowledge } from '../records/knowledge.ts';
import type { Span } from '../records/reach.ts';
import { createProgress } from '../runner/progress.ts';
import type { BatchOptions } from './batch-options.ts';
import { withClaims } from './claimed-journal.ts';
import type { Contradiction, Unusable } from './confirm.ts';
import { createFollowed } from './create-followed.ts';
import { createMissing } from './create-missing.ts';
import { createShared } from './create-shared.ts';
import { findExisting } from './find-existing.ts';
import { createKeep } from './keep.ts';
import { createListing, type Listing } from './listing.ts';
import { announceLongSearch } from './long-search.ts';
import type { LeftToDo } from './look-for.ts';
import { refuseOtherSubjects } from './other-subject.ts';
import { ownCheck } from './own.ts';
import { type Plan, plan } from './plan.ts';
import type { Found } from './resolve.ts';
import { type Changed, followReused, type Reused, reuseKnown } from './reuse.ts';
import { createSweeper, MARGIN_MS, type Sweeper } from './search.ts';
import { findSecondCertificates } from './second-certificates.ts';
import { refuseUnusable } from './unusable.ts';

export interface BatchResult {
  /** One a CSR, in the order of the batch. */
  readonly outcomes: readonly Outcome[];
  /** Certificates beyond the one that counts for its key. */
  readonly duplicates: readonly Found<Csr>[];
  /** Records that the account contradicts. */
  readonly contradictions: readonly Contradiction[];
  /** Certificates whose status somebody changed. */
  readonly changed: readonly Changed[];
  /** By id: the keys of certificates that were looked at, whatever key they are of. */
  readonly seen: ReadonlyMap<string, string>;
  /** All certificates of this span are known now; undefined when the account was not searched. */
  readonly covered: Span | undefined;
}

/**
 * Gives each CSR its certificate: what is recorded is confirmed by the account and reused, what may exist is looked for,
 * and only what certainly does not exist is asked for.
 *
 * @throws UserError before anything is created when a key is revoked, something else stands in a certificate's place, or
 * the account cannot be searched although it has to be
 */
export async function issueBatch(options: BatchOptions): Promise<BatchResult> {
  const { csrs, access, earlier, claims, store, log } = options;
  const journal = claims ? withClaims(options.journal, claims) : options.journal;
  const { knowledge, reissue } = earlier;
  const keep = createKeep({ journal, knowledge, store, follower: options.follower });
  const listing = options.listing ?? createListing(access);
  const sweeper = sweeperFor(options, listing);

  const planned = await plan(csrs, knowledge, store.read, reissue);
  // What is searched is listed anyway; the listing confirms records, too.
  if (planned.create.length > 0 && earlier.search.scope === 'since')
    await listing.back(earlier.search.time - MARGIN_MS);
  const reused = await reuseKnown(planned.reuse, access, listing, store, ownCheck(earlier));
  learn(reused, knowledge);
  if (reused.outcomes.length > 0)
    log.info(`${plural(reused.outcomes.length, 'CSR')} already with a certificate: reused`);
  const retired = reissue ? [] : [...reused.unusable, ...retiredOf([...planned.create, ...reused.unknown], knowledge)];
  const refused = [
    ...refuseUnusable(retired, options.leavesOut),
    ...refuseOtherSubjects(reused.others, options.leavesOut),
  ];
  const left = leftOf(planned, reused, refused);
  const existing = await findExisting(left, { ...options, journal }, sweeper, keep);
  // Only now nothing can end the run any more that would leave all as it was.
  followReused(reused.outcomes, options.follower);
  const begun = sweeper.covered?.until ?? access.iot.awsTime();
  if (existing.missing.length > 0 && sweeper.covered !== undefined) await options.surveys?.share(sweeper);
  const created = await createFollowed(existing.missing, options.follower, async (missing) =>
    claims
      ? createShared(missing, { ...options, claims, journal }, sweeper, keep)
      : { ...(await createMissing(missing, options, sweeper, keep)), contradictions: [] },
  );

  const seconds = await secondsOf(created.outcomes, begun, options, sweeper);

  const outcomes = new Map(
    [...reused.outcomes, ...refused, ...existing.outcomes, ...created.outcomes].map((one) => [one.csr.path, one]),
  );
  return {
    outcomes: csrs.flatMap((csr) => outcomes.get(csr.path) ?? []),
    duplicates: eachOnce([...existing.duplicates, ...created.duplicates, ...seconds]),
    contradictions: [...reused.contradictions, ...created.contradictions],
    changed: reused.changed,
    seen: sweeper.seen,
    covered: sweeper.covered,
  };
}

/** A certificate that two looks have found is one. */
function eachOnce(duplicates: readonly Found<Csr>[]): readonly Found<Csr>[] {
  return [...new Map(duplicates.map((one) => [one.certificate.id, one])).values()];
}

/** Second certificates of what was created. Where the account must not be searched, nobody looks for them. */
async function secondsOf(
  outcomes: readonly Outcome[],
  since: number,
  options: BatchOptions,
  sweeper: Sweeper,
): Promise<readonly Found<Csr>[]> {
  const created = outcomes.flatMap(({ result, csr }) => (result === 'created' ? [csr] : []));
  const { access, claims, earlier, namesSeconds } = options;
  // What is claimed nobody else asks for.
  if (claims !== undefined) return [];
  if (!namesSeconds || created.length === 0 || access.signal.aborted || earlier.search.scope === 'never') return [];
  return findSecondCertificates(created, since, options, sweeper);
}

/** What the account said counts more than what the records say. */
function learn({ outcomes, contradictions, unknown, unusable }: Reused, knowledge: Knowledge): void {
  for (const outcome of outcomes) {
    if ('certificate' in outcome) knowledge.confirm(outcome.csr.spkiSha256, outcome.certificate.id);
  }
  for (const { csr, certificateId } of contradictions) knowledge.forget(csr.spkiSha256, certificateId);
  // What was recorded beside, and not asked about, is left to the search.
  for (const { spkiSha256 } of [...unknown, ...unusable.map(({ csr }) => csr)])
    for (const { id } of knowledge.get(spkiSha256)) knowledge.forget(spkiSha256, id);
}

function retiredOf(csrs: readonly Csr[], knowledge: Knowledge): readonly Unusable[] {
  return csrs.flatMap((csr) => {
    const [first] = knowledge.retired(csr.spkiSha256);
    return first === undefined ? [] : [{ csr, ...first }];
  });
}

/** What is still to be done once the account has confirmed the records. */
function leftOf({ create, reuse }: Plan, reused: Reused, refused: readonly Outcome[]): LeftToDo {
  const done = new Set([...reused.outcomes, ...refused].map(({ csr }) => csr));
  const unknown = new Set(reused.unknown);
  // With `reissue`, a key whose certificate is revoked gets a new one.
  const again = reused.unusable.map(({ csr }) => csr);
  const toCreate = new Set([...create, ...unknown, ...again].filter((csr) => !done.has(csr)));
  return {
    create: [...create, ...reuse.map(({ csr }) => csr)].filter((csr) => toCreate.has(csr)),
    reused: reused.outcomes.map(({ csr }) => csr),
    unknown,
  };
}

/** One search for the whole batch, so that no certificate is looked at twice. */
function sweeperFor({ csrs, access, earlier, journal, log }: BatchOptions, listing: Listing): Sweeper {
  const keys = new Set(csrs.map((csr) => csr.spkiSha256));
  let progress: ReturnType<typeof createProgress> | undefined;
  return createSweeper({
    access,
    listing,
    keys: () => keys,
    known(id) {
      const other = earlier.others.get(id);
      // What a record says of a key of the batch has to be confirmed.
      return other !== undefined && !keys.has(other) ? other : earlier.knowledge.keyOf(id);
    },
    onSeen: journal.seen,
    onUnknown: (count) => announceLongSearch(count, log),
    onProgress(done, total) {
      progress ??= createProgress('Looked at', total, access.clock.now, log);
      progress.update(done);
      if (done === total) progress = undefined;
    },
  });
}
