import { createHash, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Job, type StepResult, startJob } from '../e2e/step.ts';
import { makeZip, type ZippedFile } from './make-zip.ts';
import { createMemoryGauge, type MemoryGauge } from './memory.ts';

/** A small run has about 110 MiB. */
const MAX_MIB = 300;

let emulator: Emulator;
let jobs: Job[];
let gauge: MemoryGauge;

const CSRS = Object.fromEntries(['a', 'b'].map((name) => [`csrs/${name}.csr`, toPem(makeCsr(name))]));

beforeEach(async () => {
  emulator = await startEmulator();
  jobs = [];
  gauge = createMemoryGauge();
});

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await emulator.close();
});

/** A step of the current attempt, on a machine of its own. */
async function issue(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  const job = await startJob();
  jobs.push(job);
  for (const [path, content] of Object.entries(CSRS)) await job.write(path, content);
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'github-token': emulator.githubToken,
      deliver: 'directory',
      ...inputs,
    },
    env: emulator.env,
    onStart: gauge.watch,
  });
}

const notices = ({ annotations }: StepResult): readonly string[] =>
  annotations.filter(({ title }) => title !== 'endpoint').map(({ message }) => message);

const text = (name: string, content: string): ZippedFile => ({ name, content: Buffer.from(content) });
const zeros = (name: string, mib: number): ZippedFile => ({ name, content: Buffer.alloc(mib * 1024 * 1024) });

/** The files of an artifact that tells of these certificates, as an attempt leaves them. */
function artifactOf(certificates: readonly { readonly id: string; readonly pem: string }[]): ZippedFile[] {
  const { accountId: account, region } = emulator;
  const entries = certificates.map(({ id }, index) => ({
    csrPath: `csrs/${index}.csr`,
    csrSha256: id,
    spkiSha256: id,
    commonName: `device-${index}`,
    key: 'EC P-256',
    result: 'created',
    certificateId: id,
    certificateArn: `arn:aws:iot:${region}:${account}:cert/${id}`,
    status: 'INACTIVE',
    file: `${index}.pem`,
    secret: null,
    issuedAt: '2026-01-01T00:00:00.000Z',
    runId: '9876543210',
    runAttempt: 1,
    commit: 'f'.repeat(40),
    reason: null,
  }));
  const manifest = { schemaVersion: 1, repository: 'octo-org/device-fleet', account, region, certificates: entries };
  return [
    text('manifest.json', JSON.stringify(manifest, null, 1)),
    ...certificates.map(({ pem }, index) => text(`${index}.pem`, pem)),
  ];
}

/** That of the certificates that the account holds. */
const honest = (): readonly ZippedFile[] => artifactOf(emulator.iot.certificates());

/** Certificates of other devices: this one with another key in it, which nobody checks that does not use it. */
function others(pem: string, count: number): { id: string; pem: string }[] {
  const certificate = new X509Certificate(pem);
  const der = Buffer.from(certificate.raw);
  const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
  const at = der.indexOf(key) + key.length - 8;
  return Array.from({ length: count }, (_, n) => {
    der.writeUInt32BE(n, at);
    const body = der.toString('base64').replace(/.{64}/g, '$&\n');
    const id = createHash('sha256').update(der).digest('hex');
    return { id, pem: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n` };
  });
}

describe('an artifact of an earlier attempt', () => {
  it('spares a look at each certificate of the account', async () => {
    await issue();
    emulator.artifacts.plant('iot-certificates', makeZip(honest()));
    emulator.rerun();
    const { calls } = emulator.iot.counters.DescribeCertificate;
    const result = await issue();
    expect(notices(result)).toEqual([]);
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '2' });
    expect(emulator.iot.counters.DescribeCertificate.calls).toBe(calls);
  });

  it('of 100,000 devices is read, in less than 700 MiB', async () => {
    await issue();
    const [one] = emulator.iot.certificates();
    const fleet = [...emulator.iot.certificates(), ...others(one?.pem ?? '', 100_000)];
    emulator.artifacts.plant('iot-certificates', makeZip(artifactOf(fleet), { zip64: true }));
    emulator.rerun();
    const { calls } = emulator.iot.counters.DescribeCertificate;
    const result = await issue();
    expect(notices(result)).toEqual([]);
    expect(result.log).toContain('Earlier attempts of this run handed over 100,002 certificates');
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '2' });
    expect(emulator.iot.counters.DescribeCertificate.calls).toBe(calls);
    expect(gauge.peak()).toBeLessThan(700);
  }, 120_000);

  it('may be as large as zip64 makes it', async () => {
    await issue();
    emulator.artifacts.plant('iot-certificates', makeZip(honest(), { zip64: true }));
    emulator.rerun();
    expect((await issue()).outputs).toMatchObject({ 'created-count': '0', 'reused-count': '2' });
  });

  const hostile: readonly (readonly [string, () => Iterable<ZippedFile>, string])[] = [
    ['a certificate of 300 MB', () => [...honest(), zeros('x.pem', 300)], 'x.pem has 314572800 bytes'],
    ['a manifest of 300 MB', () => [zeros('manifest.json', 300)], 'manifest.json has 314572800 bytes'],
    [
      'a manifest of one entry without end',
      () => [text('manifest.json', `[[{"a":"${'x'.repeat(5_000_000)}"}]]`)],
      'longer than',
    ],
    ['a manifest that is none', () => [text('manifest.json', '{"a":1')], 'JSON'],
    [
      'more than 1 GB in all',
      () => Array.from({ length: 5 }, (_, n) => zeros(`${n}.bin`, 250)),
      'unpacks to more than',
    ],
    ['a file that is larger than it says', () => [{ ...zeros('x.pem', 100), claimedSize: 100 }], 'x.pem'],
    ['60,001 empty files', () => Array.from({ length: 60_001 }, (_, n) => text(`${n}.pem`, '')), ''],
    [
      'a path that leads out of it',
      () => [...honest(), text('../../outside.pem', 'x')],
      'a path in it leads out of it',
    ],
    ['an absolute path', () => [...honest(), text('/tmp/outside.pem', 'x')], 'a path in it leads out of it'],
    ['a path of Windows', () => [...honest(), text('..\\outside.pem', 'x')], 'a path in it leads out of it'],
    [
      'a path of 1,000 directories',
      () => [...honest(), text(`${'d/'.repeat(1_000)}x.pem`, 'x')],
      'a path in it is too deep',
    ],
    ['a link', () => [...honest(), { ...text('x.pem', '/etc/passwd'), mode: 0o120777 }], 'it holds a link'],
    [
      'an encrypted file',
      () => [...honest(), { ...text('x.pem', 'x'), encrypted: true }],
      'it holds an encrypted file',
    ],
  ];

  it.each(hostile)(
    'with %s is named and left out',
    async (_, files, words) => {
      await issue();
      emulator.artifacts.plant('iot-certificates', makeZip(files()));
      emulator.rerun();
      const result = await issue();
      if (words !== '') {
        expect(notices(result)).toEqual([
          expect.stringContaining('The artifact iot-certificates of an earlier attempt is left out'),
        ]);
        expect(notices(result)[0]).toContain(words);
        expect(notices(result)[0]).toContain('The account is searched instead.');
      }
      expect(result.code).toBe(0);
      expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '2' });
      expect(gauge.peak()).toBeLessThan(MAX_MIB);
    },
    60_000,
  );

  it.each([
    ['no zip', Buffer.from('no zip')],
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(1_000_000)],
    ['half a zip', makeZip([zeros('a.pem', 1)]).subarray(100)],
  ])('that is %s is named and left out', async (_, content) => {
    await issue();
    emulator.artifacts.plant('iot-certificates', content);
    emulator.rerun();
    const result = await issue();
    expect(notices(result)).toEqual([expect.stringContaining('is left out: it cannot be read')]);
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(2);
  });

  it('does not stop those beside it from being read', async () => {
    await issue();
    emulator.artifacts.plant('iot-certificates', makeZip(honest()));
    emulator.artifacts.plant('iot-certificates-attempt-1-partial', makeZip([...honest(), text('../x.pem', 'x')]));
    emulator.rerun();
    const { calls } = emulator.iot.counters.DescribeCertificate;
    const result = await issue();
    expect(notices(result)).toEqual([expect.stringContaining('The artifact iot-certificates-attempt-1-partial of')]);
    expect(result.outputs['reused-count']).toBe('2');
    expect(emulator.iot.counters.DescribeCertificate.calls).toBe(calls);
  });

  it('with 40,000 files and a journal of 300 MB that say nothing is read to its end in little memory', async () => {
    await issue();
    const line = `${JSON.stringify({ type: 'release', spki: 'f'.repeat(64), filler: 'x'.repeat(900) })}\n`;
    const journal = { name: 'journal.jsonl', content: Buffer.alloc(300 * 1024 * 1024, line) };
    const files = Array.from({ length: 40_000 }, (_, n) => text(`${n}.pem`, 'no certificate'));
    emulator.artifacts.plant('iot-certificates', makeZip([journal, ...files]));
    emulator.rerun();
    const result = await issue();
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(2);
    expect(gauge.peak()).toBeLessThan(MAX_MIB);
  }, 120_000);

  it('whose download drips is given up', async () => {
    await issue();
    emulator.artifacts.plant('iot-certificates', makeZip(honest()));
    emulator.artifacts.inject({ operation: 'GetBlob', kind: 'drip' });
    emulator.rerun();
    const result = await issue();
    expect(notices(result)).toEqual([expect.stringContaining('the download is too slow')]);
    expect(result.outputs['reused-count']).toBe('2');
  }, 60_000);
});
