import type { Csr } from '../csr/csr.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import type { Span } from '../records/reach.ts';
import { createProgress } from '../runner/progress.ts';
import type { BatchOptions } from './batch-options.ts';
import { issue } from './issuer.ts';
import { type Keep, keepFound } from './keep.ts';
import { type Found, noteWait, resolve, type Unresolved } from './resolve.ts';
import type { Sweeper } from './search.ts';
import { refuseUnusable } from './unusable.ts';

/** Times that unresolved CSRs are looked for and, when they are missing, asked for again. */
const ROUNDS = 4;

/** What was created, and what the account turned out to have besides. */
export interface Creation {
  /** One for each CSR. */
  readonly outcomes: readonly Outcome[];
  readonly duplicates: readonly Found<Csr>[];
}

type Options = Pick<
  BatchOptions,
  'request' | 'access' | 'earlier' | 'journal' | 'claims' | 'store' | 'follower' | 'log'
>;

/**
 * Creates the certificates of CSRs that certainly have none. Requests whose fate stays open are looked for in the
 * account, and sent again when nothing came of them. When the account cannot be searched they stay unresolved, and the
 * next attempt looks for them.
 */
export async function createMissing(
  csrs: readonly Csr[],
  options: Options,
  sweeper: Sweeper,
  keep: Keep,
): Promise<Creation> {
  const { request, access, earlier, journal, claims, store, follower, log } = options;
  const outcomes = new Map<string, Outcome>();
  const add = (outcome: Outcome) => outcomes.set(outcome.csr.path, outcome);
  const duplicates: Found<Csr>[] = [];
  if (csrs.length > 0) log.stage('Create certificates');
  if (csrs.length > 0) log.info(`Creating ${plural(csrs.length, 'certificate')}`);
  const progress = createProgress('Created', csrs.length, access.clock.now, log);
  let missing = csrs;
  for (let round = 1; missing.length > 0; round++) {
    const begun = access.iot.awsTime();
    const doubts = new Map<string, Span>();
    const { outcomes: results, halted } = await issue(missing, {
      request,
      access,
      journal,
      claims,
      nameOf: store.nameOf,
      keep,
      follower,
      onDoubt: (csr, when) => doubts.set(csr.path, when),
      onProgress: round === 1 ? progress.update : () => {},
      onWarning: (message) => log.annotate('warning', message),
    });
    results.forEach(add);
    // One that is known was created, and could only not be written into its place.
    const unresolved = results.flatMap(({ result, csr }) =>
      result === 'in-doubt' && earlier.knowledge.get(csr.spkiSha256).length === 0
        ? [{ csr, since: begun, ...doubts.get(csr.path), mayBeLate: true }]
        : [],
    );
    if (unresolved.length > 0 && earlier.search.scope === 'never') {
      for (const { csr } of unresolved) {
        const outcome = outcomes.get(csr.path);
        if (outcome?.result === 'in-doubt') add({ ...outcome, problem: { ...outcome.problem, fix: SEARCH_FIRST } });
      }
      break;
    }
    if (unresolved.length === 0 || access.signal.aborted) break;
    const resolved = await resolveSent(unresolved, options, sweeper, keep);
    if (resolved === undefined) break;
    resolved.outcomes.forEach(add);
    duplicates.push(...resolved.duplicates);
    const isLast = halted || round === ROUNDS;
    missing = isLast ? [] : resolved.missing;
    for (const csr of isLast ? resolved.missing : []) {
      journal.release(csr);
      const outcome = outcomes.get(csr.path);
      if (outcome?.result === 'in-doubt') add({ ...outcome, result: 'failed' });
    }
  }
  return { outcomes: [...outcomes.values()], duplicates };
}

function againOf(missing: number): string {
  return missing === 0 ? 'none has to be created again' : `${plural(missing, 'request')} created nothing`;
}

/** Running again alone would leave them unresolved again. */
const SEARCH_FIRST =
  'Set `reconcile: auto`, so that the account is searched for the certificate, and run the job again.';

/**
 * Finds out what became of requests of this run, and keeps the certificates that came of them.
 *
 * @returns undefined when the account cannot be searched, or the job was cancelled
 */
async function resolveSent(
  unresolved: readonly Unresolved<Csr>[],
  { request, access, log }: Options,
  sweeper: Sweeper,
  keep: Keep,
): Promise<(Creation & { readonly missing: readonly Csr[] }) | undefined> {
  log.info(`Looking in the account for ${plural(unresolved.length, 'unresolved certificate')}`);
  try {
    const { found, missing, unusable, duplicates } = await resolve(
      unresolved,
      sweeper,
      access.clock.now(),
      access,
      noteWait(log),
    );
    const outcomes: Outcome[] = [];
    for (const { csr, certificate } of found) {
      const { pem, ...withoutPem } = certificate;
      outcomes.push(
        await keepFound(keep, csr, { ...withoutPem, origin: request.origin }, pem, { result: 'created', isOwn: true }),
      );
    }
    outcomes.push(...refuseUnusable(unusable, true));
    log.info(`Found ${count(found.length)} of ${count(unresolved.length)}; ${againOf(missing.length)}`);
    return { outcomes, duplicates, missing };
  } catch (error) {
    if (!(error instanceof UserError) && !access.signal.aborted) throw error;
    if (error instanceof UserError) log.annotate('warning', `${error.message} ${error.fix}`);
    return undefined;
  }
}
