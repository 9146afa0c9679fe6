// Makes the lists of known keys in src/csr/weak-keys/, which are committed: `node .ci/known-keys/make.mjs DIRECTORY`
// (small-multiples.bin, which needs no directory, is made by make-small-multiples.mjs)
//
// published-keys.ts  from published.txt, of RFCs and of the tests of widespread software
// known-primes.bin   from primes2048.dat and primes4096.dat of badkeys, which DIRECTORY has to hold:
//                    https://github.com/badkeys/badkeys, badkeys/keydata; its licence is badkeys-licence.txt
// debian-keys.bin    from debian.c, all RSA-2048 keys of CVE-2008-0166 of the machines and ways listed below
//
// DIRECTORY keeps what debian.c has printed, one file for each machine and way. What is missing there is computed, which
// takes about 20 minutes a file on one core and needs a C compiler and OpenSSL's headers.
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prefixList } from './prefix-list.mjs';

const here = import.meta.dirname;
const target = join(here, '../../src/csr/weak-keys');
const [directory] = process.argv.slice(2);
if (directory === undefined) {
  console.error('usage: node .ci/known-keys/make.mjs DIRECTORY');
  process.exit(2);
}

const DEBIAN = ['le32-rnd', 'le64-rnd', 'le32-nornd-new', 'le64-nornd-new'];
const PROCESS_IDS = 32_768;

writeFileSync(join(target, 'published-keys.ts'), publishedKeys());
writeFileSync(join(target, 'known-primes.bin'), knownPrimes());
writeFileSync(join(target, 'debian-keys.bin'), debianKeys());

function publishedKeys() {
  const lines = readFileSync(join(here, 'published.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const keys = lines.map((line) => {
    const [source, spki] = line.split('\t');
    return `  ['${fingerprint(Buffer.from(spki, 'base64'))}', '${source}'],\n`;
  });
  return `// Made by .ci/known-keys/make.mjs from published.txt.

/**
 * Keys whose private half stands in print, by the SHA-256 of the modulus (RSA, big-endian) or of the uncompressed point
 * (EC): where it stands.
 */
export const PUBLISHED_KEYS: ReadonlyMap<string, string> = new Map([
${keys.sort().join('')}]);
`;
}

function fingerprint(spki) {
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const jwk = key.export({ format: 'jwk' });
  const number = jwk.kty === 'RSA' ? [jwk.n] : [Buffer.of(4).toString('base64url'), jwk.x, jwk.y];
  const hash = createHash('sha256');
  for (const part of number) hash.update(Buffer.from(part, 'base64url'));
  return hash.digest('hex');
}

// The product of both files, big-endian. A file has two bytes, which say that a positive number follows, and the product
// of its primes, little-endian.
function knownPrimes() {
  const product = ['primes2048.dat', 'primes4096.dat']
    .map((name) => readFileSync(join(directory, name)).subarray(2).reverse().toString('hex'))
    .reduce((all, hex) => all * BigInt(`0x${hex}`), 1n);
  const hex = product.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

// The first seven bytes of the fingerprint of each key.
function debianKeys() {
  const prefixes = new Set();
  for (const variant of DEBIAN) {
    for (const line of computed(variant).trim().split('\n')) prefixes.add(line.split(' ')[1].slice(0, 14));
  }
  console.log(`${prefixes.size} keys of ${DEBIAN.join(', ')}`);
  return prefixList(prefixes);
}

function computed(variant) {
  const path = join(directory, `${variant}.txt`);
  if (!existsSync(path)) {
    const program = join(mkdtempSync(join(tmpdir(), 'debian-')), 'debian');
    execFileSync('cc', ['-O3', '-march=native', join(here, 'debian.c'), '-o', program, '-lcrypto']);
    const [machine, ...way] = variant.split('-');
    const options = { encoding: 'utf8', maxBuffer: 100_000_000 };
    const text = execFileSync(program, [machine, way.join('-'), '2048', '0', String(PROCESS_IDS - 1)], options);
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  }
  const text = readFileSync(path, 'utf8');
  if (text.trim().split('\n').length !== PROCESS_IDS) throw new Error(`${path} is not complete`);
  return text;
}
