import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { PageData } from '../../src/report/page/page-data.ts';
import { runCli } from '../cli/run-cli.ts';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { judgeFile } from '../csr/verdicts.ts';
import { find } from '../emulator/programs.ts';
import { shellBlocks } from '../pages/shell-blocks.ts';
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

const at = (...path: string[]): string => join(job.workspace, ...path);

const step = (inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> =>
  job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      devices: 'devices.csv',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      'output-directory': 'out',
      ...inputs,
    },
    env: emulator.env,
  });

/** A validation, which has neither credentials nor network. */
const validate = (inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> =>
  job.run({ inputs: { 'csr-path': 'csrs/*.csr', mode: 'validate', devices: 'devices.csv', ...inputs }, env: {} });

const csrFor = (name: string): Uint8Array =>
  makeCsr({
    subject: [
      ['CN', name],
      ['serialNumber', `SN-${name}`],
    ],
  });
const keyOf = (csr: Uint8Array): string => judgeFile(csr).csr?.spkiSha256 ?? '';

/** CSRs by the devices that they are of. */
type Fleet = Readonly<Record<string, Uint8Array>>;

const fleetOf = (...names: readonly string[]): Fleet => Object.fromEntries(names.map((name) => [name, csrFor(name)]));

async function write(files: Fleet, lines: readonly string[]): Promise<void> {
  for (const [name, csr] of Object.entries(files)) await job.write(`csrs/${name}.csr`, toPem(csr));
  await job.write('devices.csv', `${lines.join('\n')}\n`);
}

const listOf = (fleet: Fleet): readonly string[] => [
  'thing,spki-sha256,site',
  ...Object.entries(fleet).map(([name, csr]) => `${name},${keyOf(csr)},graz`),
];

const shown = ({ annotations }: StepResult): readonly string[] =>
  annotations.map(({ level, file, line, title }) => [level, title, file, line].filter(Boolean).join(' '));

describe('a batch beside its devices file', () => {
  it('becomes certificates, named for what the file says of each device', async () => {
    const fleet = fleetOf('gw-1', 'gw-2');
    const [first, second] = Object.values(fleet).map(keyOf);
    await write(fleet, [
      'Serial Number;Site;SPKI SHA-256',
      `SN-gw-1;graz;${(first?.toUpperCase().match(/../g) ?? []).join(':')}`,
      `SN-gw-2;"wien; west";${second}`,
    ]);
    const result = await step({ 'file-name': '{device:site}/{DEVICE:SITE}-{name}.pem' });
    expect(result.code, result.log).toBe(0);
    expect(result.annotations).toEqual([]);
    expect(emulator.iot.certificates()).toHaveLength(2);
    for (const file of ['graz/GRAZ-gw-1.pem', 'wien; west/WIEN; WEST-gw-2.pem']) {
      expect(existsSync(at('out', file)), file).toBe(true);
    }
  });

  it('is read as Excel saves it', async () => {
    const fleet = fleetOf('gw-1');
    await write(fleet, []);
    const text = listOf(fleet).map((line) => line.replaceAll(',', '\t'));
    for (const content of [
      Buffer.from(`\ufeff${text.join('\r\n')}\r\n`, 'utf16le'),
      Buffer.from(`\ufeff${text.join('\r\n')}\r\n`, 'utf16le').swap16(),
      `\ufeff${text.join('\r\n')}`,
    ]) {
      await job.write('devices.csv', content);
      const result = await validate();
      expect(result.code, result.log).toBe(0);
      expect(shown(result)).toEqual([]);
    }
  });

  it('is compared as a whole by each shard, and by the plan', async () => {
    const fleet = fleetOf('gw-1', 'gw-2', 'gw-3', 'gw-4');
    await write(fleet, listOf(fleet));
    for (const shard of ['1/2', '2/2']) {
      const result = await step({ shard, 'output-directory': `out-${shard[0]}` });
      expect(result.code, result.log).toBe(0);
      expect(shown(result)).toEqual([]);
    }
    expect(emulator.iot.certificates()).toHaveLength(4);
    const { 'gw-1': one, 'gw-2': two } = fleet;
    await write({ 'gw-1': two ?? csrFor(''), 'gw-2': one ?? csrFor('') }, listOf(fleet));
    const planned = await job.run({
      action: 'plan',
      inputs: { 'csr-path': 'csrs/*.csr', devices: 'devices.csv', 'output-directory': 'plan' },
      env: {},
    });
    expect(planned.code).not.toBe(0);
    expect(planned.log).toContain('device-key-mismatch');
  });
});

describe('a CSR in the place of another', () => {
  it('two CSRs that have changed places become no certificates', async () => {
    const fleet = { 'gw-1': makeCsr({ subject: [] }), 'gw-2': makeCsr({ subject: [] }) };
    await write({ 'gw-1': fleet['gw-2'], 'gw-2': fleet['gw-1'] }, listOf(fleet));
    for (const run of [validate, step]) {
      const result = await run();
      expect(result.code).toBe(1);
      expect(shown(result)).toEqual([
        'error device-key-mismatch csrs/gw-1.csr',
        'error device-key-mismatch csrs/gw-2.csr',
        'error invalid-csrs',
      ]);
      const message = result.annotations[0]?.message ?? '';
      expect(message).toContain('line 2 of devices.csv lists for the device gw-1');
      expect(message).toContain(`the spki-sha256 there is ${keyOf(fleet['gw-1'])}, and it has ${keyOf(fleet['gw-2'])}`);
      expect(message).toContain('Line 3 lists what it has for the device gw-2.');
      expect(result.summary).toContain('device-key-mismatch');
    }
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('is left out by on-invalid: skip, and the others get their certificates', async () => {
    const fleet = fleetOf('gw-1', 'gw-2');
    await write({ ...fleet, 'gw-2': makeCsr({ subject: [] }) }, listOf(fleet));
    const result = await step({ 'on-invalid': 'skip' });
    expect(result.code, result.log).toBe(0);
    expect(shown(result)).toEqual(['error device-key-mismatch csrs/gw-2.csr']);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('is refused under a new name, and the severity of the mismatch cannot be changed', async () => {
    const fleet = fleetOf('gw-1');
    await write({ 'gw-9': makeCsr({ subject: [] }) }, listOf(fleet));
    expect(shown(await validate())).toEqual([
      'error csr-without-device csrs/gw-9.csr',
      'warning device-without-csr devices.csv 2',
      'error invalid-csrs',
    ]);
    const result = await validate({ rules: 'device-key-mismatch=off' });
    expect(result.annotations[0]?.message).toContain('The severity of device-key-mismatch is fixed');
  });
});

describe('what is found about lines', () => {
  it('stands at the line: in annotations, SARIF, summary and report', async () => {
    const fleet = fleetOf('gw-1', 'gw-2', 'gw-3');
    const { 'gw-1': _, ...others } = fleet;
    await write(others, listOf(fleet));
    const result = await validate({ 'sarif-path': 'a.sarif', report: 'report.html' });
    expect(result.code, result.log).toBe(0);
    expect(shown(result)).toEqual(['warning device-without-csr devices.csv 2']);
    expect(result.annotations[0]?.message).toContain('devices.csv:2: No CSR of the batch is of the device gw-1.');
    const [run] = JSON.parse(readFileSync(at('a.sarif'), 'utf8')).runs;
    expect(run.results.map((found: { readonly locations: readonly unknown[] }) => found.locations)).toEqual([
      [
        {
          physicalLocation: {
            artifactLocation: { uri: 'devices.csv', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2 },
          },
        },
      ],
    ]);
    expect(result.summary).toContain('devices.csv&#58;2');
    const html = readFileSync(at('report.html'), 'utf8');
    const { kinds, rows } = JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as PageData;
    expect([...rows.kind].map((kind) => kinds[Number(kind)]?.label)).toEqual(['Valid', 'Valid', 'Listed']);
  });

  it('can be made an error, which stops the run before anything is created', async () => {
    const fleet = fleetOf('gw-1', 'gw-2');
    const { 'gw-1': _, ...others } = fleet;
    await write(others, listOf(fleet));
    const result = await step({ rules: 'device-without-csr=error' });
    expect(result.code).toBe(1);
    expect(shown(result)).toEqual(['error device-without-csr devices.csv 2', 'error invalid-devices']);
    expect(emulator.iot.certificates()).toHaveLength(0);
    const inputs = { 'csr-path': 'csrs/*.csr', devices: 'devices.csv', 'output-directory': 'plan' };
    const rules = 'device-without-csr=error';
    const planned = await job.run({ action: 'plan', inputs: { ...inputs, rules }, env: {} });
    expect(planned.code).not.toBe(0);
    expect(planned.log).toContain('The devices file has 1 line with an error.');
    expect((await step({ rules, 'on-invalid': 'skip' })).code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('is nothing where the ledger has a certificate for the key of the line', async () => {
    const fleet = fleetOf('gw-1', 'gw-2');
    await write(fleet, listOf(fleet));
    expect((await step({ ledger: 'ledger.jsonl' })).code).toBe(0);
    const result = await validate({ 'csr-path': 'csrs/gw-2.csr', ledger: 'ledger.jsonl' });
    expect(shown(result)).toEqual([]);
    expect(shown(await validate({ 'csr-path': 'csrs/gw-2.csr' }))).toEqual([
      'warning device-without-csr devices.csv 2',
    ]);
  });
});

describe('where things are asked for', () => {
  it('a CSR finds its line by the name of its thing', async () => {
    const fleet = fleetOf('gw-1', 'gw-2');
    await write(
      fleet,
      listOf(fleet).map((line) => line.replace(/^gw/, 'fleet-gw')),
    );
    expect(shown(await validate({ 'thing-name': 'fleet-{cn}' }))).toEqual([]);
    expect(shown(await validate({ 'thing-name': 'other-{cn}' })).slice(0, 2)).toEqual([
      'error csr-without-device csrs/gw-1.csr',
      'error csr-without-device csrs/gw-2.csr',
    ]);
    const inputs = { 'csr-path': 'csrs/*.csr', devices: 'devices.csv', 'output-directory': 'plan' };
    const planned = await job.run({ action: 'plan', inputs: { ...inputs, 'thing-name': 'fleet-{cn}' }, env: {} });
    expect(planned.code, planned.log).toBe(0);
  });

  it('a column that the file does not have is a mistake, whichever template names it', async () => {
    const fleet = fleetOf('gw-1');
    await write(fleet, listOf(fleet));
    const result = await validate({
      'thing-name': '{device:thing}-{device:plant}',
      'thing-attributes': 'site={device:site}\nline={device:line}',
    });
    expect(result.annotations.map(({ message }) => message.split('.csv has')[0])).toEqual([
      'thing-name: devices',
      'thing-attributes: devices',
    ]);
    const without = await validate({ devices: '', 'thing-name': '{device:thing}' });
    expect(without.annotations[0]?.message).toContain('There is no devices file, so {device:thing} has no value.');
  });
});

describe('a column that a name needs', () => {
  it('has a value for every device, or there is no certificate', async () => {
    const fleet = fleetOf('gw-1', 'gw-2');
    const [head = '', first = '', second = ''] = listOf(fleet);
    await write(fleet, [head, first, second.replace(/graz$/, '')]);
    const result = await step({ 'file-name': '{device:site}/{name}.pem' });
    expect(result.code).toBe(1);
    expect(shown(result)).toEqual(['error output-path-illegal csrs/gw-2.csr', 'error invalid-csrs']);
    expect(result.annotations[0]?.message).toContain('Its device has nothing in the column site of the devices file');
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('leads nowhere else than the directory, whatever is in it', async () => {
    const fleet = fleetOf('gw-1', 'gw-2');
    const [head = '', first = '', second = ''] = listOf(fleet);
    await write(fleet, [head, first.replace(/graz$/, '../../etc'), second.replace(/graz$/, '..')]);
    expect(shown(await step({ 'file-name': '{device:site}/{name}.pem' }))).toEqual([
      'error output-path-illegal csrs/gw-1.csr',
      'error output-path-illegal csrs/gw-2.csr',
      'error invalid-csrs',
    ]);
  });
});

describe('a devices file in the place of another file', () => {
  it('is not read through a link out of the workspace, nor from what Git keeps', async () => {
    await job.write('csrs/gw-1.csr', toPem(csrFor('gw-1')));
    mkdirSync(at('.git'));
    await job.write('.git/config', '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic c2VjcmV0\n');
    await job.write('../secret.csv', 'thing,c2VjcmV0\ngw-1,1\n');
    symlinkSync('../secret.csv', at('out.csv'));
    symlinkSync('.git/config', at('git.csv'));
    for (const devices of ['out.csv', 'git.csv', '.git/config']) {
      const result = await validate({ devices });
      expect(result.code).toBe(1);
      expect(result.annotations.map(({ message }) => message).join()).toContain('leads out of the repository');
      expect(result.log + result.summary).not.toContain('c2VjcmV0');
    }
  });

  it.skipIf(process.platform === 'win32')('is not waited for when it is a FIFO', async () => {
    await job.write('csrs/gw-1.csr', toPem(csrFor('gw-1')));
    execFileSync('mkfifo', [at('devices.csv')]);
    const result = await validate();
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('devices.csv is a FIFO, not a file.');
  });

  it('shows nothing of what stands in it as a command', async () => {
    await write(fleetOf('gw-1'), ['thing,::error::x', 'gw-1,##[error]x']);
    const result = await validate();
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.log).not.toMatch(/^::error::x|##\[error\]x/m);
  });
});

describe('the command line', () => {
  it('compares without GitHub and without a network', async () => {
    const fleet = fleetOf('gw-1', 'gw-2');
    const { 'gw-2': two = csrFor('') } = fleet;
    await write({ ...fleet, 'gw-1': two }, listOf(fleet));
    const words = ['validate', 'csrs/gw-1.csr', '--devices', 'devices.csv'];
    const { code, stdout, stderr } = await runCli(words, { cwd: job.workspace });
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('line 2 of devices.csv lists for the device gw-1');
  });
});

describe.skipIf(!find('openssl', ['version']))('the hashes that docs/devices.md makes', () => {
  it('are those that are compared', async () => {
    const [block = ''] = shellBlocks('docs/devices.md', 'The columns');
    await job.write('make.sh', block);
    const openssl = (...words: readonly string[]) =>
      execFileSync('openssl', words, { cwd: job.workspace, stdio: 'pipe' });
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'device.key');
    openssl('req', '-new', '-key', 'device.key', '-subj', '/CN=gw-1', '-out', 'device.csr');
    const hashes =
      execFileSync('bash', ['make.sh'], { cwd: job.workspace, encoding: 'utf8' }).match(/[0-9a-f]{64}/g) ?? [];
    expect(hashes).toHaveLength(3);
    expect(hashes[0]).toBe(hashes[1]);
    await job.write('csrs/gw-1.csr', readFileSync(at('device.csr')));
    await job.write('devices.csv', `thing,spki-sha256,csr-sha256\ngw-1,${hashes[0]},${hashes[2]}\n`);
    const result = await validate();
    expect(result.code, result.log).toBe(0);
    expect(shown(result)).toEqual([]);
  });
});

it.each(['sarif-path', 'report', 'ledger'])('the devices file is not written over by %s', async (input) => {
  await job.write('csrs/gw-1.csr', toPem(csrFor('gw-1')));
  const list = `thing,spki-sha256\ngw-1,${keyOf(csrFor('gw-1'))}\n`;
  await job.write('devices.csv', list);
  const result = await step({ [input]: 'devices.csv' });
  expect(result.code).toBe(1);
  expect(result.annotations.map(({ title }) => title)).toContain(input === 'ledger' ? 'ledger' : 'places-clash');
  expect(readFileSync(at('devices.csv'), 'utf8')).toBe(list);
  expect(emulator.iot.certificates()).toHaveLength(0);
});
