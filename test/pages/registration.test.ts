import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Job, startJob } from '../e2e/step.ts';
import { find } from '../emulator/programs.ts';
import { shellBlocks } from './shell-blocks.ts';

const BLOCK = shellBlocks('docs/registration.md', 'Before the first run').join('\n');

let emulator: Emulator;
let job: Job;
let home: string;

beforeAll(async () => {
  [emulator, job, home] = await Promise.all([
    startEmulator({ region: 'eu-west-1' }),
    startJob(),
    mkdtemp(join(tmpdir(), 'home-')),
  ]);
});
afterAll(() => Promise.all([emulator.close(), job.close(), rm(home, { recursive: true })]));

const hasPrograms = [
  ['aws', '--version'],
  ['bash', '--version'],
].every(([program = '', argument = '']) => find(program, [argument]));

describe.skipIf(!hasPrograms)('what docs/registration.md has for before the first run', () => {
  it('makes a policy and a group with which a run lets its devices connect, and finds nothing wrong', async () => {
    const { PATH } = process.env;
    const aws = { AWS_DEFAULT_REGION: emulator.region, AWS_REGION: emulator.region, AWS_PAGER: '' };
    await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', BLOCK], {
      cwd: home,
      env: { PATH, HOME: home, ...aws, ...emulator.env, ...emulator.accessKeys },
    });
    for (const name of ['gateway', 'sensor-1']) await job.write(`csrs/${name}.csr`, toPem(makeCsr(name)));
    const inputs = {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      policies: 'fleet',
      'thing-name': '{cn}',
      'thing-groups': 'fleet',
    };
    const { code, log, annotations, outputs } = await job.run({ inputs, env: emulator.env });
    expect(code, log).toBe(0);
    expect(annotations).toEqual([]);
    expect(outputs).toMatchObject({ 'registered-count': '2', 'registration-failed-count': '0' });
  });
});

it('docs/registration.md has no command with a syntax error', () => {
  const { status, stderr } = spawnSync('bash', ['-n', '-c', BLOCK], { encoding: 'utf8' });
  expect(status ?? 0, stderr).toBe(0);
});
