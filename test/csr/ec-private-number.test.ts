import { execFileSync } from 'node:child_process';
import { createECDH, createPrivateKey, createPublicKey, ECDH } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBytes } from '../../src/csr/weak-keys/integers.ts';
import { looksLikeSmallMultiple } from '../../src/csr/weak-keys/small-multiples.ts';
import { hasSmallPrivateNumber, isSmallMultiple, LARGEST_SMALL } from '../../src/csr/weak-keys/small-private-number.ts';
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

describe('the list of small multiples on P-256', () => {
  const root = join(import.meta.dirname, '../..');
  const [openssl, size, order] = CURVES['P-256'];
  const pointOf = (number: bigint): Buffer => {
    const ecdh = createECDH(openssl);
    ecdh.setPrivateKey(toBytes(number, size));
    return ecdh.getPublicKey();
  };

  it('is what its program makes', () => {
    const directory = mkdtempSync(join(tmpdir(), 'multiples-'));
    try {
      const made = join(directory, 'small-multiples.bin');
      execFileSync(process.execPath, [join(root, '.ci/known-keys/make-small-multiples.mjs'), made]);
      expect(readFileSync(made).equals(readFileSync(join(root, 'src/csr/weak-keys/small-multiples.bin')))).toBe(true);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it('has every number that the search finds', () => {
    const ecdh = createECDH(openssl);
    const number = Buffer.alloc(size);
    const missing: number[] = [];
    for (let n = 1; n <= LARGEST_SMALL; n++) {
      number.writeUInt32BE(n, size - 4);
      ecdh.setPrivateKey(number);
      if (!looksLikeSmallMultiple(ecdh.getPublicKey())) missing.push(n);
    }
    expect(missing).toEqual([]);
  });

  it('changes no verdict', () => {
    const near = fc.bigInt({ min: 1n, max: 2n * BigInt(LARGEST_SMALL) });
    const edge = fc.bigInt({ min: BigInt(LARGEST_SMALL) - 2n, max: BigInt(LARGEST_SMALL) + 2n });
    const any = fc.bigInt({ min: 1n, max: order - 1n });
    const number = fc.oneof(near, edge, any).chain((n) => fc.constantFrom(n, order - n));
    fc.assert(
      fc.property(number, (n) => {
        const isSmall = n <= LARGEST_SMALL || order - n <= LARGEST_SMALL;
        expect([isSmallMultiple('P-256', pointOf(n)), hasSmallPrivateNumber('P-256', pointOf(n))]).toEqual([
          isSmall,
          isSmall,
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('does not refuse a key that was made to look like one of it', () => {
    const number = fc.bigInt({ min: 1n, max: BigInt(LARGEST_SMALL) });
    const rest = fc.uint8Array({ minLength: size - 4, maxLength: size - 4 });
    fc.assert(
      fc.property(number, rest, (n, bytes) => {
        const x = Buffer.concat([pointOf(n).subarray(1, 5), bytes]);
        const point = pointWith(x);
        // Half of all numbers are the x of no point.
        fc.pre(point !== undefined);
        expect(looksLikeSmallMultiple(point)).toBe(true);
        expect(hasSmallPrivateNumber('P-256', point)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  function pointWith(x: Uint8Array): Buffer | undefined {
    try {
      return ECDH.convertKey(Buffer.concat([Buffer.of(2), x]), openssl, undefined, undefined, 'uncompressed') as Buffer;
    } catch {
      return undefined;
    }
  }
});
