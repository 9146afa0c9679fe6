import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/csr/parse/der.ts';
import { find } from '../emulator/programs.ts';
import { type CsrParts, der, makeCsr, makeKey, toPem } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';
import { makeWorkspace } from './workspace.ts';

type Verdict = 'valid' | 'invalid' | 'unreadable';

const keys = {
  'P-256': makeKey('P-256'),
  'P-384': makeKey('P-384'),
  'P-521': makeKey('P-521'),
  RSA: makeKey('RSA-2048'),
} as const;
const stranger = { EC: makeKey('P-256'), RSA: makeKey('RSA-2048') } as const;

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => der.utf8(value)),
  fc.stringMatching(/^[A-Za-z0-9 '()+,./:=?-]{0,30}$/).map((value) => encode(0x13, Buffer.from(value))),
  fc.stringMatching(/^[ -~]{0,30}$/).map((value) => encode(0x16, Buffer.from(value))),
  fc.string({ maxLength: 20 }).map((value) => encode(0x1e, Buffer.from(value, 'utf16le').swap16())),
  fc.uint8Array({ maxLength: 20 }).map((value) => encode(0x14, value)),
);
const subject = fc.array(
  fc.tuple(
    fc.constantFrom('CN', 'C', 'O', 'OU', 'serialNumber', '1.2.840.113549.1.9.1', '1.3.6.1.4.1.37244.2.1'),
    text,
  ),
  { maxLength: 5 },
);
const attributes = fc.option(
  fc.array(
    fc
      .tuple(fc.constantFrom('1.2.840.113549.1.9.7', '1.2.840.113549.1.9.2', '1.3.6.1.4.1.311.13.2.3'), text)
      .map(([oid, value]) => der.sequence(der.oid(oid), der.set(value))),
    { maxLength: 3 },
  ),
  { nil: undefined },
);

interface Case {
  readonly key: keyof typeof keys;
  readonly parts: CsrParts;
  /** What happens to it after it is signed. */
  readonly harm: 'none' | 'none again' | 'signature' | 'subject' | 'other key' | 'cut';
  readonly pss: boolean;
}

const cases: fc.Arbitrary<Case> = fc.record({
  key: fc.constantFrom(...(Object.keys(keys) as (keyof typeof keys)[])),
  parts: fc.record({
    subject,
    attributes,
    version: fc.constantFrom(0, 0, 1, 2),
    hash: fc.constantFrom('sha1', 'sha224', 'sha256', 'sha384', 'sha512'),
  }),
  harm: fc.constantFrom('none', 'none again', 'signature', 'subject', 'other key', 'cut'),
  pss: fc.boolean(),
});

function build({ key, parts, harm, pss }: Case): Buffer {
  const family = key === 'RSA' ? 'RSA' : 'EC';
  const file = makeCsr({
    ...parts,
    key: keys[key],
    ...(pss && family === 'RSA' ? { pss: { saltLength: 32 } } : {}),
    ...(harm === 'other key' ? { spki: stranger[family].publicKey.export({ type: 'spki', format: 'der' }) } : {}),
  });
  if (harm === 'cut') return file.subarray(0, -1);
  // The last byte of the signature, or one of the first attribute type in the subject: a valid DER all the same.
  if (harm === 'signature') file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
  if (harm === 'subject') {
    const index = file.indexOf(Buffer.from('0603550403', 'hex'));
    if (index !== -1) file[index + 4] = 10;
  }
  return file;
}

describe.skipIf(find('openssl', ['version']) === undefined)('openssl req -verify', () => {
  const path = join(makeWorkspace(), 'device.csr');

  function theirs(file: Uint8Array): Verdict {
    writeFileSync(path, toPem(file));
    const { stdout, stderr } = spawnSync('openssl', ['req', '-verify', '-noout', '-in', path], { encoding: 'utf8' });
    if (/verify OK/.test(stdout + stderr)) return 'valid';
    return /verify failure/.test(stdout + stderr) ? 'invalid' : 'unreadable';
  }

  function ours(file: Uint8Array): Verdict {
    const { csr, findings } = judgeFile(file);
    if (csr === undefined) return 'unreadable';
    return findings.some(({ rule }) => rule === 'signature') ? 'invalid' : 'valid';
  }

  it('says the same of any CSR that is generated, whole or harmed', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(cases, (generated) => {
        const file = build(generated);
        expect(ours(file)).toBe(theirs(file));
      }),
      { numRuns: 100 },
    );
  });

  // Where the two differ, it is on purpose.
  const whole = makeCsr({ key: keys['P-256'] });
  it.each<readonly [name: string, why: string, file: Uint8Array, they: Verdict, we: Verdict]>([
    [
      'bytes behind the request',
      'strict DER: what is not signed must not be there',
      Buffer.concat([whole, Buffer.alloc(3)]),
      'valid',
      'unreadable',
    ],
    [
      'an indefinite length',
      'strict DER: BER has many spellings of one request',
      Buffer.concat([Buffer.of(0x30, 0x80), whole.subarray(whole[1] === 0x81 ? 3 : 2), Buffer.of(0, 0)]),
      'valid',
      'unreadable',
    ],
    [
      'a length that is not the shortest',
      'strict DER, again',
      Buffer.concat([Buffer.of(0x30, 0x82, 0), whole.subarray(whole[1] === 0x81 ? 2 : 1)]),
      'valid',
      'unreadable',
    ],
    [
      'MD5 that was tampered with',
      'an MD5 signature is refused and not even verified: whatever it says proves nothing',
      tampered({ key: keys.RSA, hash: 'md5' }),
      'invalid',
      'valid',
    ],
    [
      'RSASSA-PSS of two hashes that was tampered with',
      'refused by its parameters, and node:crypto cannot verify it',
      tampered({ key: keys.RSA, pss: { saltLength: 32, maskHash: 'sha1' } }),
      'invalid',
      'valid',
    ],
  ])('differs on %s: %s', (_, __, file, they, we) => {
    expect([theirs(file), ours(file)]).toEqual([they, we]);
    // However it is called, nobody gets a certificate for it.
    expect(judgeFile(file).findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  function tampered(parts: CsrParts): Buffer {
    const file = makeCsr(parts);
    file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
    return file;
  }
});
