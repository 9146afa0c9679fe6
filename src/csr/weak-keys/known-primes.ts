import { readFileSync } from 'node:fs';
import { toInteger } from './integers.ts';

// Read when the first batch with an RSA key comes: 80 KB.
let product: bigint | undefined;

/**
 * The primes that were found in more than one RSA key of 2048 or 4096 bits, about 620 of them, multiplied with each other.
 */
export function knownPrimes(): bigint {
  // The file is made by .ci/known-keys/make.mjs, and lies beside this module, also when it is built.
  product ??= toInteger(readFileSync(new URL('./known-primes.bin', import.meta.url)));
  return product;
}
