import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileWriter } from '../../src/lib/file-writer.ts';
import { certificateOf, entryFor, mergeLedger, readLedger, writeLedger } from '../../src/records/ledger.ts';
import type { LedgerEntry } from '../../src/records/ledger-line.ts';

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-'));
  path = join(directory, 'fleet.jsonl');
});

afterEach(() => rm(directory, { recursive: true }));

/** Looks like a SHA-256, and sorts as the text does. */
const fingerprint = (text: string): string => Buffer.from(text).toString('hex').padEnd(64, '0');

const entry = (key: string, id: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  spkiSha256: fingerprint(key),
  csrSha256: fingerprint('c'),
  csrPath: 'a.csr',
  account: '123456789012',
  region: 'eu-west-1',
  certificateId: fingerprint(id),
  certificateArn: `arn:aws:iot:eu-west-1:123456789012:cert/${fingerprint(id)}`,
  status: 'ACTIVE',
  issuedAt: '2026-11-24T00:00:00.000Z',
  runId: '7',
  runAttempt: 2,
  commit: 'c0ffee0',
  certificatePem: 'PEM',
  ...more,
});

describe('reading a ledger', () => {
  it.each([
    ['that none is named', undefined],
    ['that does not exist', '/nowhere/fleet.jsonl'],
  ])('%s gives no entries', async (_, where) => {
    expect(await readLedger(where)).toEqual({ entries: [] });
  });

  it('gives each line as an entry; lines that are empty and line ends of Windows do not matter', async () => {
    await writeFile(path, `${JSON.stringify(entry('a', '1'))}\r\n\n${JSON.stringify(entry('b', '2'))}\n`);
    expect((await readLedger(path)).entries).toEqual([entry('a', '1'), entry('b', '2')]);
  });

  it('takes a field that a line does not have as unknown', async () => {
    const { spkiSha256, account, region, certificateId } = entry('a', '1');
    await writeFile(path, JSON.stringify({ spkiSha256, account, region, certificateId }));
    const nothing = { csrSha256: null, csrPath: null, status: null, issuedAt: null };
    const unknown = { ...nothing, runId: null, runAttempt: null, commit: null, certificatePem: null };
    expect((await readLedger(path)).entries).toEqual([entry('a', '1', unknown)]);
  });

  it('makes the ARN of each entry, whatever the line says', async () => {
    await writeFile(path, JSON.stringify({ ...entry('a', '1'), certificateArn: 'arn:of:another' }));
    expect((await readLedger(path)).entries).toEqual([entry('a', '1')]);
  });

  it('keeps fields that it does not know', async () => {
    await writeFile(path, JSON.stringify({ ...entry('a', '1'), note: 'mine' }));
    expect((await readLedger(path)).entries).toEqual([{ ...entry('a', '1'), note: 'mine' }]);
  });

  it.each([
    ['a conflict marker', '<<<<<<< HEAD'],
    ['half a line', '{"spkiSha256":"a"'],
    ['a line without the id', JSON.stringify({ ...entry('a', '1'), certificateId: '' })],
    ['a line that is another object', '{}'],
    ['an id that is none', JSON.stringify({ ...entry('a', '1'), certificateId: '../x' })],
    ['an account that is none', JSON.stringify({ ...entry('a', '1'), account: '1' })],
    ['a status that is a list', JSON.stringify({ ...entry('a', '1'), status: ['ACTIVE'] })],
    ['a line that is a number', '7'],
  ])('with %s is refused, and the line is named', async (_, line) => {
    await writeFile(path, `${JSON.stringify(entry('a', '1'))}\n${line}\n`);
    await expect(readLedger(path)).rejects.toMatchObject({
      code: 'ledger',
      where: path,
      message: expect.stringContaining('Line 2'),
    });
  });

  it('that is a directory is refused', async () => {
    await expect(readLedger(directory)).rejects.toMatchObject({ code: 'ledger', where: directory });
  });
});

describe('merging into a ledger', () => {
  it.each([
    ['keeps what is there and sorts by key', [entry('b', '1')], [entry('a', '2')], [entry('a', '2'), entry('b', '1')]],
    ['keeps every certificate of a key', [entry('a', '2')], [entry('a', '1')], [entry('a', '1'), entry('a', '2')]],
    [
      'replaces the line of a certificate by its newer one',
      [entry('a', '1', { status: 'INACTIVE' })],
      [entry('a', '1', { status: 'ACTIVE' })],
      [entry('a', '1', { status: 'ACTIVE' })],
    ],
    [
      'keeps the PEM when the newer line has none',
      [entry('a', '1', { certificatePem: 'PEM' })],
      [entry('a', '1', { certificatePem: null, status: 'INACTIVE' })],
      [entry('a', '1', { certificatePem: 'PEM', status: 'INACTIVE' })],
    ],
  ])('%s', (_, before, added, after) => {
    expect(mergeLedger({ entries: before }, added)).toEqual({ entries: after });
  });

  it('gives the same whatever comes first', () => {
    const [one, two] = [[entry('a', '1'), entry('c', '3')], [entry('b', '2')]];
    expect(mergeLedger({ entries: one }, two)).toEqual(mergeLedger({ entries: two }, one));
  });
});

describe('writing a ledger', () => {
  it('gives one line an entry, which reads as it was, and leaves no other file', async () => {
    const ledger = { entries: Array.from({ length: 150 }, (_, n) => entry(`key-${n}`, `${n}`)) };
    await writeLedger(createFileWriter([]), path, ledger);
    expect(await readLedger(path)).toEqual(ledger);
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(151);
    expect(await readdir(directory)).toEqual(['fleet.jsonl']);
  });

  it('fills in PEMs that are at hand', async () => {
    const entries = [entry('a', '1', { certificatePem: null }), entry('b', '2', { certificatePem: null })];
    await writeLedger(createFileWriter([]), path, { entries }, async ({ certificateId }) =>
      certificateId === fingerprint('1') ? 'PEM' : undefined,
    );
    expect((await readLedger(path)).entries.map(({ certificatePem }) => certificatePem)).toEqual(['PEM', null]);
  });
});

describe('the certificate of a ledger entry', () => {
  const { certificateId: id } = entry('a', '1');
  const about = { id, status: 'ACTIVE', issuedAt: '2026-11-24T00:00:00.000Z' };
  const origin = { runId: '7', runAttempt: 2, commit: 'c0ffee0' };

  it.each([
    ['has what the entry has', {}, { ...about, pem: 'PEM', origin }],
    ['has no PEM when the entry has none', { certificatePem: null }, { ...about, origin }],
    ['has no PEM when a person emptied it', { certificatePem: '' }, { ...about, origin }],
    [
      'has no status but those that are given here',
      { status: 'REVOKED' },
      { ...about, pem: 'PEM', status: undefined, origin },
    ],
    ['has no origin when no run is recorded', { runId: null }, { ...about, pem: 'PEM', origin: undefined }],
    [
      'is of the first attempt when none is recorded',
      { runAttempt: null },
      { ...about, pem: 'PEM', origin: { ...origin, runAttempt: 1 } },
    ],
  ] as const)('%s', (_, change, expected) => {
    expect(certificateOf(entry('a', '1', change))).toEqual(expected);
  });

  it('becomes the same entry again', () => {
    const one = entry('a', '1');
    const csr = { spkiSha256: one.spkiSha256, csrSha256: one.csrSha256, path: 'a.csr' };
    expect(entryFor(csr, certificateOf(one), { account: one.account, region: one.region })).toEqual(one);
  });
});
