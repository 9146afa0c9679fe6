import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { seededRandom } from '../../src/emulator/random.ts';
import { forEach } from '../../src/lib/for-each.ts';
import { handedOver, makeFleet, startWorld, tableItems } from '../e2e/table-fleet.ts';
import { cancel, kill, pause, untilThen } from './machines.ts';

const CAMPAIGNS = inject('killedRuns');
const ONLY = inject('storySeed');
const isShort = CAMPAIGNS < 30;
const BATCH = isShort ? 60 : 300;
const WIDTH = 2;

/** Runs that each side has; from the third on nobody disturbs them. One that the service left without answers may fail. */
const ATTEMPTS = 5;
const CALM_FROM = 3;

/** A run that creates nothing more is ended after this time. */
const LONGEST_MS = 8_000;

const seeds = ONLY === 0 ? Array.from({ length: isShort ? 1 : 30 }, (_, index) => index + 1) : [ONLY];

it.concurrent(`two runs of ${BATCH} CSRs at a time on one table, killed, cancelled and stopped, end with one certificate a CSR: ${seeds.length} of them`, async () => {
  await forEach(seeds, WIDTH, async (seed) => {
    const { wrong, story } = await play(seed);
    if (ONLY !== 0) console.log(story.join('\n'));
    expect(wrong, `npm run kills -- --seed ${seed}\n${story.join('\n')}`).toEqual([]);
  });
});

/**
 * Two workflow runs on machines of their own at a time, among faults of the account and of the table; each may be killed,
 * cancelled, or stopped for a while. Whoever did not end well runs again, as another run on another machine, at the same
 * time as the other, until both have ended well.
 */
async function play(seed: number) {
  const random = seededRandom(seed);
  const world = await startWorld(undefined, { seed });
  const { emulator, dynamo } = world;
  const story: string[] = [];
  const wrong: string[] = [];
  const fleet = makeFleet(BATCH);
  const operation = 'CreateCertificateFromCsr' as const;
  emulator.iot.setLatency({ fixedMs: 10, jitterMs: 50 });
  emulator.iot.setQuota(operation, { ratePerSecond: 100, burst: 20 });
  emulator.iot.inject({ operation, kind: 'InternalFailureException', afterWork: true, probability: 0.03 });
  emulator.iot.inject({ operation, kind: 'reset', afterWork: true, probability: 0.01 });
  emulator.iot.inject({ operation, kind: 'hang', afterWork: true, probability: 0.01 });
  dynamo.trouble = () => {
    const draw = random();
    return draw < 0.01 ? 'throttle' : draw < 0.02 ? 'drop-answer' : draw < 0.03 ? 'fail' : undefined;
  };
  const runToEnd = async (name: string, number: number) => {
    await sleep(random() * 1_500);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const job = await world.newMachine(fleet);
      const runId = String(number * 10 + attempt);
      // Some die before the first certificate, some while the last ones are written down.
      const at = Math.floor(random() * 1.2 * BATCH);
      const fate =
        attempt >= CALM_FROM
          ? 'left alone'
          : (['killed', 'cancelled', 'stopped', 'left alone'] as const)[Math.floor(random() * 4)];
      const result = await world.main(job, runId, { 'request-timeout-seconds': '2' }, (child) => {
        void untilThen(() => emulator.iot.certificates().length >= at, LONGEST_MS).then(() => {
          if (fate === 'killed') void kill(child, random() * 100);
          else if (fate === 'cancelled') void cancel(child, random() * 100);
          else if (fate === 'stopped') void pause(child, random() * 100, random() * 30_000);
        });
      });
      story.push(
        `${name}, run ${runId}: ${fate} at certificate ${at}, ${emulator.iot.certificates().length} certificates, exit ${result.code}`,
      );
      if (result.log.includes('This is a bug')) wrong.push(result.log);
      if (result.code === 0) return job;
      if (random() < 0.6) await world.post(job, runId, result);
    }
    return undefined;
  };
  try {
    const [one, two] = await Promise.all([runToEnd('one', 1), runToEnd('two', 2)]);
    const account = emulator.iot.certificates();
    const keys = new Set(account.map(({ spkiSha256 }) => spkiSha256));
    if (account.length !== BATCH || keys.size !== BATCH)
      wrong.push(`${account.length} certificates for ${keys.size} keys`);
    if (one === undefined || two === undefined) wrong.push('a run never ended well');
    else expect(await handedOver(one)).toEqual(await handedOver(two));
    const items = await tableItems(dynamo);
    const known = items
      .flatMap(({ certificates }) => certificates.map((entry) => entry.certificateId))
      .sort()
      .join();
    if (
      known !==
      account
        .map(({ id }) => id)
        .sort()
        .join()
    )
      wrong.push('the table and the account differ');
    if (items.some(({ claim }) => claim !== undefined)) wrong.push('something is still claimed');
    return { wrong, story };
  } finally {
    await world.close();
  }
}
