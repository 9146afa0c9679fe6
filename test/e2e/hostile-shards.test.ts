import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Manifest, ManifestEntry } from '../../src/records/manifest-entry.ts';
import { type CliResult, cliInJob } from './cli-in-job.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  for (const name of ['a', 'b']) await job.write(`csrs/${name}.csr`, toPem(makeCsr(name)));
  const issued = await cli('issue', '--csr-path', 'csrs/*.csr', '--output-directory', 'shards/1');
  expect(issued.output).toContain('2 certificates');
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

const cli = (...args: string[]): Promise<CliResult> => cliInJob(job, emulator, args);

const merge = (ledger = 'ledger.jsonl') => cli('merge', 'shards', '--output-directory', 'merged', '--ledger', ledger);

/** Has somebody change what the shard's manifest says of its two certificates. */
async function forge(...changes: readonly Partial<ManifestEntry>[]): Promise<void> {
  const path = join(job.workspace, 'shards/1/manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  const certificates = manifest.certificates.map((entry, n) => ({ ...entry, ...changes[n] }));
  for (const [n, { file }] of certificates.entries()) {
    const target = join(job.workspace, 'shards/1', file ?? '');
    const source = join(job.workspace, 'shards/1', manifest.certificates[n]?.file ?? '');
    await mkdir(dirname(target), { recursive: true }).catch(() => {});
    if (target !== source) await cp(source, target).catch(() => {});
  }
  await writeFile(path, JSON.stringify({ ...manifest, certificates }));
}

const mergedFiles = (): Promise<readonly string[]> => readdir(join(job.workspace, 'merged')).catch(() => []);

describe('a merge of a shard that somebody else wrote', () => {
  it.each([
    ['to the same place, written in another way', 'x/a.pem', 'x/./a.pem'],
    ['to places that differ in case', 'a.pem', 'A.PEM'],
    ['to places that differ in normalisation', 'é.pem', 'e\u0301.pem'],
    ['one below the other', 'x', 'x/b.pem'],
    ['one above the other', 'x/a.pem', 'x'],
  ])('refuses two certificates that go %s', async (_, one, other) => {
    await forge({ file: one }, { file: other });
    const merged = await merge();
    expect(merged.code).toBe(1);
    expect(merged.output).toContain('[merge]');
    expect(await mergedFiles()).not.toContain('manifest.json');
  });

  it.each(['CON.pem', 'x/nul', 'x.', 'Report.HTML', '../up.pem', '/up.pem', '', '.', 'x/../../up.pem'])(
    'writes nothing to %j',
    async (file) => {
      await forge({ file });
      const merged = await merge();
      expect(merged.code).toBe(1);
      expect(merged.output).toContain('no file for csrs/a.csr');
      expect(await mergedFiles()).not.toContain('manifest.json');
    },
  );

  it('refuses a certificate of another account in a manifest of this one', async () => {
    await forge({ account: '999999999999' });
    const merged = await merge();
    expect(merged.code).toBe(1);
    expect(merged.output).toContain('is of account 999999999999');
    expect(await mergedFiles()).toEqual([]);
  });

  it.each(['merged/manifest.json', 'merged/csrs/a.pem', 'merged/csrs', 'MERGED/csrs/b.pem'])(
    'does not write its ledger over what it merges: %s',
    async (ledger) => {
      const merged = await merge(ledger);
      expect(merged.code).toBe(1);
      expect(merged.output).toContain('lead to the same place');
      expect(await mergedFiles()).toEqual([]);
    },
  );

  it('takes nothing for the name of a thing that could not be one', async () => {
    await forge({ thing: '<b>' });
    const merged = await merge();
    expect(merged.code).toBe(1);
    expect(merged.output).toContain('is not the name of a thing');
    expect(await mergedFiles()).toEqual([]);
  });

  it('hands over the certificate alone, without what stands behind it', async () => {
    const path = join(job.workspace, 'shards/1/csrs/a.pem');
    const pem = await readFile(path, 'utf8');
    await writeFile(path, `${pem}\n${pem.replace('CERTIFICATE', 'EVIL')}`);
    expect((await merge()).code).toBe(0);
    expect(await readFile(join(job.workspace, 'merged/csrs/a.pem'), 'utf8')).toBe(`${pem.trim()}\n`);
  });
});

describe('a merge of a shard whose devices are not all registered', () => {
  it('hands the certificates over, and fails for the device that is not', async () => {
    const reason = 'The policy fleet cannot be attached: it holds 10 already.';
    await forge({ thing: 'a', registration: 'registered' }, { thing: 'b', registration: 'incomplete', reason });
    const merged = await merge();
    expect(merged.code).toBe(1);
    expect(merged.output).toContain(
      '1 device with a certificate is not registered. The policy fleet cannot be attached',
    );
    expect(merged.output).toContain('csrs/b.csr');
    const { certificates } = JSON.parse(
      await readFile(join(job.workspace, 'merged/manifest.json'), 'utf8'),
    ) as Manifest;
    expect(certificates.map(({ thing, registration }) => [thing, registration])).toEqual([
      ['a', 'registered'],
      ['b', 'incomplete'],
    ]);
    const table = await readFile(join(job.workspace, 'merged/manifest.csv'), 'utf8');
    expect(table.split('\r\n')[0]).toMatch(/,thing,registration$/);
    expect(table).toContain('"b","incomplete"');
  });

  it('succeeds when all are', async () => {
    await forge({ thing: 'a', registration: 'registered' }, { thing: 'b', registration: 'found' });
    expect((await merge()).code).toBe(0);
  });
});
