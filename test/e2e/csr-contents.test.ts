import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../../src/csr/parse/der.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

const named = (value: string | Uint8Array): string => toPem(makeCsr({ subject: [['CN', value]] }));
const latin1 = (text: string): Uint8Array => encode(0x0c, Buffer.from(text, 'latin1'));

function validate(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({ inputs: { mode: 'validate', 'csr-path': 'csrs/**', ...inputs }, env: {} });
}

function issue(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  const account = { 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn };
  return job.run({ inputs: { 'csr-path': 'csrs/**', ...account, ...inputs }, env: emulator.env });
}

const findingsOf = ({ annotations }: StepResult) =>
  annotations.flatMap(({ level, file, title, message }) =>
    file === undefined ? [] : [{ level, file, title, message }],
  );

describe('a subject', () => {
  it('that is no text becomes no certificate', async () => {
    await job.write('csrs/a.csr', named(latin1('Zähler-1')));
    await job.write('csrs/b.csr', named(latin1('Zöhler-1')));
    await job.write('csrs/c.csr', named('Zähler-2'));
    const result = await issue({ 'on-invalid': 'skip' });
    expect(findingsOf(result).map(({ level, file, title }) => [level, file, title])).toEqual([
      ['error', 'csrs/a.csr', 'subject-text'],
      ['error', 'csrs/b.csr', 'subject-text'],
    ]);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('that was hardly meant is a warning, which a setting makes an error', async () => {
    await job.write('csrs/a.csr', named('sensor-1, OU=hall'));
    const first = await validate();
    expect(first.code).toBe(0);
    expect(findingsOf(first)).toMatchObject([{ level: 'warning', title: 'subject-meant' }]);
    const second = await validate({ rules: 'subject-meant=error' });
    expect(second.code).toBe(1);
  });
});

describe('a file in the place of a CSR', () => {
  it('is told for what it is, with the way out', async () => {
    const pem = named('sensor-1');
    await job.write(
      'csrs/a.csr',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'ab12'.repeat(16)}\nsize 468\n`,
    );
    await job.write('csrs/b.csr', JSON.stringify({ csr: pem }));
    await job.write('csrs/c.csr', `AT+QSECREAD="csr"\r\n${pem.trimEnd().replace(/^/gm, '+QSECREAD: ')}\r\nOK\r\n`);
    await job.write('csrs/d.csr', Buffer.from(pem).toString('base64'));
    const result = await validate();
    expect(result.code).toBe(1);
    const words = Object.fromEntries(findingsOf(result).map(({ file, message }) => [file, message]));
    expect(words['csrs/a.csr']).toMatch(/Git LFS pointer.*`lfs: true` for actions\/checkout/);
    expect(words['csrs/b.csr']).toMatch(/with escapes such as \\n.*jq -r/);
    expect(words['csrs/c.csr']).toMatch(/something before or behind its lines.*modem/);
    expect(words['csrs/d.csr']).toMatch(/in base64.*base64 -d/);
  });

  it('that is signed in another encoding is refused for that', async () => {
    const key = makeKey('P-256');
    const raw = (info: Uint8Array) => sign('sha256', info, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
    await job.write('csrs/a.csr', toPem(makeCsr({ key, sign: raw })));
    const result = await validate();
    expect(findingsOf(result)).toMatchObject([{ level: 'error', title: 'signature' }]);
    expect(findingsOf(result)[0]?.message).toContain('The encoding of its self-signature is wrong: it is 64 raw bytes');
  });
});

describe('a private key in disguise', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const der = privateKey.export({ type: 'pkcs1', format: 'der' });

  it.each<readonly [name: string, file: string | Uint8Array]>([
    ['gzip', gzipSync(pem)],
    ['hex', der.toString('hex')],
    ['JSON of base64', JSON.stringify({ key: Buffer.from(pem).toString('base64') })],
    ['a CSR and a key without a label', `${named('a')}\n${der.toString('base64')}\n`],
    ['a Java key store in base64', Buffer.from(`feedfeed0000000200000001${'ab'.repeat(99)}`, 'hex').toString('base64')],
  ])('stops the run whatever on-invalid says: %s', async (_, file) => {
    await job.write('csrs/good.csr', named('good'));
    await job.write('csrs/other.csr', file);
    const result = await issue({ 'on-invalid': 'skip' });
    expect(result.code).toBe(1);
    expect(emulator.iot.certificates()).toHaveLength(0);
    expect(findingsOf(result).map(({ title }) => title)).toContain('private-key');
    expect(result.log + result.summary).not.toContain(Buffer.from(der).toString('base64').slice(100, 140));
  });
});

describe('a ledger', () => {
  it('that Git LFS did not check out is told for it, and nothing is created', async () => {
    await job.write('csrs/a.csr', named('a'));
    await job.write(
      'fleet.jsonl',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'ab12'.repeat(16)}\nsize 468\n`,
    );
    const result = await issue({ ledger: 'fleet.jsonl' });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ message }) => message).join()).toMatch(/Git LFS pointer.*`lfs: true`/);
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('in UTF-16 is told for it, and one with a byte order mark is read', async () => {
    await job.write('csrs/a.csr', named('a'));
    expect((await issue({ ledger: 'fleet.jsonl' })).code).toBe(0);
    const line = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
    await job.write('fleet.jsonl', `\ufeff${line}`);
    const again = await issue({ ledger: 'fleet.jsonl', 'artifact-name': 'again' });
    expect([again.code, again.outputs['reused-count']]).toEqual([0, '1']);
    await job.write('fleet.jsonl', Buffer.from(`\ufeff${line}`, 'utf16le'));
    const wide = await issue({ ledger: 'fleet.jsonl' });
    expect(wide.code).toBe(1);
    expect(wide.annotations.map(({ message }) => message).join()).toContain('not in UTF-8');
    expect(emulator.iot.certificates()).toHaveLength(1);
  });
});

describe('what a CSR says', () => {
  it('stays text in the manifest as CSV, and in SARIF', async () => {
    await job.write('csrs/a.csr', named('＝1+1'));
    await job.write('csrs/b.csr', named('x;@SUM(A1)'));
    await job.write('csrs/{0}.csr', 'text');
    const result = await issue({ 'on-invalid': 'skip' });
    const csv = await readFile(join(result.outputs['manifest-path'] ?? '', '..', 'manifest.csv'), 'utf8');
    expect(csv).toContain(`"'＝1+1"`);
    expect(csv).toContain(`"x;'@SUM(A1)"`);
    await job.write('csrs/c.csr', toPem(Buffer.from('3000', 'hex'), 'X [Y](Z)'));
    await validate({ 'sarif-path': 'out.sarif' });
    const [run] = JSON.parse(await readFile(join(job.workspace, 'out.sarif'), 'utf8')).runs;
    for (const { message } of run.results as { message: { text: string } }[]) {
      expect(message.text).not.toMatch(/(?<!\{)\{\d\}|(?<!\\)\[/);
    }
  });
});
