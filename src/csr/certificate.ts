import { assertDer, DerError, DerReader, TAG } from './der.ts';
import { type PublicKey, readKey } from './key.ts';
import { nameText, readName } from './name.ts';
import { findPemBlocks } from './pem.ts';
import { fingerprintOf } from './spki.ts';

/** Whose a certificate is. */
export interface CertificateHolder {
  /** As in {@link Csr.subject}. */
  readonly subject: string;
  readonly key: PublicKey;
  /** As in {@link Csr.spkiSha256}. */
  readonly spkiSha256: string;
}

/** Reads whose the first certificate in a PEM is (RFC 5280, 4.1); undefined when there is none that can be read. */
export function readHolder(pem: string): CertificateHolder | undefined {
  const der = findPemBlocks(pem).find(({ label }) => label === 'CERTIFICATE')?.bytes;
  if (der === undefined) return undefined;
  try {
    assertDer(der);
    const certificate = new DerReader(der).enter(TAG.sequence, 'the certificate');
    const fields = certificate.enter(TAG.sequence, 'what is signed');
    if (fields.nextTag === 0xa0) fields.any();
    fields.take(TAG.integer, 'the serial number');
    for (const what of ['the signature algorithm', 'the issuer', 'the validity']) fields.take(TAG.sequence, what);
    const subject = nameText(readName(fields.enter(TAG.sequence, 'the subject')));
    const spki = fields.take(TAG.sequence, 'the public key');
    const key = readKey(fields.inside(spki));
    return { subject, key, spkiSha256: fingerprintOf(key, fields.raw(spki)) };
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
