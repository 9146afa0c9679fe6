import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  await job.write('csrs/device.csr', toPem(makeCsr('device')));
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

const FORK = { id: 666, full_name: 'stranger/device-fleet' };
const repository = { id: 456_789, full_name: 'octo-org/device-fleet' };

/** @param event the payload; a text is written as it is; undefined for no file */
async function on(name: string, event: unknown, inputs: Record<string, string> = {}): Promise<StepResult> {
  if (event !== undefined) {
    await job.write('../temp/event.json', typeof event === 'string' ? event : JSON.stringify(event));
  }
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      ...inputs,
    },
    env: { ...emulator.env, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: join(job.temp, 'event.json') },
  });
}

const pullOf = (repo: unknown) => ({ repository, pull_request: { head: { repo } } });

describe('a certificate asked for by a fork', () => {
  it.each([
    ['pull_request', pullOf(FORK)],
    ['pull_request_target', pullOf(FORK)],
    ['pull_request_target', pullOf(null)],
    ['pull_request_review', pullOf(FORK)],
    ['pull_request_review_comment', pullOf(FORK)],
    ['workflow_run', { repository, workflow_run: { head_repository: FORK } }],
    ['issue_comment', { repository, issue: { pull_request: {} } }],
    ['check_suite', { repository, check_suite: { head_branch: null, pull_requests: [] } }],
    ['pull_request_target', undefined],
    ['pull_request_target', '{ no JSON'],
    ['workflow_run', '[]'],
  ])('by %s is refused before a token is asked for: %j', async (name, event) => {
    for (const mode of [{}, { mode: 'audit', ledger: 'ledger.jsonl' }]) {
      const result = await on(name, event, mode);
      expect(result.code).toBe(1);
      const errors = result.annotations.filter(({ level }) => level === 'error');
      expect(errors.map(({ title }) => title)).toEqual(['fork']);
      expect(errors[0]?.message).toContain('allow-csrs-from-forks');
    }
    expect(emulator.oidc.counters.GetIdToken.calls).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('is issued where the input allows it', async () => {
    const result = await on('pull_request_target', pullOf(FORK), { 'allow-csrs-from-forks': 'true' });
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('is judged all the same', async () => {
    const result = await on('pull_request', pullOf(FORK), { mode: 'validate' });
    expect(result.code).toBe(0);
  });
});

it('a pull request of the repository itself gets its certificate', async () => {
  const result = await on('pull_request_target', pullOf(repository));
  expect(result.code).toBe(0);
  expect(emulator.iot.certificates()).toHaveLength(1);
});
