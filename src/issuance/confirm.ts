import type { Csr } from '../csr/csr.ts';
import { forEach } from '../lib/for-each.ts';
import type { Certificate } from '../records/certificate.ts';
import { check } from '../records/read-certificate.ts';
import { type CertificateStatus, isUsable } from '../records/status.ts';
import { describeIfThere, type SearchAccess } from './iot-access.ts';
import { type Listing, listWhileCheaper } from './listing.ts';
import type { Reuse } from './plan.ts';

/** What has to be known of a CSR to say whether a certificate is its own. */
export type Holder = Pick<Csr, 'path' | 'spkiSha256'>;

/** A certificate that a record names for a CSR, and that the account holds for its key. */
export interface Confirmed<C extends Holder = Csr> {
  readonly reuse: Reuse<C>;
  /** With the status that the account has, and its PEM. */
  readonly certificate: Certificate & { readonly status: CertificateStatus; readonly pem: string };
  /** Milliseconds of AWS's clock. */
  readonly createdAt: number;
  /** As the records have it. */
  readonly recordedStatus: CertificateStatus | undefined;
}

/** A certificate for the key of a CSR that its device cannot connect with, such as a revoked one. */
export interface Unusable<C extends Pick<Csr, 'path'> = Csr> {
  readonly csr: C;
  readonly certificateId: string;
  /** As AWS IoT has it, or as a person wrote it into the ledger. */
  readonly status: string;
}

/** A certificate that a record names for a CSR, and that is not that. */
export interface Contradiction<C extends Pick<Csr, 'path'> = Csr> {
  readonly csr: C;
  readonly certificateId: string;
  /** A clause about the certificate: `the account does not hold it`. */
  readonly reason: string;
}

export interface Confirmation<C extends Holder = Csr> {
  readonly confirmed: readonly Confirmed<C>[];
  /** Of CSRs that have no usable certificate. */
  readonly unusable: readonly Unusable<C>[];
  readonly contradictions: readonly Contradiction<C>[];
  /** CSRs of which no certificate is left: the records are wrong about them. */
  readonly unknown: readonly C[];
}

/** Describe calls waiting for the pacer at a time. */
const WIDTH = 32;

/** Certificates of one key that are asked about. A record of more is not an honest one; the search finds what exists. */
const MAX_CANDIDATES = 8;

/**
 * Asks the account about certificates that records name: a record is a claim, and anybody may have written it. A
 * certificate counts when the account holds it and its key is the device's. Its id is the SHA-256 of its DER, so that a
 * listing of ids shows both; where it is not, or the record has no PEM, DescribeCertificate does.
 *
 * Of several candidates of one key, in their order, the first usable one counts.
 */
export async function confirm<C extends Holder>(
  reuse: readonly Reuse<C>[],
  access: SearchAccess,
  listing: Listing,
): Promise<Confirmation<C>> {
  const confirmed: Confirmed<C>[] = [];
  const contradictions: Contradiction<C>[] = [];
  const unusable = new Map<C, Unusable<C>>();
  let open = reuse;
  for (let turn = 0; turn < MAX_CANDIDATES && open.length > 0; turn++) {
    const claims = open.flatMap((one) => {
      const candidate = one.candidates[turn];
      return candidate === undefined ? [] : [{ reuse: one, candidate }];
    });
    const answers = await ask(claims, access, listing);
    const settled = new Set<Reuse<C>>();
    for (const [index, { reuse: one, candidate }] of claims.entries()) {
      const answer = answers[index];
      if (answer === undefined) continue;
      const about = { csr: one.csr, certificateId: candidate.id };
      if ('reason' in answer) contradictions.push({ ...about, reason: answer.reason });
      else if (!isUsable(answer.status)) {
        if (!unusable.has(one.csr)) unusable.set(one.csr, { ...about, status: answer.status });
      } else {
        settled.add(one);
        const { pem, status, createdAt } = answer;
        const issuedAt = issueTime(candidate.issuedAt, createdAt);
        confirmed.push({
          reuse: one,
          certificate: { ...candidate, pem, status, issuedAt },
          createdAt,
          recordedStatus: candidate.status,
        });
      }
    }
    open = open.filter((one) => !settled.has(one));
  }
  return {
    confirmed,
    unusable: open.flatMap(({ csr }) => unusable.get(csr) ?? []),
    contradictions,
    unknown: open.flatMap(({ csr }) => (unusable.has(csr) ? [] : [csr])),
  };
}

interface Claim {
  readonly reuse: Reuse<Holder>;
  readonly candidate: Certificate;
}

/** What the account says of a claim. */
type Answer =
  | { readonly status: string; readonly createdAt: number; readonly pem: string }
  | { readonly reason: string; readonly isMissing?: true };

/** The account's answer to each claim, by the cheaper of a listing and a call for each. */
async function ask(
  claims: readonly Claim[],
  access: SearchAccess,
  listing: Listing,
): Promise<readonly (Answer | undefined)[]> {
  const answers: (Answer | undefined)[] = [];
  const proven = claims.map(({ reuse, candidate }) => provenPem(reuse.csr, candidate));
  const isOpen = (index: number): boolean => answers[index] === undefined;
  const lookUp = (): number => {
    for (const [index, pem] of proven.entries()) {
      const listed = listing.seen.get(claims[index]?.candidate.id ?? '');
      if (pem !== undefined && listed !== undefined && isOpen(index)) answers[index] = { ...listed, pem };
    }
    return proven.filter((pem, index) => pem !== undefined && isOpen(index)).length;
  };
  await listWhileCheaper(listing, lookUp);
  // Listings lag, so what is not listed is asked for before it counts as missing.
  await forEach(claims, WIDTH, async ({ reuse, candidate }, index) => {
    if (isOpen(index)) answers[index] = await describeClaim(reuse.csr, candidate, access);
  });
  return answers;
}

/** The PEM of a record, when it proves by itself that the certificate of this id is for this key. */
export function provenPem(csr: Pick<Holder, 'spkiSha256'>, { id, pem }: Certificate): string | undefined {
  const checked = pem === undefined ? undefined : check(csr, pem);
  return checked?.verdict === 'good' && checked.id === id ? checked.pem : undefined;
}

/** Asks the account whether it holds the certificate of a record for this key. @throws UserError when it cannot be read */
export async function describeClaim(
  csr: Pick<Holder, 'spkiSha256'>,
  { id, pem }: Certificate,
  access: SearchAccess,
): Promise<Answer> {
  const described = await describeIfThere(access, id);
  if (described === undefined) return { reason: 'the account does not hold it', isMissing: true };
  const checked = check(csr, described.pem);
  if (checked.verdict !== 'good') return { reason: 'the account holds it for another key' };
  const recorded = pem === undefined ? undefined : check(csr, pem);
  if (recorded?.verdict === 'good' && recorded.pem !== checked.pem) {
    return { reason: 'the account holds another certificate under its id' };
  }
  return { status: described.status, createdAt: described.createdAt, pem: checked.pem };
}

/** A record may be off by the time that a call takes and AWS's clock is known to; any other time is not the record's. */
const CLOCKS_MS = 5 * 60_000;

/** When a certificate was issued, ISO 8601: as recorded where the account says about the same. */
export function issueTime(recorded: string | undefined, createdAt: number): string {
  const isNear = recorded !== undefined && Math.abs(Date.parse(recorded) - createdAt) < CLOCKS_MS;
  return isNear ? recorded : new Date(createdAt).toISOString();
}
