import type { Csr } from '../../src/csr/csr.ts';

/** A CSR as validation leaves it, told apart by a number; its fingerprints are made up. */
export function csrOf(number: number): Csr {
  return {
    path: `csrs/device-${number}.csr`,
    pemLength: 347,
    csrSha256: `csr-${number}`,
    spkiSha256: `key-${number}`,
    commonName: `device-${number}`,
    key: { type: 'ec', name: 'EC P-256' },
    signatureAlgorithm: 'SHA256-ECDSA',
  };
}
