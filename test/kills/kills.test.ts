import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { forEach } from '../../src/lib/for-each.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Job, startJob } from '../e2e/step.ts';
import { cancel, kill } from './machines.ts';

const BATCH = 300;
const CAMPAIGNS = inject('killedRuns');
const ONLY = inject('storySeed');
/** Campaigns at a time: most of each is waiting. */
const WIDTH = 4;

/** Long enough for all that a run of the batch does until it waits for what is in doubt. */
const LATEST_KILL_MS = 3_500;

const create = 'CreateCertificateFromCsr' as const;
const fleet = Array.from({ length: BATCH }, (_, n) => toPem(makeCsr(`device-${n}`)));

const seeds = ONLY === 0 ? Array.from({ length: CAMPAIGNS }, (_, index) => index + 1) : [ONLY];
const title =
  ONLY === 0
    ? `${CAMPAIGNS} runs that are killed or cancelled end with one certificate a CSR, and none lost`
    : `the killed or cancelled run of seed ${ONLY} ends with one certificate a CSR, and none lost`;

it(title, async () => {
  let done = 0;
  await forEach(seeds, WIDTH, async (seed) => {
    const { wrong, story, logs } = await play(seed);
    if (ONLY !== 0) console.log(`${story}\n${logs.join('\n')}`);
    expect(wrong, `npm run kills -- --seed ${seed}\n${story}`).toEqual([]);
    done++;
    if (done % 20 === 0) console.log(`${done} of ${CAMPAIGNS} runs`);
  });
});

/**
 * One batch: a first attempt among faults that is killed, or cancelled as the runner does it, at a random instant; the
 * post step, unless the machine is gone; and a second attempt on another machine. The instant and the faults come from
 * the seed; how far the first attempt has come by then depends on the machine that runs it.
 */
async function play(seed: number) {
  const random = seededRandom(seed);
  const emulator = await startEmulator({ seed });
  const jobs: Job[] = [];
  const newMachine = async (): Promise<Job> => {
    const job = await startJob();
    jobs.push(job);
    await Promise.all(fleet.map((pem, n) => job.write(`csrs/${n}.csr`, pem)));
    return job;
  };
  const inputs = {
    'csr-path': 'csrs/*.csr',
    'aws-region': emulator.region,
    'role-to-assume': emulator.roleArn,
    'request-timeout-seconds': '4',
  };
  const environment = () => ({ ...emulator.env, GITHUB_TOKEN: emulator.githubToken });
  emulator.iot.setLatency({ fixedMs: 10, jitterMs: 50 });
  emulator.iot.inject({ operation: create, kind: 'InternalFailureException', afterWork: true, probability: 0.05 });
  emulator.iot.inject({ operation: create, kind: 'reset', probability: 0.01 });
  emulator.iot.inject({ operation: create, kind: 'reset', afterWork: true, probability: 0.01 });
  emulator.iot.inject({ operation: create, kind: 'hang', probability: 0.01 });
  emulator.iot.inject({ operation: create, kind: 'hang', afterWork: true, probability: 0.01 });
  try {
    const at = random() * LATEST_KILL_MS;
    const isCancelled = random() < 0.3;
    const isMachineLost = random() < 0.3;
    const first = await newMachine();
    const end = isCancelled ? cancel : kill;
    const killed = await first.run({ inputs, env: environment(), onStart: (child) => void end(child, at) });
    const issued = emulator.iot.certificates().length;
    const logs = [`The first attempt:\n${killed.log}`];
    if (!isMachineLost) {
      const post = await first.run({ script: 'post', state: killed.state, inputs, env: environment() });
      logs.push(`The post step:\n${post.log}`);
    }
    emulator.rerun();
    const second = await (await newMachine()).run({ inputs, env: environment() });
    logs.push(`The second attempt, on another machine:\n${second.log}`);

    const wrong: string[] = [];
    if (killed.log.includes('This is a bug')) wrong.push(`the first attempt ended in a bug:\n${killed.log}`);
    if (second.code !== 0) wrong.push(`the second attempt failed:\n${second.log}`);
    const account = emulator.iot.certificates();
    const keys = new Set(account.map(({ spkiSha256 }) => spkiSha256));
    if (keys.size !== BATCH || account.length !== BATCH)
      wrong.push(`${account.length} certificates for ${keys.size} keys`);
    const ids = new Set(account.map(({ id }) => id));
    const directory = second.outputs['certificates-path'] ?? '';
    for (const n of fleet.keys()) {
      const pem = await readFile(join(directory, `csrs/${n}.pem`), 'utf8').catch(() => '');
      const id = pem === '' ? '' : new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
      if (!ids.delete(id)) wrong.push(`the certificate of csrs/${n}.csr is missing`);
    }
    const how = isCancelled ? 'cancelled' : 'killed';
    const story = `seed ${seed}: ${how} at ${at.toFixed(0)} ms with ${issued} certificates${isMachineLost ? ', the machine lost' : ''}`;
    return { wrong, story, logs };
  } finally {
    await Promise.all(jobs.map((job) => job.close()));
    await emulator.close();
  }
}
