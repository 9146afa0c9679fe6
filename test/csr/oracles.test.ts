import 'reflect-metadata/lite';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/csr/parse/der.ts';
import { type CsrParts, der, ecSpki, type KeyKind, makeCsr, makeKey, rsaSpki, toPem } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';
import { makeWorkspace } from './workspace.ts';

const rsa = makeKey('RSA-2048');
const ec = makeKey('P-256');
const subject = [
  ['C', 'CH'],
  ['O', 'Example, Inc.'],
  ['OU', 'Größe'],
  ['CN', 'device+1'],
] as const;

describe('@peculiar/x509 reads the same', () => {
  it.each<KeyKind>(['P-256', 'P-384', 'P-521', 'RSA-2048'])('from a CSR with %s', (kind) => {
    const file = makeCsr({ key: kind === 'RSA-2048' ? rsa : makeKey(kind), subject });
    const { csr, subject: judged } = judgeFile(file);
    const theirs = new Pkcs10CertificateRequest(file);
    expect(csr?.spkiSha256).toBe(createHash('sha256').update(new Uint8Array(theirs.publicKey.rawData)).digest('hex'));
    expect(csr?.commonName).toBe(theirs.subjectName.getField('CN')[0]);
    const parts = judged.split(/(?<!\\),/);
    expect(parts.toReversed().join(', ')).toBe(theirs.subject);
  });
});

const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' });
const isThere = openssl.status === 0;
if (!isThere) console.log('skipped: there is no openssl on this machine');

describe.skipIf(!isThere)('openssl', () => {
  const workspace = makeWorkspace();

  /** Whether `openssl req -verify` reads a request, and whether it takes its signature for valid. */
  function verify(file: Uint8Array): 'valid' | 'invalid' | 'unreadable' {
    const path = join(workspace, 'device.csr');
    writeFileSync(path, file);
    const { stdout, stderr } = spawnSync('openssl', ['req', '-verify', '-noout', '-in', path], { encoding: 'utf8' });
    // The words go to stdout or stderr, depending on the version; the exit code does not tell in all of them.
    if (/verify OK/.test(stdout + stderr)) return 'valid';
    return /verify failure/.test(stdout + stderr) ? 'invalid' : 'unreadable';
  }

  function ours(file: Uint8Array): 'valid' | 'invalid' | 'unreadable' {
    const { csr, findings } = judgeFile(file);
    if (csr === undefined) return 'unreadable';
    return findings.some(({ rule }) => rule === 'signature') ? 'invalid' : 'valid';
  }

  const tampered = (parts: CsrParts): Buffer => {
    const file = makeCsr(parts);
    file[file.length - 3] = (file.at(-3) ?? 0) ^ 1;
    return file;
  };

  it.each<readonly [name: string, file: Buffer]>([
    ['EC P-256', makeCsr({ key: ec, subject })],
    ['EC P-521 with SHA-512', makeCsr({ key: makeKey('P-521'), hash: 'sha512' })],
    ['RSA', makeCsr({ key: rsa, subject })],
    ['RSA with SHA-1', makeCsr({ key: rsa, hash: 'sha1' })],
    ['RSASSA-PSS', makeCsr({ key: rsa, pss: { saltLength: 32 } })],
    ['RSASSA-PSS with another salt', makeCsr({ key: rsa, pss: { saltLength: 20 } })],
    ['version 1', makeCsr({ key: ec, version: 1 })],
    ['no attributes field', makeCsr({ key: ec, attributes: undefined })],
    ['an empty subject', makeCsr({ key: ec, subject: [] })],
    ['EC tampered with', tampered({ key: ec })],
    ['RSA tampered with', tampered({ key: rsa })],
    ['RSA with SHA-1 tampered with', tampered({ key: rsa, hash: 'sha1' })],
    ['RSASSA-PSS tampered with', tampered({ key: rsa, pss: { saltLength: 32 } })],
    [
      'the key of another device',
      makeCsr({ key: ec, spki: makeKey('P-256').publicKey.export({ type: 'spki', format: 'der' }) }),
    ],
    ['a cut end', makeCsr({ key: ec }).subarray(0, -1)],
    ['a subject that is no name', makeCsr({ key: ec, subject: [['CN', Uint8Array.of()]] })],
    ['an integer padded with zero', makeCsr({ key: ec, spki: der.sequence(encode(2, Uint8Array.of(0, 0, 1))) })],
  ])('agrees on %s', (_, file) => {
    expect(ours(file)).toBe(verify(Buffer.from(toPem(file))));
  });

  it.each<readonly [name: string, why: string, file: Buffer]>([
    [
      'RSA with exponent 1',
      'anyone can forge it',
      makeCsr({ key: rsa, spki: rsaSpki(Buffer.alloc(256, 0xff), Uint8Array.of(1)) }),
    ],
    ['a compressed point', 'AWS does not say that it reads one', makeCsr({ key: ec, spki: compressed() })],
  ])('reads %s, which we refuse: %s', (_, __, file) => {
    expect(verify(Buffer.from(toPem(file)))).not.toBe('unreadable');
    expect(judgeFile(file).findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('silently takes the first of two requests, and bytes behind a request, which we refuse', () => {
    const file = makeCsr({ key: ec });
    const two = Buffer.from(`${toPem(file)}${toPem(makeCsr())}`);
    const longer = Buffer.from(toPem(Buffer.concat([file, Buffer.alloc(3)])));
    for (const bytes of [two, longer]) {
      expect(verify(bytes)).toBe('valid');
      expect(ours(bytes)).toBe('unreadable');
    }
  });

  it('shows the same subject', () => {
    const path = join(workspace, 'subject.csr');
    writeFileSync(path, toPem(makeCsr({ key: ec, subject })));
    const args = ['req', '-noout', '-subject', '-nameopt', 'RFC2253,-esc_msb', '-in', path];
    const theirs = execFileSync('openssl', args, { encoding: 'utf8' })
      .trim()
      .replace(/^subject=\s*/, '');
    expect(judgeFile(makeCsr({ key: ec, subject })).subject).toBe(theirs);
  });

  function compressed(): Uint8Array {
    const point = ec.publicKey.export({ type: 'spki', format: 'der' }).subarray(26);
    const sign = 2 + ((point[64] ?? 0) & 1);
    return ecSpki('1.2.840.10045.3.1.7', Buffer.concat([Buffer.of(sign), point.subarray(1, 33)]));
  }
});
