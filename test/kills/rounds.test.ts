import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { readLedger } from '../../src/records/ledger.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Job, type StepResult, startJob } from '../e2e/step.ts';
import { tableItems } from '../e2e/table-fleet.ts';
import { type DynamoDbServer, startDynamoDb } from '../records/table/dynalite.ts';
import { cancel, kill, untilThen } from './machines.ts';

/** One in `npm test`: each waits for what the one before it left. */
const ROUNDS = Math.min(30, Math.ceil(inject('killedRuns') / 4));
const ONLY = inject('storySeed');
const SEED = ONLY === 0 ? 1 : ONLY;

/** What a run has of those before it, on a machine that has nothing but a checkout. */
const MEMORIES = {
  'the ledger that each run pushes': { ledger: 'fleet.jsonl', pushes: 1 },
  'a ledger whose pushes are lost half the time': { ledger: 'fleet.jsonl', pushes: 0.5 },
  'the artifact of the run before': { ledger: '', pushes: 0 },
  'a table': { ledger: 'dynamodb://fleet', pushes: 0 },
} as const;

/** A run that creates nothing more is killed after this time. */
const LONGEST_MS = 8_000;

/** CSRs that a checkout has in the first round, and that each round adds. */
const FIRST = 40;
const MORE = 10;

for (const [memory, { ledger, pushes }] of Object.entries(MEMORIES)) {
  it.concurrent(`${ROUNDS} runs that are killed one after the other, each on a new machine, end with one certificate a CSR, with ${memory}`, async () => {
    const { wrong, story } = await play(ledger, pushes);
    if (ONLY !== 0) console.log(story.join('\n'));
    expect(wrong, `npm run kills -- --seed ${SEED}\n${story.join('\n')}`).toEqual([]);
  });
}

/**
 * A repository that gets more CSRs with every push. Each round is another workflow run on a machine of its own, with an
 * empty temporary directory and a fresh checkout, among faults; it is killed, or cancelled as the runner does it, and its
 * post step runs, unless the machine is gone. Then one run ends in peace.
 */
async function play(ledger: string, pushes: number) {
  const random = seededRandom(SEED);
  const emulator = await startEmulator({ seed: SEED });
  const dynamo = await startDynamoDb();
  await dynamo.createTable('fleet');
  const jobs: Job[] = [];
  const story: string[] = [];
  const files = new Map<string, string>();
  const push = (count: number): void => {
    for (let n = 0; n < count; n++) files.set(`csrs/${files.size}.csr`, toPem(makeCsr(`device-${files.size}`)));
  };
  let pushedLedger: string | undefined;
  const checkOut = async (): Promise<Job> => {
    const job = await startJob();
    jobs.push(job);
    for (const [path, content] of files) await job.write(path, content);
    if (pushedLedger !== undefined) await job.write(ledger, pushedLedger);
    return job;
  };
  const step = stepIn(emulator, dynamo, ledger);
  try {
    push(FIRST - MORE);
    for (let round = 1; round <= ROUNDS; round++) {
      push(MORE);
      emulator.configure({ job: { runId: round } });
      stir(emulator);
      const job = await checkOut();
      // Some die before the first certificate, some after all that this round adds.
      const at = emulator.iot.certificates().length + Math.floor(random() * 2 * MORE);
      const isCancelled = random() < 0.2;
      const end = isCancelled ? cancel : kill;
      const killed = await step(job, 'main', {}, (child) => {
        void untilThen(() => emulator.iot.certificates().length >= at, LONGEST_MS).then(() =>
          end(child, random() * 100),
        );
      });
      const isMachineLost = random() < 0.3;
      if (killed.log.includes('This is a bug')) return { wrong: [killed.log], story };
      if (!isMachineLost) {
        const post = await step(job, 'post', killed.state);
        if (post.log.includes('This is a bug')) return { wrong: [post.log], story };
      }
      const isPushed = !isMachineLost && random() < pushes;
      if (isPushed && ledger !== '')
        pushedLedger = await readFile(join(job.workspace, ledger), 'utf8').catch(() => pushedLedger);
      story.push(
        `run ${round}: ${isCancelled ? 'cancelled' : 'killed'} at certificate ${at}${isMachineLost ? ', the machine lost' : ''}${isPushed ? ', the ledger pushed' : ''}; ${emulator.iot.certificates().length} certificates of ${files.size}`,
      );
    }
    emulator.iot.clearFaults();
    emulator.configure({ job: { runId: ROUNDS + 1 } });
    const last = await checkOut();
    const result = await step(last, 'main');
    return {
      wrong: await judge(result, {
        emulator,
        dynamo,
        ledger,
        job: last,
        paths: [...files.keys()].filter((path) => path.startsWith('csrs/')),
      }),
      story,
    };
  } finally {
    await Promise.all(jobs.map((job) => job.close()));
    await emulator.close();
    await dynamo.close();
  }
}

function stir({ iot }: Emulator): void {
  const operation = 'CreateCertificateFromCsr' as const;
  iot.clearFaults();
  iot.setLatency({ fixedMs: 10, jitterMs: 50 });
  iot.setQuota(operation, { ratePerSecond: 40, burst: 10 });
  iot.inject({ operation, kind: 'InternalFailureException', afterWork: true, probability: 0.05 });
  iot.inject({ operation, kind: 'reset', afterWork: true, probability: 0.02 });
  iot.inject({ operation, kind: 'reset', probability: 0.02 });
  iot.inject({ operation, kind: 'hang', afterWork: true, probability: 0.02 });
}

function stepIn(emulator: Emulator, dynamo: DynamoDbServer, ledger: string) {
  return (
    job: Job,
    script: 'main' | 'post',
    state: Readonly<Record<string, string>> = {},
    onStart?: Parameters<Job['run']>[0]['onStart'],
  ): Promise<StepResult> =>
    job.run({
      script,
      state,
      inputs: {
        'csr-path': 'csrs/*.csr',
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
        'request-timeout-seconds': '2',
        ledger,
      },
      env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken, AWS_ENDPOINT_URL_DYNAMODB: dynamo.origin },
      ...(onStart && { onStart }),
    });
}

interface End {
  readonly emulator: Emulator;
  readonly dynamo: DynamoDbServer;
  readonly ledger: string;
  readonly job: Job;
  readonly paths: readonly string[];
}

/** One certificate a CSR, each in its place and handed over; the memory has the same as the account, nothing in doubt. */
async function judge(result: StepResult, { emulator, dynamo, ledger, job, paths }: End): Promise<readonly string[]> {
  const wrong: string[] = [];
  if (result.code !== 0) wrong.push(`the last run failed:\n${result.log}`);
  const account = emulator.iot.certificates();
  const keys = new Set(account.map(({ spkiSha256 }) => spkiSha256));
  if (keys.size !== paths.length || account.length !== paths.length) {
    wrong.push(`${account.length} certificates for ${keys.size} keys of ${paths.length} CSRs`);
  }
  const directory = result.outputs['certificates-path'] ?? '';
  const ids = new Set(account.map(({ id }) => id));
  for (const path of paths) {
    const pem = await readFile(join(directory, path.replace(/csr$/, 'pem')), 'utf8').catch(() => '');
    if (pem === '' || !ids.delete(idOf(pem))) wrong.push(`the certificate of ${path} is missing`);
  }
  const remembered = ledger.startsWith('dynamodb:')
    ? (await tableItems(dynamo)).flatMap(({ certificates, claim, key }) => {
        if (claim !== undefined) wrong.push(`${key.spkiSha256} is still claimed`);
        return certificates;
      })
    : (await readLedger(ledger === '' ? join(directory, 'ledger.jsonl') : join(job.workspace, ledger))).entries;
  const known = remembered
    .map(({ certificateId }) => certificateId)
    .sort()
    .join();
  if (
    known !==
    account
      .map(({ id }) => id)
      .sort()
      .join()
  )
    wrong.push('the memory and the account differ');
  if (remembered.some(({ certificatePem }) => certificatePem === null)) wrong.push('the memory lacks a PEM');
  const manifest = await readFile(join(directory, 'manifest.json'), 'utf8').catch(() => '');
  if (manifest.includes('"in-doubt"')) wrong.push('something is left in doubt');
  return wrong;
}

function idOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
}
