import { hash } from 'node:crypto';
import { assertDer, DerReader, encode, TAG } from './der.ts';
import { type PublicKey, readKey, uncompressedPoint } from './key.ts';

/**
 * SHA-256 of a SubjectPublicKeyInfo, lower-case hex, as {@link Csr.spkiSha256} counts it.
 *
 * @param spki the DER of a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7)
 * @throws DerError when it is none
 */
export function keyFingerprint(spki: Uint8Array): string {
  assertDer(spki);
  return fingerprintOf(readKey(new DerReader(spki).enter(TAG.sequence, 'the public key')), spki);
}

/** {@link keyFingerprint} of a key that has been read already. */
export function fingerprintOf(key: PublicKey, spki: Uint8Array): string {
  return hash('sha256', canonical(key, spki), 'hex');
}

// One key, one fingerprint: tools differ in how they write an EC point, and in whether RSA has NULL parameters.
function canonical(key: PublicKey, spki: Uint8Array): Uint8Array {
  if (key.type === 'other' || (key.type === 'ec' && key.form === 'uncompressed')) return spki;
  const content = new DerReader(spki).enter(TAG.sequence, 'the public key');
  const algorithm = content.take(TAG.sequence, "the public key's algorithm");
  if (key.type === 'rsa') {
    const oid = content.inside(algorithm).take(TAG.oid, "the public key's algorithm");
    if (oid.end < algorithm.end) return spki;
    const identifier = encode(TAG.sequence, content.raw(oid), encode(TAG.null));
    return encode(TAG.sequence, identifier, content.raw(content.any()));
  }
  const point = uncompressedPoint(key);
  if (point === undefined) return spki;
  return encode(TAG.sequence, content.raw(algorithm), encode(TAG.bitString, Uint8Array.of(0), point));
}
