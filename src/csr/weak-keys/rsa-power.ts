import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { base64url } from '../../lib/base64url.ts';
import { bitLength, toBytes } from './integers.ts';

/** OpenSSL takes any exponent below a modulus of at most this length … (OPENSSL_RSA_SMALL_MODULUS_BITS) */
const SMALL_MODULUS_BITS = 3_072;
/** … and exponents up to here for longer ones (OPENSSL_RSA_MAX_PUBEXP_BITS). */
const MAX_EXPONENT_BITS = 64;

/** The longest exponent in bits that {@link createPower} takes for a modulus of this length. */
export function longestExponent(modulusBits: number): number {
  return modulusBits <= SMALL_MODULUS_BITS ? modulusBits - 1 : MAX_EXPONENT_BITS;
}

/**
 * Powers modulo a number, by OpenSSL's public operation of RSA, which takes a third of the time of plain BigInt. Values
 * are big-endian and as long as the modulus.
 *
 * @param modulus odd, of 505 to 16,384 bits
 * @returns takes a value below the modulus and an exponent of at most {@link longestExponent} bits
 */
export function createPower(modulus: bigint): (value: Uint8Array, exponent: bigint) => Uint8Array {
  const n = base64url(toBytes(modulus));
  return (value, exponent) => {
    const key = createPublicKey({ key: { kty: 'RSA', n, e: base64url(toBytes(exponent)) }, format: 'jwk' });
    return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, value);
  };
}

/** A small number as {@link createPower} takes it. */
export function toValue(number: bigint, modulus: bigint): Uint8Array {
  return toBytes(number, Math.ceil(bitLength(modulus) / 8));
}
