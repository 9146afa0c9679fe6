import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Run, type RunOptions, runWorkflow } from './runner/run.ts';
import { startWorld, type World } from './runner/world.ts';

const CALL = `on: workflow_dispatch
permissions: {}
jobs:
  batch:
    permissions:
      contents: read
      id-token: write
      actions: read
    uses: OWNER/create-aws-iot-certificates-from-csrs/.github/workflows/issue-batch.yml@v1
    with:
      csr-path: csrs/*.csr
      aws-account-id: "123456789012"
      aws-region: eu-west-1
      role-to-assume: arn:aws:iam::123456789012:role/certificate-issuer
      requests-per-second: "200"
`;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const commitCsrs = (count: number): void => {
  const csrs = Array.from(
    { length: count },
    (_, n) => [`csrs/device-${n}.csr`, toPem(makeCsr(`device-${n}`))] as const,
  );
  world.commit(Object.fromEntries(csrs));
};
const run = (options: Partial<RunOptions> = {}): Promise<Run> => runWorkflow({ world, yaml: CALL, ...options });
const logOf = ({ jobs }: Run): string =>
  jobs
    .flatMap(({ name, conclusion, error, steps }) => [
      `${name}: ${conclusion} ${error}`,
      ...steps.map(({ log }) => log),
    ])
    .join('\n');
const conclusions = ({ jobs }: Run) => Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]));

describe('a batch in four shards', () => {
  it('of which one was killed and one never ran is whole after "Re-run failed jobs"', async () => {
    commitCsrs(400);
    const first = await run({
      interference: {
        losesMachine: (job, log) => job === 'batch / issue (2/4)' && log.includes('Creating'),
        neverStarts: (job) => job === 'batch / issue (3/4)',
      },
    });
    expect(conclusions(first), logOf(first)).toEqual({
      'batch / plan': 'success',
      'batch / issue (1/4)': 'success',
      'batch / issue (2/4)': 'failure',
      'batch / issue (3/4)': 'failure',
      'batch / issue (4/4)': 'success',
      'batch / merge': 'failure',
      batch: 'failure',
    });
    const merge = first.jobs.find(({ name }) => name === 'batch / merge');
    expect(merge?.steps.find(({ name }) => name === 'merge')?.log).toContain('3/4');

    const second = await run({ failedJobsOf: first });
    expect(second.conclusion, logOf(second)).toBe('success');
    expect(second.jobs.at(-1)?.outputs).toMatchObject({
      'certificate-count': '400',
      'missing-count': '0',
      'artifact-name': 'iot-certificates-attempt-2',
    });
    const account = world.emulator.iot.certificates();
    expect(account).toHaveLength(400);
    expect(new Set(account.map(({ spkiSha256 }) => spkiSha256)).size).toBe(400);
    const [merged, ...others] = world.emulator.artifacts
      .uploaded()
      .filter(({ name }) => name === 'iot-certificates-attempt-2');
    expect(others).toEqual([]);
    const files = merged?.files() ?? new Map<string, Buffer>();
    expect([...files.keys()].filter((name) => name.endsWith('.pem'))).toHaveLength(400);
    const ledger = files.get('ledger.jsonl')?.toString('utf8') ?? '';
    expect(ledger.split('\n').filter((line) => line.includes('"certificateId"'))).toHaveLength(400);
  }, 300_000);
});

describe('the batch workflow', () => {
  it('creates nothing when a CSR is bad, and says which in the plan', async () => {
    commitCsrs(2);
    world.commit({ 'csrs/bad.csr': 'no CSR' });
    const result = await run();
    expect(conclusions(result)).toMatchObject({ 'batch / plan': 'failure', 'batch / merge': 'skipped' });
    expect(logOf(result)).toContain('csrs/bad.csr');
    expect(world.emulator.iot.certificates()).toHaveLength(0);
  });

  it('plans before the reviewers of the environment decide, and shows them what is planned', async () => {
    commitCsrs(2);
    const result = await run({ yaml: `${CALL}      environment: factory\n` });
    expect(result.conclusion, logOf(result)).toBe('success');
    const plan = result.jobs.find(({ name }) => name === 'batch / plan');
    expect(plan?.steps.map(({ summary }) => summary).join('')).toContain('2 CSRs are valid, in 1 shards');
  });

  it('judges by the rules that the caller names', async () => {
    commitCsrs(2);
    const result = await run({ yaml: `${CALL}      subject-pattern: CN=gateway-.*\n` });
    expect(conclusions(result)).toMatchObject({ 'batch / plan': 'failure' });
    expect(world.emulator.iot.certificates()).toHaveLength(0);
  });

  it('plans without the credentials that a ledger in a table would need', async () => {
    commitCsrs(2);
    const neverStarts = (job: string): boolean => job.startsWith('batch / issue');
    const result = await run({ yaml: `${CALL}      ledger: dynamodb://fleet\n`, interference: { neverStarts } });
    expect(conclusions(result), logOf(result)).toMatchObject({ 'batch / plan': 'success' });
  });

  it('refuses credentials of another account than the one that its queue is named for', async () => {
    commitCsrs(2);
    const result = await run({ yaml: CALL.replace('"123456789012"', '"210987654321"') });
    expect(conclusions(result)).toMatchObject({ 'batch / issue (1/1)': 'failure' });
    expect(world.emulator.iot.certificates()).toHaveLength(0);
  });

  it("works for a caller in the concurrency group of README's workflows", async () => {
    commitCsrs(2);
    const result = await run({ yaml: CALL.replace('jobs:', 'concurrency: iot-certificates\njobs:') });
    expect(result.conclusion, logOf(result)).toBe('success');
  });

  it('runs to its end in each of three calls for three regions, which do not cancel each other', async () => {
    commitCsrs(2);
    // The emulated account has one region, so that the jobs of the others run and create nothing.
    const job = CALL.slice(CALL.indexOf('  batch:'));
    const others = ['us-east-1', 'ap-south-1'].map((region) =>
      job
        .replace('  batch:', `  batch-${region}:`)
        .replace('eu-west-1', region)
        .replace('200"', `200"\n      artifact-name: certificates-${region}`),
    );
    const result = await run({ yaml: CALL + others.join('') });
    expect(conclusions(result)).toMatchObject({ batch: 'success' });
    for (const region of ['us-east-1', 'ap-south-1']) {
      expect(conclusions(result)).toMatchObject({
        [`batch-${region} / plan`]: 'success',
        [`batch-${region} / merge`]: 'failure',
      });
    }
  });

  it('needs no more permissions than docs/scale.md gives it', async () => {
    commitCsrs(2);
    await expect(run({ yaml: CALL.replace('      id-token: write\n', '') })).rejects.toThrow(
      "requesting 'id-token: write'",
    );
    await expect(run({ yaml: CALL.replace('      actions: read\n', '') })).rejects.toThrow(
      "requesting 'actions: read'",
    );
  });
});
