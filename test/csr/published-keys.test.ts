import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isDebianKey } from '../../src/csr/weak-keys/debian-keys.ts';
import { PUBLISHED_KEYS } from '../../src/csr/weak-keys/published-keys.ts';
import { makeCsr, makeKey, rsaSpki } from './make-csr.ts';
import { judgeFile, rulesOf, wordsOf } from './verdicts.ts';

const known = join(import.meta.dirname, '../../.ci/known-keys');
const rsa = makeKey('RSA-2048');

/** The key of process 1 on amd64 with ~/.rnd, as debian.c computes it. */
const DEBIAN = Buffer.from(
  'b6964976d54a0c41772410cb0349f242bfb2475be0941056719e2ce169a92f1b29ef83e38cc43f738c16987ebbd18426daca80724519e1d39a09c7dfb580ed0051870b3ace70666e53482e523f5d63929844b7ada27452ba70a1135ee73fa8f6637441bc6b072d360446643105b717ed5df5b7b9252c87bbec1236cf477fe49c87a5f3f94dcda9ed7fbb35511d69199289e8f558a6bfa8bd00de77d4448120d95ac8e368a2db88090bb594c97c9b929f7d96b4a991fe5ca7271e31c71eca30ecd2731df9e28c33def35c6fc9400a207888e1cdd810c27d0df957efc9438e741e471ac3d9d33b55e7b4984ff7636f968f8731ceca20efa26e4763cb461d295aa9',
  'hex',
);

/** Of the key with which the tests of badkeys (github.com/badkeys/badkeys) check that it finds keys of Debian. */
const DEBIAN_OF_BADKEYS = '31c152529eb033a010f8c272fd8d42b0a9bde378ae56982058985be84a743cea';

describe('known keys', () => {
  it('published-key: every key of the list, in every form, and no other', () => {
    const lines = readFileSync(join(known, 'published.txt'), 'utf8')
      .split('\n')
      .filter((line) => /^[^#]/.test(line));
    expect(lines).toHaveLength(PUBLISHED_KEYS.size);
    for (const line of lines) {
      const [source = '', spki = ''] = line.split('\t');
      const csr = makeCsr({ key: rsa, spki: Buffer.from(spki, 'base64') });
      // Nobody here has the private key at hand, so the signature is somebody else's.
      expect(rulesOf(csr)).toContain('published-key');
      expect(wordsOf(csr)).toContain(source);
      expect(judgeFile(csr).csr?.key.type).not.toBe('other');
    }
    expect(rulesOf(makeCsr({ key: rsa }))).toEqual([]);
    expect(rulesOf(makeCsr())).toEqual([]);
  });

  it('debian-key: a key that Debian made, and one that differs in a bit', () => {
    const F4 = Uint8Array.of(1, 0, 1);
    expect(rulesOf(makeCsr({ key: rsa, spki: rsaSpki(DEBIAN, F4) }))).toEqual(['debian-key', 'signature']);
    expect(isDebianKey(Buffer.from(DEBIAN_OF_BADKEYS, 'hex'))).toBe(true);
    const near = Buffer.from(DEBIAN);
    near[100] = (near[100] ?? 0) ^ 1;
    expect(rulesOf(makeCsr({ key: rsa, spki: rsaSpki(near, F4) }))).not.toContain('debian-key');
  });
});

const directory = mkdtempSync(join(tmpdir(), 'debian-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const program = join(directory, 'debian');
const isCompiled = ((): boolean => {
  try {
    execFileSync('cc', ['-O2', join(known, 'debian.c'), '-o', program, '-lcrypto'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log("skipped: debian.c needs a C compiler and OpenSSL's headers");
    return false;
  }
})();

describe.skipIf(!isCompiled)('the keys that debian.c computes', () => {
  const compute = (machine: string, way: string, first: number, last: number) =>
    execFileSync(program, [machine, way, '2048', String(first), String(last)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[1] ?? '');

  // Those of process 1 in the collection of github.com/badkeys/debianopenssl, which were made on emulated machines.
  it.each([
    ['rnd', '6591ba8c14d19d821cccc393dd50961964735656110a8dc6bb46c4dfc01be608'],
    ['nornd-old', '0d69616052d7b193440e5c8a5e468e6a67a6143f46030615226a040d9968675a'],
    ['nornd-new', 'e051e9bccebbed4c53c0669d195101a7179eb8c239f5c53f5b9c9dc2a762a167'],
  ])('are those of a big-endian machine: %s', (way, hash) => {
    expect(compute('be32', way, 1, 1)).toEqual([hash]);
  });

  it.each([
    ['le32', 'rnd'],
    ['le64', 'rnd'],
    ['le32', 'nornd-new'],
    ['le64', 'nornd-new'],
  ])('are on the list: %s %s', (machine, way) => {
    for (const hash of compute(machine, way, 32_760, 32_762)) expect(isDebianKey(Buffer.from(hash, 'hex'))).toBe(true);
  });

  it('are the one of the test above', () => {
    expect(compute('le64', 'rnd', 1, 1)).toEqual([createHash('sha256').update(DEBIAN).digest('hex')]);
  });
});
