import { toInteger } from './integers.ts';

/** Shorter keys are refused for that, and OpenSSL's functions do not always take them. */
const MIN_BITS = 512;

/** The numbers of an RSA key. */
export interface RsaNumbers {
  /** Odd, of 512 bits at least. */
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/**
 * The numbers of an RSA key, big-endian; undefined when it is not worth looking into, because its modulus is even or so
 * short that it is refused for that.
 */
export function rsaNumbers(modulus: Uint8Array, exponent: Uint8Array): RsaNumbers | undefined {
  const isOdd = ((modulus.at(-1) ?? 0) & 1) === 1;
  if (!isOdd || modulus.length * 8 < MIN_BITS) return undefined;
  const numbers = { modulus: toInteger(modulus), exponent: toInteger(exponent) };
  return numbers.modulus >> BigInt(MIN_BITS - 1) === 0n ? undefined : numbers;
}
