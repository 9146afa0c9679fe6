import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator({ latency: { fixedMs: 40, jitterMs: 10 } });
  job = await startJob();
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

function issue(inputs: Record<string, string> = {}): Promise<StepResult> {
  return job.run({
    inputs: { 'csr-path': 'csrs/*', 'aws-region': emulator.region, deliver: 'directory', ...inputs },
    env: { ...emulator.env, ...emulator.accessKeys },
  });
}

async function writeFleet(count: number): Promise<void> {
  for (let device = 1; device <= count; device++) {
    await job.write(`csrs/device-${device}.csr`, toPem(makeCsr({ subject: [['CN', `device-${device}`]] })));
  }
}

const limit = (ratePerSecond: number, burst = ratePerSecond): void =>
  emulator.configure({ quotas: { CreateCertificateFromCsr: { ratePerSecond, burst } } });

function expectAllOnce(result: StepResult, count: number): void {
  expect(result.log).toContain(`${count} created, `);
  expect(result.code).toBe(0);
  expect(new Set(emulator.iot.certificates().map(({ spkiSha256 }) => spkiSha256)).size).toBe(count);
  expect(emulator.iot.certificates()).toHaveLength(count);
}

describe('the quota is', () => {
  it('found out where the role may not read it', async () => {
    await writeFleet(80);
    // So few that a slow machine meets it, too.
    limit(12);
    const result = await issue();
    expectAllOnce(result, 80);
    expect(emulator.iot.counters.CreateCertificateFromCsr.throttled).toBeLessThan(40);
    expect(result.summary).toMatch(/quota \d\d\.\d\/s, \d+ of \d+ calls throttled \(\d+\.\d %\)/);
    expect(result.summary).toMatch(/```mermaid\n%%.*%%\nxychart-beta\n/);
  });

  it('read where it may be', async () => {
    await writeFleet(200);
    emulator.configure({ mayReadQuotas: true });
    limit(40);
    const result = await issue();
    expectAllOnce(result, 200);
    expect(result.log).toContain('Quota: 40 certificates a second (AWS Service Quotas)');
    expect(emulator.iot.counters.CreateCertificateFromCsr.throttled).toBeLessThan(40);
  });

  it('met without any burst', async () => {
    await writeFleet(60);
    limit(20, 1);
    expectAllOnce(await issue(), 60);
    expect(emulator.iot.counters.CreateCertificateFromCsr.throttled).toBeLessThan(40);
  });

  it('followed when it falls on the way', async () => {
    await writeFleet(200);
    limit(60);
    const falls = setTimeout(() => limit(20), 2_500);
    const result = await issue();
    clearTimeout(falls);
    expectAllOnce(result, 200);
    expect(emulator.iot.counters.CreateCertificateFromCsr.throttled).toBeLessThan(120);
  });
});

describe('a reserve is kept', () => {
  it('by calls a second', async () => {
    await writeFleet(40);
    limit(60, 30);
    expectAllOnce(await issue({ 'requests-per-second': '15' }), 40);
    expect(emulator.iot.counters.CreateCertificateFromCsr.throttled).toBe(0);
  });

  it('by a share of the quota', async () => {
    await writeFleet(40);
    emulator.configure({ mayReadQuotas: true });
    limit(60, 30);
    expectAllOnce(await issue({ 'requests-per-second': '50%' }), 40);
    expect(emulator.iot.counters.CreateCertificateFromCsr.throttled).toBe(0);
  });
});

it('validate tells how long creating would take', async () => {
  await writeFleet(45);
  const inputs = { 'csr-path': 'csrs/*', mode: 'validate' };
  expect((await job.run({ inputs, env: {} })).log).toContain('Creating 45 CSRs at 15/s: about 3 s');
  const result = await job.run({ inputs: { ...inputs, 'requests-per-second': '0.1' }, env: {} });
  expect(result.summary).toContain('- Creating 45 CSRs at 0.1/s: about 8 min');
});

describe('what cannot get better ends the batch with the first answer', () => {
  it.each([
    ['AccessDeniedException', 'Allow iot:CreateCertificateFromCsr'],
    ['UnauthorizedException', 'Allow iot:CreateCertificateFromCsr'],
  ] as const)('%s', async (kind, fix) => {
    await writeFleet(150);
    emulator.iot.inject({ operation: 'CreateCertificateFromCsr', kind });
    const result = await issue();
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain(fix);
    // Those that were under way when the first answer came.
    expect(emulator.iot.counters.CreateCertificateFromCsr.calls).toBeLessThanOrEqual(8);
  });

  it('credentials that have run out and cannot be renewed', async () => {
    await writeFleet(150);
    limit(30);
    emulator.configure({ sessionMs: 3_000 });
    const result = await job.run({
      inputs: {
        'csr-path': 'csrs/*',
        'aws-region': emulator.region,
        deliver: 'directory',
        'role-to-assume': emulator.roleArn,
      },
      env: { ...emulator.env },
      onStart: () => {
        // The first session is granted, no other.
        const timer = setInterval(() => {
          if (emulator.sts.counters.AssumeRoleWithWebIdentity.succeeded === 0) return;
          clearInterval(timer);
          emulator.configure({ trust: { audiences: ['another'], subjects: [] } });
        }, 10);
      },
    });
    expect(result.code).toBe(1);
    expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    const { calls, succeeded, throttled } = emulator.iot.counters.CreateCertificateFromCsr;
    expect(calls - succeeded - throttled).toBeLessThanOrEqual(60);
    expect(emulator.iot.certificates().length).toBeLessThan(150);
  });
});
