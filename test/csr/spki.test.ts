import { createHash, createPublicKey, ECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyFingerprint } from '../../src/csr/parse/spki.ts';
import { der, ecSpki, makeCsr, makeKey } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';

describe('the fingerprint of a key', () => {
  it.each(['P-256', 'P-384', 'P-521', 'RSA-2048', 'Ed25519'] as const)('is the SHA-256 of its SPKI: %s', (kind) => {
    const spki = makeKey(kind).publicKey.export({ type: 'spki', format: 'der' });
    expect(keyFingerprint(spki)).toBe(createHash('sha256').update(spki).digest('hex'));
  });

  it('does not depend on how an EC point is written', () => {
    const spki = makeKey('P-256').publicKey.export({ type: 'spki', format: 'der' });
    const point = spki.subarray(26);
    const compressed = ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed') as Buffer;
    const hybrid = ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'hybrid') as Buffer;
    for (const form of [compressed, hybrid]) {
      const written = ecSpki('1.2.840.10045.3.1.7', form);
      expect(keyFingerprint(written)).toBe(keyFingerprint(spki));
      expect(createPublicKey({ key: Buffer.from(written), format: 'der', type: 'spki' }).asymmetricKeyType).toBe('ec');
    }
  });

  it('does not depend on whether an RSA key has NULL parameters', () => {
    const { publicKey } = makeKey('RSA-2048');
    const numbers = publicKey.export({ type: 'pkcs1', format: 'der' });
    const bare = der.sequence(der.sequence(der.oid('1.2.840.113549.1.1.1')), der.bits(numbers));
    expect(keyFingerprint(bare)).toBe(keyFingerprint(publicKey.export({ type: 'spki', format: 'der' })));
  });

  it('is what a CSR has', () => {
    const key = makeKey('P-256');
    const { csr } = judgeFile(makeCsr({ key }));
    expect(csr?.spkiSha256).toBe(keyFingerprint(key.publicKey.export({ type: 'spki', format: 'der' })));
  });
});
