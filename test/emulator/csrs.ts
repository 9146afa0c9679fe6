import 'reflect-metadata/lite';
import { createHash, webcrypto } from 'node:crypto';
import { type JsonName, Pkcs10CertificateRequestGenerator } from '@peculiar/x509';

export const KEYS = {
  'RSA-2048': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2_048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  'RSA-1024': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 1_024,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  'RSA-PSS': {
    name: 'RSA-PSS',
    hash: 'SHA-256',
    saltLength: 32,
    modulusLength: 2_048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  'P-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'P-384': { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  'P-521': { name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' },
  Ed25519: { name: 'Ed25519' },
} as const;

export interface TestCsr {
  readonly pem: string;
  readonly der: Buffer;
  /** DER of the subject's Name. */
  readonly subject: Buffer;
  /** DER of the SubjectPublicKeyInfo. */
  readonly spki: Buffer;
  /** SHA-256 of it, hex. */
  readonly spkiSha256: string;
}

/** A CSR with a new key, made by an implementation that is not the emulator's. */
export async function makeCsr(
  name: string | JsonName = 'CN=device',
  key: keyof typeof KEYS = 'P-256',
): Promise<TestCsr> {
  const algorithm = KEYS[key];
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const csr = await Pkcs10CertificateRequestGenerator.create(
    { name, keys, signingAlgorithm: algorithm as never },
    webcrypto as never,
  );
  const der = Buffer.from(csr.rawData);
  const spki = Buffer.from(csr.publicKey.rawData);
  return {
    pem: toPem(der),
    der,
    subject: Buffer.from(csr.subjectName.toArrayBuffer()),
    spki,
    spkiSha256: createHash('sha256').update(spki).digest('hex'),
  };
}

export function toPem(der: Buffer): string {
  const base64 = der.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE REQUEST-----\n${base64}\n-----END CERTIFICATE REQUEST-----\n`;
}
