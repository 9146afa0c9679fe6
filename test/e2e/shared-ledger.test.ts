import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr as buildCsr, makeKey } from '../csr/make-csr.ts';
import { type DynamoDbServer, PK, startDynamoDb } from '../records/table/dynalite.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, node24, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let dynamo: DynamoDbServer;
let jobs: Job[];

beforeEach(async () => {
  emulator = await startEmulator();
  dynamo = await startDynamoDb();
  jobs = [];
});

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await emulator.close();
  await dynamo.close();
});

type Fleet = Readonly<Record<string, string>>;

function makeFleet(count: number): Fleet {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`))]));
}

async function newMachine(fleet: Fleet): Promise<Job> {
  const job = await startJob();
  jobs.push(job);
  for (const [path, content] of Object.entries(fleet)) await job.write(path, content);
  return job;
}

function run(
  job: Job,
  runId: string,
  inputs: Readonly<Record<string, string>> = {},
  onStart?: (child: ChildProcess) => void,
): Promise<StepResult> {
  return job.run({
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
    },
    ...(onStart === undefined ? {} : { onStart }),
  });
}

/** Ids of the certificates that a run handed over, by CSR. */
async function handedOver(job: Job): Promise<Readonly<Record<string, string>>> {
  const manifest = JSON.parse(await readFile(join(job.workspace, 'certificates/manifest.json'), 'utf8')) as {
    certificates: readonly { csrPath: string; certificateId: string | null }[];
  };
  return Object.fromEntries(manifest.certificates.map(({ csrPath, certificateId }) => [csrPath, certificateId ?? '']));
}

describe('a ledger in a table', () => {
  it('hands over what it knows on another machine, without a create call', async () => {
    await dynamo.createTable('fleet');
    const fleet = makeFleet(5);
    const first = await newMachine(fleet);
    const created = await run(first, '1');
    expect(created.log).toContain('dynamodb://fleet');
    expect([created.code, created.outputs['created-count']], created.log).toEqual([0, '5']);
    const second = await newMachine(fleet);
    const reused = await run(second, '2');
    expect([reused.code, reused.outputs['reused-count'], reused.outputs['created-count']], reused.log).toEqual([
      0,
      '5',
      '0',
    ]);
    expect(await handedOver(second)).toEqual(await handedOver(first));
    expect(emulator.iot.certificates().length).toBe(5);
    const states = (await dynamo.items('fleet')).flatMap((item) => item.state?.S ?? []);
    expect(states).toEqual(Array.from({ length: 5 }, () => 'issued'));
  });

  it('gives two runs at the same time one certificate each key, and names the run that was waited for', async () => {
    await dynamo.createTable('fleet');
    const fleet = makeFleet(300);
    const machines = [await newMachine(fleet), await newMachine(fleet)] as const;
    const results = await Promise.all([run(machines[0], '1'), run(machines[1], '2')]);
    for (const { code, log } of results) expect(code, log).toBe(0);
    expect(emulator.iot.certificates().length).toBe(300);
    expect(await handedOver(machines[0])).toEqual(await handedOver(machines[1]));
    const created = results.map(({ outputs }) => Number(outputs['created-count']));
    expect((created[0] ?? 0) + (created[1] ?? 0)).toBe(300);
    const notices = results.flatMap(({ annotations }) =>
      annotations.filter(({ title }) => title === 'created-elsewhere'),
    );
    expect(notices.map(({ message }) => message).join()).toMatch(/created meanwhile by .*run/);
  });

  it('takes over what a killed run has claimed, and finds what it created', async () => {
    await dynamo.createTable('fleet');
    const fleet = makeFleet(300);
    const killed = await newMachine(fleet);
    const survivor = await newMachine(fleet);
    const slowly = { 'requests-per-second': '50' };
    let second: Promise<StepResult> | undefined;
    const first = run(killed, '1', slowly, (child) => {
      const timer = setInterval(() => {
        if (emulator.iot.certificates().length >= 20) second ??= run(survivor, '2', slowly);
        if (emulator.iot.certificates().length < 80) return;
        clearInterval(timer);
        child.kill('SIGKILL');
      }, 5);
    });
    expect((await first).signal).toBe('SIGKILL');
    const result = await second;
    if (result === undefined) throw new Error('the second run was not started');
    expect(result.log).toContain('that other runs left in doubt');
    expect(result.code, result.log).toBe(0);
    expect(emulator.iot.certificates().length).toBe(300);
    expect(Object.values(await handedOver(survivor)).filter(Boolean).length).toBe(300);
  });
});

describe('a table that is no ledger', () => {
  it.each([
    ['is missing', async () => {}, /no such table/],
    [
      'has another key schema',
      () => dynamo.createTable('fleet', [...PK, { AttributeName: 'sk', KeyType: 'RANGE' }]),
      /another key schema/,
    ],
    [
      'may not be written',
      async () => {
        await dynamo.createTable('fleet');
        dynamo.trouble = (operation) => (operation === 'PutItem' ? 'deny' : undefined);
      },
      /may not call dynamodb:PutItem.*"Resource":"arn:aws:dynamodb:[^"]+table\/fleet"/,
    ],
  ])('is refused before anything is created when it %s', async (_, prepare, message) => {
    await prepare();
    const result = await run(await newMachine(makeFleet(2)), '1');
    expect(result.code, result.log).toBe(1);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'ledger-table', message: expect.stringMatching(message) });
    expect(emulator.iot.certificates().length).toBe(0);
  });

  it('is refused for a name that no table can have', async () => {
    const result = await run(await newMachine(makeFleet(1)), '1', { ledger: 'dynamodb://a/b' });
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)?.message).toMatch(/ledger: "dynamodb:\/\/a\/b" is not allowed/);
  });
});

describe('trouble with the table', () => {
  it.each(['throttle', 'fail', 'drop-answer'] as const)(
    'costs no certificate and creates none twice: %s',
    async (kind) => {
      await dynamo.createTable('fleet');
      const fleet = makeFleet(60);
      dynamo.trouble = (_, n) => (n % 5 === 2 ? kind : undefined);
      const first = await newMachine(fleet);
      const second = await newMachine(fleet);
      const results = await Promise.all([run(first, '1'), run(second, '2')]);
      for (const { code, log } of results) expect(code, log).toBe(0);
      expect(emulator.iot.certificates().length).toBe(60);
      expect(await handedOver(first)).toEqual(await handedOver(second));
    },
  );
});

/** Runs a command of the built command line, in the workspace of a job. */
async function cli(
  job: Job,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = spawn(node24, [join(import.meta.dirname, '../../dist/cli.js'), ...args], {
    cwd: job.workspace,
    env: {
      PATH: process.env.PATH,
      RUNNER_TEMP: job.temp,
      ...emulator.env,
      ...emulator.accessKeys,
      AWS_REGION: emulator.region,
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.origin,
    },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out };
}

describe('a table and a file', () => {
  it('are exported and imported as often as one likes, and audited alike', async () => {
    await dynamo.createTable('fleet');
    await dynamo.createTable('other');
    const fleet = makeFleet(4);
    const job = await newMachine(fleet);
    expect((await run(job, '1')).code).toBe(0);
    const table = ['--ledger', 'dynamodb://fleet'];
    expect(await cli(job, 'ledger', 'export', 'ledger.jsonl', ...table)).toMatchObject({ code: 0 });
    const exported = await readFile(join(job.workspace, 'ledger.jsonl'), 'utf8');
    expect(exported.split('\n').filter((line) => line.includes('"certificatePem":"-----BEGIN')).length).toBe(4);
    expect((await cli(job, 'ledger', 'export', 'ledger.jsonl', ...table)).code).toBe(0);
    expect(await readFile(join(job.workspace, 'ledger.jsonl'), 'utf8')).toBe(exported);

    const other = ['--ledger', 'dynamodb://other'];
    expect((await cli(job, 'ledger', 'import', 'ledger.jsonl', ...other)).out).toContain('4 keys of the table changed');
    expect((await cli(job, 'ledger', 'import', 'ledger.jsonl', ...other)).out).toContain('0 keys of the table changed');
    const shown = await cli(job, 'ledger', 'show', 'csrs/2.csr', ...other);
    expect(shown.out).toContain('"csrPath": "csrs/2.csr"');
    expect(await cli(job, 'ledger', 'show', 'csrs/9.csr', ...other)).toMatchObject({ code: 1 });

    for (const ledger of ['ledger.jsonl', 'dynamodb://fleet', 'dynamodb://other']) {
      const audited = await cli(job, 'audit', '--ledger', ledger);
      expect([audited.code, audited.out], audited.out).toEqual([0, expect.stringContaining('Auditing 4 certificates')]);
    }
    const second = await newMachine(fleet);
    const reused = await run(second, '2', { ledger: 'dynamodb://other' });
    expect(reused.outputs, reused.log).toMatchObject({ 'reused-count': '4', 'created-count': '0' });
  });

  it('an account that has certificates already makes them known to a new table, once', async () => {
    await dynamo.createTable('fleet');
    const fleet = makeFleet(6);
    const first = await newMachine(fleet);
    expect((await run(first, '1', { ledger: '' })).code).toBe(0);
    const second = await newMachine(fleet);
    const reused = await run(second, '2');
    expect(reused.log).toContain('6 certificates of it to look at, once');
    expect(reused.outputs, reused.log).toMatchObject({ 'reused-count': '6', 'created-count': '0' });
    const third = await run(await newMachine(makeFleet(2)), '3');
    expect(third.log).not.toContain('to look at, once');
    expect(third.outputs).toMatchObject({ 'created-count': '2' });
  });

  it('CSRs are judged beside the keys of the table, and without credentials a notice says that they were not', async () => {
    await dynamo.createTable('fleet');
    const key = makeKey('P-256');
    const named = (name: string): string => toPem(buildCsr({ key, subject: [['CN', name]] }));
    expect((await run(await newMachine({ 'csrs/one.csr': named('one') }), '1')).code).toBe(0);
    const job = await newMachine({ 'elsewhere/other.csr': named('other'), ...makeFleet(1) });
    const judged = await cli(job, 'validate', '--csr-path', 'elsewhere/*.csr', '--ledger', 'dynamodb://fleet');
    expect([judged.code, judged.out], judged.out).toEqual([1, expect.stringContaining('public-key-known')]);
    const bare = await job.run({
      inputs: { 'csr-path': 'csrs/*.csr', mode: 'validate', ledger: 'dynamodb://fleet', 'aws-region': emulator.region },
      env: { AWS_EC2_METADATA_DISABLED: 'true', AWS_ENDPOINT_URL_DYNAMODB: dynamo.origin },
    });
    expect(bare.code, bare.log).toBe(0);
    expect(bare.annotations.map(({ message }) => message).join()).toContain(
      'not compared with the keys of the shared ledger',
    );
  });
});
