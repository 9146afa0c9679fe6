import { createHash, X509Certificate } from 'node:crypto';
import type { Csr } from '../csr/csr.ts';
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
  try {
    const certificate = new X509Certificate(pem);
    return {
      pem: certificate.toString(),
      id: createHash('sha256').update(certificate.raw).digest('hex'),
      spkiSha256: keyFingerprint(certificate.publicKey.export({ type: 'spki', format: 'der' })),
    };
  } catch {
    return undefined;
  }
}
