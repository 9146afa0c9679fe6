import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { examine } from '../../src/csr/examine/examine.ts';
import { discover } from '../../src/csr/files/discover.ts';
import { readHolder } from '../../src/csr/parse/certificate-holder.ts';
import { type CertificateAuthority, createCertificateAuthority } from '../../src/emulator/aws/ca.ts';
import { createFileWriter } from '../../src/lib/file-writer.ts';
import { readKnownKeys } from '../../src/records/known-keys.ts';
import { EMPTY_LEDGER, entryFor, writeLedger } from '../../src/records/ledger.ts';
import type { LedgerEntry } from '../../src/records/ledger-line.ts';
import { makeCsr, makeKey, toPem } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';
import { makeWorkspace } from './workspace.ts';

const key = makeKey('RSA-2048');
const named = (name: string, own = key) => makeCsr({ key: own, subject: [['CN', name]] });
const first = named('a');

let ca: CertificateAuthority;
beforeAll(async () => {
  ca = await createCertificateAuthority();
});

/** The line of the ledger that a run writes for a CSR at a path. */
async function lineFor(path: string, file: Uint8Array, change: Partial<LedgerEntry> = {}): Promise<LedgerEntry> {
  const { csr } = judgeFile(file);
  if (csr === undefined) throw new Error('no CSR');
  const subject = Buffer.from(file).subarray(...subjectOf(file));
  const spki = key.publicKey.export({ type: 'spki', format: 'der' });
  const { pem, sha256 } = await ca.issue({ subject, spki } as never, Date.now());
  const certificate = { id: sha256, pem, status: undefined, issuedAt: undefined, origin: undefined };
  const entry = entryFor({ ...csr, path }, certificate, { account: '123456789012', region: 'eu-west-1' });
  return { ...entry, ...change };
}

/** Where the subject stands in a request of less than 64 KiB: behind two headers of 4 bytes and the version. */
function subjectOf(file: Uint8Array): readonly [number, number] {
  const start = 4 + 4 + 3;
  return [start, start + 2 + (file[start + 1] ?? 0)];
}

/** Rules that complain of the one file of a batch, with this in the ledger. */
async function rulesBeside(ledger: readonly LedgerEntry[], path: string, file: Uint8Array) {
  const workspace = makeWorkspace({ [path]: toPem(file) });
  const ledgerPath = join(workspace, 'ledger.jsonl');
  await writeLedger(createFileWriter([]), ledgerPath, { ...EMPTY_LEDGER, entries: ledger });
  const known = await readKnownKeys({ ledger: ledgerPath, outputDirectory: join(workspace, 'out'), mode: 'issue' });
  const { findings } = await examine(await discover({ patterns: ['**/*.csr'], workspace }), { known });
  return findings.map(({ rule, severity }) => [rule, severity]);
}

describe('a key of the ledger', () => {
  it('with the same CSR is what a re-run brings, in whatever file', async () => {
    expect(await rulesBeside([await lineFor('a.csr', first)], 'a.csr', first)).toEqual([]);
    expect(await rulesBeside([await lineFor('a.csr', first)], 'moved/b.csr', first)).toEqual([]);
  });

  it('with another subject is an error', async () => {
    expect(await rulesBeside([await lineFor('a.csr', first)], 'a.csr', named('b'))).toEqual([
      ['public-key-known', 'error'],
    ]);
  });

  it('with another CSR in another file is an error', async () => {
    expect(await rulesBeside([await lineFor('a.csr', first)], 'b.csr', makeAnother())).toEqual([
      ['public-key-known', 'error'],
    ]);
  });

  it('with another CSR of the same file and subject is said', async () => {
    expect(await rulesBeside([await lineFor('a.csr', first)], 'a.csr', makeAnother())).toEqual([
      ['csr-changed', 'notice'],
    ]);
  });

  it('of which only the id is recorded is not held against anybody', async () => {
    const bare = { csrSha256: null, csrPath: null, certificatePem: null };
    expect(await rulesBeside([await lineFor('a.csr', first, bare)], 'b.csr', named('b'))).toEqual([]);
  });

  it('counts once with several certificates', async () => {
    const lines = [await lineFor('a.csr', first), await lineFor('a.csr', first)];
    expect(await rulesBeside(lines, 'a.csr', first)).toEqual([]);
    expect(await rulesBeside(lines, 'a.csr', named('b'))).toEqual([['public-key-known', 'error']]);
  });

  it('that stands in the ledger for another key is ignored but for its fingerprint', async () => {
    const line = await lineFor('a.csr', first, { spkiSha256: '0'.repeat(64) });
    expect(await rulesBeside([line], 'b.csr', named('a', makeKey('P-256')))).toEqual([]);
  });
});

describe('a certificate', () => {
  it('is read, or is not one, whatever is changed in it', async () => {
    const pem = (await lineFor('a.csr', first)).certificatePem ?? '';
    expect(readHolder(pem)).toMatchObject({ subject: 'CN=a', key: { name: 'RSA-2048' } });
    const [begin = '', ...rest] = pem.trim().split('\n');
    const der = Buffer.from(rest.slice(0, -1).join(''), 'base64');
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (where, byte) => {
        const changed = Buffer.from(der);
        changed[where] = byte;
        const holder = readHolder(`${begin}\n${changed.toString('base64')}\n${rest.at(-1)}`);
        expect(holder === undefined || holder.spkiSha256.length === 64).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a subject of the ledger', () => {
  it('with another key is a warning, unless its certificate is marked as revoked', async () => {
    const file = named('a', makeKey('P-256'));
    expect(await rulesBeside([await lineFor('a.csr', first)], 'a.csr', file)).toEqual([
      ['subject-duplicate', 'warning'],
    ]);
    expect(await rulesBeside([await lineFor('a.csr', first, { status: 'REVOKED' })], 'a.csr', file)).toEqual([]);
  });
});

describe('the manifest in the output directory', () => {
  const manifest = (...entries: unknown[]) =>
    JSON.stringify({ schemaVersion: 1, account: '123456789012', region: 'eu-west-1', certificates: entries });

  it('counts with the certificates beside it', async () => {
    const { certificatePem, ...line } = await lineFor('a.csr', first);
    const outputDirectory = makeWorkspace({ 'manifest.json': manifest({ ...line, result: 'created', file: 'a.pem' }) });
    const [bare] = await readKnownKeys({ ledger: undefined, outputDirectory, mode: 'issue' });
    expect(bare).toMatchObject({ csrPath: 'a.csr', spkiSha256: line.spkiSha256, subject: undefined });
    writeFileSync(join(outputDirectory, 'a.pem'), certificatePem ?? '');
    const [whole] = await readKnownKeys({ ledger: undefined, outputDirectory, mode: 'issue' });
    expect(whole?.subject).toBe('CN=a');
    expect(Buffer.from(whole?.modulus ?? []).toString('base64url')).toBe(key.publicKey.export({ format: 'jwk' }).n);
  });

  it.each([
    null,
    7,
    {},
    { certificateId: 1 },
    { csrPath: 'a.csr', result: 'created', certificateId: 'x', spkiSha256: 'y' },
    { csrPath: 'a.csr', result: 'created', runAttempt: 1e300 },
    JSON.parse('{"__proto__": {"csrPath": "a.csr", "result": "created"}}'),
  ])('that holds anything else than entries is no manifest: %j', async (entry) => {
    const outputDirectory = makeWorkspace({ 'manifest.json': manifest(entry) });
    const read = readKnownKeys({ ledger: undefined, outputDirectory, mode: 'issue' });
    await expect(read).rejects.toThrow('certificates.0');
  });

  it('is never read past its directory', async () => {
    const { certificatePem, ...line } = await lineFor('a.csr', first);
    const entry = { ...line, result: 'created', file: '../b.pem' };
    const root = makeWorkspace({ 'out/manifest.json': manifest(entry), 'b.pem': certificatePem ?? '' });
    const [known] = await readKnownKeys({ ledger: undefined, outputDirectory: join(root, 'out'), mode: 'issue' });
    expect(known?.subject).toBeUndefined();
  });

  it('of something else matters only where certificates are to be written', async () => {
    const outputDirectory = makeWorkspace({ 'manifest.json': '{"name": "an app"}' });
    expect(await readKnownKeys({ ledger: undefined, outputDirectory, mode: 'validate' })).toEqual([]);
    await expect(readKnownKeys({ ledger: undefined, outputDirectory, mode: 'issue' })).rejects.toThrow('manifest');
  });
});

/** A CSR of the same key and subject with other bytes. */
function makeAnother(): Buffer {
  return makeCsr({ key, subject: [['CN', 'a']], hash: 'sha384' });
}
