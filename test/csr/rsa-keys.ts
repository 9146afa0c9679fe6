import { checkPrimeSync, createHash, createPrivateKey, createPublicKey, generatePrimeSync } from 'node:crypto';
import { toBytes } from '../../src/csr/weak-keys/integers.ts';
import { type CsrParts, der, type KeyKind, type KeyPair, makeCsr, makeKey, rsaSpki } from './make-csr.ts';

/** An RSA key of any factors, which may be none of an honest key. */
export interface RsaNumbers {
  /** With multiplicity: the square of a prime has it twice. */
  readonly factors: readonly bigint[];
  readonly exponent?: bigint;
}

/** The DER of a CSR whose key has these factors, signed for real with the private exponent that follows from them. */
export function makeRsaCsr({ factors, exponent = 65_537n }: RsaNumbers, parts: CsrParts = {}): Buffer {
  const modulus = factors.reduce((product, factor) => product * factor, 1n);
  const d = inverse(exponent, totient(factors));
  const length = toBytes(modulus).length;
  return makeCsr({
    ...parts,
    spki: rsaSpki(toBytes(modulus), toBytes(exponent)),
    signatureAlgorithm: der.sequence(der.oid('1.2.840.113549.1.1.11'), der.null()),
    sign: (info) => toBytes(power(encode(info, length), d, modulus), length),
  });
}

// RFC 8017, 9.2, with SHA-256.
function encode(message: Uint8Array, length: number): bigint {
  const digest = createHash('sha256').update(message).digest('hex');
  const info = `3031300d060960864801650304020105000420${digest}`;
  return BigInt(`0x01${'ff'.repeat(length - 3 - info.length / 2)}00${info}`);
}

function totient(factors: readonly bigint[]): bigint {
  return factors.reduce((product, factor, n) => product * (factors.indexOf(factor) < n ? factor : factor - 1n), 1n);
}

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

export function inverse(number: bigint, modulus: bigint): bigint {
  let [r, next, x, nextX] = [modulus, number % modulus, 0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next, x, nextX] = [next, r - quotient * next, nextX, x - quotient * nextX];
  }
  if (r !== 1n) throw new Error('there is no inverse');
  return ((x % modulus) + modulus) % modulus;
}

/** A random prime whose two highest bits are set, so that the product of two has twice the bits, and that goes with 65537. */
export function randomPrime(bits: number): bigint {
  for (;;) {
    const prime = generatePrimeSync(bits, { bigint: true });
    if (prime >> BigInt(bits - 2) === 3n && prime % 65_537n !== 1n) return prime;
  }
}

/** The first prime from `start` on, in steps of `step`, that goes with 65537. */
export function nextPrime(start: bigint, step = 1n): bigint {
  let candidate = start;
  while (candidate % 65_537n === 1n || !checkPrimeSync(candidate)) candidate += step;
  return candidate;
}

/**
 * Keys that were never used before. RSA keys are the products of every two of some random primes, since finding a prime
 * takes so long: each is as sound by itself as any, but they share factors with each other.
 */
export function* freshKeys(kind: KeyKind, count: number): Generator<KeyPair> {
  const [family, size] = kind.split('-');
  if (family !== 'RSA') {
    for (let n = 0; n < count; n += 1) yield makeKey(kind);
    return;
  }
  const primes: bigint[] = [];
  for (let left = count; left > 0; ) {
    const prime = randomPrime(Number(size) / 2);
    for (const other of primes.slice(0, left)) yield pairOf(prime, other);
    left -= primes.length;
    primes.push(prime);
  }
}

function pairOf(p: bigint, q: bigint): KeyPair {
  const d = inverse(65_537n, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: 65_537n, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const text = Object.entries(numbers).map(([name, number]) => [
    name,
    Buffer.from(toBytes(number)).toString('base64url'),
  ]);
  const key = { kty: 'RSA', ...Object.fromEntries(text) };
  return {
    privateKey: createPrivateKey({ key, format: 'jwk' }),
    publicKey: createPublicKey({ key, format: 'jwk' }),
  };
}
