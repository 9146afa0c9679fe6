import { hash, X509Certificate } from 'node:crypto';
import type { Csr } from '../csr/csr.ts';
import { assertDer, DerError, DerReader, TAG } from '../csr/der.ts';
import { findPemBlocks } from '../csr/pem.ts';
import { keyFingerprint } from '../csr/spki.ts';

/** A certificate, read. */
export interface CheckedPem {
  /** The one certificate, without anything that came around it. */
  readonly pem: string;
  /** Lower-case hex SHA-256 of its DER, which is how AWS IoT makes its certificate ids. */
  readonly id: string;
  /** Whose it is, as in {@link Csr.spkiSha256}. */
  readonly spkiSha256: string;
}

export type Checked = ({ readonly verdict: 'good' } & CheckedPem) | { readonly verdict: 'unreadable' | 'wrong-key' };

/** Looks at a PEM before it counts: does it hold a certificate, and is the key in it the device's? */
export function check(csr: Pick<Csr, 'spkiSha256'>, pem: string): Checked {
  const read = checkPem(pem);
  if (read === undefined) return { verdict: 'unreadable' };
  return read.spkiSha256 === csr.spkiSha256 ? { verdict: 'good', ...read } : { verdict: 'wrong-key' };
}

/** Undefined when the PEM holds no certificate that can be read. */
export function checkPem(pem: string): CheckedPem | undefined {
  const der = findPemBlocks(pem).find(({ label }) => label === 'CERTIFICATE')?.bytes;
  if (der === undefined) return leniently(pem);
  try {
    return { pem: toPem(der), id: hash('sha256', der, 'hex'), spkiSha256: keyFingerprint(publicKeyOf(der)) };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return leniently(pem);
  }
}

/**
 * The SubjectPublicKeyInfo of a certificate (RFC 5280, 4.1), cut out of its DER: OpenSSL takes 20 times as long to read
 * the certificate and to write the key again, which is most of what an answer costs.
 *
 * @throws DerError
 */
function publicKeyOf(der: Uint8Array): Uint8Array {
  assertDer(der);
  const certificate = new DerReader(der).enter(TAG.sequence, 'the certificate');
  const fields = certificate.enter(TAG.sequence, 'what is signed');
  certificate.take(TAG.sequence, 'the signature algorithm');
  certificate.take(TAG.bitString, 'the signature');
  if (fields.nextTag === 0xa0) fields.any();
  fields.take(TAG.integer, 'the serial number');
  for (const what of ['the signature algorithm', 'the issuer', 'the validity', 'the subject']) {
    fields.take(TAG.sequence, what);
  }
  return fields.raw(fields.take(TAG.sequence, 'the public key'));
}

/** A certificate that another issuer than AWS's made is not always DER to the letter. */
function leniently(pem: string): CheckedPem | undefined {
  try {
    const certificate = new X509Certificate(pem);
    return {
      pem: certificate.toString(),
      id: hash('sha256', certificate.raw, 'hex'),
      spkiSha256: keyFingerprint(certificate.publicKey.export({ type: 'spki', format: 'der' })),
    };
  } catch {
    return undefined;
  }
}

function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
