import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Grant } from '../../src/emulator/github/tokens.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

const LEDGER = 'devices/iot-ledger.jsonl';

let emulator: Emulator;
let jobs: Job[];
let token: string;

beforeEach(async () => {
  emulator = await startEmulator({});
  jobs = [];
  token = tokenWith({ contents: 'write', actions: 'read', metadata: 'read' });
});

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await emulator.close();
});

function tokenWith(permissions: Grant['permissions']): string {
  return emulator.createToken({ kind: 'job', permissions });
}

/** A machine with what the branch has now. */
async function checkout(csrs: Readonly<Record<string, string>>): Promise<Job> {
  const job = await startJob();
  jobs.push(job);
  for (const [path, text] of emulator.branches.commits('main')[0]?.files ?? []) await job.write(path, text);
  for (const [path, text] of Object.entries(csrs)) await job.write(path, text);
  return job;
}

function fleet(count: number, name: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`csrs/${name}-${n}.csr`, toPem(makeCsr(`${name}-${n}`))]),
  );
}

const inputs = (more: Readonly<Record<string, string>> = {}) => ({
  'csr-path': 'csrs/*.csr',
  'aws-region': emulator.region,
  'role-to-assume': emulator.roleArn,
  'request-timeout-seconds': '1',
  deliver: 'directory',
  ledger: LEDGER,
  'ledger-commit': 'true',
  'github-token': token,
  ...more,
});

function step(job: Job, onStart?: (child: ChildProcess) => void): Promise<StepResult> {
  return job.run({ inputs: inputs(), env: emulator.env, ...(onStart && { onStart }) });
}

function lines(text: string): readonly { readonly certificateId: string; readonly status: string }[] {
  const all = text.split('\n').filter(Boolean);
  return all.map((line) => JSON.parse(line)).filter(({ type }) => type === undefined);
}

/** Ids of the certificates in the ledger that the branch has. */
const committed = (): readonly string[] =>
  lines(emulator.branches.commits('main')[0]?.files.get(LEDGER) ?? '')
    .map(({ certificateId }) => certificateId)
    .sort();

const issued = (): readonly string[] =>
  emulator.iot
    .certificates()
    .map(({ id }) => id)
    .sort();

describe('ledger-commit', () => {
  it('commits the ledger to the branch, signed, and nothing when there is nothing new', async () => {
    const csrs = fleet(5, 'a');
    const first = await step(await checkout(csrs));
    expect(first.code).toBe(0);
    expect(issued()).toHaveLength(5);
    expect(committed()).toEqual(issued());
    const [head] = emulator.branches.commits('main');
    expect(head).toMatchObject({ verified: true, message: expect.stringContaining('Record issued certificates') });
    const before = emulator.branches.commits('main').length;
    expect((await step(await checkout(csrs))).code).toBe(0);
    expect(emulator.branches.commits('main').length - before).toBeLessThanOrEqual(1);
    expect(issued()).toHaveLength(5);
  });

  it('merges with what another run has committed meanwhile', async () => {
    const [one, two] = [await checkout(fleet(30, 'a')), await checkout(fleet(30, 'b'))];
    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    const results = await Promise.all([step(one), step(two)]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect(issued()).toHaveLength(60);
    expect(committed()).toEqual(issued());
  });

  it('knows what the branch has by now, although the checkout is older', async () => {
    const csrs = fleet(5, 'a');
    const waiting = await checkout({ ...csrs, ...fleet(1, 'b') });
    await step(await checkout(csrs));
    emulator.configure({ job: { runId: 78 } });
    const result = await step(waiting);
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ 'created-count': '1', 'reused-count': '5' });
    expect(committed()).toEqual(issued());
  });

  it('keeps what a person has withdrawn on the branch while the run went on', async () => {
    const csrs = fleet(2, 'a');
    await step(await checkout(csrs));
    const job = await checkout({ ...csrs, ...fleet(40, 'b') });
    emulator.iot.setLatency({ fixedMs: 50, jitterMs: 0 });
    emulator.configure({ job: { runId: 79 } });
    const [revoked = ''] = committed();
    const running = step(job);
    while (emulator.iot.certificates().length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    const text = emulator.branches.commits('main')[0]?.files.get(LEDGER) ?? '';
    const edited = text
      .split('\n')
      .map((line) => (line.includes(revoked) ? line.replace('"INACTIVE"', '"REVOKED"') : line));
    emulator.branches.push('main', { [LEDGER]: edited.join('\n') });
    expect((await running).code).toBe(0);
    const now = lines(emulator.branches.commits('main')[0]?.files.get(LEDGER) ?? '');
    expect(now.find(({ certificateId }) => certificateId === revoked)?.status).toBe('REVOKED');
    expect(committed()).toEqual(issued());
  });

  it('is done by the post step when the step was killed', async () => {
    const job = await checkout(fleet(60, 'a'));
    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    const killed = await step(job, (child) => {
      const timer = setInterval(() => {
        if (emulator.iot.certificates().length < 20 && child.exitCode === null) return;
        clearInterval(timer);
        child.kill('SIGKILL');
      }, 1);
    });
    expect(committed()).toEqual([]);
    const rescued = await job.run({ script: 'post', state: killed.state, inputs: inputs(), env: emulator.env });
    expect(rescued.log).toContain('The branch main has the ledger by commit');
    expect(issued().length).toBeGreaterThanOrEqual(20);
    expect(committed()).toEqual(issued());
  });

  it('is tried again when GitHub did not answer, and leaves one record of each certificate', async () => {
    const job = await checkout(fleet(3, 'a'));
    // The first GraphQL call asks whether the branch is protected.
    emulator.rest.inject({ operation: 'GraphQl', kind: '502', afterWork: true, when: [2] });
    expect((await step(job)).code).toBe(0);
    expect(committed()).toEqual(issued());
  });
});

describe('what keeps the ledger from being committed is named before the first create call:', () => {
  it.each([
    [
      'a missing permission',
      () => {
        token = tokenWith({ contents: 'read', metadata: 'read' });
      },
      /contents: write/,
    ],
    [
      'a ruleset that asks for pull requests',
      () => emulator.branches.protect('main', { by: 'ruleset', rule: 'pull_request' }),
      /main is protected: changes must be made through a pull request.*pull request \(docs\/ledger\.md/,
    ],
    [
      'classic branch protection',
      () => emulator.branches.protect('main', { by: 'classic', rule: 'update' }),
      /main is protected: only some may update it/,
    ],
    ['a tag', () => emulator.configure({ job: { ref: 'refs/tags/v1' } }), /not on a branch/],
    [
      'a branch that is gone',
      () => emulator.configure({ job: { ref: 'refs/heads/gone' } }),
      /branch gone does not exist.* If the branch was deleted/,
    ],
  ] as readonly [string, () => void, RegExp][])('%s', async (_, arrange, message) => {
    arrange();
    const result = await step(await checkout(fleet(2, 'a')));
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)).toMatchObject({ level: 'error', title: 'ledger-commit' });
    expect(result.annotations.at(-1)?.message).toMatch(message);
    expect(issued()).toEqual([]);
  });

  it('and a rule that the token may bypass does not', async () => {
    emulator.branches.protect('main', { by: 'ruleset', rule: 'pull_request', bypass: true });
    expect((await step(await checkout(fleet(2, 'a')))).code).toBe(0);
    expect(committed()).toEqual(issued());
  });
});

it('a ledger that could not be committed after all fails the step and stays in the workspace', async () => {
  const job = await checkout(fleet(30, 'a'));
  emulator.iot.setLatency({ fixedMs: 50, jitterMs: 0 });
  const running = step(job);
  while (emulator.iot.certificates().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  emulator.branches.protect('main', { by: 'ruleset', rule: 'pull_request' });
  const result = await running;
  expect(result.code).toBe(1);
  expect(result.annotations.at(-1)).toMatchObject({ title: 'ledger-commit' });
  expect(lines(await readFile(join(job.workspace, LEDGER), 'utf8'))).toHaveLength(30);
});
