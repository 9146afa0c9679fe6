import { MAX_PEM_LENGTH } from '../parse/canonical-pem.ts';
import { isEven } from '../parse/key.ts';
import type { Evidence } from '../rules/rule.ts';
import { toInteger } from './integers.ts';

/** Shorter keys are refused for that, and OpenSSL's functions do not always take them. */
const MIN_BITS = 512;

/** The numbers of an RSA key. */
export interface RsaNumbers {
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/**
 * The RSA key of a request, when it is worth looking into: one that no other rule refuses for its form, and not so long
 * that no certificate could come of it, since the time that this takes grows with the cube of its length.
 */
export function rsaNumbers({ request, isKeyUsable, pemLength }: Evidence): RsaNumbers | undefined {
  const rsa = request.key;
  if (rsa.type !== 'rsa' || !isKeyUsable || isEven(rsa.modulus)) return undefined;
  if (rsa.bits < MIN_BITS || pemLength > MAX_PEM_LENGTH) return undefined;
  return { modulus: toInteger(rsa.modulus), exponent: toInteger(rsa.exponent) };
}
