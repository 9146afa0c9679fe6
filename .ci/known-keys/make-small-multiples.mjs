// Makes src/csr/weak-keys/small-multiples.bin, which is committed: `node .ci/known-keys/make-small-multiples.mjs`, 2 s
import { createECDH } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixList } from './prefix-list.mjs';

/** LARGEST_SMALL in src/csr/weak-keys/small-private-number.ts. */
const LARGEST = 135_184;

// Of the public key of each private number of P-256 up to LARGEST, as OpenSSL computes it: the first four bytes of x.
// Those below the order of the curve have the same x.
const ecdh = createECDH('prime256v1');
const number = Buffer.alloc(32);
const prefixes = new Set();
for (let n = 1; n <= LARGEST; n += 1) {
  number.writeUInt32BE(n, 28);
  ecdh.setPrivateKey(number);
  prefixes.add(ecdh.getPublicKey('hex').slice(2, 10));
}
const [target = join(import.meta.dirname, '../../src/csr/weak-keys/small-multiples.bin')] = process.argv.slice(2);
writeFileSync(target, prefixList(prefixes));
