import { type ChildProcess, execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conditions } from '../../src/emulator/conditions.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { canMount } from './mount.ts';
import { type Job, type StepResult, startJob } from './step.ts';

const create = 'CreateCertificateFromCsr' as const;

let emulator: Emulator;
/** One machine an attempt: nothing but the workspace's content is the same. */
let jobs: Job[];
let fleet: Readonly<Record<string, string>>;

beforeEach(() => start());

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await emulator.close();
});

async function start(options: EmulatorOptions = {}): Promise<void> {
  emulator = await startEmulator({ ...options });
  jobs = [];
}

async function restart(options: EmulatorOptions): Promise<void> {
  await emulator.close();
  await start(options);
}

function makeFleet(count: number): void {
  fleet = Object.fromEntries(Array.from({ length: count }, (_, n) => [`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`))]));
}

async function newMachine(): Promise<Job> {
  const job = await startJob();
  jobs.push(job);
  for (const [path, content] of Object.entries(fleet)) await job.write(path, content);
  return job;
}

type Options = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly onStart?: (child: ChildProcess) => void;
};

const inputsOf = (inputs: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  'csr-path': 'csrs/*.csr',
  'aws-region': emulator.region,
  'role-to-assume': emulator.roleArn,
  'request-timeout-seconds': '1',
  ...inputs,
});

function main(job: Job, { inputs, onStart }: Options = {}): Promise<StepResult> {
  return job.run({
    inputs: inputsOf(inputs),
    env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
    ...(onStart === undefined ? {} : { onStart }),
  });
}

function post(job: Job, { state }: StepResult, inputs?: Readonly<Record<string, string>>): Promise<StepResult> {
  return job.run({
    script: 'post',
    state,
    inputs: inputsOf(inputs),
    env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
  });
}

/** Kills the process as soon as the account holds so many certificates. */
function killAt(certificates: number, signal: NodeJS.Signals): (child: ChildProcess) => void {
  return signalWhen(signal, () => emulator.iot.certificates().length >= certificates);
}

/** Sends a signal as soon as something is so. */
function signalWhen(signal: NodeJS.Signals, isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (!isTime() && child.exitCode === null) return;
      clearInterval(timer);
      child.kill(signal);
    }, 1);
  };
}

/** One certificate a CSR in the account, and each of them at its place on the machine. */
async function expectExactlyOnce(result: StepResult): Promise<void> {
  expect(result.log).toMatch(/^\d+ created, \d+ reused, 0 rejected, 0 failed in /m);
  expect(result.code).toBe(0);
  const account = emulator.iot.certificates();
  expect(account).toHaveLength(Object.keys(fleet).length);
  const pems = await Promise.all(
    Object.keys(fleet).map((path) =>
      readFile(join(result.outputs['certificates-path'] ?? '', path.replace(/csr$/, 'pem')), 'utf8'),
    ),
  );
  expect(pems.map((pem) => pem.trim()).sort()).toEqual(account.map(({ pem }) => pem.trim()).sort());
}

describe('a killed step', () => {
  it('is finished by the next attempt on another machine, with the post step between', async () => {
    makeFleet(60);
    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    const first = await newMachine();
    const killed = await main(first, { onStart: killAt(20, 'SIGKILL') });
    expect(killed.code).toBeNull();
    const rescued = await post(first, killed);
    expect(rescued.annotations.at(-1)?.message).toContain('Re-run failed jobs');
    expect(rescued.summary).toContain('-1-partial');
    emulator.rerun();
    await expectExactlyOnce(await main(await newMachine()));
  });

  it('leaves what it has under the names that file-name gives, as does the next attempt', async () => {
    makeFleet(60);
    const inputs = { 'file-name': 'run-{run-id}/{index}-{cn}.pem' };
    const paths = Object.keys(fleet).sort();
    /** The PEMs in the account by the names that they are to have. */
    const expected = (): ReadonlyMap<string, string> =>
      new Map(
        emulator.iot.certificates().map(({ pem }) => {
          const [, device] = /CN=device-(\d+)/.exec(new X509Certificate(pem).subject) ?? [];
          const index = paths.indexOf(`csrs/${device}.csr`) + 1;
          return [`run-${emulator.env.GITHUB_RUN_ID}/${index}-device-${device}.pem`, pem.trim()];
        }),
      );
    const uploaded = (): ReadonlyMap<string, string> =>
      new Map(
        [...(emulator.artifacts.uploaded().at(-1)?.files() ?? [])]
          .filter(([name]) => name.endsWith('.pem'))
          .map(([name, content]) => [name, String(content).trim()]),
      );

    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    // A certificate that only the post step's search finds.
    emulator.iot.inject({ operation: create, kind: 'hang', afterWork: true, count: 1 });
    const first = await newMachine();
    const killed = await main(first, { inputs, onStart: killAt(20, 'SIGKILL') });
    const rescued = await post(first, killed, inputs);
    expect(rescued.log).toMatch(/Found \d+ certificate/);
    expect(uploaded().size).toBeGreaterThanOrEqual(20);
    expect(uploaded()).toEqual(expected());
    for (const [name, pem] of expected()) {
      expect((await readFile(join(first.temp, 'iot-certificates', name), 'utf8')).trim()).toBe(pem);
    }

    emulator.rerun();
    expect((await main(await newMachine(), { inputs })).code).toBe(0);
    expect(uploaded().size).toBe(60);
    expect(uploaded()).toEqual(expected());
  });

  it('is finished by the next attempt when the machine vanished before the post step', async () => {
    makeFleet(60);
    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    await main(await newMachine(), { onStart: killAt(20, 'SIGKILL') });
    emulator.rerun();
    const result = await main(await newMachine());
    await expectExactlyOnce(result);
    expect(Number(result.outputs['reused-count'])).toBeGreaterThanOrEqual(20);
  });

  it('is finished by the same step run again on the same machine', async () => {
    makeFleet(60);
    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    const job = await newMachine();
    await main(job, { onStart: killAt(20, 'SIGKILL') });
    await expectExactlyOnce(await main(job));
  });
});

describe('a cancelled step', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s hands over what it has, and the next attempt does the rest',
    async (signal) => {
      makeFleet(60);
      emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
      const job = await newMachine();
      const cancelled = await main(job, { onStart: killAt(20, signal) });
      expect(cancelled.code).toBe(1);
      expect(cancelled.outputs['artifact-id']).not.toBe('');
      expect((await post(job, cancelled)).log).toContain('nothing left to do');
      emulator.rerun();
      await expectExactlyOnce(await main(await newMachine()));
    },
  );

  it.each([
    ['no OIDC token is to be had', () => emulator.oidc, 'GetIdToken', '500'],
    ['AWS STS is out of order', () => emulator.sts, 'AssumeRoleWithWebIdentity', 'ServiceUnavailable'],
    ['AWS STS does not answer', () => emulator.sts, 'AssumeRoleWithWebIdentity', 'hang'],
  ] as const)('while %s does not try again, and says that nothing was created', async (_, service, operation, kind) => {
    makeFleet(1);
    const { counters, inject } = service() as Conditions<string, string>;
    inject({ operation, kind });
    const result = await main(await newMachine(), {
      onStart: signalWhen('SIGINT', () => (counters[operation]?.calls ?? 0) > 0),
    });
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'cancelled' });
    expect(result.summary).toContain('cancelled before anything was created');
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('while the account is searched creates nothing, and says so', async () => {
    makeFleet(5);
    emulator.iot.inject({ operation: 'ListCertificates', kind: 'InternalFailureException', count: 4 });
    const result = await main(await newMachine(), {
      onStart(child) {
        child.stdout?.on('data', (text: string) => {
          if (text.includes('Journal:')) child.kill('SIGINT');
        });
      },
    });
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'cancelled' });
    expect(result.summary).toContain('cancelled before anything was created');
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('does not wait for an answer that does not come, and the post step finds its certificate', async () => {
    makeFleet(5);
    emulator.iot.inject({ operation: create, kind: 'hang', afterWork: true, count: 1 });
    const job = await newMachine();
    const cancelled = await main(job, { inputs: { 'request-timeout-seconds': '60' }, onStart: killAt(5, 'SIGINT') });
    expect(cancelled.code).toBe(1);
    expect(cancelled.outputs['failed-count']).toBe('1');
    const rescued = await post(job, cancelled);
    expect(rescued.log).toContain('Found 1 certificate');
    emulator.rerun();
    await expectExactlyOnce(await main(await newMachine()));
  });
});

describe('what was issued is known', () => {
  it('from the ledger: no create call, and one page of the listing', async () => {
    makeFleet(30);
    const ledger = { ledger: 'fleet.jsonl', deliver: 'directory' };
    const job = await newMachine();
    await main(job, { inputs: ledger });
    const text = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
    fleet = { ...fleet, 'fleet.jsonl': text };
    const calls = (): number => Object.values(emulator.iot.counters).reduce((sum, counter) => sum + counter.calls, 0);
    const before = calls();
    const again = await newMachine();
    const result = await main(again, { inputs: ledger });
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '30' });
    expect(calls()).toBe(before + 1);
    expect(await readFile(join(again.workspace, 'fleet.jsonl'), 'utf8')).toBe(text);
  });

  it('from the ledger, by its id alone', async () => {
    makeFleet(3);
    const ledger = { ledger: 'fleet.jsonl', deliver: 'directory' };
    const job = await newMachine();
    await main(job, { inputs: ledger });
    const lines = (await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8')).trim().split('\n');
    const short = lines.map((line) => JSON.stringify({ ...JSON.parse(line), certificatePem: null })).join('\n');
    await job.write('fleet.jsonl', short);
    await rm(job.temp, { recursive: true });
    await job.write('../temp/x', '');
    await expectExactlyOnce(await main(job, { inputs: ledger }));
  });

  it('and a ledger that is damaged stops the run before anything happens to it', async () => {
    makeFleet(3);
    fleet = { ...fleet, 'fleet.jsonl': '<<<<<<< HEAD\n' };
    const job = await newMachine();
    const result = await main(job, { inputs: { ledger: 'fleet.jsonl' } });
    expect(result.annotations.at(-1)?.message).toContain('Line 1');
    expect(await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8')).toBe('<<<<<<< HEAD\n');
    expect(emulator.iot.certificates().length).toBe(0);
  });

  it('and issued anew on purpose', async () => {
    makeFleet(3);
    const job = await newMachine();
    await main(job, { inputs: { deliver: 'directory', ledger: 'fleet.jsonl' } });
    emulator.configure({ job: { runId: 77 } });
    const result = await main(job, { inputs: { deliver: 'directory', ledger: 'fleet.jsonl', reissue: 'true' } });
    expect(result.outputs).toMatchObject({ 'created-count': '3' });
    expect(emulator.iot.certificates().length).toBe(6);
    const again = await main(job, { inputs: { deliver: 'directory', ledger: 'fleet.jsonl', reissue: 'true' } });
    expect(again.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '3' });
  });

  it('from the account, when no ledger is kept: a second push issues nothing twice', async () => {
    makeFleet(3);
    await main(await newMachine());
    emulator.configure({ job: { runId: 78 } });
    const result = await main(await newMachine());
    await expectExactlyOnce(result);
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '3' });
    expect(emulator.artifacts.uploaded().map(({ name }) => name)).toEqual(Array(2).fill('iot-certificates'));
  });

  it('from the account, when the ledger does not know', async () => {
    makeFleet(3);
    await main(await newMachine(), { inputs: { deliver: 'directory' } });
    const result = await main(await newMachine(), { inputs: { ledger: 'fleet.jsonl', reconcile: 'always' } });
    await expectExactlyOnce(result);
    expect(result.outputs['reused-count']).toBe('3');
  });

  it('and duplicates in the account are named', async () => {
    makeFleet(2);
    await main(await newMachine(), { inputs: { deliver: 'directory' } });
    await main(await newMachine(), { inputs: { deliver: 'directory', reconcile: 'never' } });
    const result = await main(await newMachine(), { inputs: { deliver: 'directory' } });
    expect(result.annotations.map(({ title }) => title)).toEqual(['duplicate-certificate', 'duplicate-certificate']);
    expect(result.summary).toContain('Duplicates');
  });

  it('and of two jobs at the same time, the one that looks afterwards names what the other did', async () => {
    makeFleet(2);
    const [one, two] = [await newMachine(), await newMachine()];
    const inputs = { deliver: 'directory', reconcile: 'never' };
    await Promise.all([main(one, { inputs }), main(two, { inputs })]);
    expect(emulator.iot.certificates()).toHaveLength(4);
    const result = await main(one, { inputs: { deliver: 'directory', reconcile: 'always' } });
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '2' });
    expect(result.annotations.map(({ title }) => title)).toEqual(['duplicate-certificate', 'duplicate-certificate']);
  });
});

describe('a hostile account', () => {
  it('that lists new certificates only after five seconds', async () => {
    await restart({ listLagMs: 5_000 });
    makeFleet(10);
    emulator.iot.inject({ operation: create, kind: 'InternalFailureException', afterWork: true, count: 2 });
    await expectExactlyOnce(await main(await newMachine()));
  });

  it.each([-600_000, 600_000])('whose clock is off by %d ms', async (clockSkewMs) => {
    await restart({ clockSkewMs });
    makeFleet(10);
    emulator.iot.inject({ operation: create, kind: 'reset', afterWork: true, count: 2 });
    await expectExactlyOnce(await main(await newMachine()));
  });
});

describe('a hand-over that fails', () => {
  it('for the artifact service is made up for by the post step', async () => {
    makeFleet(5);
    const job = await newMachine();
    emulator.artifacts.inject({ operation: 'CreateArtifact', kind: '403', count: 1 });
    const failed = await main(job);
    expect(failed.code).toBe(1);
    expect(failed.annotations.at(-1)?.message).toContain('could not be uploaded');
    const rescued = await post(job, failed);
    expect(rescued.summary).toContain('5 certificates and the journal are in the artifact');
  });

  it('for a directory that cannot be written to is noticed before anything is created', async () => {
    makeFleet(2);
    const job = await newMachine();
    await writeFile(join(job.temp, 'out'), 'a file');
    const result = await main(job, { inputs: { 'output-directory': join(job.temp, 'out') } });
    expect(result.annotations.at(-1)?.message).toContain('output-directory');
    expect(emulator.iot.certificates().length).toBe(0);
  });

  it.skipIf(!canMount)('for a disk that is full loses nothing', async () => {
    makeFleet(60);
    const job = await newMachine();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160k', 'tmpfs', job.temp]);
    try {
      const failed = await main(job);
      expect(failed.code).toBe(1);
      expect(failed.log).not.toContain('This is a bug');
      expect(failed.annotations.at(-1)?.message).toMatch(/ENOSPC.*free the disk/i);
      expect(emulator.iot.certificates().length).toBeGreaterThan(0);
      const rescued = await post(job, failed);
      expect(rescued.log).not.toContain('This is a bug');
      // What main could not write down, it could upload all the same; the journal comes with the post step.
      const names = emulator.artifacts.uploaded().map(({ name }) => name);
      expect(names).toEqual(['iot-certificates', 'iot-certificates-attempt-1-partial']);
    } finally {
      execFileSync('umount', [job.temp]);
    }
    emulator.rerun();
    await expectExactlyOnce(await main(await newMachine()));
  });

  it('for a directory that has become read-only leaves the certificates in the journal', async () => {
    makeFleet(5);
    const job = await newMachine();
    emulator.artifacts.inject({ operation: 'CreateArtifact', kind: '403', count: 1 });
    const failed = await main(job);
    // A file where the directory was: nobody, not even root, can write below it.
    await rm(join(job.temp, 'iot-certificates'), { recursive: true });
    await writeFile(join(job.temp, 'iot-certificates'), 'a file');
    const rescued = await post(job, failed);
    expect(rescued.annotations.map(({ message }) => message).join()).toContain('The certificates stay in the journal');
    expect(rescued.summary).toContain('5 certificates and the journal are in the artifact');
    emulator.rerun();
    const result = await main(await newMachine());
    await expectExactlyOnce(result);
    expect(result.outputs['reused-count']).toBe('5');
  });

  it('is over before certificates become usable', async () => {
    makeFleet(5);
    const job = await newMachine();
    const result = await main(job, { inputs: { 'set-as-active': 'after-delivery' } });
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates().map(({ status }) => status)).toEqual(Array(5).fill('ACTIVE'));
  });

  it('leaves certificates unusable', async () => {
    makeFleet(5);
    emulator.artifacts.inject({ operation: 'CreateArtifact', kind: '403' });
    const result = await main(await newMachine(), { inputs: { 'set-as-active': 'after-delivery' } });
    expect(result.code).toBe(1);
    expect(emulator.iot.certificates().map(({ status }) => status)).toEqual(Array(5).fill('INACTIVE'));
  });
});

describe('shards', () => {
  it('share out the batch', async () => {
    makeFleet(40);
    const results = await Promise.all(
      [1, 2, 3].map(async (index) => main(await newMachine(), { inputs: { shard: `${index}/3` } })),
    );
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(emulator.iot.certificates().length).toBe(40);
    expect(new Set(emulator.iot.certificates().map(({ pem }) => pem)).size).toBe(40);
  });
});
