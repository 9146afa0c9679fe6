import { hash, X509Certificate } from 'node:crypto';
import type { Csr } from '../csr/csr.ts';
import { cutCertificate } from '../csr/parse/certificate-holder.ts';
import { DerError } from '../csr/parse/der.ts';
import { findPemBlocks } from '../csr/parse/pem.ts';
import { keyFingerprint } from '../csr/parse/spki.ts';

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
    return { pem: toPem(der), id: hash('sha256', der, 'hex'), spkiSha256: keyFingerprint(cutCertificate(der).spki) };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return leniently(pem);
  }
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
