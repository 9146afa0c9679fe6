import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Job, type StepResult, startJob } from '../e2e/step.ts';
import { createMemoryGauge, type MemoryGauge } from './memory.ts';

/** A small run has about 110 MiB; an answer of 1 GB in memory would be ten times that. */
const MAX_MIB = 400;

let emulator: Emulator;
let job: Job;
let gauge: MemoryGauge;

beforeEach(async () => {
  emulator = await startEmulator({ mayReadQuotas: true });
  job = await startJob();
  gauge = createMemoryGauge();
  for (const name of ['a', 'b']) await job.write(`csrs/${name}.csr`, toPem(makeCsr(name)));
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

function issue(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'request-timeout-seconds': '1',
      'requests-per-second': '100%',
      'github-token': emulator.createToken({ kind: 'app', permissions: { secrets: 'write', actions: 'read' } }),
      'secret-name': 'CERTIFICATE_{NAME}',
      deliver: 'artifact, secrets',
      ...inputs,
    },
    env: emulator.env,
    onStart: gauge.watch,
  });
}

const messages = ({ annotations }: StepResult): string =>
  annotations
    .filter(({ title }) => title !== 'endpoint')
    .map(({ message }) => message)
    .join('\n');

type Target = readonly [service: 'iot' | 'sts' | 'serviceQuotas' | 'oidc' | 'artifacts' | 'rest', operation: string];

/** Each call of a run but the one that creates certificates. */
const CALLS: readonly Target[] = [
  ['oidc', 'GetIdToken'],
  ['sts', 'AssumeRoleWithWebIdentity'],
  ['sts', 'GetCallerIdentity'],
  ['serviceQuotas', 'GetServiceQuota'],
  ['iot', 'ListCertificates'],
  ['artifacts', 'ListArtifacts'],
  ['rest', 'GetSecretPublicKey'],
  ['rest', 'ListSecrets'],
  ['rest', 'PutSecret'],
];

function spoil([service, operation]: Target, kind: 'drip' | 'huge', count?: number): void {
  emulator[service].inject({ operation, kind, ...(count === undefined ? {} : { count }) } as never);
}

describe.concurrent('an answer that comes drop by drop', () => {
  it.each(CALLS)(
    'of %s to %s is given up after a while, and asked for again',
    async (...call) => {
      const own = await startEmulator({ mayReadQuotas: true });
      const machine = await startJob();
      await machine.write('csrs/a.csr', toPem(makeCsr('a')));
      const [service, operation] = call;
      own[service].inject({ operation, kind: 'drip', count: 1 } as never);
      const result = await machine.run({
        inputs: {
          'csr-path': 'csrs/*.csr',
          'aws-region': own.region,
          'role-to-assume': own.roleArn,
          'request-timeout-seconds': '1',
          'requests-per-second': '100%',
          'github-token': own.createToken({ kind: 'app', permissions: { secrets: 'write', actions: 'read' } }),
          'secret-name': 'CERTIFICATE_{NAME}',
          deliver: 'artifact, secrets',
        },
        env: own.env,
      });
      expect(messages(result)).toBe('');
      expect(result.code).toBe(0);
      expect(own.iot.certificates()).toHaveLength(1);
      await machine.close();
      await own.close();
    },
    120_000,
  );
});

describe('an answer of 1 GB', () => {
  it.each(CALLS)(
    'of %s to %s is not read to its end',
    async (...call) => {
      spoil(call, 'huge', 1);
      const result = await issue();
      expect(result.log).not.toContain('This is a bug');
      expect(gauge.peak()).toBeLessThan(MAX_MIB);
      // What is harmless to repeat is repeated, save to STS.
      expect(result.code).toBe(call[0] === 'sts' ? 1 : 0);
    },
    120_000,
  );

  it('to the call that creates a certificate leaves it in doubt until it is found', async () => {
    spoil(['iot', 'CreateCertificateFromCsr'], 'huge', 1);
    const result = await issue({ deliver: 'directory' });
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(2);
    expect(gauge.peak()).toBeLessThan(MAX_MIB);
  }, 60_000);

  it('every time ends the step with a message', async () => {
    spoil(['sts', '*'], 'huge');
    const result = await issue();
    expect(result.code).toBe(1);
    expect(messages(result)).toContain('the answer is larger than 1024 KiB');
    expect(gauge.peak()).toBeLessThan(MAX_MIB);
  }, 60_000);
});

describe('an answer of the artifact service to an upload', () => {
  it.each(
    (['CreateArtifact', 'FinalizeArtifact'] as const).flatMap((operation) =>
      (['huge', 'drip', 'torn'] as const).map((kind) => [operation, kind] as const),
    ),
  )(
    'to %s that is %s fails the upload and not the step',
    async (operation, kind) => {
      emulator.artifacts.inject({ operation, kind, count: 1 });
      const result = await issue({ deliver: 'artifact' });
      expect(result.code).toBe(1);
      expect(messages(result)).toContain('could not be uploaded');
      expect(messages(result)).toContain('The certificates are safe in');
      expect(gauge.peak()).toBeLessThan(MAX_MIB);
    },
    120_000,
  );
});

describe('a listing of the account that never ends', () => {
  it.each([
    ['same-marker', 'gave the same marker twice'],
    ['same-page', 'pages in a row without an older certificate'],
  ] as const)(
    'with %s is refused',
    async (kind, words) => {
      expect((await issue({ deliver: 'directory' })).code).toBe(0);
      emulator.iot.inject({ operation: 'ListCertificates', kind });
      const inputs = { deliver: 'directory', reconcile: 'always', 'output-directory': 'elsewhere' };
      const result = await issue(inputs);
      expect(result.code).toBe(1);
      expect(messages(result)).toContain('have no end');
      expect(messages(result)).toContain(words);
      expect(emulator.iot.certificates()).toHaveLength(2);
    },
    60_000,
  );

  it('is refused by an audit, too', async () => {
    expect((await issue({ deliver: 'directory', ledger: 'ledger.jsonl' })).code).toBe(0);
    emulator.iot.inject({ operation: 'ListCertificates', kind: 'same-marker' });
    const audit = await issue({ mode: 'audit', ledger: 'ledger.jsonl', reconcile: 'always' });
    expect(audit.code).toBe(1);
    expect(messages(audit)).toContain('gave the same marker twice');
  }, 60_000);
});
