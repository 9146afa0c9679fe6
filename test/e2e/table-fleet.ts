import type { ChildProcess } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';
import { parseItem, type TableItem } from '../../src/records/table/item.ts';
import { type DynamoDbServer, PK, startDynamoDb } from '../records/table/dynalite.ts';
import { cliInJob } from './cli-in-job.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

export type Fleet = Readonly<Record<string, string>>;
export type Inputs = Readonly<Record<string, string>>;

/** CSRs of as many devices, by path. */
export function makeFleet(count: number, directory = 'csrs'): Fleet {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`${directory}/${n}.csr`, toPem(makeCsr(`${directory}-${n}`))]),
  );
}

/** AWS, GitHub, a table called `fleet`, and machines that runs are made on. */
export interface World {
  readonly emulator: Emulator;
  readonly dynamo: DynamoDbServer;
  newMachine(fleet: Fleet): Promise<Job>;
  /** @param runId of the workflow run; the attempt is the emulator's */
  main(
    job: Job,
    runId: string,
    inputs?: Inputs,
    onStart?: (child: ChildProcess) => void,
    env?: Readonly<Record<string, string>>,
  ): Promise<StepResult>;
  post(
    job: Job,
    runId: string,
    before: Pick<StepResult, 'state'>,
    inputs?: Inputs,
    onStart?: (child: ChildProcess) => void,
  ): Promise<StepResult>;
  /** A command of the built command line, in the workspace of a job, with the credentials of a person. */
  cli(
    job: Job,
    args: readonly string[],
    onStart?: (child: ChildProcess) => void,
  ): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly out: string }>;
  items(): Promise<readonly TableItem[]>;
  close(): Promise<void>;
}

/**
 * @param keys of the table; null: there is none
 * @param startTables begins what answers as Amazon DynamoDB does
 */
export async function startWorld(
  keys: readonly KeySchemaElement[] | null = PK,
  options: EmulatorOptions = {},
  startTables: () => Promise<DynamoDbServer> = startDynamoDb,
): Promise<World> {
  const emulator = await startEmulator(options);
  const dynamo = await startTables();
  if (keys !== null) await dynamo.createTable('fleet', keys);
  const jobs: Job[] = [];
  const step =
    (script: 'main' | 'post') =>
    (
      job: Job,
      runId: string,
      state: Readonly<Record<string, string>>,
      inputs: Inputs,
      onStart: ((child: ChildProcess) => void) | undefined,
      env: Readonly<Record<string, string>> = {},
    ) =>
      job.run({
        script,
        state,
        inputs: {
          'csr-path': 'csrs/*.csr',
          'aws-region': emulator.region,
          'role-to-assume': emulator.roleArn,
          'request-timeout-seconds': '1',
          'output-directory': 'certificates',
          deliver: 'directory',
          ledger: 'dynamodb://fleet',
          ...inputs,
        },
        env: {
          ...emulator.env,
          GITHUB_TOKEN: emulator.githubToken,
          GITHUB_RUN_ID: runId,
          AWS_ENDPOINT_URL_DYNAMODB: dynamo.origin,
          ...env,
        },
        ...(onStart && { onStart }),
      });
  const [main, post] = [step('main'), step('post')];
  return {
    emulator,
    dynamo,
    async newMachine(fleet) {
      const job = await startJob();
      jobs.push(job);
      for (const [path, content] of Object.entries(fleet)) await job.write(path, content);
      return job;
    },
    main: (job, runId, inputs = {}, onStart, env) => main(job, runId, {}, inputs, onStart, env),
    post: (job, runId, { state }, inputs = {}, onStart) => post(job, runId, state, inputs, onStart),
    async cli(job, args, onStart) {
      const env = { RUNNER_TEMP: job.temp, AWS_ENDPOINT_URL_DYNAMODB: dynamo.origin };
      const { output, ...ended } = await cliInJob(job, emulator, args, { env, ...(onStart && { onStart }) });
      return { ...ended, out: output };
    },
    items: () => tableItems(dynamo),
    async close() {
      await Promise.all(jobs.map((job) => job.close()));
      await emulator.close();
      await dynamo.close();
    },
  };
}

/** What the table `fleet` has of keys. */
export async function tableItems(dynamo: Pick<DynamoDbServer, 'items'>): Promise<readonly TableItem[]> {
  const items = await dynamo.items('fleet');
  return items.flatMap((item) => {
    const texts = Object.entries(item).map(([name, { S, L }]) => [name, S ?? L?.map((one) => one.S ?? '') ?? '']);
    const parsed = parseItem(Object.fromEntries(texts));
    return 'key' in parsed ? [parsed] : [];
  });
}

/** A test in a world of its own, so that tests may run at the same time: most of them wait. */
export function inWorld(
  test: (world: World) => Promise<void>,
  start: () => Promise<World> = () => startWorld(),
): () => Promise<void> {
  return async () => {
    const world = await start();
    try {
      await test(world);
    } finally {
      await world.close();
    }
  };
}

/** Sends a signal as soon as something is so. */
export function signalWhen(signal: NodeJS.Signals, isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (!isTime() && child.exitCode === null) return;
      clearInterval(timer);
      child.kill(signal);
    }, 2);
  };
}

/**
 * As the runner cancels: SIGINT, SIGTERM after 7.5 s, and the end 2.5 s later.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
export function cancelWhen(isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    signalWhen('SIGINT', () => {
      if (!isTime()) return false;
      setTimeout(() => child.kill('SIGTERM'), 7_500).unref();
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
      return true;
    })(child);
  };
}

/** Ids of the certificates that a run handed over, by CSR; empty where it has none. */
export async function handedOver(job: Job): Promise<Readonly<Record<string, string>>> {
  const manifest = JSON.parse(await readFile(join(job.workspace, 'certificates/manifest.json'), 'utf8')) as {
    certificates: readonly { csrPath: string; certificateId: string | null }[];
  };
  return Object.fromEntries(manifest.certificates.map(({ csrPath, certificateId }) => [csrPath, certificateId ?? '']));
}

/**
 * One certificate a CSR in the account, each of them at its place on the machine, and in the table, with nothing claimed
 * any more.
 */
export async function expectExactlyOnce(world: World, fleet: Fleet, job: Job): Promise<void> {
  const account = world.emulator.iot.certificates();
  expect(account).toHaveLength(Object.keys(fleet).length);
  const pems = await Promise.all(
    Object.keys(fleet).map((path) =>
      readFile(join(job.workspace, 'certificates', path.replace(/csr$/, 'pem')), 'utf8'),
    ),
  );
  const idOf = (pem: string): string => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
  const ids = account.map(({ id }) => id).sort();
  expect(pems.map(idOf).sort()).toEqual(ids);
  const items = await world.items();
  expect(items.flatMap(({ certificates }) => certificates.map((one) => one.certificateId)).sort()).toEqual(ids);
  expect(items.filter(({ claim }) => claim !== undefined)).toEqual([]);
  for (const { certificatePem } of items.flatMap(({ certificates }) => certificates))
    expect(certificatePem).toBeTruthy();
}
