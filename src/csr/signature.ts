import { constants, type KeyObject, verify } from 'node:crypto';
import { isForgeable } from './key.ts';
import type { CertificationRequest } from './pkcs10.ts';

/**
 * What a CSR's self-signature says about who made it: `valid`, its maker had the private key; `invalid`, it does not
 * verify; `unchecked`, it says nothing, because the key would let anyone make it, or nothing here can check it.
 */
export type Proof = 'valid' | 'invalid' | 'unchecked';

/**
 * Checks the self-signature.
 *
 * Synchronous on purpose: the asynchronous `crypto.verify` is slower, since a verification takes less time than handing
 * it to another thread.
 *
 * @param key the request's own key, undefined when it cannot be used
 */
export function checkSignature(request: CertificationRequest, key: KeyObject | undefined): Proof {
  const { info, signature } = request;
  const { scheme, hash, pss } = request.signatureAlgorithm;
  if (key === undefined || hash === undefined || hash === 'md5' || isForgeable(request.key)) return 'unchecked';
  if ((scheme === 'ecdsa') !== (request.key.type === 'ec')) return 'unchecked';
  // node:crypto uses one hash for both.
  if (pss !== undefined && pss.maskHash !== hash) return 'unchecked';
  const options =
    pss === undefined ? key : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
  try {
    return verify(hash, info, options, signature) ? 'valid' : 'invalid';
  } catch {
    return 'unchecked';
  }
}
