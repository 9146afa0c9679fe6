import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob, stateSoFar } from './step.ts';

const create = 'CreateCertificateFromCsr' as const;

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator({});
  job = await startJob();
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

async function fleet(count: number, directory = 'csrs'): Promise<void> {
  for (let n = 0; n < count; n++) await job.write(`${directory}/${n}.csr`, toPem(makeCsr(`${directory}-${n}`)));
}

type Inputs = Readonly<Record<string, string>>;

const inputsOf = (inputs: Inputs): Inputs => ({
  'csr-path': 'csrs/*.csr',
  'aws-region': emulator.region,
  'role-to-assume': emulator.roleArn,
  'request-timeout-seconds': '1',
  ...inputs,
});

const environment = () => ({ ...emulator.env, GITHUB_TOKEN: emulator.githubToken });

function main(inputs: Inputs = {}, onStart?: (child: ChildProcess) => void): Promise<StepResult> {
  return job.run({ inputs: inputsOf(inputs), env: environment(), ...(onStart && { onStart }) });
}

function post(
  { state }: Pick<StepResult, 'state'>,
  inputs: Inputs = {},
  onStart?: (child: ChildProcess) => void,
): Promise<StepResult> {
  return job.run({ script: 'post', state, inputs: inputsOf(inputs), env: environment(), ...(onStart && { onStart }) });
}

/** Sends a signal as soon as something is so. */
function signalWhen(signal: NodeJS.Signals, isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (!isTime() && child.exitCode === null) return;
      clearInterval(timer);
      child.kill(signal);
    }, 5);
  };
}

/** As the runner cancels: SIGINT, SIGTERM after 7.5 s, and the end 2.5 s later. */
function cancelWhen(isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    signalWhen('SIGINT', () => {
      if (!isTime()) return false;
      setTimeout(() => child.kill('SIGTERM'), 7_500).unref();
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
      return true;
    })(child);
  };
}

function ledgerLines(ledger: string): readonly { readonly certificateId: string; readonly runId: string | null }[] {
  const lines = readFileSync(join(job.workspace, ledger), 'utf8').split('\n').filter(Boolean);
  // Other lines say how far the ledger knows the account.
  return lines.map((line) => JSON.parse(line)).filter(({ type }) => type === undefined);
}

const ids = (ledger: string): readonly string[] => ledgerLines(ledger).map(({ certificateId }) => certificateId);

describe('a step that the runner cannot reach', () => {
  it('is ended by its post step, which hands over what it issued', async () => {
    await fleet(200);
    emulator.iot.setQuota(create, { ratePerSecond: 10, burst: 10 });
    let begun: Readonly<Record<string, string>> | undefined;
    const running = main({ 'requests-per-second': '10' });
    // What the runner reads of the step when it goes on to the post step.
    while (begun === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (emulator.iot.certificates().length >= 20) begun = await stateSoFar(job);
    }
    const rescued = await post({ state: begun });
    const after = emulator.iot.certificates().length;
    const killed = await running;
    expect(killed.code).toBe(1);
    expect(rescued.log).toMatch(/still running as process \d+/);
    expect(rescued.log).toMatch(/Process \d+ has ended/);
    expect(rescued.log).not.toContain('This is a bug');
    expect(after).toBeLessThan(200);
    expect(emulator.iot.certificates()).toHaveLength(after);
    const uploaded = emulator.artifacts.uploaded().find(({ name }) => name.endsWith('-partial'));
    const pems = [...(uploaded?.files() ?? [])].filter(([name]) => name.endsWith('.pem'));
    expect(pems.map(([, pem]) => String(pem).trim()).sort()).toEqual(
      emulator.iot
        .certificates()
        .map(({ pem }) => pem.trim())
        .sort(),
    );
  });

  it('is not taken for another process that has its number', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    try {
      await fleet(3);
      const result = await main();
      const name = JSON.stringify({ pid: other.pid, mark: 'ticks 1' });
      const rescued = await post({ state: { ...result.state, process: name } });
      expect(rescued.log).toContain('nothing left to do');
      expect(other.exitCode).toBeNull();
      expect(other.signalCode).toBeNull();
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('keeps another step from issuing into the same directory at the same time', async () => {
    await fleet(100);
    const running = main({ 'requests-per-second': '10', deliver: 'directory' });
    while (emulator.iot.certificates().length < 3) await new Promise((resolve) => setTimeout(resolve, 50));
    const second = await main({ deliver: 'directory' });
    expect(second.code).toBe(1);
    expect(second.annotations.at(-1)).toMatchObject({ title: 'journal-in-use' });
    expect((await running).code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(100);
  });
});

describe('a post step', () => {
  it('writes what its own step issued into the ledger, and not what another step of the job did', async () => {
    await fleet(4, 'a');
    await fleet(60, 'b');
    const one = { 'csr-path': 'a/*.csr', ledger: 'a.jsonl', 'artifact-name': 'a' };
    const two = { 'csr-path': 'b/*.csr', ledger: 'b.jsonl', 'artifact-name': 'b' };
    await main(one);
    const first = new Set(emulator.iot.certificates().map(({ id }) => id));
    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    const killed = await main(
      two,
      signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 24),
    );
    await post(killed, two);
    const own = emulator.iot.certificates().flatMap(({ id }) => (first.has(id) ? [] : [id]));
    expect([...ids('b.jsonl')].sort()).toEqual([...own].sort());
    expect([...ids('a.jsonl')].sort()).toEqual([...first].sort());
  });

  it('does not hand over a certificate of the journal that the account does not hold', async () => {
    await fleet(8);
    emulator.iot.setLatency({ fixedMs: 30, jitterMs: 0 });
    const killed = await main(
      { ledger: 'l.jsonl' },
      signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 4),
    );
    const journal = killed.state.journal ?? '';
    const text = await readFile(journal, 'utf8');
    // A later step of the job can write into that file.
    const [line] = text.split('\n').filter((one) => one.startsWith('{"type":"issued"'));
    const issued = JSON.parse(line ?? '{}');
    const certificate = { ...issued.certificate, id: 'f'.repeat(64) };
    const forged = { ...issued, spki: 'e'.repeat(64), path: 'csrs/x.csr', certificate };
    await writeFile(journal, `${text}${JSON.stringify(forged)}\n`);
    const rescued = await post(killed, { ledger: 'l.jsonl' });
    expect(rescued.annotations.some(({ message }) => message.includes('f'.repeat(64)))).toBe(true);
    expect([...ids('l.jsonl')].sort()).toEqual(
      emulator.iot
        .certificates()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('that cannot sign in hands over what the PEMs prove, and says so', async () => {
    await fleet(8);
    emulator.iot.setLatency({ fixedMs: 30, jitterMs: 0 });
    const killed = await main(
      { ledger: 'l.jsonl' },
      signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 4),
    );
    emulator.sts.inject({ operation: 'AssumeRoleWithWebIdentity', kind: 'AccessDenied' });
    const rescued = await post(killed, { ledger: 'l.jsonl' });
    expect(rescued.log).toContain('could not confirm them');
    expect(rescued.summary).toContain('-1-partial');
    expect(existsSync(join(job.workspace, 'l.jsonl'))).toBe(false);
  });

  it('looks for the journal that its step opened after the runner read its state', async () => {
    await fleet(60);
    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    emulator.iot.setQuota(create, { ratePerSecond: 10, burst: 10 });
    const running = main({ 'requests-per-second': '10' });
    while (emulator.iot.certificates().length < 5) await new Promise((resolve) => setTimeout(resolve, 20));
    const { journal, ...early } = await stateSoFar(job);
    expect(journal).toBeDefined();
    const rescued = await post({ state: early });
    await running;
    expect(rescued.summary).toContain('-1-partial');
  });
});

it('a step that is not the current attempt any more creates nothing more, and says so', async () => {
  await fleet(60);
  emulator.rerun();
  const env = { ...environment(), GITHUB_RUN_ATTEMPT: '1' };
  const result = await job.run({ inputs: inputsOf({ 'requests-per-second': '10', deliver: 'directory' }), env });
  expect(result.code).toBe(1);
  expect(result.annotations.some(({ title }) => title === 'superseded')).toBe(true);
  expect(result.log).toContain('Attempt 2 of this workflow run has begun');
  expect(emulator.iot.certificates().length).toBeLessThan(60);
});

describe('a decision to issue anew', () => {
  it('is remembered when the answers were lost, the step was killed and the post step found the certificates', async () => {
    await fleet(8);
    const inputs = { ledger: 'l.jsonl', deliver: 'directory' };
    await main(inputs);
    expect(emulator.iot.certificates()).toHaveLength(8);
    emulator.configure({ job: { runId: 77 } });
    emulator.iot.inject({ operation: create, kind: 'InternalFailureException', afterWork: true, count: 8 });
    const anew = { ...inputs, reissue: 'true' };
    const killed = await main(
      anew,
      signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 16),
    );
    expect((await post(killed, anew)).log).toContain('Found 8 certificates');
    emulator.rerun();
    const again = await main(anew);
    expect(again.code).toBe(0);
    expect(again.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '8' });
    expect(emulator.iot.certificates()).toHaveLength(16);
    const own = ledgerLines('l.jsonl').filter(({ runId }) => runId === '77');
    expect(own).toHaveLength(8);
  });

  it('is remembered on another machine that has only the account', async () => {
    await fleet(8);
    await main({ deliver: 'directory' });
    emulator.configure({ job: { runId: 77 } });
    emulator.iot.inject({ operation: create, kind: 'InternalFailureException', afterWork: true, count: 8 });
    const anew = { ledger: 'l.jsonl', deliver: 'directory', reissue: 'true' };
    await main(
      anew,
      signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 16),
    );
    for (let attempt = 2; attempt <= 3; attempt++) {
      emulator.rerun();
      await forgetMachine();
      const again = await main(anew);
      expect(again.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '8' });
    }
    expect(emulator.iot.certificates()).toHaveLength(16);
  });
});

/** What another machine with the same checkout has: nothing of the runner's temporary directory. */
async function forgetMachine(): Promise<void> {
  await rm(job.temp, { recursive: true });
  await mkdir(job.temp);
}

const COMMITTED = { deliver: 'directory', ledger: 'l.jsonl', 'ledger-commit': 'true' } as const;

describe('a cancel is answered before the runner ends the process', () => {
  /** What hangs, how, when it does, and what is asked of the step. */
  const waits = [
    [
      'the OIDC token',
      () => emulator.oidc.inject({ operation: 'GetIdToken', kind: 'hang' }),
      () => emulator.oidc.counters.GetIdToken.calls > 0,
      {},
    ],
    [
      'AWS STS',
      () => emulator.sts.inject({ operation: 'AssumeRoleWithWebIdentity', kind: 'hang' }),
      () => emulator.sts.counters.AssumeRoleWithWebIdentity.calls > 0,
      {},
    ],
    [
      'the identity of the caller',
      () => emulator.sts.inject({ operation: 'GetCallerIdentity', kind: 'hang' }),
      () => emulator.sts.counters.GetCallerIdentity.calls > 0,
      {},
    ],
    [
      'a listing',
      () => emulator.iot.inject({ operation: 'ListCertificates', kind: 'hang' }),
      () => emulator.iot.counters.ListCertificates.calls > 0,
      {},
    ],
    [
      'the artifact service',
      () => emulator.artifacts.inject({ operation: 'ListArtifacts', kind: 'hang' }),
      () => emulator.artifacts.counters.ListArtifacts.calls > 0,
      {},
    ],
    [
      'the begin of an upload',
      () => emulator.artifacts.inject({ operation: 'CreateArtifact', kind: 'hang' }),
      () => emulator.artifacts.counters.CreateArtifact.calls > 0,
      {},
    ],
    [
      'an upload',
      () => emulator.artifacts.inject({ operation: 'PutBlob', kind: 'hang' }),
      () => emulator.artifacts.counters.PutBlob.calls > 0,
      {},
    ],
    [
      'the end of an upload',
      () => emulator.artifacts.inject({ operation: 'FinalizeArtifact', kind: 'hang' }),
      () => emulator.artifacts.counters.FinalizeArtifact.calls > 0,
      {},
    ],
    [
      'an activation',
      () => emulator.iot.inject({ operation: 'UpdateCertificate', kind: 'hang' }),
      () => emulator.iot.counters.UpdateCertificate.calls > 0,
      { 'set-as-active': 'after-delivery' },
    ],
    [
      'a create call',
      () => emulator.iot.inject({ operation: create, kind: 'hang' }),
      () => emulator.iot.counters[create].calls > 0,
      {},
    ],
  ] as const;

  for (const [what, hang, isWaiting, inputs] of waits) {
    it(`while ${what} is waited for`, async () => {
      await fleet(3);
      hang();
      const cancelled = await main({ 'request-timeout-seconds': '60', ...inputs }, cancelWhen(isWaiting));
      expect(cancelled.signal).toBeNull();
      expect(cancelled.code).toBe(1);
      expect(cancelled.log).not.toContain('This is a bug');
      expect(cancelled.summary).not.toBe('');
      expect(cancelled.annotations.some(({ level }) => level === 'error')).toBe(true);
    });
  }

  it.each([
    ['the writing of a secret', 'PutSecret', { deliver: 'secrets' }, { secrets: 'write', metadata: 'read' }],
    ['the list of the secrets', 'ListSecrets', { deliver: 'secrets' }, { secrets: 'write', metadata: 'read' }],
    ['the commit of the ledger', 'GraphQl', COMMITTED, { contents: 'write', metadata: 'read' }],
    ['the branch of the ledger', 'GetBranch', COMMITTED, { contents: 'write', metadata: 'read' }],
  ] as const)('while %s is waited for', async (_, operation, inputs, permissions) => {
    await fleet(3);
    const token = emulator.createToken({ kind: 'app', permissions });
    // The first GraphQL call asks about protection; the first secret that is put is one that nobody may write.
    const first = operation === 'GraphQl' || operation === 'PutSecret' ? 2 : 1;
    emulator.rest.inject({ operation, kind: 'hang', when: (call) => call >= first });
    const cancelled = await main(
      { 'github-token': token, ...inputs },
      cancelWhen(() => emulator.rest.counters[operation].calls >= first),
    );
    expect(cancelled.signal).toBeNull();
    expect(cancelled.code).toBe(1);
    expect(cancelled.log).not.toContain('This is a bug');
    expect(cancelled.summary).not.toBe('');
    expect(cancelled.annotations.some(({ level }) => level === 'error')).toBe(true);
  });

  it('while certificates are described', async () => {
    await fleet(3);
    await main({ deliver: 'directory' });
    await forgetMachine();
    emulator.iot.inject({ operation: 'DescribeCertificate', kind: 'hang' });
    const cancelled = await main(
      { deliver: 'directory', 'request-timeout-seconds': '60' },
      cancelWhen(() => emulator.iot.counters.DescribeCertificate.calls > 0),
    );
    expect(cancelled.signal).toBeNull();
    expect(cancelled.annotations.at(-1)).toMatchObject({ level: 'error', title: 'cancelled' });
  });

  it('while what earlier attempts handed over is read', async () => {
    await fleet(3);
    emulator.rerun();
    emulator.rest.inject({ operation: 'ListWorkflowRunArtifacts', kind: 'hang' });
    const cancelled = await main(
      {},
      cancelWhen(() => emulator.rest.counters.ListWorkflowRunArtifacts.calls > 0),
    );
    expect(cancelled.signal).toBeNull();
    expect(cancelled.annotations.at(-1)).toMatchObject({ level: 'error', title: 'cancelled' });
    expect(emulator.iot.certificates()).toHaveLength(0);
  });
});

describe('a post step that is cancelled ends by itself', () => {
  it.each([
    [
      'while the account is searched',
      () => emulator.iot.inject({ operation: 'ListCertificates', kind: 'hang' }),
      () => emulator.iot.counters.ListCertificates.calls,
    ],
    [
      'while the artifact service is waited for',
      () => emulator.artifacts.inject({ operation: 'ListArtifacts', kind: 'hang' }),
      () => emulator.artifacts.counters.ListArtifacts.calls,
    ],
    [
      'while the artifact is uploaded',
      () => emulator.artifacts.inject({ operation: 'PutBlob', kind: 'hang' }),
      () => emulator.artifacts.counters.PutBlob.calls,
    ],
  ] as const)('%s', async (_, hang, calls) => {
    await fleet(20);
    emulator.iot.setLatency({ fixedMs: 30, jitterMs: 0 });
    emulator.iot.inject({ operation: create, kind: 'hang', afterWork: true, count: 1 });
    const killed = await main(
      {},
      signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 8),
    );
    hang();
    const before = calls();
    const rescued = await post(
      killed,
      { 'request-timeout-seconds': '60' },
      cancelWhen(() => calls() > before),
    );
    expect(rescued.signal).toBeNull();
    expect(rescued.log).not.toContain('This is a bug');
    expect(rescued.summary).toContain('ended before it was finished');
    expect(rescued.annotations.some(({ message }) => message.includes('Re-run failed jobs'))).toBe(true);
  });
});
