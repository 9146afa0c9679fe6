import type { Certificate } from '../records/certificate.ts';
import type { EarlierRuns } from './batch-options.ts';

/**
 * Tells which certificates this workflow run created, in this attempt or an earlier one. No record decides that, since
 * anybody may have written it: a certificate is the run's own when AWS created it after the run began. A record of another
 * run rules that out.
 *
 * @returns takes the certificate and when AWS created it, milliseconds of AWS's clock
 */
export function ownCheck({
  ownSince,
  runId,
}: Pick<EarlierRuns, 'ownSince' | 'runId'>): (certificate: Pick<Certificate, 'origin'>, createdAt: number) => boolean {
  return ({ origin }, createdAt) =>
    ownSince !== undefined && createdAt >= ownSince && (origin === undefined || origin.runId === runId);
}
