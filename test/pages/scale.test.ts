import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { startJob } from '../e2e/step.ts';
import { find } from '../emulator/programs.ts';
import { shellBlocks } from './shell-blocks.ts';

const hasPrograms = ['bash', 'jq'].every((program) => find(program, ['--version']));

describe.skipIf(!hasPrograms)('the commands of docs/scale.md', () => {
  it.each([
    ['one part', 12, 1],
    ['four parts at a time', 100, 4],
  ])('issue a batch in %s, and merge it', async (_, devices, parts) => {
    const [emulator, job] = await Promise.all([startEmulator({ region: 'eu-west-1' }), startJob()]);
    for (let n = 0; n < devices; n++) await job.write(`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`)));
    symlinkSync(join(import.meta.dirname, '../../dist'), join(job.workspace, 'dist'));
    const { GITHUB_RUN_ID, ...services } = emulator.env;
    const env = { PATH: process.env.PATH, RUNNER_TEMP: job.temp, ...services, ...emulator.accessKeys };
    const [commands = ''] = shellBlocks('docs/scale.md', 'Without the workflow');
    await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', commands], { cwd: job.workspace, env });
    const planned = JSON.parse(readFileSync(join(job.workspace, 'planned.json'), 'utf8')) as {
      readonly shards: readonly string[];
    };
    expect(planned.shards).toHaveLength(parts);
    const manifest = JSON.parse(readFileSync(join(job.workspace, 'certificates/manifest.json'), 'utf8')) as {
      readonly certificates: readonly { readonly certificateId: string }[];
    };
    const ids = manifest.certificates.map(({ certificateId }) => certificateId);
    expect(ids.sort()).toEqual(
      emulator.iot
        .certificates()
        .map(({ id }) => id)
        .sort(),
    );
    expect(ids).toHaveLength(devices);
    await Promise.all([emulator.close(), job.close()]);
  });
});
