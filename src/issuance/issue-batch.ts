import type { Iot } from '../aws/iot.ts';
import type { Csr } from '../csr/csr.ts';
import type { Clock } from '../lib/clock.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import type { Origin, Outcome, StoredCertificate } from '../records/certificate.ts';
import type { Journal, JournalState } from '../records/journal.ts';
import type { Knowledge } from '../records/knowledge.ts';
import type { Log } from '../runner/log.ts';
import { createProgress } from '../runner/progress.ts';
import { insist } from './insist.ts';
import { issue } from './issuer.ts';
import type { Pacers } from './pacers.ts';
import { plan } from './plan.ts';
import { notKept } from './problems.ts';
import { type Doubt, type Match, resolve } from './resolve.ts';
import { reuseKnown } from './reuse.ts';
import { createSweeper } from './search.ts';

/** Times that CSRs in doubt are looked for and, when they are missing, asked for again. */
const ROUNDS = 4;

/** How the account is searched for certificates that nothing here knows of. */
export type Search =
  /** Not at all; what is in doubt stays so. */
  | { readonly scope: 'never' }
  /** For what is in doubt only. */
  | { readonly scope: 'doubts' }
  | {
      readonly scope: 'since';
      /** Milliseconds of AWS's clock; 0 for the whole account. */
      readonly time: number;
      /** A request may have been sent just before this run. */
      readonly mayBeLate: boolean;
      /** Search also when every CSR has its certificate: for duplicates. */
      readonly always: boolean;
    };

export interface BatchOptions {
  readonly csrs: readonly Csr[];
  /** The PEM of a CSR; undefined when its file is not what was judged any more. */
  readonly pemOf: (csr: Csr) => string | undefined;
  readonly iot: Iot;
  /** The ARN of a certificate id in the account at hand. */
  readonly certificateArn: (id: string) => string;
  readonly pacers: Pacers;
  readonly clock: Clock;
  readonly stop: AbortSignal;
  readonly log: Log;
  readonly journal: Journal;
  /** What the journal said before this run. */
  readonly before: JournalState;
  readonly knowledge: Knowledge;
  /** The place of the CSR's certificate below the output directory, the PEM there, and writing it. */
  readonly store: {
    nameOf(csr: Csr): string;
    read(csr: Csr): Promise<string | undefined>;
    write(csr: Csr, pem: string): Promise<void>;
  };
  readonly setAsActive: boolean;
  readonly origin: Origin | undefined;
  /** Certificates in the output directory do not count; `knowledge` has only those that do. */
  readonly reissue: boolean;
  readonly search: Search;
  /** Milliseconds of `clock`: no request of an earlier run, killed perhaps, can be under way later. */
  readonly quietSince: number;
}

export interface BatchResult {
  /** One a CSR, in the order of the batch. */
  readonly outcomes: readonly Outcome[];
  readonly duplicates: readonly Match<Csr>[];
}

/**
 * Gives each CSR its certificate: what is known is reused, what may exist is looked for, and only what certainly does
 * not exist is asked for.
 *
 * @throws UserError before anything is created when a certificate that should be reused cannot be had, or the account
 * cannot be searched although it has to be
 */
export async function issueBatch(options: BatchOptions): Promise<BatchResult> {
  const { csrs, knowledge, store, log, clock, stop, journal, before } = options;
  const maySearch = options.search.scope !== 'never';
  const outcomes = new Map<string, Outcome>();
  const duplicates: Match<Csr>[] = [];
  const keep = async (csr: Csr, certificate: StoredCertificate, pem: string): Promise<void> => {
    await journal.issued(csr, store.nameOf(csr), { ...certificate, pem });
    knowledge.add(csr.spkiSha256, certificate);
    await store.write(csr, pem);
  };
  let progress: ReturnType<typeof createProgress> | undefined;
  const sweeper = createSweeper({
    ...options,
    keys: () => new Set(csrs.map((csr) => csr.spkiSha256)),
    known: knowledge.has,
    onProgress(done, total) {
      progress ??= createProgress('Looked at', total, clock.now, log.info);
      progress.update(done);
      if (done === total) progress = undefined;
    },
    signal: stop,
  });
  const adopt = async ({ csr, certificate }: Match<Csr>, result: 'created' | 'reused'): Promise<void> => {
    const { pem, ...found } = certificate;
    const mine = result === 'created' ? { ...found, origin: options.origin } : found;
    try {
      await keep(csr, mine, pem);
      outcomes.set(csr.path, { result, csr, certificate: mine });
    } catch (error) {
      outcomes.set(csr.path, { result: 'in-doubt', csr, problem: notKept(mine, error) });
    }
  };

  const { create, reuse } = await plan(csrs, knowledge, store.read, options.certificateArn, options.reissue);
  await reuseKnown(reuse, {
    ...options,
    use: (csr, certificate) => outcomes.set(csr.path, { result: 'reused', csr, certificate }),
  });
  if (reuse.length > 0) log.info(`${plural(reuse.length, 'CSR')} already with a certificate: reused`);

  const doubts = doubtsAbout(create, reuse, options);
  if (doubts.length === 0 && create.length > 0 && maySearch) await proveSearchable(options);
  if (doubts.length > 0) {
    if (!maySearch) throw unsearchable(doubts.length);
    log.info(`Looking in the account for certificates of ${plural(doubts.length, 'CSR')}`);
    const resolution = await resolve(doubts, sweeper, clock, options.quietSince, stop);
    duplicates.push(...resolution.duplicates);
    for (const match of resolution.found) {
      if (outcomes.has(match.csr.path)) duplicates.push(match);
      else await adopt(match, 'reused');
    }
    for (const csr of resolution.missing) if (before.inDoubt.has(csr.spkiSha256)) journal.release(csr);
    log.info(`Found ${plural(resolution.found.length, 'certificate')}`);
  }

  let missing: readonly Csr[] = create.filter((csr) => !outcomes.has(csr.path));
  if (missing.length > 0) log.info(`Creating ${plural(missing.length, 'certificate')}`);
  const creation = createProgress('Created', missing.length, clock.now, log.info);
  for (let round = 1; missing.length > 0; round++) {
    const sentSince = options.iot.awsTime();
    const { outcomes: results, halted } = await issue({
      ...options,
      csrs: missing,
      pacer: options.pacers.create,
      keep,
      onProgress: round === 1 ? creation.update : () => {},
      onWarning: (message) => log.annotate('warning', message),
    });
    for (const outcome of results) outcomes.set(outcome.csr.path, outcome);
    const inDoubt = results.flatMap(({ result, csr }) =>
      result === 'in-doubt' && !knowledge.get(csr.spkiSha256) ? [{ csr, since: sentSince, mayBeLate: true }] : [],
    );
    if (inDoubt.length === 0 || stop.aborted || !maySearch) break;
    log.info(`Looking in the account for ${plural(inDoubt.length, 'certificate')} in doubt`);
    try {
      const resolution = await resolve(inDoubt, sweeper, clock, clock.now(), stop);
      duplicates.push(...resolution.duplicates);
      for (const match of resolution.found) await adopt(match, 'created');
      missing = halted || round === ROUNDS ? [] : resolution.missing;
      if (missing.length > 0) continue;
      for (const csr of resolution.missing) {
        journal.release(csr);
        const outcome = outcomes.get(csr.path);
        if (outcome?.result === 'in-doubt') outcomes.set(csr.path, { ...outcome, result: 'failed' });
      }
    } catch (error) {
      if (!(error instanceof UserError) && !stop.aborted) throw error;
      // They stay in doubt, are reported so, and the next attempt looks for them.
      if (error instanceof UserError) log.annotate('warning', `${error.message} ${error.fix}`);
      break;
    }
  }
  return { outcomes: csrs.flatMap((csr) => outcomes.get(csr.path) ?? []), duplicates };
}

/** CSRs whose certificate may exist without being known: an earlier run announced its request, or may have sent it. */
function doubtsAbout(
  create: readonly Csr[],
  reuse: readonly { readonly csr: Csr }[],
  { before, search }: BatchOptions,
): readonly Doubt<Csr>[] {
  const announced = (csr: Csr): number => before.inDoubt.get(csr.spkiSha256)?.since ?? Number.POSITIVE_INFINITY;
  if (search.scope !== 'since') {
    return create.flatMap((csr) => {
      const since = announced(csr);
      return since === Number.POSITIVE_INFINITY ? [] : [{ csr, since, mayBeLate: true }];
    });
  }
  const { time, mayBeLate, always } = search;
  if (create.length === 0 && !always) return [];
  return [
    ...create.map((csr) => ({
      csr,
      since: Math.min(time, announced(csr)),
      mayBeLate: mayBeLate || before.inDoubt.has(csr.spkiSha256),
    })),
    // Theirs is known; another one would be a duplicate.
    ...reuse.map(({ csr }) => ({ csr, since: time, mayBeLate: false })),
  ];
}

/** What cannot be searched cannot be made sure of: better to know before the first certificate than after it. */
async function proveSearchable({ iot, pacers, clock, stop }: BatchOptions): Promise<void> {
  await insist('iot:ListCertificates', () => iot.listCertificates(undefined), {
    pacer: pacers.list,
    clock,
    signal: stop,
  });
}

function unsearchable(count: number): UserError {
  return new UserError(
    'in-doubt',
    `An earlier attempt may have issued certificates for ${plural(count, 'CSR')}, and reconcile is never.`,
    {
      where: 'reconcile',
      fix: 'Set `reconcile: auto`, so that they are looked for; nothing was created.',
    },
  );
}
