import type { Csr } from '../csr/csr.ts';
import { forEach } from '../lib/for-each.ts';
import type { Certificate, Outcome } from '../records/certificate.ts';
import { type CertificateStatus, isActivation } from '../records/status.ts';
import type { Follower } from './batch-options.ts';
import { type Confirmation, type Confirmed, confirm } from './confirm.ts';
import type { SearchAccess } from './iot-access.ts';
import type { Store } from './keep.ts';
import type { Listing } from './listing.ts';
import { hasOtherSubject, type OtherSubject } from './other-subject.ts';
import { type Plan, wouldOverwrite } from './plan.ts';

/** Certificates written at a time. */
const WIDTH = 32;

/** Lets what goes on beside issuing know of certificates that are reused. */
export function followReused(
  outcomes: readonly Outcome[],
  follower: Pick<Follower, 'onCertificate'> | undefined,
): void {
  for (const outcome of outcomes) {
    if ('certificate' in outcome) follower?.onCertificate(outcome.csr, outcome.certificate, false);
  }
}

/** What became of the CSRs of which a certificate was recorded. */
export interface Reused extends Omit<Confirmation, 'confirmed'> {
  readonly outcomes: readonly Outcome[];
  readonly changed: readonly Changed[];
  /** Their certificate is another device's. Nothing was written for them. */
  readonly others: readonly OtherSubject[];
}

/** A certificate whose status is another one than the records say: somebody changed it, and it stays as it is. */
export interface Changed {
  readonly csr: Csr;
  readonly certificateId: string;
  readonly recorded: CertificateStatus;
  readonly now: CertificateStatus;
}

/**
 * Gives CSRs their recorded certificates, once the account has confirmed them: each PEM goes to its place, as if it were
 * new.
 *
 * @param isOwn whether this workflow run created a certificate, in this attempt or an earlier one; `createdAt` in
 * milliseconds of AWS's clock
 * @throws UserError `would-overwrite` when what stands in the place of a certificate is not one that the account holds;
 * when the account cannot be asked. Nothing has been created then.
 */
export async function reuseKnown(
  reuse: Plan['reuse'],
  access: SearchAccess,
  listing: Listing,
  store: Pick<Store, 'write'>,
  isOwn: (certificate: Pick<Certificate, 'origin'>, createdAt: number) => boolean,
): Promise<Reused> {
  const { confirmed: all, ...rest } = await confirm(reuse, access, listing);
  const isOther = ({ reuse: { csr }, certificate }: Confirmed): boolean => hasOtherSubject(csr, certificate.pem);
  const confirmed = all.filter((one) => !isOther(one));
  const others = all.filter(isOther).map(({ reuse: { csr }, certificate: { id } }) => ({ csr, certificateId: id }));
  const stored = new Map(reuse.map(({ csr, storedId }) => [csr, storedId]));
  const strangers = rest.contradictions.filter(({ csr, certificateId }) => stored.get(csr) === certificateId);
  if (strangers.length > 0) throw wouldOverwrite(strangers.map(({ csr }) => csr.path));
  const outcomes: Outcome[] = [];
  await forEach(
    confirmed,
    WIDTH,
    async ({ reuse: { csr, storedId, isStoredAlone }, certificate, createdAt, recordedStatus }, index) => {
      const { pem, ...withoutPem } = certificate;
      if (storedId !== certificate.id || !isStoredAlone) await store.write(csr, pem);
      // One that was ACTIVE once was made INACTIVE by a person, and stays so.
      const awaitsActivation =
        isOwn(certificate, createdAt) && recordedStatus !== 'ACTIVE' && certificate.status === 'INACTIVE';
      outcomes[index] = { result: 'reused', csr, certificate: withoutPem, awaitsActivation };
    },
  );
  const changed = confirmed.flatMap(({ reuse: { csr }, certificate: { id, status }, recordedStatus }) =>
    recordedStatus === undefined || recordedStatus === status || isActivation(recordedStatus, status)
      ? []
      : [{ csr, certificateId: id, recorded: recordedStatus, now: status }],
  );
  return { outcomes, changed, others, ...rest };
}
