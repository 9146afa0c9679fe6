import { toInteger } from './integers.ts';

/** Shorter keys are refused for that, and OpenSSL's functions do not always take them. */
const MIN_BYTES = 64;
/** OpenSSL does not use longer moduli (OPENSSL_RSA_MAX_MODULUS_BITS, 16,384 bits). */
const MAX_BYTES = 2_048;

/** The numbers of an RSA key. */
export interface RsaNumbers {
  /** Odd, of 505 to 16,384 bits. */
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/** Whether a modulus, big-endian without leading zeros, is worth looking into: no other rule refuses it for its form. */
export function isWorthLooking(modulus: Uint8Array): boolean {
  const isOdd = ((modulus.at(-1) ?? 0) & 1) === 1;
  return isOdd && modulus.length >= MIN_BYTES && modulus.length <= MAX_BYTES;
}

/** The numbers of an RSA key, big-endian; undefined when its modulus is not {@link isWorthLooking}. */
export function rsaNumbers(modulus: Uint8Array, exponent: Uint8Array): RsaNumbers | undefined {
  if (!isWorthLooking(modulus)) return undefined;
  return { modulus: toInteger(modulus), exponent: toInteger(exponent) };
}
