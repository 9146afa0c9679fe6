import { createHash } from 'node:crypto';
import { keyFingerprint } from '../../src/csr/parse/spki.ts';
import { createCertificateAuthority } from '../../src/emulator/aws/ca.ts';
import { readCertificationRequest } from '../../src/emulator/aws/certification-request.ts';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import type { Device } from './account.ts';

/** Certificates prepared for a key: more than any schedule may mint. */
const CERTIFICATES = 40;

/** Devices with real CSRs, and real certificates to hand out for each, so many as a schedule may mint. */
export async function makeFleet(count: number, certificatesEach = CERTIFICATES): Promise<readonly Device[]> {
  const authority = await createCertificateAuthority();
  const devices: Device[] = [];
  for (let number = 1; number <= count; number++) {
    const der = makeCsr();
    const pem = toPem(der);
    const request = readCertificationRequest(pem);
    const certificates: { id: string; pem: string }[] = [];
    for (let n = 0; n < certificatesEach; n++) {
      const issued = await authority.issue(request, Date.UTC(2026, 10, 24));
      certificates.push({ id: issued.sha256, pem: issued.pem });
    }
    const csr = {
      path: `device-${number}.csr`,
      pemLength: pem.length,
      csrSha256: createHash('sha256').update(der).digest('hex'),
      spkiSha256: keyFingerprint(request.spki),
      commonName: 'device-1',
      key: { type: 'ec', name: 'EC P-256' },
      signatureAlgorithm: 'SHA256-ECDSA',
    } as const;
    devices.push({ csr, pem, certificates });
  }
  return devices;
}
