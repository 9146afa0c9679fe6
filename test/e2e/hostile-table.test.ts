import { createHash } from 'node:crypto';
import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { readCertificationRequest } from '../../src/emulator/aws/certification-request.ts';
import { handedOver, inWorld, makeFleet, type World } from './table-fleet.ts';

/** What somebody may write who may write into the table of a shared ledger. */

const REVISION = '00000000-0000-4000-8000-000000000000';
const DEVICE = 'csrs/0.csr';
const fleet = makeFleet(2);
const spkiOf = (path: string): string =>
  createHash('sha256')
    .update(readCertificationRequest(fleet[path] ?? '').spki)
    .digest('hex');

async function plant(
  { dynamo, emulator }: World,
  attributes: Record<string, AttributeValue>,
  path = DEVICE,
): Promise<void> {
  const pk = { S: `123456789012#${emulator.region}#${spkiOf(path)}` };
  await dynamo.client.send(
    new PutItemCommand({ TableName: 'fleet', Item: { pk, rev: { S: REVISION }, ...attributes } }),
  );
}

const line = ({ emulator }: World, certificateId: string, more: object = {}): AttributeValue => ({
  S: JSON.stringify({
    ...{ spkiSha256: spkiOf(DEVICE), account: '123456789012', region: emulator.region, certificateId },
    ...{ csrPath: DEVICE, status: 'ACTIVE', issuedAt: '2026-01-01T00:00:00Z', ...more },
  }),
});

const claim = (since: string, until: string): Record<string, AttributeValue> => ({
  claimOwner: { S: REVISION },
  claimRun: { S: '\u001b[31m::error::run' },
  claimCsrPath: { S: DEVICE },
  claimSince: { S: since },
  claimUntil: { S: until },
});

/** Issues the second device alone, and gives its certificate. */
async function otherDevice(world: World): Promise<{ readonly id: string; readonly pem: string }> {
  const job = await world.newMachine({ 'csrs/1.csr': fleet['csrs/1.csr'] ?? '' });
  const { code, log } = await world.main(job, '1');
  expect(code, log).toBe(0);
  const [certificate] = world.emulator.iot.certificates();
  if (certificate === undefined) throw new Error('no certificate');
  return certificate;
}

/** Both devices have a certificate of their own, and no third one exists. */
async function expectOwnCertificates(world: World): Promise<string> {
  const job = await world.newMachine(fleet);
  const { code, log } = await world.main(job, '2', { 'set-as-active': 'true' });
  expect(code, log).toBe(0);
  const ids = await handedOver(job);
  for (const { id, spkiSha256 } of world.emulator.iot.certificates()) {
    const [path] = Object.keys(fleet).filter((one) => spkiOf(one) === spkiSha256);
    expect(ids[path ?? '']).toBe(id);
  }
  expect(world.emulator.iot.certificates()).toHaveLength(2);
  return log;
}

describe.concurrent('an item of a shared ledger that somebody else wrote', () => {
  it(
    'with the certificate of another device does not have it handed over or activated',
    inWorld(async (world) => {
      const { id } = await otherDevice(world);
      const before = world.emulator.iot.certificates()[0]?.status;
      await plant(world, { certificates: { L: [line(world, id)] } });
      expect(await expectOwnCertificates(world)).toContain('the account holds it for another key');
      expect(world.emulator.iot.certificates().find((one) => one.id === id)?.status).toBe(before);
    }),
  );

  it(
    'with the PEM, the ARN and a status of others has the device its own certificate',
    inWorld(async (world) => {
      const { id, pem } = await otherDevice(world);
      const more = { certificatePem: pem, certificateArn: 'arn:aws:iot:x:999999999999:cert/$(id)', status: 'ACTIVE' };
      await plant(world, { certificates: { L: [line(world, id, more), line(world, 'a'.repeat(64), more)] } });
      await expectOwnCertificates(world);
    }),
  );

  it(
    'with unknown attributes is read without them',
    inWorld(async (world) => {
      await plant(world, {
        delivered: { BOOL: true },
        ['__proto__']: { S: 'x' },
        constructor: { M: { a: { N: '1e125' } } },
        giant: { S: 'x'.repeat(300_000) },
      });
      await expectOwnCertificates(world);
    }),
  );

  it(
    'with hundreds of certificates costs no call for each, and the device has one of its own',
    inWorld(async (world) => {
      const ids = Array.from({ length: 600 }, (_, n) => createHash('sha256').update(String(n)).digest('hex'));
      await plant(world, { certificates: { L: ids.map((id) => line(world, id)) } });
      const log = await expectOwnCertificates(world);
      expect(world.emulator.iot.counters.DescribeCertificate?.calls ?? 0).toBeLessThan(50);
      expect(log.length).toBeLessThan(100_000);
    }),
  );

  it.each([
    ['another account', { account: '999999999999' }, 'of another key'],
    ['another region', { region: 'ap-south-1' }, 'of another key'],
    ['another key', { spkiSha256: 'f'.repeat(64) }, 'of another key'],
    ['a status that acts', { status: '::error::x' }, 'status is not a status'],
    ['an id that is a path', { certificateId: '../../x' }, 'certificateId is not'],
  ])('of %s is named before anything is created', (_, more, reason) =>
    inWorld(async (world) => {
      await plant(world, { certificates: { L: [line(world, 'a'.repeat(64), more)] } });
      const { code, log } = await world.main(await world.newMachine(fleet), '1');
      expect(code).toBe(1);
      expect(log).toContain(reason);
      expect(world.emulator.iot.certificates()).toEqual([]);
    })(),
  );

  it(
    'with a claim that ends in a thousand years is named at once, before anything is created',
    inWorld(async (world) => {
      await plant(world, claim('2026-01-01T00:00:00.000Z', '9999-01-01T00:00:00.000Z'));
      const { code, log } = await world.main(await world.newMachine(fleet), '1');
      expect(code, log).toBe(1);
      expect(log).toContain('claimUntil is later than any claim ends');
      expect(log).not.toContain('\u001b[31m');
      expect(world.emulator.iot.certificates()).toEqual([]);
    }),
  );

  it.each([
    ['begins after it ended', '2099-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['is of the year 1', '0001-01-01T00:00:00.000Z', '0001-01-01T00:01:00.000Z'],
  ])('with a claim that %s hides no certificate that exists', (_, since, until) =>
    inWorld(async (world) => {
      await otherDevice(world);
      const job = await world.newMachine({ [DEVICE]: fleet[DEVICE] ?? '' });
      expect((await world.main(job, '1', { ledger: '' })).code).toBe(0);
      await plant(world, claim(since, until));
      await expectOwnCertificates(world);
    })(),
  );

  it(
    'that knows the account up to a time to come is named before a second certificate is created',
    inWorld(async (world) => {
      const job = await world.newMachine(fleet);
      expect((await world.main(job, '1', { ledger: '' })).code).toBe(0);
      const pk = { S: `horizon#123456789012#${world.emulator.region}` };
      const Item = { pk, rev: { S: REVISION }, time: { S: '9999-01-01T00:00:00.000Z' } };
      await world.dynamo.client.send(new PutItemCommand({ TableName: 'fleet', Item }));
      const { code, log } = await world.main(await world.newMachine(fleet), '2');
      expect(code, log).toBe(1);
      expect(log).toContain('its time is yet to come');
      expect(world.emulator.iot.certificates()).toHaveLength(2);
    }),
  );
});

describe('the commands about ledgers', () => {
  it(
    'print and write what hostile records hold as text, and refuse what is none',
    inWorld(async (world) => {
      const path = '=cmd|"/c calc"!A1\u001b[2J\u009b31m\u202e.csr';
      const hostile = line(world, 'a'.repeat(64), { csrPath: path, ['__proto__']: { x: 1 }, constructor: 'x' }).S ?? '';
      await plant(world, { certificates: { L: [{ S: hostile }] }, ...claim('2026-01-01', '2026-01-02') });
      const job = await world.newMachine({ 'a.jsonl': `${hostile}\n` });
      const table = ['--ledger', 'dynamodb://fleet'];
      const spki = spkiOf(DEVICE);
      const answers = [
        await world.cli(job, ['ledger', 'show', spki, ...table]),
        await world.cli(job, ['ledger', 'show', spki, '--ledger', 'a.jsonl']),
        await world.cli(job, ['ledger', 'export', 'b.jsonl', ...table]),
        await world.cli(job, ['ledger', 'import', 'a.jsonl', ...table]),
        await world.cli(job, ['ledger', 'show', spki, '--ledger', 'a.jsonl', '--json']),
        await world.cli(job, ['ledger', 'merge', 'a.jsonl', 'b.jsonl']),
        await world.cli(job, ['ledger', 'merge', 'a.jsonl', 'b.jsonl', '-o', 'c.jsonl']),
      ];
      for (const { code, out } of answers) {
        expect(code, out).toBe(0);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        expect(out).not.toMatch(/[\u001b\u0080-\u009f\u202e]/);
      }
      expect(answers[0]?.out).toContain('=cmd|');
    }),
  );

  it(
    'read a ledger of 1,000,000 lines, and say which of its lines is none',
    inWorld(async (world) => {
      const horizon = `${JSON.stringify({ type: 'horizon', account: '123456789012', region: 'eu-west-1', time: '2026-01-01' })}\n`;
      const job = await world.newMachine({ 'a.jsonl': `${horizon.repeat(1_000_000)}{}\n`, 'b.jsonl': '' });
      const { code, out } = await world.cli(job, ['ledger', 'merge', 'a.jsonl', 'b.jsonl', '-o', 'c.jsonl']);
      expect(code).toBe(1);
      expect(out).toContain('Line 1000001');
    }),
  );
});
