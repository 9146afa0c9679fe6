import { describe, expect, it } from 'vitest';
import {
  acknowledgedLength,
  createJournal,
  type JournalState,
  ofStep,
  readJournal,
} from '../../src/records/journal.ts';

const KEY = 'a'.repeat(64);
const CSR = 'c'.repeat(64);
const ID = '1'.repeat(64);
const csr = { path: 'a.csr', csrSha256: CSR, spkiSha256: KEY };
const certificate = {
  id: ID,
  status: 'INACTIVE',
  issuedAt: '2026-11-24T00:00:00.000Z',
  origin: undefined,
  pem: 'PEM',
} as const;

const intent = `{"type":"intent","spki":"${KEY}","csr":"${CSR}","path":"a.csr","file":"a.pem","time":"1970-01-01T00:00:01.000Z"}\n`;
const later = intent.replace('00:00:01', '00:00:09');
const release = `{"type":"release","spki":"${KEY}"}\n`;
const issued = `{"type":"issued","spki":"${KEY}","csr":"${CSR}","path":"a.csr","file":"a.pem","certificate":${JSON.stringify(certificate)}}\n`;
const activated = `{"type":"activated","id":"${ID}"}\n`;
const place = '{"type":"place","account":"123456789012","region":"eu-west-1"}\n';
const registered = `${JSON.stringify({ type: 'registered', id: ID, thing: 'pump-1', registration: '2'.repeat(64) })}\n`;
const delivered = (sha256: string) => `{"type":"delivered","to":"secret X","sha256":"${sha256.repeat(64)}"}\n`;

/** What a journal says, in short. */
function summary({ inDoubt, certificates, delivered: places }: JournalState) {
  return {
    inDoubt: [...inDoubt].map(([key, { since }]) => `${key.slice(0, 1)} since ${since}`),
    certificates: [...certificates].map(
      ([
        key,
        {
          certificate: { id, status },
        },
      ]) => `${key.slice(0, 1)} ${id.slice(0, 1)} ${status}`,
    ),
    delivered: [...places].map(([to, { sha256 }]) => `${to} ${sha256.slice(0, 1)}`),
  };
}

const NOTHING = { inDoubt: [], certificates: [], delivered: [] };
const INACTIVE = { ...NOTHING, certificates: ['a 1 INACTIVE'] };

describe('a journal', () => {
  it.each([
    ['that is empty says nothing', '', NOTHING],
    ['with an intent leaves its request unresolved', intent, { ...NOTHING, inDoubt: ['a since 1000'] }],
    ['with two intents counts from the first', intent + later, { ...NOTHING, inDoubt: ['a since 1000'] }],
    ['whose intent was released leaves nothing unresolved', intent + release, NOTHING],
    [
      'with an intent after a release counts from that one',
      intent + release + later,
      { ...NOTHING, inDoubt: ['a since 9000'] },
    ],
    ['with a certificate leaves its request resolved', intent + issued, INACTIVE],
    ['with an activation says ACTIVE', issued + activated, { ...NOTHING, certificates: ['a 1 ACTIVE'] }],
    ['with the activation of an unknown certificate ignores it', activated + issued, INACTIVE],
    [
      'with two deliveries to a place has the last',
      delivered('1') + delivered('2'),
      { ...NOTHING, delivered: ['secret X 2'] },
    ],
    // As a crash leaves it.
    ['whose last line has no end does not count that line', issued + release.trim(), INACTIVE],
    ['cut off in the middle of a line does not count that line', intent.slice(0, -20), NOTHING],
    ['with a line that is no record goes on after it', `garbage\n{"type":"news"}\n7\nnull\n${issued}`, INACTIVE],
  ])('%s', (_, text, expected) => {
    expect(summary(readJournal(text))).toEqual(expected);
  });

  it('is about the place that its first line of that kind names', () => {
    const other = place.replace('eu-west-1', 'us-east-1');
    expect(readJournal(place + intent + other).place).toEqual({ account: '123456789012', region: 'eu-west-1' });
    expect(readJournal(intent).place).toBeUndefined();
  });

  it('is acknowledged up to its last line end', () => {
    expect(acknowledgedLength(`${intent}half`)).toBe(intent.length);
    expect(acknowledgedLength('half')).toBe(0);
  });
});

/** A disk that is written to only when the test says so. */
function disk() {
  const appended: string[] = [];
  let go: (error?: Error) => void = () => {};
  const append = (text: string) =>
    new Promise<void>((resolve, reject) => {
      appended.push(text);
      go = (error) => (error === undefined ? resolve() : reject(error));
    });
  return { appended, append, finish: (error?: Error) => go(error) };
}

const settled = () => new Promise(setImmediate);

describe('writing a journal', () => {
  it('makes one line a record, in the form that it is read in', async () => {
    const lines: string[] = [];
    const journal = createJournal(async (text) => void lines.push(text));
    await journal.begin({ account: '123456789012', region: 'eu-west-1' });
    await journal.intend(csr, 'a.pem', 1_000);
    await journal.issued(csr, 'a.pem', certificate);
    await journal.activated(ID);
    await journal.delivered('secret X', { sha256: '1'.repeat(64), time: undefined });
    journal.registered(ID, { thing: 'pump-1', registration: '2'.repeat(64) });
    journal.release(csr);
    await journal.flush();
    expect(lines.join('')).toBe(place + intent + issued + activated + delivered('1') + registered + release);
    expect(readJournal(lines.join('')).registered).toEqual(
      new Map([[ID, { thing: 'pump-1', registration: '2'.repeat(64) }]]),
    );
  });

  it('resolves when the line is on the disk, and not before', async () => {
    const { append, finish } = disk();
    let isDurable = false;
    const intended = createJournal(append)
      .intend(csr, 'a.pem', 1_000)
      .then(() => {
        isDurable = true;
      });
    await settled();
    expect(isDurable).toBe(false);
    finish();
    await intended;
    expect(isDurable).toBe(true);
  });

  it('takes all lines that wait in one append', async () => {
    const { appended, append, finish } = disk();
    const journal = createJournal(append);
    const first = journal.activated('1');
    await settled();
    const others = Promise.all([journal.activated('2'), journal.activated('3')]);
    finish();
    await first;
    await settled();
    finish();
    await others;
    expect(appended.map((text) => text.split('\n').length - 1)).toEqual([1, 2]);
  });

  it('fails for every line after one that failed: nothing may follow half a line', async () => {
    const { appended, append, finish } = disk();
    const journal = createJournal(append);
    const first = journal.activated('1');
    const second = settled().then(() => journal.activated('2'));
    await settled();
    finish(new Error('disk full'));
    await expect(first).rejects.toThrow('disk full');
    await expect(second).rejects.toThrow('disk full');
    await expect(journal.activated('3')).rejects.toThrow('disk full');
    expect(appended).toHaveLength(1);
    await journal.flush();
  });
});

describe('a journal of revocations', () => {
  it('says of each step which certificates AWS was asked for, and which it has answered', async () => {
    let text = '';
    const journal = createJournal(async (lines) => {
      text += lines;
    });
    const [other, third] = ['2'.repeat(64), '3'.repeat(64)];
    await journal.enter('one');
    await journal.revoking(ID);
    await journal.revoked(ID);
    await journal.revoking(other);
    await journal.enter('two');
    await journal.revoking(third);
    const state = readJournal(text);
    expect([...ofStep(state, 'one').revocations]).toEqual([
      [ID, { isDone: true, step: 'one' }],
      [other, { isDone: false, step: 'one' }],
    ]);
    expect([...ofStep(state, 'two').revocations.keys()]).toEqual([third]);
    expect(state.revocations.size).toBe(3);
  });
});
