import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileWriter } from '../../src/lib/file-writer.ts';
import { joinRuns } from '../../src/records/join-runs.ts';
import {
  certificateOf,
  EMPTY_LEDGER,
  entryFor,
  extendLedger,
  joinLedgers,
  type Ledger,
  mergeLedger,
  moveHorizon,
  readLedger,
  writeLedger,
} from '../../src/records/ledger.ts';
import type { LedgerEntry } from '../../src/records/ledger-line.ts';
import { type Horizon, type OtherCertificate, spanOf } from '../../src/records/reach.ts';

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

/** As a run writes it that has registered the device. */
const registered = (digit: string) => ({ thingName: `thing-${digit}`, registration: digit.repeat(64) });

const PLACE = { account: '123456789012', region: 'eu-west-1' };
const of = (entries: readonly LedgerEntry[], more: Partial<Ledger> = {}): Ledger => ({
  ...EMPTY_LEDGER,
  entries,
  ...more,
});
const other = (key: string, id: string): OtherCertificate => ({
  ...PLACE,
  spkiSha256: fingerprint(key),
  certificateId: fingerprint(id),
});
const horizon = (since: string | null, time: string, more: Partial<Horizon> = {}): Horizon => ({
  ...PLACE,
  since,
  time,
  ...more,
});
const day = (date: number): string => `2026-11-${date}T00:00:00.000Z`;

it('a certificate that is registered in two regions has a line and a status in each', () => {
  const there = { ...entry('k', '1'), region: 'us-east-1', status: 'REVOKED' };
  const here = entry('k', '1');
  for (const joined of [
    mergeLedger(of([there]), [here]),
    joinLedgers(of([here]), of([there])),
    joinRuns(of([there]), of([here])),
  ]) {
    expect([...joined.entries].sort((a, b) => (a.region < b.region ? -1 : 1))).toEqual([here, there]);
  }
});

describe('reading a ledger', () => {
  it.each([
    ['that none is named', undefined],
    ['that does not exist', '/nowhere/fleet.jsonl'],
  ])('%s gives no entries', async (_, where) => {
    expect(await readLedger(where)).toEqual(EMPTY_LEDGER);
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

  it.each([
    ['thingName', 'a b'],
    ['thingName', 'a'.repeat(129)],
    ['registration', 'none'],
  ])('refuses what is no %s: %s', async (field, value) => {
    await writeFile(path, `${JSON.stringify({ ...entry('a', '1'), [field]: value })}\n`);
    await expect(readLedger(path)).rejects.toThrow(`Line 1 is not a certificate of a ledger: ${field} is not`);
  });

  it('keeps fields that it does not know', async () => {
    await writeFile(path, JSON.stringify({ ...entry('a', '1'), note: 'mine' }));
    expect((await readLedger(path)).entries).toEqual([{ ...entry('a', '1'), note: 'mine' }]);
  });

  it.each([
    [['ACTIVE', 'REVOKED'], 'REVOKED'],
    [['REVOKED', 'ACTIVE'], 'REVOKED'],
    [['INACTIVE', 'ACTIVE'], 'ACTIVE'],
  ])('takes lines %j of one certificate, as a merge leaves them, for one that is %s', async (statuses, status) => {
    await writeFile(path, statuses.map((one) => `${JSON.stringify(entry('a', '1', { status: one }))}\n`).join(''));
    expect((await readLedger(path)).entries).toEqual([entry('a', '1', { status })]);
  });

  it.each([
    [
      'a field as deep as no file can be written',
      JSON.stringify(entry('a', '1')).replace('{', `{"x":${'['.repeat(50_000)}${']'.repeat(50_000)},`),
    ],
    ['a time that is text', JSON.stringify({ ...entry('a', '1'), issuedAt: '27 Nov 2026 (<img src=x>)' })],
    ['a conflict marker', '<<<<<<< HEAD'],
    ['half a line', '{"spkiSha256":"a"'],
    ['a line without the id', JSON.stringify({ ...entry('a', '1'), certificateId: '' })],
    ['a line that is another object', '{}'],
    ['an id that is none', JSON.stringify({ ...entry('a', '1'), certificateId: '../x' })],
    ['an account that is none', JSON.stringify({ ...entry('a', '1'), account: '1' })],
    ['a status that is a list', JSON.stringify({ ...entry('a', '1'), status: ['ACTIVE'] })],
    ['a line that is a number', '7'],
    ['a short line without the key', JSON.stringify({ type: 'other', ...PLACE, certificateId: fingerprint('1') })],
    ['a horizon without a time', JSON.stringify({ type: 'horizon', ...PLACE })],
    ['a horizon whose time is none', JSON.stringify({ type: 'horizon', ...PLACE, time: 'today' })],
    ['a line of a type that only a later version knows', JSON.stringify({ ...entry('a', '1'), type: 'later' })],
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
      'keeps the status that a person gave a certificate',
      [entry('a', '1', { status: 'REVOKED' })],
      [entry('a', '1', { status: 'ACTIVE' })],
      [entry('a', '1', { status: 'REVOKED' })],
    ],
    [
      'keeps the PEM when the newer line has none',
      [entry('a', '1', { certificatePem: 'PEM' })],
      [entry('a', '1', { certificatePem: null, status: 'INACTIVE' })],
      [entry('a', '1', { certificatePem: 'PEM', status: 'INACTIVE' })],
    ],
    [
      'keeps what was registered when the newer line does not say it',
      [entry('a', '1', registered('1'))],
      [entry('a', '1', { status: 'INACTIVE' })],
      [entry('a', '1', { status: 'INACTIVE', ...registered('1') })],
    ],
    [
      'replaces what was registered by what the newer line says',
      [entry('a', '1', registered('1'))],
      [entry('a', '1', registered('2'))],
      [entry('a', '1', registered('2'))],
    ],
  ])('%s', (_, before, added, after) => {
    expect(mergeLedger(of(before), added)).toEqual(of(after));
  });

  it('gives the same whatever comes first', () => {
    const [one, two] = [[entry('a', '1'), entry('c', '3')], [entry('b', '2')]];
    expect(mergeLedger(of(one), two)).toEqual(mergeLedger(of(two), one));
  });
});

describe('writing a ledger', () => {
  it('gives one line an entry, which reads as it was, and leaves no other file', async () => {
    const ledger = of(Array.from({ length: 150 }, (_, n) => entry(`key-${n}`, `${n}`)));
    await writeLedger(createFileWriter([]), path, ledger);
    expect(await readLedger(path)).toEqual(ledger);
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(151);
    expect(await readdir(directory)).toEqual(['fleet.jsonl']);
  });

  it('fills in PEMs that are at hand', async () => {
    const entries = [entry('a', '1', { certificatePem: null }), entry('b', '2', { certificatePem: null })];
    await writeLedger(createFileWriter([]), path, of(entries), async ({ certificateId }) =>
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

describe('the reach of a ledger', () => {
  const known = of([entry('b', '2')], {
    others: [other('a', '1'), other('c', '3')],
    horizons: [horizon(null, day(24)), horizon(day(20), day(23), { region: 'us-east-1' })],
  });

  it('is written with it and read again, the certificates in the order of their keys', async () => {
    await writeLedger(createFileWriter([]), path, known);
    expect(await readLedger(path)).toEqual(known);
    const keys = (await readFile(path, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).spkiSha256);
    expect(keys).toEqual([undefined, undefined, ...['a', 'b', 'c'].map(fingerprint)]);
  });

  it('is refused by a reader that does not know horizons, since it names no key', async () => {
    await writeLedger(createFileWriter([]), path, known);
    const [first = ''] = (await readFile(path, 'utf8')).split('\n');
    expect(JSON.parse(first)).toEqual({ type: 'horizon', ...horizon(null, day(24)) });
  });

  it.each([
    ['one horizon is what it says', [horizon(day(20), day(24))], [20, 24]],
    ['none is nothing', [], undefined],
    ['that of another region is nothing', [horizon(null, day(24), { region: 'us-east-1' })], undefined],
    ['of two, left by a merge, is what both say', [horizon(day(20), day(26)), horizon(day(21), day(24))], [21, 24]],
    [
      'of two that have nothing in common is nothing',
      [horizon(day(20), day(21)), horizon(day(23), day(24))],
      undefined,
    ],
  ] as const)('in an account of %s', (_, horizons, days) => {
    const span = days && { since: Date.parse(day(days[0])), until: Date.parse(day(days[1])) };
    expect(spanOf(horizons, PLACE)).toEqual(span);
  });

  const at = (date: number): number => Date.parse(day(date));

  it.each([
    ['moves forward by a search back to it', [20, 24], [24, 25], [20, 25]],
    ['moves forward by a search back beyond it', [20, 24], [22, 25], [20, 25]],
    ['reaches further back by a search that did', [20, 24], [18, 25], [18, 25]],
    ['stays where the search leaves a gap', [20, 22], [24, 25], [20, 22]],
    ['never moves back', [20, 26], [20, 25], [20, 26]],
  ] as const)('%s', (_, [since, until], [from, to], [expectedSince, expectedUntil]) => {
    const before = of([], { horizons: [horizon(day(since), day(until))] });
    const after = moveHorizon(before, { since: at(from), until: at(to) }, PLACE);
    expect(after.horizons).toEqual([horizon(day(expectedSince), day(expectedUntil))]);
  });

  it('begins with the first search, and the whole account has no begin', () => {
    expect(moveHorizon(EMPTY_LEDGER, { since: 0, until: at(24) }, PLACE).horizons).toEqual([horizon(null, day(24))]);
  });

  it('has no short line of a certificate that is a device of the ledger', () => {
    const merged = mergeLedger(of([], { others: [other('a', '1'), other('b', '2')] }), [entry('a', '1')]);
    expect(merged).toEqual(of([entry('a', '1')], { others: [other('b', '2')] }));
  });

  it('loses a short line that the account contradicts, and gets what was looked at instead', () => {
    const before = of([], { others: [other('forged', '1'), other('forged', '2'), other('c', '3')] });
    const reach = {
      seen: new Map([[fingerprint('1'), fingerprint('a')]]),
      covered: undefined,
      refuted: new Set([fingerprint('2')]),
    };
    expect(extendLedger(before, [], reach, PLACE).others).toEqual([other('a', '1'), other('c', '3')]);
  });

  it('of two ledgers together is the further one of either', () => {
    const one = of([entry('a', '1')], { horizons: [horizon(null, day(23))] });
    const two = of([], { others: [other('b', '2')], horizons: [horizon(null, day(24))] });
    const both = of([entry('a', '1')], { others: [other('b', '2')], horizons: [horizon(null, day(24))] });
    expect(joinLedgers(one, two)).toEqual(both);
    expect(joinLedgers(two, one)).toEqual(both);
  });
});
