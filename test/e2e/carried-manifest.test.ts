import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UpdateCertificateCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCertificateAuthority } from '../../src/emulator/aws/ca.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { journalPath } from '../../src/records/journal-file.ts';
import type { Manifest, ManifestEntry } from '../../src/records/manifest-entry.ts';
import { makeCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { iotClient } from '../emulator/clients.ts';
import { type Job, type StepResult, startJob } from './step.ts';

/** Two places; each test is about the manifest in a directory that several steps share. */
let here: Emulator;
let there: Emulator;
let job: Job;

const keys = [makeKey('P-256'), makeKey('P-256')];
const csrs = keys.map((key, n) => toPem(makeCsr({ key, subject: [['CN', `device-${n}`]] })));

beforeEach(async () => {
  here = await startEmulator({ region: 'us-east-1' });
  there = await startEmulator({ region: 'eu-west-1' });
  job = await startJob();
  for (const [n, csr] of csrs.entries()) await job.write(`csrs/${n}.csr`, csr);
});

afterEach(async () => {
  await Promise.all([here.close(), there.close(), job.close()]);
});

function step(place: Emulator, csr: number, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': `csrs/${csr}.csr`,
      'aws-region': place.region,
      'role-to-assume': place.roleArn,
      deliver: 'directory',
      'output-directory': 'out',
      ...inputs,
    },
    env: { ...place.env, GITHUB_TOKEN: place.githubToken },
  });
}

const manifest = async (): Promise<Manifest> =>
  JSON.parse(await readFile(join(job.workspace, 'out/manifest.json'), 'utf8')) as Manifest;

/** The entries of the manifest, in short. */
const rows = async (): Promise<readonly string[]> =>
  (await manifest()).certificates.map(({ csrPath, region, certificateId }) => `${csrPath} ${region} ${certificateId}`);

/** Issues the first device's certificate, and has somebody change what the manifest says of it. */
async function forge(change: (entry: ManifestEntry, whole: Manifest) => object): Promise<void> {
  expect((await step(here, 0)).code).toBe(0);
  const whole = await manifest();
  const certificates = whole.certificates.map((entry) => ({ ...entry, ...change(entry, whole) }));
  await job.write('out/manifest.json', JSON.stringify({ ...whole, certificates }));
}

/** For the first device's key, signed by an authority of somebody's own. */
async function otherCertificate() {
  const authority = await createCertificateAuthority();
  const subject = Buffer.from('30133111300f06035504030c086465766963652d30', 'hex');
  const spki = keys[0]?.publicKey.export({ type: 'spki', format: 'der' });
  return authority.issue({ subject, spki } as never, Date.now());
}

const titles = ({ annotations }: StepResult): readonly (string | undefined)[] => annotations.map(({ title }) => title);

describe('an entry of a manifest that somebody else wrote, of a CSR that the step is not about', () => {
  it('is left out and named when the account does not hold the certificate', async () => {
    const { pem, sha256 } = await otherCertificate();
    await forge(() => ({ certificateId: sha256 }));
    await job.write('out/csrs/0.pem', pem);
    const result = await step(here, 1);
    expect(result.code).toBe(0);
    expect(await rows()).toHaveLength(1);
    const warning = result.annotations.find(({ title }) => title === 'record-contradicted');
    expect(warning?.message).toContain(`csrs/0.csr: a record names the certificate ${sha256}`);
    expect(warning?.message).toContain('the account does not hold it');
  });

  it('is left out when it is of an account that the step may not even use', async () => {
    await forge(() => ({ account: '999999999999', region: 'eu-central-1' }));
    const result = await step(here, 1, { 'allowed-account-ids': here.accountId });
    expect(result.code).toBe(0);
    expect(await readFile(join(job.workspace, 'out/manifest.json'), 'utf8')).not.toContain('999999999999');
    expect(await readFile(join(job.workspace, 'out/manifest.csv'), 'utf8')).not.toContain('999999999999');
    expect(titles(result)).toContain('record-contradicted');
  });

  it("is left out when the certificate is another device's", async () => {
    await forge(() => ({ csrPath: 'csrs/1.csr' }));
    await job.write('csrs/2.csr', toPem(makeCsr({ key: makeKey('P-256'), subject: [['CN', 'device-2']] })));
    const result = await step(here, 2);
    expect(result.code).toBe(0);
    expect((await rows()).map((row) => row.slice(0, 10))).toEqual(['csrs/2.csr']);
    expect(titles(result)).toContain('record-contradicted');
  });

  it.each([
    ['another file', { file: '../csrs/0.csr' }],
    ['no file', { file: null }],
    ['another key', { spkiSha256: 'a'.repeat(64) }],
  ])('is left out when it names %s', async (_, change) => {
    await forge(() => change);
    const result = await step(here, 1);
    expect(result.code).toBe(0);
    expect(await rows()).toHaveLength(1);
    expect(titles(result)).toContain('record-contradicted');
  });

  it('is left out when a person revoked its certificate', async () => {
    await forge(() => ({ status: 'ACTIVE' }));
    const [certificate] = here.iot.certificates();
    await iotClient(here).send(
      new UpdateCertificateCommand({ certificateId: certificate?.id ?? '', newStatus: 'REVOKED' }),
    );
    const result = await step(here, 1);
    expect(await rows()).toHaveLength(1);
    expect(result.annotations.find(({ title }) => title === 'record-contradicted')?.message).toContain('it is REVOKED');
  });

  it('says of the CSR what the CSR says, and names no secret that no step of the job wrote', async () => {
    const lies = {
      commonName: 'victim',
      csrSha256: 'b'.repeat(64),
      key: 'EC P-521',
      secret: 'PRODUCTION',
      status: 'ACTIVE',
      thing: 'victim',
      registration: 'registered',
    };
    await forge(() => lies);
    expect((await step(here, 1)).code).toBe(0);
    const [entry] = (await manifest()).certificates;
    expect(entry).toMatchObject({
      commonName: 'device-0',
      key: 'EC P-256',
      secret: null,
      status: 'INACTIVE',
      thing: null,
    });
    expect(entry?.csrSha256).not.toBe(lies.csrSha256);
    // The same where the CSR is not there any more.
    await rm(join(job.workspace, 'csrs/0.csr'));
    const whole = await manifest();
    const certificates = whole.certificates.map((one) => ({ ...one, ...lies }));
    await job.write('out/manifest.json', JSON.stringify({ ...whole, certificates }));
    expect((await step(here, 1)).code).toBe(0);
    expect((await manifest()).certificates[0]).toMatchObject({
      commonName: 'device-0',
      csrSha256: null,
      secret: null,
      registration: null,
    });
  });

  it('cannot claim that there is a certificate without naming it', async () => {
    await forge(() => ({ certificateId: null, result: 'created', secret: 'PRODUCTION' }));
    expect((await step(here, 1)).code).toBe(0);
    expect(await rows()).toHaveLength(1);
  });

  it('of another region is not true because a journal of that region is there', async () => {
    await forge(() => ({ region: 'eu-west-1' }));
    const place = { account: here.accountId, region: 'eu-west-1' };
    const path = journalPath(job.temp, { outputDirectory: join(job.workspace, 'out'), ...place });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify({ type: 'place', ...place })}\n`);
    const result = await step(here, 1);
    expect(await rows()).toHaveLength(1);
    expect(titles(result)).toContain('record-contradicted');
  });
});

describe('what an honest step wrote stays in the manifest', () => {
  it('for other CSRs, with all that it says, at no more than one page of the listing', async () => {
    await job.write('bad.csr', 'no CSR');
    await step(here, 0, { 'csr-path': 'csrs/0.csr\nbad.csr', 'on-invalid': 'skip' });
    const before = (await manifest()).certificates;
    expect(before).toHaveLength(2);
    const calls = (): number => here.iot.counters.ListCertificates.calls + here.iot.counters.DescribeCertificate.calls;
    const [pages, result] = [calls(), await step(here, 1, { reconcile: 'never' })];
    expect(titles(result)).toEqual([]);
    expect(calls() - pages).toBe(1);
    const after = (await manifest()).certificates;
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before.map((entry) => expect.objectContaining(entry))));
  });

  it('for another region, also when its certificates were there already and a third step follows', async () => {
    await step(here, 0);
    await step(here, 0);
    await step(there, 0, { 'file-name': 'eu/{path}.pem' });
    const result = await step(there, 1, { 'file-name': 'eu/{path}.pem' });
    expect(titles(result)).toEqual([]);
    expect((await rows()).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual([
      'csrs/0.csr us-east-1',
      'csrs/0.csr eu-west-1',
      'csrs/1.csr eu-west-1',
    ]);
  });
});
