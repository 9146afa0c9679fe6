import { sign } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/csr/parse/der.ts';
import { der, type KeyKind, makeCsr, makeKey } from './make-csr.ts';
import { judgeFile, rulesOf, wordsOf } from './verdicts.ts';

const ENCODING = 'The encoding of its self-signature is wrong: ';
const CHANGED = /changed|another key/;

const ec = makeKey('P-256');
const rsa = makeKey('RSA-2048');

/** r and s of a signature, each of a fixed length. */
function rawSignature(info: Uint8Array, key = ec): Buffer {
  return sign('sha256', info, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
}

/** Signs again until r begins with a byte that fits. */
function signWith(info: Uint8Array, fits: (first: number) => boolean): readonly [r: Buffer, s: Buffer] {
  for (;;) {
    const raw = rawSignature(info);
    if (fits(raw[0] ?? 0) && (raw[32] ?? 0) < 0x80 && (raw[32] ?? 0) > 0)
      return [raw.subarray(0, 32), raw.subarray(32)];
  }
}

const integers = (r: Uint8Array, s: Uint8Array) => der.sequence(encode(2, r), encode(2, s));
const low = (first: number) => first > 0 && first < 0x80;
const high = (first: number) => first >= 0x80;
const zero = Uint8Array.of(0);

describe('an ECDSA signature in another encoding is refused for its encoding', () => {
  const cases: Readonly<Record<string, readonly [sign: (info: Uint8Array) => Uint8Array, words: string]>> = {
    'raw bytes': [rawSignature, 'it is 64 raw bytes'],
    'a needless zero in r': [
      (info) => {
        const [r, s] = signWith(info, low);
        return integers(Buffer.concat([zero, r]), s);
      },
      'its r begins with a needless zero byte',
    ],
    'a needless zero in s': [
      (info) => {
        const [r, s] = signWith(info, low);
        return integers(r, Buffer.concat([zero, s]));
      },
      'its s begins with a needless zero byte',
    ],
    'a negative r': [(info) => integers(...signWith(info, high)), 'its r is negative'],
    'bytes behind it': [
      (info) => Buffer.concat([sign('sha256', info, ec.privateKey), Buffer.alloc(3)]),
      '3 more bytes follow its SEQUENCE',
    ],
    'bytes in it': [
      (info) => {
        const [r, s] = signWith(info, low);
        return der.sequence(encode(2, r), encode(2, s), der.null());
      },
      '2 more bytes follow s',
    ],
    'an end that is cut off': [
      (info) => sign('sha256', info, ec.privateKey).subarray(0, -1),
      'its SEQUENCE is longer than what is there',
    ],
    'an OCTET STRING around it': [
      (info) => der.octets(sign('sha256', info, ec.privateKey)),
      'it is not a DER SEQUENCE of two INTEGERs',
    ],
    'OCTET STRINGs for r and s': [
      (info) => {
        const [r, s] = signWith(info, low);
        return der.sequence(der.octets(r), der.octets(s));
      },
      'its r is not an INTEGER',
    ],
    'zero for r': [(info) => integers(zero, signWith(info, low)[1]), 'its r is zero'],
    'an r that is too long': [
      (info) => integers(Buffer.alloc(40, 1), signWith(info, low)[1]),
      'its r is longer than 32 bytes',
    ],
    nothing: [() => Buffer.alloc(0), 'it is not a DER SEQUENCE of two INTEGERs'],
  };
  for (const [name, [make, words]] of Object.entries(cases)) {
    it(name, () => {
      const csr = makeCsr({ key: ec, sign: make });
      expect(rulesOf(csr)).toEqual(['signature']);
      expect(wordsOf(csr)).toContain(ENCODING + words);
      expect(wordsOf(csr)).not.toMatch(CHANGED);
    });
  }

  it.each<KeyKind>(['P-256', 'P-384', 'P-521'])('and never one that OpenSSL wrote, with %s', (kind) => {
    const key = makeKey(kind);
    fc.assert(
      fc.property(fc.string(), (name) => {
        const findings = judgeFile(makeCsr({ key, subject: [['CN', name]] })).findings;
        expect(findings.filter(({ severity, rule }) => severity === 'error' && rule === 'signature')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a signature that does not verify', () => {
  it('has no cause asserted when there are several', () => {
    const other = makeCsr({ key: ec, sign: (info) => sign('sha256', info, makeKey('P-256').privateKey) });
    expect(rulesOf(other)).toEqual(['signature']);
    expect(wordsOf(other)).toContain('Its self-signature does not verify with the public key in it.');
    expect(wordsOf(other)).not.toMatch(CHANGED);
  });

  it('of RSA is told by its length when that is wrong', () => {
    const short = makeCsr({ key: rsa, sign: (info) => sign('sha256', info, rsa.privateKey).subarray(1) });
    expect(wordsOf(short)).toContain('it has 255 bytes, but a signature of an RSA-2048 key has 256');
  });
});

const field = join(import.meta.dirname, '../../../shared/field/ecdsa-signature-encoding/csrs');
const isThere = existsSync(field);
if (!isThere) console.log(`skipped: the signatures from the field are not at ${field}`);

describe.skipIf(!isThere)('signatures from the field', () => {
  it.each(isThere ? readdirSync(field) : [])('are refused for their encoding: %s', (name) => {
    const file = readFileSync(join(field, name));
    expect(rulesOf(file)).toEqual(['signature']);
    expect(wordsOf(file)).toContain(ENCODING);
  });
});
