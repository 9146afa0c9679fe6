import { spawnSync } from 'node:child_process';
import { chmod, link, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, node24, type StepResult, startJob } from './step.ts';

const isWindows = process.platform === 'win32';

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

function issue(...patterns: readonly string[]): Promise<StepResult> {
  const inputs = { 'csr-path': patterns.join('\n'), 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn };
  return job.run({ inputs, env: emulator.env });
}

async function write(...paths: readonly string[]): Promise<void> {
  for (const path of paths) await job.write(path, toPem(makeCsr(path)));
}

async function certified(result: StepResult): Promise<readonly string[]> {
  const manifest = JSON.parse(await readFile(result.outputs['manifest-path'] ?? '', 'utf8')) as {
    readonly certificates: readonly { readonly csrPath: string }[];
  };
  expect(manifest.certificates).toHaveLength(emulator.iot.certificates().length);
  return manifest.certificates.map(({ csrPath }) => csrPath);
}

function messages({ annotations }: StepResult): string {
  return annotations.map(({ level, message }) => `${level}: ${message}`).join('\n');
}

describe('devices behind csr-path', () => {
  it('get certificates when their files or directories are hidden', async () => {
    await write('csrs/a.csr', 'csrs/.b.csr', 'csrs/.line-2/c.csr', 'csrs/.git/d.csr');
    const result = await issue('csrs/**/*.csr');
    expect(result.code).toBe(0);
    expect(await certified(result)).toEqual(['csrs/.b.csr', 'csrs/.line-2/c.csr', 'csrs/a.csr']);
  });

  it('get none before a pattern that matches nothing is corrected', async () => {
    await write('csrs/a.csr', 'csrs/line-2/B.csr');
    const result = await issue('csrs/*.csr', 'csrs\\line-2\\*.csr');
    expect(result.code).toBe(1);
    expect(messages(result)).toContain('error: csr-path: The pattern csrs\\line-2\\*.csr matches nothing.');
    expect(messages(result)).toContain('Patterns use / as separator; write csrs/line-2/*.csr.');
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('get certificates when a pattern that matches nothing is marked as optional', async () => {
    await write('csrs/a.csr');
    const result = await issue('csrs/*.csr', 'optional:new/*.csr');
    expect(await certified(result)).toEqual(['csrs/a.csr']);
    expect(messages(result)).not.toContain('new/*.csr');
  });

  it('get certificates when their names look like patterns', async () => {
    await write('csrs/unit[3].csr', 'csrs/unit-4.csr');
    expect(await certified(await issue('csrs/unit[3].csr'))).toEqual(['csrs/unit[3].csr']);
  });

  it.skipIf(isWindows)('get one certificate each however many paths lead to their files', async () => {
    await write('csrs/line-1/a.csr', 'csrs/b.csr');
    await symlink('b.csr', join(job.workspace, 'csrs/c.csr'));
    await symlink('line-1', join(job.workspace, 'csrs/current'));
    await symlink('..', join(job.workspace, 'csrs/line-1/up'));
    await link(join(job.workspace, 'csrs/b.csr'), join(job.workspace, 'csrs/d.csr'));
    const result = await issue('csrs/**/*.csr', 'csrs/line-1/*.csr', 'csrs/../csrs/b.csr');
    expect(result.code).toBe(0);
    expect(await certified(result)).toEqual(['csrs/b.csr', 'csrs/line-1/a.csr']);
    expect(messages(result)).toContain('csrs/c.csr is the same file as csrs/b.csr');
    expect(messages(result)).toContain('csrs/current/a.csr is the same file as csrs/line-1/a.csr');
    expect(messages(result)).toContain('csrs/d.csr is the same file as csrs/b.csr');
  });

  it('are asked for where there is no checkout', async () => {
    const result = await issue('csrs/*.csr');
    expect(messages(result)).toContain('csr-path: The workspace is empty. Run actions/checkout before this step.');
  });

  it.skipIf(isWindows)('are not taken for absent where a directory cannot be read', async () => {
    await write('csrs/a.csr', 'csrs/locked/b.csr');
    await chmod(join(job.workspace, '..'), 0o755);
    await chmod(join(job.workspace, 'csrs/locked'), 0o000);
    // Root reads everything: nobody does not.
    const isRoot = process.geteuid?.() === 0;
    const cli = join(import.meta.dirname, '../../dist/cli.js');
    const { status, stdout, stderr } = spawnSync(node24, [cli, 'validate', '--csr-path', 'csrs/**/*.csr'], {
      cwd: job.workspace,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
      ...(isRoot ? { uid: 65_534 } : {}),
    });
    await chmod(join(job.workspace, 'csrs/locked'), 0o755);
    expect(`${stdout}${stderr}`).toContain('cannot be read: csrs/locked (EACCES)');
    expect(status).toBe(1);
  });
});
