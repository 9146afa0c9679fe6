import { describe, expect, test } from 'vitest';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Run, type RunOptions, runWorkflow } from './runner/run.ts';
import { startWorld } from './runner/world.ts';

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

/** The same without the batch workflow. */
const ONE_STEP = `on: workflow_dispatch
permissions: {}
jobs:
  job:
    runs-on: ubuntu-latest
    permissions: { contents: read, id-token: write }
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/create-aws-iot-certificates-from-csrs@v1
        with:
          csr-path: csrs/*.csr
          aws-region: eu-west-1
          role-to-assume: arn:aws:iam::123456789012:role/certificate-issuer
`;

/** A world of its own, and what a batch does in it. */
async function startBatch() {
  const world = await startWorld(['us-east-1', 'ap-south-1']);
  const { iot, artifacts } = world.emulator;
  return {
    world,
    iot,
    commitCsrs(count: number): void {
      const csrs = Array.from(
        { length: count },
        (_, n) => [`csrs/device-${n}.csr`, toPem(makeCsr(`device-${n}`))] as const,
      );
      world.commit(Object.fromEntries(csrs));
    },
    run: (options: Partial<RunOptions> = {}): Promise<Run> => runWorkflow({ world, yaml: CALL, ...options }),
    /** Files of the artifact that a run of the batch ends with. */
    merged(name: string): ReadonlyMap<string, Buffer> {
      const [one, ...others] = artifacts.uploaded().filter((artifact) => artifact.name === name);
      expect(others).toEqual([]);
      return one?.files() ?? new Map();
    },
    keysInAccount: (): ReadonlySet<string> => new Set(iot.certificates().map(({ spkiSha256 }) => spkiSha256)),
  };
}

/** Tests that wait for AWS's listing more than they compute: they run side by side. */
const it = test.extend<{ batch: Awaited<ReturnType<typeof startBatch>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures it needs from the pattern
  batch: async ({}, use) => {
    const batch = await startBatch();
    await use(batch);
    await batch.world.close();
  },
});
const pemsIn = (files: ReadonlyMap<string, Buffer>): readonly string[] =>
  [...files.keys()].filter((name) => name.endsWith('.pem'));
const logOf = ({ jobs }: Run): string =>
  jobs
    .flatMap(({ name, conclusion, error, steps }) => [
      `${name}: ${conclusion} ${error}`,
      ...steps.map(({ log }) => log),
    ])
    .join('\n');
const conclusions = ({ jobs }: Run) => Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]));

describe.concurrent('a batch in four shards', () => {
  it('of which one was killed and one never ran is whole after "Re-run failed jobs"', async ({
    batch: { commitCsrs, run, merged, keysInAccount, iot },
  }) => {
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
    expect(iot.certificates()).toHaveLength(400);
    expect(keysInAccount().size).toBe(400);
    const files = merged('iot-certificates-attempt-2');
    expect(pemsIn(files)).toHaveLength(400);
    expect(logOf(second)).not.toContain('is left out');
    const ledger = files.get('ledger.jsonl')?.toString('utf8') ?? '';
    expect(ledger.split('\n').filter((line) => line.includes('"certificateId"'))).toHaveLength(400);
  }, 300_000);

  it('of which CSRs failed is whole after "Re-run all jobs", though shards of both attempts are there', async ({
    batch: { commitCsrs, run, merged, keysInAccount, iot },
  }) => {
    commitCsrs(12);
    iot.inject({ operation: 'CreateCertificateFromCsr', kind: 'InvalidRequestException', when: [2, 5] });
    const first = await run();
    expect(first.conclusion, logOf(first)).toBe('failure');
    expect(iot.certificates()).toHaveLength(10);
    iot.clearFaults();

    const second = await run({ allJobsOf: first });
    expect(second.conclusion, logOf(second)).toBe('success');
    expect(logOf(second)).toContain('Earlier attempts of this run handed over 10 certificates');
    expect(keysInAccount().size).toBe(12);
    expect(iot.certificates()).toHaveLength(12);
    expect(pemsIn(merged('iot-certificates-attempt-2'))).toHaveLength(12);
  }, 300_000);

  it('is whole after "Re-run failed jobs" when an upload was not finished, whose name is burnt', async ({
    batch: { commitCsrs, run, merged, keysInAccount, world, iot },
  }) => {
    commitCsrs(12);
    world.emulator.artifacts.inject({ operation: 'FinalizeArtifact', kind: '403', when: [2] });
    const first = await run();
    expect(first.conclusion, logOf(first)).toBe('failure');
    expect(keysInAccount().size).toBe(12);

    for (const artifactNames of ['of-attempt', 'of-run'] as const) {
      world.emulator.configure({ artifactNames });
      const again = await run({ failedJobsOf: first });
      expect(again.conclusion, logOf(again)).toBe('success');
      expect(pemsIn(merged(String(again.jobs.at(-1)?.outputs['artifact-name'])))).toHaveLength(12);
    }
    expect(iot.certificates()).toHaveLength(12);
  }, 300_000);

  it('that somebody cancels while it issues hands over what there is, and is whole after "Re-run failed jobs"', async ({
    batch: { commitCsrs, run, merged, keysInAccount, iot },
  }) => {
    commitCsrs(60);
    const slow = CALL.replace('"200"', '"16"');
    const first = await run({
      yaml: slow,
      interference: { cancels: (job, _, log) => job.startsWith('batch / issue') && log.includes('Creating') },
    });
    expect(first.conclusion).toBe('cancelled');
    // The merge has always() as its condition.
    expect(conclusions(first)).toMatchObject({ 'batch / plan': 'success', 'batch / merge': 'failure' });
    const issued = iot.certificates().length;
    expect(issued).toBeLessThan(60);

    const second = await run({ yaml: slow, failedJobsOf: first });
    expect(second.conclusion, logOf(second)).toBe('success');
    expect(iot.certificates()).toHaveLength(60);
    expect(keysInAccount().size).toBe(60);
    expect(pemsIn(merged('iot-certificates-attempt-2'))).toHaveLength(60);
  }, 300_000);
});

describe.concurrent('a batch after another one', () => {
  it('looks at none of the certificates of the first, of which no ledger is kept', async ({
    batch: { commitCsrs, run, merged, world, iot },
  }) => {
    const describes = (): number => iot.counters.DescribeCertificate?.calls ?? 0;
    commitCsrs(60);
    const first = await run();
    expect(first.conclusion, logOf(first)).toBe('success');
    expect(describes()).toBe(0);
    const ledger = merged('iot-certificates').get('ledger.jsonl')?.toString('utf8') ?? '';
    expect(ledger.split('\n').filter((line) => line.startsWith('{"type":"horizon"'))).toHaveLength(1);
    world.commit(Object.fromEntries([60, 61].map((n) => [`csrs/later-${n}.csr`, toPem(makeCsr(`later-${n}`))])));
    const second = await run();
    expect(second.conclusion, logOf(second)).toBe('success');
    expect(iot.certificates()).toHaveLength(62);
    expect(describes()).toBe(0);
  }, 300_000);
});

describe.concurrent('the batch workflow', () => {
  it('creates nothing when a CSR is bad, and says which in the plan', async ({
    batch: { commitCsrs, run, world, iot },
  }) => {
    commitCsrs(2);
    world.commit({ 'csrs/bad.csr': 'no CSR' });
    const result = await run();
    expect(conclusions(result)).toMatchObject({ 'batch / plan': 'failure', 'batch / merge': 'skipped' });
    expect(logOf(result)).toContain('csrs/bad.csr');
    expect(iot.certificates()).toHaveLength(0);
  });

  it('plans before the reviewers of the environment decide, and shows them what is planned', async ({
    batch: { commitCsrs, run, iot },
  }) => {
    commitCsrs(2);
    const seen: string[] = [];
    const approves = (environment: string, job: string): boolean => {
      seen.push(`${job} waits for ${environment} with ${iot.certificates().length} certificates`);
      return true;
    };
    const result = await run({ yaml: `${CALL}      environment: factory\n`, interference: { approves } });
    expect(result.conclusion, logOf(result)).toBe('success');
    expect(seen).toEqual([
      'batch / issue (1/1) waits for factory with 0 certificates',
      'batch / merge waits for factory with 2 certificates',
    ]);
    const plan = result.jobs.find(({ name }) => name === 'batch / plan');
    expect(plan?.steps.map(({ summary }) => summary).join('')).toContain('2 of 2 CSRs in 1 shard');
  });

  it('creates nothing when the reviewers reject what was planned', async ({ batch: { commitCsrs, run, iot } }) => {
    commitCsrs(2);
    const result = await run({
      yaml: `${CALL}      environment: factory\n`,
      interference: { approves: () => false },
    });
    expect(conclusions(result)).toMatchObject({ 'batch / plan': 'success', 'batch / issue (1/1)': 'failure' });
    expect(iot.certificates()).toHaveLength(0);
  });

  it('is what a role can be restricted to: no other workflow of the caller gets in', async ({
    batch: { commitCsrs, run, iot, world },
  }) => {
    commitCsrs(1);
    const [, path = ''] = /uses: (.+)@v1/.exec(CALL) ?? [];
    const claims = { job_workflow_ref: `${path}@refs/tags/v1` };
    const subjects = ['repo:octo-org/device-fleet:ref:refs/heads/main'];
    world.emulator.configure({ trust: { audiences: ['sts.amazonaws.com'], subjects, claims } });
    const refused = await run({ yaml: ONE_STEP });
    expect(logOf(refused)).toContain('role-refused');
    expect(logOf(refused)).toContain('job_workflow_ref "octo-org/device-fleet/');
    expect(iot.certificates()).toHaveLength(0);
    const result = await run();
    expect(result.conclusion, logOf(result)).toBe('success');
    expect(iot.certificates()).toHaveLength(1);
  }, 300_000);

  it('judges by the rules that the caller names', async ({ batch: { commitCsrs, run, iot } }) => {
    commitCsrs(2);
    const result = await run({ yaml: `${CALL}      subject-pattern: CN=gateway-.*\n` });
    expect(conclusions(result)).toMatchObject({ 'batch / plan': 'failure' });
    expect(iot.certificates()).toHaveLength(0);
  });

  it('plans without the credentials that a ledger in a table would need', async ({ batch: { commitCsrs, run } }) => {
    commitCsrs(2);
    const neverStarts = (job: string): boolean => job.startsWith('batch / issue');
    const result = await run({ yaml: `${CALL}      ledger: dynamodb://fleet\n`, interference: { neverStarts } });
    expect(conclusions(result), logOf(result)).toMatchObject({ 'batch / plan': 'success' });
  });

  it('refuses credentials of another account than the one that its queue is named for', async ({
    batch: { commitCsrs, run, iot },
  }) => {
    commitCsrs(2);
    const result = await run({ yaml: CALL.replace('"123456789012"', '"210987654321"') });
    expect(conclusions(result)).toMatchObject({ 'batch / issue (1/1)': 'failure' });
    expect(iot.certificates()).toHaveLength(0);
  });

  it("works for a caller in the concurrency group of README's workflows", async ({ batch: { commitCsrs, run } }) => {
    commitCsrs(2);
    const result = await run({ yaml: CALL.replace('jobs:', 'concurrency: iot-certificates\njobs:') });
    expect(result.conclusion, logOf(result)).toBe('success');
  });

  it('runs to its end in each of three calls for three regions, side by side', async ({
    batch: { commitCsrs, run, merged, iot },
  }) => {
    commitCsrs(2);
    const regions = ['eu-west-1', 'us-east-1', 'ap-south-1'];
    const [head = '', job = ''] = CALL.split('  batch:');
    const calls = regions.map(
      (region) =>
        `  ${region}:${job.replace('eu-west-1', region)}      artifact-name: certificates-\${{ github.run_id }}-${region}\n`,
    );
    const under: string[] = [];
    const cancels = (name: string, _: string, log: string): boolean => {
      if (log === '') under.push(name.split(' /')[0] ?? '');
      return false;
    };
    const result = await run({ yaml: head + calls.join(''), interference: { cancels } });
    expect(result.conclusion, logOf(result)).toBe('success');
    const arns = iot.certificates().map(({ arn }) => arn.split(':')[3]);
    expect(arns.toSorted()).toEqual([...regions, ...regions].toSorted());
    for (const region of regions) expect(pemsIn(merged(`certificates-${result.id}-${region}`))).toHaveLength(2);
    // None of them waited for the end of another.
    expect(new Set(under.slice(0, 6))).toEqual(new Set(regions));
  }, 300_000);

  it('waits for its turn when another batch of the account and region runs, and none is cancelled', async ({
    batch: { commitCsrs, run },
  }) => {
    commitCsrs(2);
    const order: string[] = [];
    const named = (name: string): Promise<Run> =>
      run({
        interference: {
          cancels(job, _, log) {
            if (log === '' && order.at(-1) !== name) order.push(name);
            return job === '';
          },
        },
      });
    const results = await Promise.all(['first', 'second', 'third'].map(named));
    expect(results.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success']);
    expect(order).toEqual(['first', 'second', 'third']);
  }, 300_000);

  it('of a caller in its own group is refused in one sentence', async ({ batch: { run } }) => {
    const group = 'issue-batch-of-123456789012-eu-west-1';
    await expect(run({ yaml: CALL.replace('jobs:', `concurrency: ${group}\njobs:`) })).rejects.toThrow(
      `deadlock was detected for concurrency group: '${group}'`,
    );
  });

  it('needs no more permissions than docs/scale.md gives it', async ({ batch: { commitCsrs, run } }) => {
    commitCsrs(2);
    await expect(run({ yaml: CALL.replace('      id-token: write\n', '') })).rejects.toThrow(
      "requesting 'id-token: write'",
    );
    await expect(run({ yaml: CALL.replace('      actions: read\n', '') })).rejects.toThrow(
      "requesting 'actions: read'",
    );
  });
});
