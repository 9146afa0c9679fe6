import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

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

async function fleet(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await job.write(`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`)));
}

type Inputs = Readonly<Record<string, string>>;

const inputsOf = (inputs: Inputs): Inputs => ({
  'csr-path': 'csrs/*.csr',
  'aws-region': emulator.region,
  'role-to-assume': emulator.roleArn,
  'request-timeout-seconds': '1',
  ...inputs,
});

const environment = (more: Inputs = {}) => ({ ...emulator.env, GITHUB_TOKEN: emulator.githubToken, ...more });

function run(inputs: Inputs = {}, onStart?: (child: ChildProcess) => void, more: Inputs = {}): Promise<StepResult> {
  return job.run({ inputs: inputsOf(inputs), env: environment(more), ...(onStart && { onStart }) });
}

function signalAt(certificates: number, signal: NodeJS.Signals): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (emulator.iot.certificates().length < certificates && child.exitCode === null) return;
      clearInterval(timer);
      child.kill(signal);
    }, 5);
  };
}

/** What a library prints for those who develop it. */
const CHATTER =
  /^::debug::|Found \d+ artifact\(s\)|Artifact name is valid|Root directory input|Finalizing artifact|finalized\. Artifact ID|SHA256|Uploaded bytes|Beginning upload|Finished uploading|Uploading artifact:/m;

/** Titles of the groups, once it is sure that each is closed, none is in another, and no annotation is in any. */
function groupsOf({ log }: StepResult): readonly string[] {
  const titles: string[] = [];
  let open: string | undefined;
  for (const line of log.split('\n')) {
    const title = /^::group::(.*)$/.exec(line)?.[1];
    if (title !== undefined) {
      expect(open, `a group in another: ${title}`).toBeUndefined();
      titles.push(title);
      open = title;
    } else if (line === '::endgroup::') {
      expect(open, 'an end without a group').toBeDefined();
      open = undefined;
    } else if (/^::(error|warning|notice)\b/.test(line)) {
      expect(open, line).toBeUndefined();
    }
  }
  expect(open, 'a group that is not closed').toBeUndefined();
  return titles.filter((title) => !title.endsWith(', continued'));
}

const lastLineOf = ({ log }: StepResult): string => log.trimEnd().split('\n').at(-1) ?? '';

describe('the log of a run', () => {
  it('has a group for each stage, no word of libraries, and ends with what came of it and where', async () => {
    await fleet(5);
    await job.write('csrs/bad.csr', 'no CSR');
    const result = await run({ 'on-invalid': 'skip' });
    expect(groupsOf(result)).toEqual([
      'Read and judge the CSRs',
      'Sign in to AWS',
      'Find out which certificates exist',
      'Create certificates',
      'Hand over',
    ]);
    expect(result.log).not.toMatch(CHATTER);
    expect(lastLineOf(result)).toMatch(
      /^5 created, 0 reused, 1 rejected, 0 failed in .* The certificates are in the artifact iot-certificates and \/.*\. Report: \/.*\/report\.html$/,
    );
  });

  it('keeps secrets masked, and the words of libraries for a run with debug logging', async () => {
    await fleet(1);
    const quiet = await run({ deliver: 'directory' });
    const loud = await run({ deliver: 'directory' }, undefined, { RUNNER_DEBUG: '1' });
    expect(quiet.log).toContain('::add-mask::');
    expect(quiet.log).not.toContain('::debug::');
    expect(loud.log).toContain('::debug::ID token url');
  });

  it('closes its groups when the run fails, and when it is cancelled', async () => {
    await fleet(60);
    const refused = await run({ 'role-to-assume': emulator.roleArn.replace(/role\/.*/, 'role/another') });
    expect(refused.code).toBe(1);
    expect(groupsOf(refused)).toEqual(['Read and judge the CSRs', 'Sign in to AWS']);
    expect(lastLineOf(refused)).toMatch(/^0 created, 0 reused, 0 rejected, 0 failed in /);
    emulator.iot.setQuota(create, { ratePerSecond: 10, burst: 10 });
    const cancelled = await run({ 'requests-per-second': '10' }, signalAt(12, 'SIGINT'));
    expect(cancelled.code).toBe(1);
    expect(groupsOf(cancelled)).toContain('Create certificates');
    expect(lastLineOf(cancelled)).toMatch(/^\d+ created, .* \d+ not attempted in /);
  });

  it('says once that calls are throttled, and what that means', async () => {
    await fleet(60);
    emulator.iot.setQuota(create, { ratePerSecond: 20, burst: 5 });
    const result = await run({ deliver: 'directory' });
    expect(result.code).toBe(0);
    expect(result.log.match(/AWS IoT throttles CreateCertificateFromCsr: .* That is no error/g)).toHaveLength(1);
    expect(result.log).toMatch(/^Created [\d.]+\/s, quota [\d.]+\/s, \d+ of \d+ calls throttled/m);
  });

  it('says how long it waits for something unresolved, and how that ended', async () => {
    await fleet(3);
    emulator.iot.inject({ operation: create, count: 1, kind: 'InternalFailureException' });
    const result = await run({ deliver: 'directory' });
    expect(result.code).toBe(0);
    expect(result.log).toMatch(
      /Looking in the account for 1 unresolved certificate\n.*Waiting \d+ s for AWS IoT's list of certificates: .*\n.*Found 0 of 1; 1 request created nothing/,
    );
  });

  it('of an audit has its groups, too', async () => {
    await fleet(2);
    await run({ deliver: 'directory', ledger: 'fleet.jsonl' });
    const result = await run({ mode: 'audit', ledger: 'fleet.jsonl' });
    expect(groupsOf(result)).toEqual(['Sign in to AWS', 'Hold the ledger against the account']);
    expect(lastLineOf(result)).toMatch(/^2 certificates audited, 0 disagreements in /);
  });

  it('of a validation names equal findings once, with the first files', async () => {
    for (let n = 0; n < 30; n++) await job.write(`csrs/${n}.csr`, 'no CSR');
    const result = await run({ mode: 'validate' });
    const errors = result.annotations.filter(({ title }) => title === 'not-a-csr');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(/^30 files: .* The files are csrs\/0\.csr, .* and 20 more files\.$/);
    expect(result.log.match(/not-a-csr/g)?.length).toBeLessThan(5);
    expect(groupsOf(result)).toEqual([
      'Read and judge the CSRs',
      'IAM policy of the run that issues with these inputs',
    ]);
    expect(lastLineOf(result)).toMatch(/^0 valid CSRs, 30 rejected in /);
  });

  it('of a post step, a plan and a merge has its groups, too', async () => {
    await fleet(60);
    emulator.iot.setQuota(create, { ratePerSecond: 10, burst: 10 });
    const killed = await run({ 'requests-per-second': '10' }, signalAt(12, 'SIGKILL'));
    const post = await job.run({ script: 'post', state: killed.state, inputs: inputsOf({}), env: environment() });
    expect(groupsOf(post)).toEqual(['Find out what became of the requests', 'Hand over what was issued']);
    expect(post.log).not.toMatch(CHATTER);
    const other = (action: 'plan' | 'merge', inputs: Inputs) => job.run({ action, inputs, env: environment() });
    const plan = await other('plan', { 'csr-path': 'csrs/*.csr', 'output-directory': 'shards' });
    expect(groupsOf(plan)).toEqual(['Read and judge the CSRs', 'Divide the batch']);
    expect(lastLineOf(plan)).toMatch(/^60 CSRs in \d shards?/);
    const merge = await other('merge', { directories: 'shards', 'output-directory': 'all', ledger: '' });
    expect(groupsOf(merge)).toEqual([]);
    expect(merge.code).toBe(1);
  });
});
