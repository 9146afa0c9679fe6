import { createHash, createPublicKey, ECDH, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/csr/files/read.ts';
import { canonicalPem, MAX_PEM_LENGTH } from '../../src/csr/parse/canonical-pem.ts';
import { RULES } from '../../src/csr/rules/rules.ts';
import { der, ecSpki, type KeyKind, makeCsr, makeKey, rsaSpki } from './make-csr.ts';
import { judgeFile, rulesOf, wordsOf } from './verdicts.ts';

const ec = makeKey('P-256');
const rsa = makeKey('RSA-2048');
const modulus = Buffer.from(rsa.publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
const F4 = Uint8Array.of(1, 0, 1);

describe('the list of rules', () => {
  it('has one file a rule, and the texts that document it', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, title, source, why } of RULES) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const sentence of [title, why]) expect(sentence).toMatch(/^[A-Z].*\.$/s);
      expect(new URL(source.url).protocol).toBe('https:');
    }
  });
});

describe('keys', () => {
  it.each<KeyKind>(['P-256', 'P-384', 'P-521', 'RSA-2048', 'RSA-3072', 'RSA-4096'])('%s passes', (kind) => {
    const { csr, findings } = judgeFile(makeCsr({ key: kind === 'RSA-2048' ? rsa : makeKey(kind) }));
    expect(findings).toEqual([]);
    expect(csr?.key.name).toBe(kind.startsWith('P') ? `EC ${kind}` : kind);
  });

  it('key-type: other algorithms, other curves, curves by their parameters', () => {
    expect(rulesOf(makeCsr({ key: makeKey('Ed25519') }))).toEqual(['key-type', 'signature-algorithm']);
    const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    expect(rulesOf(makeCsr({ key: koblitz }))).toEqual(['key-type']);
    expect(wordsOf(makeCsr({ key: koblitz }))).toContain('EC secp256k1');
    const explicit = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' });
    expect(wordsOf(makeCsr({ key: explicit }))).toContain('EC with explicit curve parameters');
    const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    expect(rulesOf(makeCsr({ key: pss, pss: { saltLength: 32 } }))).toContain('key-type');
  });

  it('key-size: RSA of 1024 bits', () => {
    expect(rulesOf(makeCsr({ key: makeKey('RSA-1024') }))).toEqual(['key-size']);
  });

  it('rsa-exponent: 1 lets anyone forge the signature, which therefore never counts', () => {
    const spki = rsaSpki(modulus, Uint8Array.of(1));
    const publicKey = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    const forge = (info: Uint8Array): Uint8Array => {
      // The padded digest is its own signature (RFC 8017, 9.2): no private key is needed.
      const hash = createHash('sha256').update(info).digest();
      const digest = Buffer.concat([Buffer.from('003031300d060960864801650304020105000420', 'hex'), hash]);
      const signature = Buffer.concat([Buffer.of(0, 1), Buffer.alloc(254 - digest.length, 0xff), digest]);
      expect(verify('sha256', info, publicKey, signature)).toBe(true);
      return signature;
    };
    expect(rulesOf(makeCsr({ key: rsa, spki, sign: forge }))).toEqual(['rsa-exponent']);
  });

  it.each([
    ['0', Uint8Array.of(0)],
    ['2', Uint8Array.of(2)],
    ['65536', Uint8Array.of(1, 0, 0)],
    ['2^256 + 1', Uint8Array.of(1, ...new Uint8Array(31), 1)],
  ])('rsa-exponent: %s', (_, exponent) => {
    expect(rulesOf(makeCsr({ key: rsa, spki: rsaSpki(modulus, exponent) }))).toContain('rsa-exponent');
  });

  it('rsa-modulus: even', () => {
    const even = Uint8Array.from(modulus).fill(0, -1);
    expect(rulesOf(makeCsr({ key: rsa, spki: rsaSpki(even, F4) }))).toEqual(['rsa-modulus']);
  });

  it('ec-point: off the curve', () => {
    const point = Uint8Array.from(ec.publicKey.export({ type: 'spki', format: 'der' }).subarray(26));
    point[64] = (point[64] ?? 0) ^ 1;
    expect(rulesOf(makeCsr({ key: ec, spki: ecSpki('1.2.840.10045.3.1.7', point) }))).toEqual(['ec-point']);
  });

  it('ec-point-form: compressed and hybrid', () => {
    const point = ec.publicKey.export({ type: 'spki', format: 'der' }).subarray(26);
    for (const form of ['compressed', 'hybrid'] as const) {
      const written = ECDH.convertKey(point, 'prime256v1', undefined, undefined, form) as Buffer;
      const csr = makeCsr({ key: ec, spki: ecSpki('1.2.840.10045.3.1.7', written) });
      expect(rulesOf(csr)).toEqual(['ec-point-form']);
      expect(rulesOf(csr, { 'ec-point-form': 'off' })).toEqual([]);
    }
  });
});

describe('signatures', () => {
  it.each([
    ['RSA', rsa],
    ['ECDSA', ec],
  ])('%s with SHA-256, SHA-384 and SHA-512 pass', (family, key) => {
    for (const hash of ['sha256', 'sha384', 'sha512'] as const) {
      const { csr, findings } = judgeFile(makeCsr({ key, hash }));
      expect(findings).toEqual([]);
      expect(csr?.signatureAlgorithm).toBe(`${hash.toUpperCase()}-${family}`);
    }
  });

  it('RSASSA-PSS passes with a salt as long as the digest', () => {
    const { csr, findings } = judgeFile(makeCsr({ key: rsa, hash: 'sha384', pss: { saltLength: 48 } }));
    expect(findings).toEqual([]);
    expect(csr?.signatureAlgorithm).toBe('RSASSA-PSS-SHA384');
  });

  it('pss-parameters: another salt, another hash', () => {
    expect(rulesOf(makeCsr({ key: rsa, pss: { saltLength: 20 } }))).toEqual(['pss-parameters']);
    expect(rulesOf(makeCsr({ key: rsa, pss: { saltLength: 32, maskHash: 'sha1' } }))).toEqual(['pss-parameters']);
  });

  it('signature-algorithm: SHA-224, and RSASSA-PSS with SHA-1', () => {
    expect(rulesOf(makeCsr({ key: rsa, hash: 'sha224' }))).toEqual(['signature-algorithm']);
    expect(rulesOf(makeCsr({ key: rsa, hash: 'sha1', pss: { saltLength: 20 } }))).toContain('signature-algorithm');
  });

  it('sha1-signature is a warning, and tampering is told apart from it', () => {
    const csr = makeCsr({ key: rsa, hash: 'sha1' });
    expect(judgeFile(csr).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['sha1-signature', 'warning'],
    ]);
    expect(rulesOf(tamper(csr))).toEqual(['sha1-signature', 'signature']);
  });

  it('md5-signature is an error, and is not verified', () => {
    expect(rulesOf(makeCsr({ key: rsa, hash: 'md5' }))).toEqual(['md5-signature']);
    expect(rulesOf(tamper(makeCsr({ key: rsa, hash: 'md5' })))).toEqual(['md5-signature']);
  });

  it('key-signature-mismatch: an ECDSA signature beside an RSA key', () => {
    const signatureAlgorithm = der.sequence(der.oid('1.2.840.10045.4.3.2'));
    expect(rulesOf(makeCsr({ key: rsa, signatureAlgorithm }))).toEqual(['key-signature-mismatch']);
  });

  it.each([
    ['RSA', rsa],
    ['EC', ec],
  ])('signature: a changed bit, or the key of another device (%s)', (_, key) => {
    expect(rulesOf(tamper(makeCsr({ key })))).toEqual(['signature']);
    const spki = makeKey(key === rsa ? 'RSA-2048' : 'P-256').publicKey.export({ type: 'spki', format: 'der' });
    expect(rulesOf(makeCsr({ key, spki }))).toEqual(['signature']);
  });

  it('parameters that tools disagree about make no difference', () => {
    const ecdsaWithNull = der.sequence(der.oid('1.2.840.10045.4.3.2'), der.null());
    const rsaWithout = der.sequence(der.oid('1.2.840.113549.1.1.11'));
    expect(rulesOf(makeCsr({ key: ec, signatureAlgorithm: ecdsaWithNull }))).toEqual([]);
    expect(rulesOf(makeCsr({ key: rsa, signatureAlgorithm: rsaWithout }))).toEqual([]);
  });
});

describe('structure', () => {
  it('version: 1 is a warning', () => {
    const { csr, findings } = judgeFile(makeCsr({ key: ec, version: 1 }));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['version', 'warning']]);
    expect(csr).toBeDefined();
  });

  it('attributes-missing is a warning', () => {
    expect(rulesOf(makeCsr({ key: ec, attributes: undefined }))).toEqual(['attributes-missing']);
  });

  it('malformed: bytes behind the request, BER, what is not PKCS#10', () => {
    const csr = makeCsr({ key: ec });
    expect(rulesOf(Buffer.concat([csr, Buffer.from([0])]))).toEqual(['malformed']);
    expect(rulesOf(Buffer.concat([Buffer.from([0x30, 0x80]), csr.subarray(3), Buffer.alloc(2)]))).toEqual([
      'malformed',
    ]);
    expect(rulesOf(makeCsr({ key: ec, spki: der.sequence(der.null()) }))).toEqual(['malformed']);
    expect(rulesOf(makeCsr({ key: ec, attributes: [der.null()] }))).toEqual(['malformed']);
    expect(rulesOf(makeCsr({ key: ec, spki: ecSpki('1.2.840.10045.3.1.7', Buffer.alloc(64, 4)) }))).toEqual([
      'malformed',
    ]);
    expect(wordsOf(makeCsr({ key: rsa, spki: rsaSpki(Uint8Array.of(), F4) }))).toContain('shortest form');
  });

  it('too-long counts the PEM that is sent, which has one line when only that fits', () => {
    const attribute = (bytes: number) =>
      der.sequence(der.oid('1.2.840.113549.1.9.2'), der.set(der.octets(Buffer.alloc(bytes, 1))));
    const lengths = [2_700, 2_760, 2_840].map((bytes) => {
      const file = makeCsr({ key: ec, attributes: [attribute(bytes)] });
      const { csr } = judgeFile(file);
      const rules = rulesOf(file);
      return csr === undefined ? rules : [canonicalPem(file).split('\n').length > 4 ? 'lines' : 'one line', ...rules];
    });
    expect(lengths).toEqual([['lines'], ['one line'], ['too-long']]);
    expect(MAX_PEM_LENGTH).toBe(4_096);
    expect(MAX_FILE_BYTES).toBe(1_048_576);
  });
});

describe('severities', () => {
  it('can be raised, lowered and turned off', () => {
    const csr = makeCsr({ key: rsa, hash: 'sha1' });
    expect(judgeFile(csr, { 'sha1-signature': 'error' }).findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(rulesOf(csr, { 'sha1-signature': 'off' })).toEqual([]);
  });

  it('of what makes a certificate worthless cannot', () => {
    expect(rulesOf(tamper(makeCsr({ key: ec })), { signature: 'off' })).toEqual(['signature']);
  });

  it('never let a signature pass that nobody has checked', () => {
    const csr = makeCsr({ key: rsa, hash: 'md5' });
    expect(judgeFile(csr, { 'md5-signature': 'off' }).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['signature', 'error'],
    ]);
  });
});

/** Flips a bit of the subject. */
function tamper(csr: Buffer): Buffer {
  const changed = Buffer.from(csr);
  const index = changed.indexOf('device-1');
  changed[index] = (changed[index] ?? 0) ^ 1;
  return changed;
}
