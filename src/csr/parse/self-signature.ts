import { constants, type VerifyJsonWebKeyInput, verify } from 'node:crypto';
import type { PssParameters } from './algorithm-identifier.ts';
import { isForgeable, isUsable, type PublicKey, toJwk } from './key.ts';
import type { CertificationRequest } from './pkcs10.ts';

/**
 * What a CSR's self-signature says about who made it: `valid`, its maker had the private key; `invalid`, it does not
 * verify; `unchecked`, it says nothing, because the key would let anyone make it, or nothing here can check it.
 */
export type Proof = 'valid' | 'invalid' | 'unchecked';

/** What checking a self-signature shows. */
export interface SignatureCheck {
  readonly proof: Proof;
  /** As {@link isUsable} says of the request's key. */
  readonly isKeyUsable: boolean;
}

/**
 * Checks the self-signature.
 *
 * Synchronous on purpose: the asynchronous `crypto.verify` is slower, since a verification takes less time than handing
 * it to another thread.
 */
export function checkSignature(request: CertificationRequest): SignatureCheck {
  const { info, signature, key } = request;
  const { scheme, hash, pss } = request.signatureAlgorithm;
  const readable = isPemFast && isPlain(key) ? toPem(request.spki) : toKeyInput(key, pss);
  const canCheck =
    readable !== undefined &&
    hash !== undefined &&
    hash !== 'md5' &&
    !isForgeable(key) &&
    (scheme === 'ecdsa') === (key.type === 'ec') &&
    // node:crypto uses one hash for both.
    (pss === undefined || pss.maskHash === hash);
  if (!canCheck) return { proof: 'unchecked', isKeyUsable: isUsable(key) };
  try {
    const isValid = verify(hash, info, readable, signature);
    return { proof: isValid ? 'valid' : 'invalid', isKeyUsable: true };
  } catch {
    return { proof: 'unchecked', isKeyUsable: isUsable(key) };
  }
}

/**
 * Whether an EC key is read as text in place of a JWK. Node 24 then takes a fifth less time to read it and to verify; Node
 * 20 takes three times as long. For a JWK, OpenSSL also multiplies the point by the order of the curve, which every point
 * of these curves passes.
 */
const isPemFast = Number.parseInt(process.versions.node, 10) >= 24;

function isPlain(key: PublicKey): boolean {
  return key.type === 'ec' && key.form === 'uncompressed';
}

function toKeyInput(key: PublicKey, pss: PssParameters | undefined): VerifyJsonWebKeyInput | undefined {
  const jwk = toJwk(key);
  if (jwk === undefined) return undefined;
  const padding = pss === undefined ? {} : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
  return { key: jwk, format: 'jwk', ...padding };
}

function toPem(spki: Uint8Array): string {
  const base64 = Buffer.from(spki.buffer, spki.byteOffset, spki.length).toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`;
}
