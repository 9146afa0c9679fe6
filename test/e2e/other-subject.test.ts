import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;
const key = makeKey('P-256');

beforeEach(async () => {
  [emulator, job] = await Promise.all([startEmulator(), startJob()]);
  await job.write('csrs/other.csr', toPem(makeCsr({ key: makeKey('P-256'), subject: [['CN', 'other']] })));
  await writeCsr('pump-1');
});

afterEach(() => Promise.all([job.close(), emulator.close()]));

/** The CSR of the one key, for a subject. */
function writeCsr(subject: string): Promise<void> {
  return job.write('csrs/pump.csr', toPem(makeCsr({ key, subject: [['CN', subject]] })));
}

function step(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      ...inputs,
    },
    env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
  });
}

async function newMachine(): Promise<void> {
  await rm(job.temp, { recursive: true });
  await mkdir(job.temp);
}

describe('a CSR whose key has a certificate of another subject is refused', () => {
  it.each([
    [
      'by what the journal says',
      { deliver: 'directory' },
      async () => rm(join(job.temp, 'iot-certificates'), { recursive: true }),
    ],
    [
      'by what stands in the output directory',
      { deliver: 'directory' },
      async () => rm(join(job.temp, 'iot-certificates', 'manifest.json')),
    ],
    ['by the search of the account', { deliver: 'directory' }, newMachine],
    [
      'by the artifact of an earlier attempt',
      {},
      async () => {
        await newMachine();
        emulator.rerun();
      },
    ],
  ] as const)('%s', async (_, inputs, change) => {
    expect((await step(inputs)).code).toBe(0);
    await change();
    await writeCsr('pump-2');
    const refused = await step(inputs);
    expect(refused.code).toBe(1);
    expect(refused.annotations.at(-1)).toMatchObject({ level: 'error', title: 'public-key-known' });
    expect(refused.annotations.at(-1)?.message).toContain('another subject');
    expect(emulator.iot.certificates()).toHaveLength(2);
  });

  it('and left out where invalid ones are', async () => {
    await step();
    await newMachine();
    await writeCsr('pump-2');
    emulator.rerun();
    const result = await step({ 'on-invalid': 'skip' });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ 'reused-count': '1', 'created-count': '0', 'failed-count': '1' });
    expect(emulator.iot.certificates()).toHaveLength(2);
  });
});

it('a device that signs its CSR anew, with the same key and subject, gets its certificate', async () => {
  await step();
  await newMachine();
  await writeCsr('pump-1');
  emulator.rerun();
  expect((await step()).outputs).toMatchObject({ 'reused-count': '2', 'created-count': '0' });
});
