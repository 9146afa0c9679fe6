import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

const CSRS = 20;

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  for (let device = 0; device < CSRS; device++) {
    await job.write(`csrs/${device}.csr`, toPem(makeCsr(`device-${device}`)));
  }
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

function issue(
  inputs: Record<string, string> = {},
  onStart?: Parameters<Job['run']>[0]['onStart'],
): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      ...inputs,
    },
    env: emulator.env,
    ...(onStart === undefined ? {} : { onStart }),
  });
}

const create = 'CreateCertificateFromCsr' as const;

describe('a call that may have created a certificate', () => {
  it.each([
    ['answered 500', { kind: 'InternalFailureException', afterWork: true }],
    ['answered 503', { kind: 'ServiceUnavailableException', afterWork: true }],
    ['reset', { kind: 'reset', afterWork: true }],
    ['answered in part', { kind: 'torn' }],
    ['never answered', { kind: 'hang', afterWork: true }],
  ] as const)('%s is looked for in the account, not sent again', async (_, fault) => {
    emulator.iot.inject({ operation: create, count: 1, ...fault });
    const result = await issue({ 'request-timeout-seconds': '1' });
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ 'created-count': String(CSRS), 'failed-count': '0' });
    expect(emulator.iot.certificates()).toHaveLength(CSRS);
  });

  it('stays in doubt when the account may not be searched', async () => {
    emulator.iot.inject({ operation: create, count: 1, kind: 'InternalFailureException', afterWork: true });
    const result = await issue({ reconcile: 'never' });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ 'created-count': String(CSRS - 1), 'failed-count': '1' });
    expect(result.summary).toContain('unresolved');
    expect(emulator.iot.certificates()).toHaveLength(CSRS);
  });
});

describe('a call that created nothing', () => {
  it('failed before it had an effect, is sent again when the account has been searched', async () => {
    emulator.iot.inject({ operation: create, count: 2, kind: 'InternalFailureException' });
    const result = await issue();
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(CSRS);
  });

  it('throttled, is sent again until all have their certificate', async () => {
    emulator.iot.setQuota(create, { ratePerSecond: 10, burst: 5 });
    const result = await issue();
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(CSRS);
  });

  it('refused for all, ends the batch with one message', async () => {
    emulator.iot.inject({ operation: create, kind: 'AccessDeniedException' });
    const result = await issue();
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain('iot:CreateCertificateFromCsr');
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('refused for one CSR, leaves the others their certificates', async () => {
    emulator.iot.inject({ operation: create, kind: 'InvalidRequestException', count: 1 });
    const result = await issue();
    expect(result.outputs).toMatchObject({ 'created-count': String(CSRS - 1), 'failed-count': '1' });
  });
});

describe('an answer that is not the device’s', () => {
  it('is named and not handed over', async () => {
    emulator.iot.inject({ operation: create, kind: 'wrong-key', count: 1 });
    const result = await issue();
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)?.message).toContain('another public key');
  });
});

describe('a file that is changed while the step runs', () => {
  it.each([
    ['another request', toPem(makeCsr('stranger'))],
    ['no request', ''],
  ])('gets no certificate: it holds %s', async (_, content) => {
    emulator.iot.setQuota(create, { ratePerSecond: 20, burst: 2 });
    const result = await issue({}, () => {
      const timer = setInterval(() => {
        if (emulator.iot.certificates().length === 0) return;
        clearInterval(timer);
        // The last one in the order of their paths.
        void job.write('csrs/9.csr', content);
      }, 5);
    });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ 'created-count': String(CSRS - 1), 'failed-count': '1' });
    expect(result.annotations.at(-1)?.message).toContain('csrs/9.csr');
    expect(emulator.iot.certificates()).toHaveLength(CSRS - 1);
  });
});

describe('a cancelled job', () => {
  it('finishes what is under way, hands it over, and fails', async () => {
    emulator.iot.setQuota(create, { ratePerSecond: 2, burst: 2 });
    const result = await issue({}, (child) => {
      const timer = setInterval(() => {
        if (emulator.iot.certificates().length === 0) return;
        clearInterval(timer);
        child.kill('SIGINT');
      }, 20);
    });
    expect(result.code).toBe(1);
    const made = emulator.iot.certificates().length;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(CSRS);
    expect(result.outputs['created-count']).toBe(String(made));
  });
});
