import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/csr/rules/rules.ts';
import { der, makeCsr, makeKey, rsaSpki, toPem } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';

const extension = der.sequence(der.oid('2.5.29.17'), der.octets(Buffer.from('3003820178', 'hex')));
const extensionRequest = der.sequence(der.oid('1.2.840.113549.1.9.14'), der.set(der.sequence(extension)));

const rsa = makeKey('RSA-2048');
const requests = [
  makeCsr({ attributes: [extensionRequest] }),
  makeCsr({
    key: makeKey('P-521'),
    hash: 'sha512',
    subject: [
      ['C', 'CH'],
      ['O', 'Example'],
      ['CN', 'device-1'],
    ],
  }),
  makeCsr({ key: rsa }),
  makeCsr({ key: rsa, pss: { saltLength: 32 } }),
];
const files = requests.flatMap((request) => [
  request,
  Buffer.from(toPem(request)),
  Buffer.from(`\ufeff${toPem(request)}`, 'utf16le'),
]);
const originals = new Set(requests.map((request) => judgeFile(request).csr?.csrSha256));

const ids = new Set(RULES.map(({ id }) => id));

/** Overwrites, inserts and deletes a few bytes, or cuts the end off. */
type Change = readonly [kind: 'set' | 'insert' | 'delete' | 'cut', where: number, byte: number];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom('set', 'set', 'insert', 'delete', 'cut'),
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0x7f, 0x80, 0x84, 0xff, 0x30, 0x31, 0x2d, 0x0a)),
);

function mutate(file: Uint8Array, changes: readonly Change[]): Buffer {
  const bytes = [...file];
  for (const [kind, where, byte] of changes) {
    const index = Math.floor(where * bytes.length);
    if (kind === 'set') bytes[index] = byte;
    else if (kind === 'insert') bytes.splice(index, 0, byte);
    else bytes.splice(index, kind === 'delete' ? 1 : bytes.length);
  }
  return Buffer.from(bytes);
}

/** What holds for any file whatever. */
function expectVerdict(file: Uint8Array): void {
  const verdict = judgeFile(file);
  for (const { rule, path, message, fix } of verdict.findings) {
    expect(ids).toContain(rule);
    expect(path).toBe('device.csr');
    for (const sentence of [message, fix]) expect(sentence).toMatch(/^.{10,300}$/s);
  }
  const isAccepted = verdict.csr !== undefined && !verdict.findings.some(({ severity }) => severity === 'error');
  // A signed request is the only thing that can be accepted, and nobody can sign but the holder of the key.
  if (isAccepted) expect(originals).toContain(verdict.csr?.csrSha256);
  else expect(verdict.findings.length).toBeGreaterThan(0);
}

describe('whatever a file holds, it is one of the known requests or there is a finding', () => {
  it('when a CSR is changed', () => {
    const mutant = fc
      .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([file, changes]) => mutate(file, changes));
    fc.assert(fc.property(mutant, expectVerdict), { numRuns: 2_000 });
  });

  it('and the bytes around it in memory do not matter: nothing reads past its end', () => {
    const mutant = fc
      .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }))
      .map(([file, changes]) => mutate(file, changes));
    fc.assert(
      fc.property(mutant, fc.uint8Array({ minLength: 16, maxLength: 16 }), (file, around) => {
        const padded = Buffer.concat([around, file, around]);
        expect(judgeFile(padded.subarray(16, 16 + file.length))).toEqual(judgeFile(file));
      }),
      { numRuns: 300 },
    );
  });

  it('when it is any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectVerdict), { numRuns: 1_000 });
  });

  it('when it is any text around and within PEM', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '-----',
        'BEGIN ',
        'END ',
        'CERTIFICATE REQUEST',
        'NEW ',
        'PRIVATE KEY',
        '\n',
        '\r',
        ' ',
        'MII',
        '=',
      ),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => Buffer.from(words.join('')));
    fc.assert(fc.property(text, expectVerdict), { numRuns: 1_000 });
  });

  it('when every byte of a DER request in turn is flipped', () => {
    const [request = Buffer.alloc(0)] = requests;
    for (let index = 0; index < request.length; index += 1) {
      for (const bit of [1, 0x20, 0x80]) {
        const flipped = Buffer.from(request);
        flipped[index] = (flipped[index] ?? 0) ^ bit;
        expectVerdict(flipped);
      }
    }
  });
});

describe('a file of the largest size takes time in proportion', () => {
  const fill = (unit: string | Uint8Array): Buffer => Buffer.alloc(1_048_576, unit);
  it.each([
    ['BEGIN lines', fill('-----BEGIN CERTIFICATE REQUEST-----\n')],
    ['BEGIN and END lines', fill('-----BEGIN X-----\nAAAA\n-----END X-----\n')],
    ['half BEGIN lines', fill('-----BEGIN ')],
    ['half private keys', fill('BEGIN PRIVATE ')],
    ['hyphens', fill('-')],
    ['white space', fill(' ')],
    ['base64', fill('MIIB')],
    ['nested sequences', fill(Uint8Array.of(0x30, 0x80))],
    [
      'small sequences',
      Buffer.concat([Buffer.from('30830fffff', 'hex'), fill(Uint8Array.of(0x30, 0))]).subarray(0, 0x100004),
    ],
    [
      'a huge object identifier',
      Buffer.concat([Buffer.from('308310000506830fffff', 'hex'), fill(Uint8Array.of(0x81))]),
    ],
    ['a huge name', makeCsr({ subject: [['CN', 'x,'.repeat(500_000)]] })],
    ['many names', makeCsr({ subject: Array.from({ length: 30_000 }, () => ['CN', 'a,b'] as const) })],
    ['a huge integer', makeCsr({ key: rsa, spki: rsaSpki(new Uint8Array(700_000).fill(0xff), Uint8Array.of(3)) })],
  ])('%s', (_, file) => {
    expectVerdict(file);
  });
});
