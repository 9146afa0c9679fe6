import { hash } from 'node:crypto';
import type { Csr } from '../csr/csr.ts';
import { cutCertificate } from '../csr/parse/certificate-holder.ts';
import { DerError } from '../csr/parse/der.ts';
import { findPemBlocks } from '../csr/parse/pem.ts';
import type { Outcome, Problem } from '../records/certificate.ts';
import { refuse } from './refuse.ts';

/** A CSR whose key has a certificate of another subject: two devices have one key, or one device has a new name. */
export interface OtherSubject {
  readonly csr: Csr;
  readonly certificateId: string;
}

/** In the issuer of every certificate that AWS IoT itself issues. */
const AWS = 'Amazon Web Services';

/**
 * Whether a certificate was issued to another subject than that of a CSR with the same key. AWS IoT takes the subject of
 * a CSR as it is; a certificate provider of the account may write another one, so that only what AWS itself has issued
 * is compared.
 *
 * @param pem of a certificate that was checked to be for the key of `csr`
 */
export function hasOtherSubject(csr: Pick<Csr, 'subjectSha256'>, pem: string): boolean {
  const der = findPemBlocks(pem).find(({ label }) => label === 'CERTIFICATE')?.bytes;
  if (der === undefined || csr.subjectSha256 === undefined) return false;
  try {
    const { issuer, subject } = cutCertificate(der);
    return Buffer.from(issuer).includes(AWS) && hash('sha256', subject, 'hex') !== csr.subjectSha256;
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

/**
 * What becomes of such CSRs, whatever remembers the certificate: the same as of those that the rule `public-key-known`
 * finds in a ledger or manifest.
 *
 * @param leavesOut the other CSRs of the batch get their certificates all the same (`on-invalid: skip`)
 * @throws UserError `public-key-known` unless `leavesOut`; nothing has been created then
 */
export function refuseOtherSubjects(others: readonly OtherSubject[], leavesOut: boolean): readonly Outcome[] {
  return refuse(others, problemOf, leavesOut);
}

function problemOf({ certificateId }: OtherSubject): Problem {
  return {
    code: 'public-key-known',
    message: `Its public key has a certificate already, ${certificateId}, issued to another subject.`,
    fix: 'Make a new key on this device; when it is the same device after all, put its first CSR back.',
  };
}
