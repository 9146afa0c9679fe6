import { createHash } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UpdateCertificateCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCertificateAuthority } from '../../src/emulator/aws/ca.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Manifest, ManifestEntry } from '../../src/records/manifest-entry.ts';
import { makeCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { iotClient } from '../emulator/clients.ts';
import { type CliResult, cliInJob } from './cli-in-job.ts';
import { type Job, startJob } from './step.ts';

const keys = [makeKey('P-256'), makeKey('P-256')];
const paths = ['csrs/0.csr', 'csrs/1.csr'];

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  for (const [n, key] of keys.entries()) {
    await job.write(paths[n] ?? '', toPem(makeCsr({ key, subject: [['CN', `device-${n}`]] })));
  }
  const issued = await cli('issue', '--csr-path', 'csrs/*.csr', '--output-directory', 'shards/1', '--set-as-active');
  expect(issued.output).toContain('2 certificates');
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

const cli = (...args: string[]): Promise<CliResult> => cliInJob(job, emulator, args);

const mergeOnly = (...more: string[]): Promise<CliResult> =>
  cli('merge', 'shards', '--output-directory', 'merged', '--ledger', 'ledger.jsonl', ...more);
const merge = (): Promise<CliResult> => mergeOnly('--aws-region', emulator.region);

const spkiOf = (n: number): string =>
  createHash('sha256')
    .update(keys[n]?.publicKey.export({ type: 'spki', format: 'der' }) ?? '')
    .digest('hex');

/** A certificate for a device's key that the attacker's own authority signed. */
async function forge(n: number): Promise<{ readonly pem: string; readonly sha256: string }> {
  const authority = await createCertificateAuthority();
  const subject = Buffer.concat([Buffer.from('30133111300f06035504030c08', 'hex'), Buffer.from(`device-${n}`)]);
  const spki = keys[n]?.publicKey.export({ type: 'spki', format: 'der' });
  return authority.issue({ subject, spki } as never, Date.now());
}

const inWorkspace = (path: string): string => join(job.workspace, path);
const text = (path: string): Promise<string> => readFile(inWorkspace(path), 'utf8').catch(() => '');
const manifest = async (directory: string): Promise<Manifest> => JSON.parse(await text(`${directory}/manifest.json`));

/** Has somebody put a certificate of their own into a shard, for the key of the first device. */
async function plant(): Promise<{ readonly pem: string; readonly sha256: string }> {
  const forged = await forge(0);
  const honest = await manifest('shards/1');
  const certificates = honest.certificates.map((entry) =>
    entry.csrPath === paths[0] ? { ...entry, certificateId: forged.sha256 } : entry,
  );
  await writeFile(inWorkspace('shards/1/manifest.json'), JSON.stringify({ ...honest, certificates }));
  await writeFile(inWorkspace('shards/1/csrs/0.pem'), forged.pem);
  return forged;
}

const idIn = (entries: readonly ManifestEntry[], path: string | undefined): string =>
  entries.find(({ csrPath }) => csrPath === path)?.certificateId ?? '';
const calls = (): number => emulator.iot.counters.ListCertificates?.calls ?? 0;

async function setStatus(certificateId: string, newStatus: 'ACTIVE' | 'INACTIVE' | 'REVOKED'): Promise<void> {
  const client = iotClient(emulator);
  await client.send(new UpdateCertificateCommand({ certificateId, newStatus }));
  client.destroy();
}

/** The certificate of the first device is named and not merged, and that of the second is. */
async function expectLeftOut({ code, output }: CliResult, id: string, reason: string): Promise<void> {
  expect(code, output).toBe(1);
  expect(output).toContain('record-contradicted');
  expect(output).toContain(`${paths[0]}: a record names the certificate ${id} for it, and ${reason}`);
  expect(output).toContain('1 CSR got no certificate');
  const { certificates } = await manifest('merged');
  const [left, kept] = paths.map((path) => certificates.find(({ csrPath }) => csrPath === path));
  expect(left).toMatchObject({ result: 'failed', certificateId: null, file: null, status: null });
  expect(left?.reason).toContain(reason);
  expect(kept?.result).toBe('created');
  expect(await text('merged/csrs/0.pem')).toBe('');
  expect(await text('merged/csrs/1.pem')).toContain('BEGIN CERTIFICATE');
}

describe('a merge that may ask the account', () => {
  it('takes what the account holds, with one pass of the listing', async () => {
    const merged = await merge();
    expect(merged.code, merged.output).toBe(0);
    expect(merged.output).not.toContain('record-contradicted');
    expect(calls()).toBeLessThanOrEqual(4);
    const { certificates } = await manifest('merged');
    expect(certificates.map(({ result }) => result)).toEqual(['created', 'created']);
  });

  it('names a certificate that another authority signed for a device, and keeps it out of everything', async () => {
    const forged = await plant();
    await expectLeftOut(await merge(), forged.sha256, 'the account does not hold it');
    expect(await text('ledger.jsonl')).not.toContain(forged.sha256);
    expect(await text('ledger.jsonl')).toContain(spkiOf(1));
  });

  it('takes the true certificate where a second shard has a forged one for the same CSR', async () => {
    const honest = await manifest('shards/1');
    const id = idIn(honest.certificates, paths[0]);
    const forged = await forge(0);
    const certificates = honest.certificates.slice(0, 1).map((entry) => ({ ...entry, certificateId: forged.sha256 }));
    await job.write('shards/2/manifest.json', JSON.stringify({ ...honest, certificates }));
    await job.write(`shards/2/${certificates[0]?.file}`, forged.pem);
    const merged = await merge();
    expect(merged.code, merged.output).toBe(0);
    expect(merged.output).toContain('record-contradicted');
    expect(idIn((await manifest('merged')).certificates, paths[0])).toBe(id);
    expect(await text('merged/csrs/0.pem')).not.toBe(forged.pem);
  });

  it.each(['REVOKED', 'INACTIVE'] as const)('keeps out what is %s since, and the ledger says so', async (status) => {
    const id = idIn((await manifest('shards/1')).certificates, paths[0]);
    await setStatus(id, status);
    await expectLeftOut(await merge(), id, `it is ${status} in the account`);
    const lines = (await text('ledger.jsonl')).split('\n').filter((line) => line.includes(id));
    expect(lines.map((line) => JSON.parse(line).status)).toEqual([status]);
  });

  it('does not believe what the memory of a shard has of a device', async () => {
    const forged = await forge(1);
    const [account, region] = ['123456789012', emulator.region];
    const about = { account, region, spkiSha256: spkiOf(1), csrPath: 'csrs/other.csr', status: 'ACTIVE' };
    const line = { ...about, certificateId: forged.sha256, certificatePem: forged.pem };
    await appendFile(inWorkspace('shards/1/ledger.jsonl'), `${JSON.stringify(line)}\n`);
    const merged = await merge();
    expect(merged.code, merged.output).toBe(0);
    expect(merged.output).toContain(`csrs/other.csr: a record names the certificate ${forged.sha256}`);
    expect(await text('ledger.jsonl')).not.toContain(forged.sha256);
  });

  it('writes nothing when it is let into another region', async () => {
    const merged = await mergeOnly('--aws-region', 'ap-south-1');
    expect(merged.code).toBe(1);
    expect(merged.output).toContain(`in ${emulator.region}, and the credentials are not.`);
    expect(await text('merged/manifest.json')).toBe('');
    expect(await text('ledger.jsonl')).toBe('');
  });
});

describe('a merge that may not ask the account', () => {
  it('refuses a certificate whose manifest names no key for it', async () => {
    const honest = await manifest('shards/1');
    const certificates = honest.certificates.map((entry) => ({ ...entry, spkiSha256: null }));
    await writeFile(inWorkspace('shards/1/manifest.json'), JSON.stringify({ ...honest, certificates }));
    const merged = await mergeOnly();
    expect(merged.code).toBe(1);
    expect(merged.output).toContain('Its manifest names no key for csrs/0.csr');
    expect(await text('merged/manifest.json')).toBe('');
  });

  it('merges a certificate of another authority, which an audit of its ledger names', async () => {
    const forged = await plant();
    expect((await mergeOnly()).code).toBe(0);
    const audited = await cli('audit', '--ledger', 'ledger.jsonl', '--aws-region', emulator.region);
    expect(audited.code).toBe(1);
    expect(audited.output).toContain('drift');
    expect(audited.output).toContain(paths[0]);
    expect(forged.sha256).toHaveLength(64);
  });
});
