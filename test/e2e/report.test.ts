import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { PageData } from '../../src/report/page/page-data.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  for (const device of [1, 2, 3]) await job.write(`csrs/line-1/${device}.csr`, toPem(makeCsr(`device-${device}`)));
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

function step(inputs: Record<string, string> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/**/*',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'output-directory': 'out',
      ...inputs,
    },
    env: emulator.env,
  });
}

const at = (...path: string[]): string => join(job.workspace, ...path);

function dataIn(html: string): PageData {
  return JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as PageData;
}

/** How many devices a report has of each kind, by its label; none are left out. */
function countsIn(html: string): Readonly<Record<string, number>> {
  const { kinds, rows } = dataIn(html);
  const counts = kinds.map(({ label }, kind) => [label, [...rows.kind].filter((one) => Number(one) === kind).length]);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

const warnings = ({ annotations }: StepResult): string =>
  annotations.flatMap(({ level, message }) => (level === 'warning' ? [message] : [])).join('\n');

describe('the report of an issued batch', () => {
  it('stands beside the manifest and in the artifact', async () => {
    await job.write('csrs/line-2/broken.csr', 'no CSR');
    const result = await step({ 'on-invalid': 'skip' });
    expect(result.code).toBe(0);
    expect(result.outputs['report-path']).toBe(at('out/report.html'));
    expect(result.log).toContain(`Report: ${at('out/report.html')}`);
    const html = readFileSync(at('out/report.html'), 'utf8');
    expect(countsIn(html)).toEqual({ Created: 3, Rejected: 1 });
    expect(dataIn(html).run).toMatchObject({
      heading: '3 AWS IoT certificates for 4 CSRs, 1 rejected',
      artifact: { name: 'iot-certificates' },
    });
    const files = emulator.artifacts.uploaded()[0]?.files() ?? new Map<string, Buffer>();
    expect([...files.keys()]).toContain('manifest.json');
    expect(countsIn(String(files.get('report.html')))).toEqual({ Created: 3, Rejected: 1 });
  });

  it('is also written where the input names', async () => {
    const result = await step({ deliver: 'directory', report: 'pages/fleet.html' });
    expect(result.outputs['report-path']).toBe(at('pages/fleet.html'));
    expect(readFileSync(at('pages/fleet.html'), 'utf8')).toBe(readFileSync(at('out/report.html'), 'utf8'));
  });

  it('of the run before is replaced', async () => {
    await step({ deliver: 'directory' });
    expect(warnings(await step({ deliver: 'directory' }))).toBe('');
    expect(countsIn(readFileSync(at('out/report.html'), 'utf8'))).toEqual({ Reused: 3 });
  });

  it('is there when the batch is refused, with every file and why the run ended', async () => {
    await job.write('csrs/line-2/broken.csr', 'no CSR');
    const result = await step();
    expect(result.code).toBe(1);
    const html = readFileSync(at('out/report.html'), 'utf8');
    expect(countsIn(html)).toEqual({ Rejected: 1, 'Not attempted': 3 });
    expect(dataIn(html).run.failures?.[0]?.message).toContain('1 of 4 files cannot be used');
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('is there when the role is refused', async () => {
    const result = await step({ 'role-to-assume': `${emulator.roleArn}-other` });
    expect(result.code).toBe(1);
    expect(countsIn(readFileSync(result.outputs['report-path'] ?? '', 'utf8'))).toEqual({ 'Not attempted': 3 });
  });
});

describe('a report that cannot be written', () => {
  it('is one warning, and the certificates are handed over', async () => {
    mkdirSync(at('out/report.html'), { recursive: true });
    mkdirSync(at('page.html'));
    const result = await step({ report: 'page.html' });
    expect(result.code).toBe(0);
    expect(warnings(result).match(/The report could not be written/g)).toHaveLength(2);
    expect(warnings(result)).toMatch(/output-directory: .*report.html is a directory/);
    expect(warnings(result)).toMatch(/report: .*page.html is a directory/);
    expect(result.outputs['report-path']).toBe('');
    const handedOver = [...(emulator.artifacts.uploaded()[0]?.files().keys() ?? [])];
    expect(handedOver.filter((name) => name.endsWith('.pem'))).toHaveLength(3);
    expect(handedOver).not.toContain('report.html');
  });

  it('because a file of its name is not one of this action is a warning, and that file stays', async () => {
    await job.write('out/report.html', '<h1>mine</h1>');
    const result = await step();
    expect(result.code).toBe(0);
    expect(warnings(result)).toMatch(/is not a report of this action; it stays as it is/);
    expect(readFileSync(at('out/report.html'), 'utf8')).toBe('<h1>mine</h1>');
    expect([...(emulator.artifacts.uploaded()[0]?.files().keys() ?? [])]).not.toContain('report.html');
  });

  it('because a pull request put a link there is a warning, and the link is not followed', async () => {
    const elsewhere = join(job.temp, '../elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'victim'), 'mine');
    symlinkSync(join(elsewhere, 'victim'), at('page.html'));
    const result = await step({ mode: 'validate', report: 'page.html' });
    expect(result.code).toBe(0);
    expect(warnings(result)).toMatch(/page.html is a link/);
    expect(readFileSync(join(elsewhere, 'victim'), 'utf8')).toBe('mine');
  });
});

describe('the report of other modes', () => {
  it('is written by validate where the input names, and nowhere else', async () => {
    await job.write('csrs/weak.csr', toPem(makeCsr('weak', 'RSA-1024')));
    const run = (inputs: Record<string, string>) =>
      job.run({ inputs: { 'csr-path': 'csrs/**/*', mode: 'validate', ...inputs }, env: {} });
    expect((await run({})).outputs['report-path']).toBe('');
    expect(readdirSync(job.workspace)).toEqual(['csrs']);
    expect(existsSync(join(job.temp, 'iot-certificates'))).toBe(false);
    const result = await run({ report: 'page.html' });
    expect(result.outputs['report-path']).toBe(at('page.html'));
    expect(countsIn(readFileSync(at('page.html'), 'utf8'))).toEqual({ Valid: 3, Rejected: 1 });
  });

  it('is written by audit, with every disagreement', async () => {
    await step({ deliver: 'directory', ledger: 'fleet.jsonl' });
    writeFileSync(at('fleet.jsonl'), readFileSync(at('fleet.jsonl'), 'utf8').replace('"INACTIVE"', '"ACTIVE"'));
    const result = await step({ mode: 'audit', ledger: 'fleet.jsonl', report: 'page.html' });
    expect(result.code).toBe(1);
    const html = readFileSync(at('page.html'), 'utf8');
    expect(countsIn(html)).toEqual({ 'Other status': 1 });
    expect(dataIn(html).run).toMatchObject({
      audited: 3,
      failures: [{ message: expect.stringContaining('fleet.jsonl') }],
    });
  });

  it.each(['issue', 'audit'])('is never written over the ledger, in mode %s', async (mode) => {
    await step({ deliver: 'directory', ledger: 'fleet.jsonl' });
    const before = readFileSync(at('fleet.jsonl'), 'utf8');
    const result = await step({ mode, deliver: 'directory', ledger: 'fleet.jsonl', report: 'fleet.jsonl' });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ message }) => message).join('\n')).toMatch(
      /ledger and report lead to the same place/,
    );
    expect(readFileSync(at('fleet.jsonl'), 'utf8')).toBe(before);
  });

  it('is never written over a CSR', async () => {
    const before = readFileSync(at('csrs/line-1/1.csr'), 'utf8');
    expect((await step({ mode: 'validate', report: 'csrs/line-1/1.csr' })).code).toBe(1);
    expect(readFileSync(at('csrs/line-1/1.csr'), 'utf8')).toBe(before);
  });
});
