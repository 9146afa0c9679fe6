import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { openZip } from '../../src/lib/zip-file.ts';
import { makeCsr, toPem } from './csrs.ts';
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

const DEVICES = 12;
const ALWAYS = ['AmazonRootCAs.pem', 'SHA256SUMS', 'certificate.pem', 'config.json'];

/** Issues a batch in two shards, whose directories are shards/1 and shards/2. */
async function issueShards(inputs: Readonly<Record<string, string>> = {}): Promise<void> {
  for (let n = 0; n < DEVICES; n++) await job.write(`csrs/line-${n % 2}/${n}.csr`, toPem(makeCsr(`device-${n}`)));
  for (const index of [1, 2]) {
    const result = await issueShard(index, inputs);
    expect(result.code, result.log).toBe(0);
  }
}

function issueShard(index: number, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/**/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      'output-directory': `shards/${index}`,
      ledger: `ledger-${index}.jsonl`,
      shard: `${index}/2`,
      bundle: 'true',
      ...inputs,
    },
    env: emulator.env,
  });
}

function merge(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    action: 'merge',
    inputs: { directories: 'shards', 'output-directory': 'merged', ...inputs },
    env: emulator.env,
  });
}

/** Every file below a directory of the workspace, by its path there. */
function filesIn(directory: string): ReadonlyMap<string, Buffer> {
  const root = join(job.workspace, directory);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name));
  return new Map(
    names.filter((path) => statSync(path).isFile()).map((path) => [relative(root, path), readFileSync(path)]),
  );
}

/** The directory of the bundle of one device, in the workspace. */
function bundleOf(device: number): string {
  const [found = ''] = [1, 2].flatMap((index) => {
    const path = join(job.workspace, `shards/${index}/csrs/line-${device % 2}/${device}`);
    return statSync(path, { throwIfNoEntry: false }) === undefined ? [] : [path];
  });
  return found;
}

describe('a merge of shards', () => {
  it('has the bundle of each device, as its shard wrote it', async () => {
    await issueShards({ 'bundle-formats': 'der,c-header,nvs-csv' });
    const result = await merge();
    expect(result.code, result.log).toBe(0);
    const merged = filesIn('merged');
    const before = new Map([...filesIn('shards/1'), ...filesIn('shards/2')]);
    const inBundles = [...merged.keys()].filter((name) => /^csrs\/line-\d\/\d+\//.test(name));
    expect(inBundles).toHaveLength(DEVICES * 11);
    for (const name of inBundles) expect(merged.get(name), name).toEqual(before.get(name));
  });

  it('makes one archive for each whole line', async () => {
    await issueShards();
    const result = await merge({ 'bundle-archives': 'true' });
    expect(result.code, result.log).toBe(0);
    const merged = filesIn('merged');
    expect([...merged.keys()].filter((name) => /bundles/.test(name)).sort()).toEqual([
      'bundles.sha256',
      'bundles/line-0.zip',
      'bundles/line-1.zip',
    ]);
    for (const line of [0, 1]) {
      const zip = openZip(join(job.workspace, `merged/bundles/line-${line}.zip`), {
        entries: 99,
        totalBytes: 9_999_999,
      });
      expect(zip.entries).toHaveLength((DEVICES / 2) * ALWAYS.length);
      const [first] = zip.entries;
      expect(first?.name).toMatch(new RegExp(`^csrs/line-${line}/\\d+/config.json$`));
      zip.close();
      const digest = createHash('sha256')
        .update(merged.get(`bundles/line-${line}.zip`) ?? '')
        .digest('hex');
      expect(String(merged.get('bundles.sha256'))).toContain(`${digest}  bundles/line-${line}.zip\n`);
    }
  });

  it('without bundles is as it was', async () => {
    await issueShards({ bundle: 'false' });
    const result = await merge();
    expect(result.code, result.log).toBe(0);
    expect([...filesIn('merged').keys()].filter((name) => /config\.json|bundles/.test(name))).toEqual([]);
  });

  it('fails where a device has no bundle and others have one, and hands the certificates over', async () => {
    await issueShards();
    rmSync(bundleOf(3), { recursive: true });
    const result = await merge();
    expect(result.code).toBe(1);
    const [error] = result.annotations.filter(({ title }) => title === 'bundle-missing');
    expect(error?.message).toMatch(/1 certificate came without a bundle/);
    expect(result.summary).toContain('1 device without a bundle');
    expect([...filesIn('merged').keys()].filter((name) => /csrs\/line-\d\/\d+\.pem$/.test(name))).toHaveLength(DEVICES);
  });

  it('fails where archives are asked for and no shard made bundles', async () => {
    await issueShards({ bundle: 'false' });
    const result = await merge({ 'bundle-archives': 'true' });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ title }) => title)).toContain('bundle-missing');
  });

  it.each([
    ['another endpoint', 'config.json', (text: string) => text.replace(/a1b2c3d4e5f6g7-ats[^"]*/, 'evil.example')],
    ['another client id', 'config.json', (text: string) => text.replace(/"clientId": "../, '"clientId": "zz')],
    ['another port', 'config.json', (text: string) => text.replace('8883', '8884')],
    ['what is no JSON', 'config.json', () => '{'],
    ['another root', 'AmazonRootCAs.pem', (text: string) => `${text}-----BEGIN CERTIFICATE-----\n`],
    ['another certificate', 'certificate.pem', (text: string) => text.replace('M', 'N')],
    ['other digests', 'SHA256SUMS', () => ''],
  ])('refuses a bundle with %s, and writes nothing', async (_, name, change) => {
    await issueShards();
    const file = join(bundleOf(3), name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const result = await merge();
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ title, message }) => `${title} ${message}`).join('\n')).toMatch(
      /merge .*This is no bundle/,
    );
    expect(statSync(join(job.workspace, 'merged/csrs'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('refuses a bundle that lacks a file', async () => {
    await issueShards();
    rmSync(join(bundleOf(3), 'AmazonRootCAs.pem'));
    const result = await merge();
    expect(result.code).toBe(1);
    expect(result.log).toMatch(/AmazonRootCAs.pem is not what belongs there/);
  });
});

describe('the post step', () => {
  it('hands over the bundles that are whole', async () => {
    for (const n of [1, 2]) await job.write(`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`)));
    const inputs = {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'output-directory': 'out',
      bundle: 'true',
    };
    const result = await job.run({ inputs, env: emulator.env });
    expect(result.code, result.log).toBe(0);
    // As if the step had been ended in the middle of the second one.
    rmSync(join(job.workspace, 'out/csrs/2/SHA256SUMS'));
    const { 'handed-over': _, ...state } = result.state;
    const post = await job.run({ script: 'post', inputs, env: emulator.env, state });
    expect(post.code, post.log).toBe(0);
    const [partial] = emulator.artifacts.uploaded().filter(({ name }) => name.endsWith('-partial'));
    const names = [...(partial?.files().keys() ?? [])];
    expect(names).toEqual(
      expect.arrayContaining(['csrs/1.pem', 'csrs/2.pem', ...ALWAYS.map((one) => `csrs/1/${one}`)]),
    );
    expect(names.filter((name) => name.startsWith('csrs/2/'))).toEqual([]);
    expect(post.log).toContain('1 of 2 bundles had been written');
  });
});
