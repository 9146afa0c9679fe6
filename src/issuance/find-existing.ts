import type { Csr } from '../csr/csr.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import type { BatchOptions } from './batch-options.ts';
import { listPage } from './iot-access.ts';
import { type Keep, keepFound } from './keep.ts';
import { lookFor } from './look-for.ts';
import type { Plan } from './plan.ts';
import { type Found, resolve } from './resolve.ts';
import type { Sweeper } from './search.ts';

/** What the account has of a batch beyond what is known. */
export interface Existing {
  /** Of the CSRs whose certificate was found. */
  readonly outcomes: readonly Outcome[];
  /** Certificates beyond the one that counts for its key. */
  readonly duplicates: readonly Found<Csr>[];
  /** CSRs that have no certificate: asking for one is safe. */
  readonly missing: readonly Csr[];
}

/**
 * Looks in the account for certificates that may exist without being known, and keeps those that do. Where there is
 * nothing to look for, one call proves that the account can be searched before anything is created.
 *
 * @throws UserError when the account cannot be searched although it has to be; nothing has been created then
 */
export async function findExisting(
  planned: Plan,
  { access, earlier, journal, log }: Pick<BatchOptions, 'access' | 'earlier' | 'journal' | 'log'>,
  sweeper: Sweeper,
  keep: Keep,
): Promise<Existing> {
  const { create, reuse } = planned;
  const { inDoubt } = earlier.journal;
  const maySearch = earlier.search.scope !== 'never';
  const unresolved = lookFor(planned, inDoubt, earlier.search);
  if (unresolved.length === 0) {
    // What cannot be searched cannot be made sure of: better to know before the first certificate than after it.
    if (create.length > 0 && maySearch) await listPage(access, undefined);
    return { outcomes: [], duplicates: [], missing: create };
  }
  if (!maySearch) throw unsearchable(unresolved.length);
  log.info(`Looking in the account for certificates of ${plural(unresolved.length, 'CSR')}`);
  const { found, missing, duplicates } = await resolve(unresolved, sweeper, earlier.quietSince, access);
  const known = new Set(reuse.map(({ csr }) => csr.path));
  const outcomes: Outcome[] = [];
  for (const { csr, certificate } of found.filter(({ csr }) => !known.has(csr.path))) {
    const { pem, ...withoutPem } = certificate;
    outcomes.push(await keepFound(keep, csr, withoutPem, pem, 'reused'));
  }
  for (const csr of missing) if (inDoubt.has(csr.spkiSha256)) journal.release(csr);
  log.info(`Found ${plural(found.length, 'certificate')}`);
  const done = new Set(outcomes.map(({ csr }) => csr.path));
  return {
    outcomes,
    duplicates: [...duplicates, ...found.filter(({ csr }) => known.has(csr.path))],
    missing: create.filter((csr) => !done.has(csr.path)),
  };
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
