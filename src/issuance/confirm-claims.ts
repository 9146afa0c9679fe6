import type { Certificate } from '../records/certificate.ts';
import { type Confirmed, confirm, type Holder } from './confirm.ts';
import type { SearchAccess } from './iot-access.ts';
import { createListing, type Listing } from './listing.ts';

/** A certificate that a record names for a CSR. */
export interface CertificateClaim extends Holder {
  /** With the PEM of the record, where it has one. */
  readonly certificate: Certificate;
}

/** What the account says of a claim. `false`: it holds no such certificate for this key. */
export type ClaimVerdict =
  | { readonly verdict: 'true'; readonly certificate: Confirmed['certificate'] }
  | { readonly verdict: 'false'; readonly reason: string }
  /** The certificate is what the record says, and of no use to its device: `REVOKED`, for instance. */
  | { readonly verdict: 'unusable'; readonly status: string };

/**
 * Asks the account about what shards of a batch name, with one pass of the listing at most.
 *
 * @param handedOver certificates of the batch; the listing lags, so what it lacks is asked for, a call each
 * @param remembered certificates of other devices
 * @returns verdicts, in the order of the claims
 * @throws UserError when the account cannot be asked
 */
export async function confirmShards(
  claims: { readonly handedOver: readonly CertificateClaim[]; readonly remembered: readonly CertificateClaim[] },
  access: SearchAccess,
): Promise<{ readonly handedOver: readonly ClaimVerdict[]; readonly remembered: readonly ClaimVerdict[] }> {
  const listing = createListing(access);
  const remembered = await confirmListed(claims.remembered, access, listing);
  return { handedOver: await confirmClaims(claims.handedOver, access, listing), remembered };
}

/**
 * Asks the account about each claim by itself, as {@link confirm} does.
 *
 * @returns a verdict for each claim, in their order
 * @throws UserError when the account cannot be asked
 */
async function confirmClaims(
  claims: readonly CertificateClaim[],
  access: SearchAccess,
  listing: Listing,
): Promise<readonly ClaimVerdict[]> {
  const reuse = claims.map((claim) => ({
    ...{ csr: claim, candidates: [claim.certificate] },
    ...{ storedId: undefined, isStoredAlone: true },
  }));
  const { confirmed, unusable, contradictions } = await confirm<CertificateClaim>(reuse, access, listing);
  const verdicts = new Map<CertificateClaim, ClaimVerdict>();
  for (const { csr, reason } of contradictions) verdicts.set(csr, { verdict: 'false', reason });
  for (const { csr, status } of unusable) verdicts.set(csr, { verdict: 'unusable', status });
  for (const { reuse, certificate } of confirmed) verdicts.set(reuse.csr, { verdict: 'true', certificate });
  return claims.map((claim) => verdicts.get(claim) ?? NOT_HELD);
}

/**
 * The same for claims that may be many, and are not worth a call each: what a complete listing does not have, the account
 * does not hold.
 */
async function confirmListed(
  claims: readonly CertificateClaim[],
  access: SearchAccess,
  listing: Listing,
): Promise<readonly ClaimVerdict[]> {
  const unlisted = new Set(claims.map(({ certificate }) => certificate.id));
  const strike = (): void => {
    for (const id of unlisted) if (listing.seen.has(id)) unlisted.delete(id);
  };
  for (strike(); unlisted.size > 0 && !listing.isComplete; strike()) await listing.next();
  const listed = claims.filter(({ certificate }) => !unlisted.has(certificate.id));
  const answers = await confirmClaims(listed, access, listing);
  const verdicts = new Map(listed.map((claim, index) => [claim, answers[index]]));
  return claims.map((claim) => verdicts.get(claim) ?? NOT_HELD);
}

const NOT_HELD: ClaimVerdict = { verdict: 'false', reason: 'the account does not hold it' };
