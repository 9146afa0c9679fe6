import type { Csr } from '../csr/csr.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import type { BatchOptions } from './batch-options.ts';
import { listPage } from './iot-access.ts';
import { type Keep, keepFound } from './keep.ts';
import { type LeftToDo, lookFor } from './look-for.ts';
import { hasOtherSubject, refuseOtherSubjects } from './other-subject.ts';
import { ownCheck } from './own.ts';
import { type Found, noteWait, resolve } from './resolve.ts';
import type { Sweeper } from './search.ts';
import { refuseUnusable } from './unusable.ts';

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
  left: LeftToDo,
  {
    access,
    earlier,
    journal,
    log,
    leavesOut,
    request,
    surveys,
  }: Pick<BatchOptions, 'access' | 'earlier' | 'journal' | 'log' | 'leavesOut' | 'request' | 'surveys'>,
  sweeper: Sweeper,
  keep: Keep,
): Promise<Existing> {
  const { create, reused } = left;
  const { inDoubt } = earlier.journal;
  const maySearch = earlier.search.scope !== 'never';
  const unresolved = lookFor(left, inDoubt, earlier.search);
  if (unresolved.length === 0) {
    // What cannot be searched cannot be made sure of: better to know before the first certificate than after it.
    if (create.length > 0 && maySearch) await listPage(access, undefined);
    return { outcomes: [], duplicates: [], missing: create };
  }
  if (!maySearch) throw unsearchable(unresolved.length);
  log.info(`Looking in the account for certificates of ${plural(unresolved.length, 'CSR')}`);
  const { found, missing, unusable, duplicates } = await resolve(
    unresolved,
    sweeper,
    earlier.quietSince,
    access,
    noteWait(log),
    surveys?.othersSince,
  );
  const known = new Set(reused.map(({ path }) => path));
  // Their own certificate is good; another one for the key may well be revoked.
  const retired = unusable.filter(({ csr }) => !known.has(csr.path));
  const isOwnAt = ownCheck(earlier);
  const outcomes: Outcome[] = earlier.reissue ? [] : [...refuseUnusable(retired, leavesOut)];
  const own = found.filter(({ csr }) => !known.has(csr.path));
  const isOther = ({ csr, certificate }: Found<Csr>): boolean => hasOtherSubject(csr, certificate.pem);
  const others = own.filter(isOther).map(({ csr, certificate: { id } }) => ({ csr, certificateId: id }));
  outcomes.push(...refuseOtherSubjects(others, leavesOut));
  for (const { csr, certificate } of own.filter((one) => !isOther(one))) {
    const { pem, ...withoutPem } = certificate;
    const isOwn = isOwnAt(certificate, Date.parse(certificate.issuedAt ?? ''));
    // A decision to issue anew is remembered with the run that made it: its own certificates are not replaced again.
    const announced = inDoubt.get(csr.spkiSha256);
    const origin = announced?.origin ?? (isOwn || announced !== undefined ? request.origin : undefined);
    outcomes.push(await keepFound(keep, csr, { ...withoutPem, origin }, pem, { result: 'reused', isOwn }));
  }
  for (const csr of missing) if (inDoubt.has(csr.spkiSha256)) journal.release(csr);
  log.info(`Found ${plural(found.length, 'certificate')} for ${plural(unresolved.length, 'CSR')}`);
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
      fix: 'Set `reconcile: auto`, so that they are looked for. Nothing was created.',
    },
  );
}
