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

const DEVICES = ['gateway', 'sensor-1'];

const BY_HAND = 'Things and policies for what is there already';

let emulator: Emulator;
let job: Job;
let home: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  [emulator, job, home] = await Promise.all([
    startEmulator({ region: 'eu-west-1' }),
    startJob(),
    mkdtemp(join(tmpdir(), 'home-')),
  ]);
  for (const name of DEVICES) await job.write(`csrs/${name}.csr`, toPem(makeCsr(name)));
  const inputs = {
    'csr-path': 'csrs/*.csr',
    'aws-region': emulator.region,
    'role-to-assume': emulator.roleArn,
    deliver: 'directory',
    'output-directory': 'out',
  };
  const { code, log } = await job.run({ inputs, env: emulator.env });
  expect(code, log).toBe(0);
  const { PATH } = process.env;
  const aws = { AWS_DEFAULT_REGION: emulator.region, AWS_PAGER: '', AWS_DEFAULT_OUTPUT: 'json' };
  env = { PATH, HOME: home, ...aws, ...emulator.env, ...emulator.accessKeys };
});
afterAll(() => Promise.all([emulator.close(), job.close(), rm(home, { recursive: true })]));

const hasPrograms = [
  ['aws', '--version'],
  ['jq', '--version'],
  ['bash', '--version'],
].every(([program = '', argument = '']) => find(program, [argument]));

describe.skipIf(!hasPrograms)('what docs/after.md has for after a run', () => {
  /** Types commands into a shell, in the output directory of the run. */
  const type = async (commands: string, more: NodeJS.ProcessEnv = {}): Promise<string> => {
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', commands], {
      cwd: join(job.workspace, 'out'),
      env: { ...env, ...more },
    });
    return stdout;
  };

  it('makes a certificate ACTIVE', async () => {
    const [block = ''] = shellBlocks('docs/after.md', 'Make certificates ACTIVE');
    const [{ id = '', status } = {}] = emulator.iot.certificates();
    expect(status).toBe('INACTIVE');
    await type(block, { ID: id });
    expect(emulator.iot.certificates()[0]?.status).toBe('ACTIVE');
  });

  it('gives each certificate of the manifest a thing and a policy, and may be repeated', async () => {
    const [loop = ''] = shellBlocks('docs/after.md', BY_HAND);
    const document = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    await type(`aws iot create-policy --policy-name device --policy-document '${document}'`);
    await type(loop);
    await type(loop);
    const attached = JSON.parse(await type('aws iot list-targets-for-policy --policy-name device')) as {
      readonly targets: readonly string[];
    };
    expect([...attached.targets].sort()).toEqual(
      emulator.iot
        .certificates()
        .map(({ arn }) => arn)
        .sort(),
    );
    for (const name of DEVICES) {
      const { principals } = JSON.parse(await type(`aws iot list-thing-principals --thing-name ${name}`)) as {
        readonly principals: readonly string[];
      };
      expect(principals).toHaveLength(1);
    }
  });
});

it('docs/after.md has no command with a syntax error', () => {
  const all = ['Make certificates ACTIVE', BY_HAND].flatMap((one) => shellBlocks('docs/after.md', one));
  const { status, stderr } = spawnSync('bash', ['-n', '-c', all.join('\n')], { encoding: 'utf8' });
  expect(status ?? 0, stderr).toBe(0);
});
