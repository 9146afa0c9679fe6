import { assertDer, DerError, DerReader, TAG } from './der.ts';
import { type PublicKey, readKey } from './key.ts';
import { lastValue, nameBytes, nameText, readName } from './name.ts';
import { findPemBlocks } from './pem.ts';
import { fingerprintOf } from './spki.ts';

/**
 * The DER of the issuer, of the subject and of the SubjectPublicKeyInfo of a certificate (RFC 5280, 4.1), cut out of its DER: OpenSSL
 * takes 20 times as long to read a certificate and to write its key again.
 *
 * @throws DerError
 */
export function cutCertificate(der: Uint8Array): {
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
} {
  assertDer(der);
  const certificate = new DerReader(der).enter(TAG.sequence, 'the certificate');
  const fields = certificate.enter(TAG.sequence, 'what is signed');
  certificate.take(TAG.sequence, 'the signature algorithm');
  certificate.take(TAG.bitString, 'the signature');
  if (fields.nextTag === 0xa0) fields.any();
  fields.take(TAG.integer, 'the serial number');
  fields.take(TAG.sequence, 'the signature algorithm');
  const issuer = fields.raw(fields.take(TAG.sequence, 'the issuer'));
  fields.take(TAG.sequence, 'the validity');
  const subject = fields.raw(fields.take(TAG.sequence, 'the subject'));
  return { issuer, subject, spki: fields.raw(fields.take(TAG.sequence, 'the public key')) };
}

/** Whose a certificate is. */
export interface CertificateHolder {
  /** As in {@link Verdict.subject}. */
  readonly subject: string;
  /** As in {@link Verdict.subjectBytes}. */
  readonly subjectBytes: string;
  /** As in {@link Csr.commonName}. */
  readonly commonName: string | undefined;
  readonly key: PublicKey;
  /** As in {@link Csr.spkiSha256}. */
  readonly spkiSha256: string;
}

/** Reads whose the first certificate in a PEM is; undefined when there is none that can be read. */
export function readHolder(pem: string): CertificateHolder | undefined {
  const der = findPemBlocks(pem).find(({ label }) => label === 'CERTIFICATE')?.bytes;
  if (der === undefined) return undefined;
  try {
    const { subject, spki } = cutCertificate(der);
    const key = readKey(new DerReader(spki).enter(TAG.sequence, 'the public key'));
    const name = readName(new DerReader(subject).enter(TAG.sequence, 'the subject'));
    return {
      subject: nameText(name),
      subjectBytes: nameBytes(subject),
      commonName: lastValue(name, 'CN'),
      key,
      spkiSha256: fingerprintOf(key, spki),
    };
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
