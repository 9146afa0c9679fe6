import { expect, inject, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { forEach } from '../../src/lib/for-each.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { ASKED, prepareRegistry, wrongInRegistry } from '../e2e/registry.ts';
import { type Job, startJob } from '../e2e/step.ts';
import { cancel, kill } from './machines.ts';

const BATCH = 40;
/** 60 in `npm run kills`, 2 in `npm test`. */
const CAMPAIGNS = Math.ceil(inject('killedRuns') * 0.3);
const ONLY = inject('storySeed');
const WIDTH = 4;

/** Long enough for all that a run of the batch does. */
const LATEST_KILL_MS = 5_000;

const fleet = Array.from({ length: BATCH }, (_, n) => toPem(makeCsr(`device-${n}`)));
const devices = fleet.map((_, n) => ({ name: `thing-${n}`, commonName: `device-${n}` }));

const seeds = ONLY === 0 ? Array.from({ length: CAMPAIGNS }, (_, index) => index + 1) : [ONLY];
const title =
  ONLY === 0
    ? `${CAMPAIGNS} runs that register and are killed or cancelled end with each device as it was asked for`
    : `the killed or cancelled run of seed ${ONLY} that registers ends with each device as it was asked for`;

it(title, async () => {
  await forEach(seeds, WIDTH, async (seed) => {
    const { wrong, story, logs } = await play(seed);
    if (ONLY !== 0) console.log(`${story}\n${logs.join('\n')}`);
    expect(wrong, `npm run kills -- --seed ${seed}\n${story}`).toEqual([]);
  });
});

/**
 * One batch: two attempts among faults, each killed, or cancelled as the runner does it, at a random instant; the post
 * step, unless the machine is gone; the second one on the same machine or another; and a third attempt in peace.
 */
async function play(seed: number) {
  const random = seededRandom(seed);
  const emulator = await startEmulator({
    seed,
    latency: { fixedMs: 10, jitterMs: 30 },
    registryLagMs: 200,
    exclusiveAnswers: { refusal: 'ConflictException', repeat: random() < 0.5 ? 'success' : 'refusal' },
  });
  await prepareRegistry(emulator);
  stir(emulator);
  const jobs: Job[] = [];
  const newMachine = async (): Promise<Job> => {
    const job = await startJob();
    jobs.push(job);
    await Promise.all(fleet.map((pem, n) => job.write(`csrs/thing-${n}.csr`, pem)));
    return job;
  };
  const inputs = {
    'csr-path': 'csrs/*.csr',
    'aws-region': emulator.region,
    'role-to-assume': emulator.roleArn,
    'request-timeout-seconds': '2',
    ...ASKED,
  };
  const environment = () => ({ ...emulator.env, GITHUB_TOKEN: emulator.githubToken });
  const logs: string[] = [];
  const wrong: string[] = [];
  const story: string[] = [];
  try {
    let job = await newMachine();
    for (const attempt of [1, 2]) {
      const at = 300 + random() * LATEST_KILL_MS;
      const isCancelled = random() < 0.3;
      const end = isCancelled ? cancel : kill;
      const ended = await job.run({ inputs, env: environment(), onStart: (child) => void end(child, at) });
      logs.push(`Attempt ${attempt}:\n${ended.log}`);
      if (ended.log.includes('This is a bug')) wrong.push(`attempt ${attempt} ended in a bug:\n${ended.log}`);
      const { attachments } = emulator.iot.registry();
      story.push(
        `seed ${seed}: ${isCancelled ? 'cancelled' : 'killed'} at ${at.toFixed(0)} ms with ${emulator.iot.certificates().length} certificates, ${attachments.length} attached`,
      );
      if (random() < 0.7) {
        const post = await job.run({ script: 'post', state: ended.state, inputs, env: environment() });
        logs.push(`The post step:\n${post.log}`);
      }
      emulator.rerun();
      if (attempt === 2 || random() < 0.5) job = await newMachine();
    }
    emulator.iot.clearFaults();
    const last = await job.run({ inputs, env: environment() });
    logs.push(`The last attempt:\n${last.log}`);
    if (last.code !== 0) wrong.push(`the last attempt failed:\n${last.log}`);
    if (emulator.iot.certificates().length !== BATCH) {
      wrong.push(`${emulator.iot.certificates().length} certificates for ${BATCH} CSRs`);
    }
    wrong.push(...wrongInRegistry(emulator, devices));
    return { wrong, story: story.join('\n'), logs };
  } finally {
    await Promise.all(jobs.map((one) => one.close()));
    await emulator.close();
  }
}

function stir({ iot }: Emulator): void {
  const operations = ['CreateThing', 'AddThingToThingGroup', 'AttachPolicy', 'AttachThingPrincipal'] as const;
  iot.setQuota('AttachPolicy', { ratePerSecond: 20, burst: 5 });
  for (const operation of [...operations, 'CreateCertificateFromCsr'] as const) {
    iot.inject({ operation, kind: 'InternalFailureException', afterWork: true, probability: 0.05 });
    iot.inject({ operation, kind: 'reset', afterWork: true, probability: 0.02 });
    iot.inject({ operation, kind: 'hang', afterWork: true, probability: 0.01 });
  }
}
