import { createHash, X509Certificate } from 'node:crypto';
import type { Csr } from '../csr/csr.ts';
import { keyFingerprint } from '../csr/spki.ts';

export type Checked =
  | {
      readonly verdict: 'good';
      /** The one certificate, without anything that came around it. */
      readonly pem: string;
      /** Lower-case hex SHA-256 of its DER, which is how AWS IoT makes its certificate ids. */
      readonly id: string;
    }
  | { readonly verdict: 'unreadable' | 'wrong-key' };

/** Looks at a PEM before it counts: does it hold a certificate, and is the key in it the device's? */
export function check(csr: Pick<Csr, 'spkiSha256'>, pem: string): Checked {
  let certificate: X509Certificate;
  let fingerprint: string;
  try {
    certificate = new X509Certificate(pem);
    fingerprint = keyFingerprint(certificate.publicKey.export({ type: 'spki', format: 'der' }));
  } catch {
    return { verdict: 'unreadable' };
  }
  if (fingerprint !== csr.spkiSha256) return { verdict: 'wrong-key' };
  return {
    verdict: 'good',
    pem: certificate.toString(),
    id: createHash('sha256').update(certificate.raw).digest('hex'),
  };
}
