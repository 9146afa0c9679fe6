import 'reflect-metadata/lite';
import { webcrypto } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';

/** Keys a device maker's fleet has, and one device whose CSR was damaged on its way. */
const FLEET = [
  { name: 'gateway-0001', key: 'RSA-2048' },
  { name: 'gateway-0002', key: 'RSA-2048' },
  { name: 'sensor-0001', key: 'P-256' },
  { name: 'sensor-0002', key: 'P-256' },
  { name: 'sensor-0003', key: 'P-256' },
  { name: 'camera-0001', key: 'P-384' },
  { name: 'camera-0002', key: 'P-521' },
  { name: 'sensor-0004-damaged', key: 'P-256' },
] as const;

const ALGORITHMS = {
  'RSA-2048': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  'P-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'P-384': { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  'P-521': { name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' },
} as const;

/** Makes real CSRs, signed with fresh keys, in `directory`; the keys are thrown away. */
export async function makeFleet(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const { name, key } of FLEET) {
    const algorithm = ALGORITHMS[key];
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const csr = await Pkcs10CertificateRequestGenerator.create(
      { name: `CN=${name},OU=Demo fleet,O=Example devices`, keys, signingAlgorithm: algorithm },
      webcrypto as never,
    );
    const der = Buffer.from(csr.rawData);
    // One bit of the signature: the CSR still reads well, and proves nothing.
    if (name.endsWith('damaged')) der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    const base64 = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
    const pem = `-----BEGIN CERTIFICATE REQUEST-----\n${base64}\n-----END CERTIFICATE REQUEST-----\n`;
    await writeFile(join(directory, `${name}.csr`), pem);
  }
}
