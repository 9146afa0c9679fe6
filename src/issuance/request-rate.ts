import type { PacerMode } from './pacer/protocol.ts';

/** How fast the user wants certificates to be created. */
export type RequestRate =
  /** As fast as the quota allows. */
  | { readonly kind: 'auto' }
  /** Calls a second. */
  | { readonly kind: 'rate'; readonly perSecond: number }
  /** A part of the quota, more than 0 and at most 1. */
  | { readonly kind: 'share'; readonly share: number };

/** A batch of fewer CSRs is over before it matters whether the quota was known. */
const WORTH_ASKING = 100;

/**
 * What the pacer of CreateCertificateFromCsr knows of the quota at its start.
 *
 * @param readQuota asks AWS for the quota in calls a second; undefined when it does not say
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
      const quota = csrs < WORTH_ASKING ? undefined : await readQuota();
      return quota === undefined ? { kind: 'auto', share: 1 } : { kind: 'known', quota };
    }
  }
}
