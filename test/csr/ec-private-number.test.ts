import { createECDH, createPrivateKey, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBytes } from '../../src/csr/weak-keys/integers.ts';
import { ecSpki, type KeyPair, makeCsr, makeKey, toPem } from './make-csr.ts';
import { rulesOf } from './verdicts.ts';

/** OpenSSL's name, the bytes of a coordinate, and the order (SEC 2, version 2). */
const CURVES = {
  'P-256': ['prime256v1', 32, 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n],
  'P-384': [
    'secp384r1',
    48,
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  ],
  'P-521': [
    'secp521r1',
    66,
    (1n << 521n) - (1n << 264n) + 0xfa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  ],
} as const;

type Curve = keyof typeof CURVES;

function keyOf(curve: Curve, number: bigint): KeyPair & { readonly point: Buffer } {
  const [openssl, size] = CURVES[curve];
  const d = toBytes(number, size);
  const ecdh = createECDH(openssl);
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey();
  const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  const [x, y] = [point.subarray(1, 1 + size), point.subarray(1 + size)].map(base64url);
  const jwk = { kty: 'EC', crv: curve, x: x ?? '', y: y ?? '', d: base64url(d) };
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey), point };
}

const rules = (key: KeyPair) => rulesOf(toPem(makeCsr({ key })));

describe('a key on', () => {
  it.each(['P-256', 'P-384', 'P-521'] as const)(
    '%s with a private number that can be counted to is refused',
    (curve) => {
      const [, , order] = CURVES[curve];
      const number = fc.oneof(
        fc.constantFrom(1, 2, 3, 4_095, 4_096, 4_097, 8_192, 8_193, 8_194, 65_535, 65_536, 131_072, 135_184),
        fc.integer({ min: 1, max: 135_184 }),
      );
      fc.assert(
        fc.property(number, fc.boolean(), (small, isMirrored) => {
          const key = keyOf(curve, isMirrored ? order - BigInt(small) : BigInt(small));
          expect(rules(key)).toContain('ec-private-number');
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each(['P-256', 'P-384', 'P-521'] as const)('%s that is a sound one is not', (curve) => {
    for (let n = 0; n < 20; n++) expect(rules(makeKey(curve))).not.toContain('ec-private-number');
    expect(rules(keyOf(curve, 2n ** 40n))).not.toContain('ec-private-number');
  });

  it('P-256 with a small private number is refused when its point is compressed, too', () => {
    const key = keyOf('P-256', 77n);
    const compressed = Buffer.concat([Buffer.of(2 + ((key.point[64] ?? 0) & 1)), key.point.subarray(1, 33)]);
    const csr = toPem(makeCsr({ key, spki: ecSpki('1.2.840.10045.3.1.7', compressed) }));
    expect(rulesOf(csr)).toContain('ec-private-number');
  });
});
