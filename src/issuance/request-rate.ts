import { DEFAULT_CREATE_QUOTA } from '../aws/default-quotas.ts';
import type { PacerMode } from './pacer/protocol.ts';

/** How fast the user wants certificates to be created: the input `requests-per-second`. */
export type RequestRate =
  /** As fast as the quota allows. */
  | { readonly kind: 'auto' }
  /** Calls a second. */
  | { readonly kind: 'rate'; readonly perSecond: number }
  /** A part of the quota, more than 0 and at most 1. */
  | { readonly kind: 'share'; readonly share: number };

/**
 * From this many CSRs on, Service Quotas is asked. A smaller batch ends within seconds at the default quota, whether the
 * quota is known or not, and the question alone takes up to 3 seconds.
 */
const LEAST_CSRS_TO_ASK = 100;

/**
 * What the pacer of CreateCertificateFromCsr starts with.
 *
 * @param csrs how many certificates are to be created
 * @param readQuota asks AWS for the quota in calls a second; undefined when there is no answer
 */
export async function pacerMode(
  rate: RequestRate,
  csrs: number,
  readQuota: () => Promise<number | undefined>,
): Promise<PacerMode> {
  switch (rate.kind) {
    case 'rate':
      return { kind: 'fixed', perSecond: rate.perSecond };
    case 'share': {
      const quota = await readQuota();
      return quota === undefined
        ? { kind: 'auto', share: rate.share }
        : { kind: 'fixed', perSecond: quota * rate.share };
    }
    case 'auto': {
      const quota = csrs < LEAST_CSRS_TO_ASK ? undefined : await readQuota();
      return quota === undefined ? { kind: 'auto', share: 1 } : { kind: 'known', quota };
    }
  }
}

/**
 * Certificates a second that this rate most likely comes to, for estimates made without asking AWS: the rate itself, or
 * the share of the default quota.
 */
export function expectedRate(rate: RequestRate): number {
  if (rate.kind === 'rate') return rate.perSecond;
  return rate.kind === 'share' ? DEFAULT_CREATE_QUOTA * rate.share : DEFAULT_CREATE_QUOTA;
}

/** The part of AWS's quotas that a run may use, of every operation: what is left is for the account's other users. */
export function shareOf(rate: RequestRate): number {
  return rate.kind === 'share' ? rate.share : 1;
}
