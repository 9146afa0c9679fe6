import { describeClaim, issueTime, provenPem } from '../issuance/confirm.ts';
import { describeIfThere, type SearchAccess } from '../issuance/iot-access.ts';
import { createListing, listWhileCheaper } from '../issuance/listing.ts';
import { forEach } from '../lib/for-each.ts';
import { certificateOf } from '../records/ledger.ts';
import type { Candidate } from './select.ts';

/** What the account says of a certificate that was selected. */
export type Held = { readonly candidate: Candidate } & (
  | {
      readonly kind: 'held';
      /** As AWS IoT has it. */
      readonly status: string;
      /** Milliseconds since 1970. */
      readonly issuedAt: number;
      /** As AWS IoT has it, milliseconds of its clock. */
      readonly createdAt: number;
      /** Undefined: it was named by its id, and nothing else is said of it. */
      readonly pem: string | undefined;
    }
  | { readonly kind: 'gone' }
  /** `reason`: a clause about the certificate, such as `the account holds it for another key`. */
  | { readonly kind: 'contradicted'; readonly reason: string }
);

/** Describe calls waiting for the pacer at a time. */
const WIDTH = 32;

/**
 * Asks the account about certificates before they are revoked: a ledger's line is a claim, and one that names the
 * certificate of another key must not get that revoked. Where the line has the PEM, this proves both the id (SHA-256 of its
 * DER) and the key, and a listing of ids is enough; elsewhere DescribeCertificate shows the key. By the cheaper of one pass
 * over the account and a call for each.
 *
 * @param onProgress called with the number of certificates that have been described, and of those that are to be
 * @returns in the order of the candidates
 * @throws UserError when the account cannot be read; the signal's reason when it is aborted
 */
export async function confirmHeld(
  candidates: readonly Candidate[],
  access: SearchAccess,
  onProgress: (done: number, total: number) => void,
): Promise<readonly Held[]> {
  const answers: (Held | undefined)[] = candidates.map(() => undefined);
  const proofs = candidates.map(proofOf);
  const listing = createListing(access);
  await listWhileCheaper(listing, () => {
    for (const [index, proof] of proofs.entries()) {
      const [candidate, listed] = [candidates[index], listing.seen.get(candidates[index]?.certificateId ?? '')];
      if (candidate === undefined || proof === undefined || listed === undefined || answers[index] !== undefined)
        continue;
      answers[index] = held(candidate, { ...listed, pem: proof.pem });
    }
    return proofs.filter((proof, index) => proof !== undefined && answers[index] === undefined).length;
  });
  // Listings lag, so what is not listed is asked for before it counts as missing.
  const open = candidates.flatMap((candidate, index) => (answers[index] === undefined ? [{ candidate, index }] : []));
  let done = 0;
  await forEach(open, WIDTH, async ({ candidate, index }) => {
    answers[index] = await describe(candidate, access);
    onProgress(++done, open.length);
  });
  return answers.flatMap((answer) => answer ?? []);
}

/** What makes a listing of ids enough to know the certificate; undefined: it has to be described. */
function proofOf({ entry }: Candidate): { readonly pem: string | undefined } | undefined {
  // Nobody says anything of it but its id.
  if (entry === undefined) return { pem: undefined };
  const pem = provenPem(entry, certificateOf(entry));
  return pem === undefined ? undefined : { pem };
}

async function describe(candidate: Candidate, access: SearchAccess): Promise<Held> {
  const { entry, certificateId } = candidate;
  if (entry === undefined) {
    const described = await describeIfThere(access, certificateId);
    return described === undefined ? { kind: 'gone', candidate } : held(candidate, described);
  }
  const answer = await describeClaim(entry, certificateOf(entry), access);
  if (!('reason' in answer)) return held(candidate, answer);
  return answer.isMissing ? { kind: 'gone', candidate } : { kind: 'contradicted', candidate, reason: answer.reason };
}

function held(
  candidate: Candidate,
  answer: { readonly status: string; readonly createdAt: number; readonly pem: string | undefined },
): Held {
  const { status, createdAt, pem } = answer;
  const issuedAt = Date.parse(issueTime(candidate.entry?.issuedAt ?? undefined, createdAt));
  return { kind: 'held', candidate, status, issuedAt, createdAt, pem };
}
