import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

/** Issues with a ledger, each time into a directory of its own as a new job would. */
let runs = 0;
function issue(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  runs += 1;
  return job.run({
    inputs: {
      'csr-path': 'csrs/**',
      ledger: 'fleet.jsonl',
      deliver: 'directory',
      'output-directory': `out-${runs}`,
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      ...inputs,
    },
    env: emulator.env,
  });
}

const key = makeKey('P-256');
const csrOf = (name: string) => toPem(makeCsr({ key, subject: [['CN', name]] }));

describe('a key that has its certificate', () => {
  beforeEach(async () => {
    await job.write('csrs/a.csr', csrOf('a'));
    expect((await issue()).code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('is reused when its CSR comes again, without a word', async () => {
    const again = await issue();
    expect(again).toMatchObject({ code: 0, annotations: [], outputs: { 'reused-count': '1', 'created-count': '0' } });
  });

  it('is reused when the device has signed its CSR anew, which is said', async () => {
    await job.write('csrs/a.csr', csrOf('a'));
    const again = await issue();
    expect(again.annotations.map(({ level, title }) => [level, title])).toEqual([['notice', 'csr-changed']]);
    expect(again).toMatchObject({ code: 0, outputs: { 'reused-count': '1' } });
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('is refused to another device, unless a user says otherwise', async () => {
    await job.write('csrs/a.csr', csrOf('b'));
    const other = await issue();
    expect(other.code).toBe(1);
    expect(other.annotations[0]).toMatchObject({ level: 'error', title: 'public-key-known', file: 'csrs/a.csr' });
    expect(other.summary).toContain('public-key-known');
    expect(emulator.iot.certificates()).toHaveLength(1);
    const allowed = await issue({ rules: 'public-key-known=warning' });
    expect(allowed).toMatchObject({ code: 0, outputs: { 'reused-count': '1' } });
  });
});
