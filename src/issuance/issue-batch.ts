import type { Iot } from '../aws/iot.ts';
import type { Clock } from '../clock.ts';
import type { Csr } from '../csr/csr.ts';
import { UserError } from '../errors.ts';
import type { Log } from '../report/log.ts';
import { createProgress, plural } from '../report/progress.ts';
import type { Certificate, Origin, Outcome } from './certificate.ts';
import { check } from './check.ts';
import { insist } from './insist.ts';
import { issue } from './issuer.ts';
import type { Announced, Journal, JournalState } from './journal.ts';
import type { Knowledge } from './knowledge.ts';
import type { Pacers } from './pacers.ts';
import { plan } from './plan.ts';
import { createSweeper } from './reconcile.ts';
import { type Match, resolve } from './resolve.ts';

/** Times that CSRs in doubt are looked for and, when they are missing, asked for again. */
const ROUNDS = 4;

export interface BatchOptions {
  readonly csrs: readonly Csr[];
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
  /** The PEM at the place of the CSR's certificate, and writing it there. */
  readonly store: { read(csr: Csr): Promise<string | undefined>; write(csr: Csr, pem: string): Promise<void> };
  readonly setAsActive: boolean;
  readonly origin: Origin | undefined;
  /** Certificates in the output directory do not count; `knowledge` has only those that do. */
  readonly reissue: boolean;
  /** Search the account for certificates of this batch since then, milliseconds of AWS's clock. */
  readonly searchSince: number | undefined;
  /** False: the account is never searched; what is in doubt stays so. */
  readonly maySearch: boolean;
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
  const { csrs, knowledge, store, log, stop, maySearch, journal, before } = options;
  const outcomes = new Map<string, Outcome>();
  const duplicates: Match<Csr>[] = [];
  const keep = async (csr: Csr, certificate: Certificate): Promise<void> => {
    await journal.issued(csr, certificate);
    knowledge.add(csr.spkiSha256, certificate);
    await store.write(csr, certificate.pem);
  };
  const sweeper = createSweeper({ ...options, known: knowledge.has, signal: stop });
  const search = async (doubts: readonly Doubt[], quietSince: number, result: 'created' | 'reused') => {
    const resolution = await resolve(doubts, sweeper, options.clock, quietSince, stop);
    for (const { csr, certificate } of resolution.found) {
      const mine = result === 'created' ? { ...certificate, origin: options.origin } : certificate;
      await keep(csr, mine);
      outcomes.set(csr.path, { result, csr, certificate: mine });
    }
    duplicates.push(...resolution.duplicates);
    return resolution.missing;
  };

  const { create, reuse } = await plan(csrs, knowledge, store.read, options.certificateArn, options.reissue);
  for (const { csr, certificate } of reuse) {
    const whole = await withPem(csr, certificate, options);
    await store.write(csr, whole.pem);
    outcomes.set(csr.path, { result: 'reused', csr, certificate: whole });
  }
  if (reuse.length > 0) log.info(`${plural(reuse.length, 'CSR')} already with a certificate: reused`);

  let missing: readonly Csr[] = create;
  if (create.length > 0 && maySearch) await proveSearchable(options);
  const doubts = create.flatMap((csr) => doubtAbout(csr, options));
  if (doubts.length > 0) {
    if (!maySearch) throw unsearchable(doubts.length);
    log.info(
      `Looking in the account for certificates of ${plural(doubts.length, 'CSR')} that an earlier attempt may have issued`,
    );
    const doubted = new Set(doubts.map(({ csr }) => csr));
    const absent = new Set(await search(doubts, options.quietSince, 'reused'));
    missing = create.filter((csr) => !doubted.has(csr) || absent.has(csr));
    for (const csr of absent) if (before.inDoubt.has(csr.spkiSha256)) journal.release(csr);
    log.info(`Found ${plural(doubts.length - absent.size, 'certificate')}`);
  }

  if (missing.length > 0) log.info(`Creating ${plural(missing.length, 'certificate')}`);
  const progress = createProgress('Created', missing.length, options.clock.now, log.info);
  for (let round = 1; missing.length > 0; round++) {
    const sentSince = options.iot.awsTime();
    const { outcomes: results, halted } = await issue({
      ...options,
      csrs: missing,
      pacer: options.pacers.create,
      keep,
      onProgress: round === 1 ? progress.update : () => {},
      onWarning: (message) => log.annotate('warning', message),
    });
    for (const outcome of results) outcomes.set(outcome.csr.path, outcome);
    const inDoubt = results.flatMap(({ result, csr }) => (result === 'in-doubt' ? [{ csr, since: sentSince }] : []));
    if (inDoubt.length === 0 || stop.aborted || !maySearch) break;
    log.info(`Looking in the account for ${plural(inDoubt.length, 'certificate')} in doubt`);
    try {
      const absent = await search(inDoubt, options.clock.now(), 'created');
      missing = halted || round === ROUNDS ? [] : absent;
      if (missing.length > 0) continue;
      for (const csr of absent) {
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

type Doubt = Announced & { readonly csr: Csr };

/** Why a certificate may exist that is not known: an earlier run announced its request, or may have sent it. */
function doubtAbout(csr: Csr, { before, searchSince }: BatchOptions): readonly Doubt[] {
  const since = Math.min(
    before.inDoubt.get(csr.spkiSha256)?.since ?? Number.POSITIVE_INFINITY,
    searchSince ?? Number.POSITIVE_INFINITY,
  );
  return since === Number.POSITIVE_INFINITY ? [] : [{ csr, since }];
}

/** A known certificate with its PEM, seen to be the device's. */
async function withPem(csr: Csr, certificate: Certificate, options: BatchOptions): Promise<Certificate> {
  const { iot, pacers, clock, stop } = options;
  const pem =
    certificate.pem ||
    (
      await insist('iot:DescribeCertificate', () => iot.describeCertificate(certificate.id), {
        pacer: pacers.describe,
        clock,
        signal: stop,
      })
    ).pem;
  const checked = check(csr, pem);
  if (checked.verdict === 'good') return { ...certificate, pem: checked.pem };
  throw new UserError(
    'ledger',
    `The certificate ${certificate.id} that is recorded for ${csr.path} is not for its key.`,
    {
      where: csr.path,
      fix: 'Correct or remove its line in the ledger; nothing was created.',
    },
  );
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
