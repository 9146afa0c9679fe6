import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AttachThingPrincipalCommand, CreateThingCommand, type CreateThingCommandInput } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';
import { iotClient } from '../emulator/clients.ts';
import { makeCsr, toPem } from './csrs.ts';
import { ASKED, CONNECTS_NOT, prepareRegistry, wrongInRegistry } from './registry.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
/** One machine an attempt: nothing but the workspace's content is the same. */
let jobs: Job[];
let fleet: Readonly<Record<string, string>>;

beforeEach(() => start());

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await emulator.close();
});

async function start(options: EmulatorOptions = {}): Promise<void> {
  emulator = await startEmulator(options);
  jobs = [];
}

async function restart(options: EmulatorOptions): Promise<void> {
  await emulator.close();
  await start(options);
}

function makeFleet(count: number): void {
  fleet = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`csrs/thing-${n}.csr`, toPem(makeCsr(`device-${n}`))]),
  );
}

const devices = () => Object.keys(fleet).map((_, n) => ({ name: `thing-${n}`, commonName: `device-${n}` }));

async function newMachine(): Promise<Job> {
  const job = await startJob();
  jobs.push(job);
  for (const [path, content] of Object.entries(fleet)) await job.write(path, content);
  return job;
}

const inputsOf = (inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  'csr-path': 'csrs/*.csr',
  'aws-region': emulator.region,
  'role-to-assume': emulator.roleArn,
  'request-timeout-seconds': '2',
  deliver: 'directory',
  ...inputs,
});

function main(
  job: Job,
  inputs: Readonly<Record<string, string>> = {},
  onStart?: (child: ChildProcess) => void,
): Promise<StepResult> {
  return job.run({
    inputs: inputsOf({ ...ASKED, ...inputs }),
    env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
    ...(onStart === undefined ? {} : { onStart }),
  });
}

const calls = (operation: keyof Emulator['iot']['counters']): number => emulator.iot.counters[operation].calls;
const errors = ({ annotations }: StepResult) => annotations.filter(({ level }) => level === 'error');
const ledger = { ledger: 'fleet.jsonl' };
const linesOf = async (job: Job): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  (await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line.includes('certificateId'))
    .map((line) => JSON.parse(line));

/** Sends a signal as soon as something is so. */
function signalWhen(signal: NodeJS.Signals, isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (!isTime() && child.exitCode === null) return;
      clearInterval(timer);
      child.kill(signal);
    }, 1);
  };
}

async function thing(thingName: string, rest: Partial<CreateThingCommandInput> = {}): Promise<void> {
  const client = iotClient(emulator);
  await client.send(new CreateThingCommand({ thingName, ...rest }));
  client.destroy();
}

/** As {@link ASKED} has it. */
const asWished = (n: number): Partial<CreateThingCommandInput> => ({
  thingTypeName: 'sensor',
  billingGroupName: 'cost',
  attributePayload: { attributes: { common: `device-${n}` } },
});

async function attach(thingName: string, principal: string): Promise<void> {
  const client = iotClient(emulator);
  const thingPrincipalType = 'EXCLUSIVE_THING';
  await client.send(new AttachThingPrincipalCommand({ thingName, principal, thingPrincipalType }));
  client.destroy();
}

describe('a run that registers', () => {
  it('takes devices from their CSRs to things that may connect, and remembers it', async () => {
    makeFleet(30);
    await prepareRegistry(emulator);
    const first = await newMachine();
    const result = await main(first, ledger);
    expect(result.code, result.log).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
    const lines = await linesOf(first);
    expect(lines.map(({ thingName }) => thingName).sort()).toEqual(
      devices()
        .map(({ name }) => name)
        .sort(),
    );
    for (const { registration } of lines) expect(registration).toMatch(/^[\da-f]{64}$/);

    // The next run only looks whether the things are there.
    const before = ['CreateThing', 'AddThingToThingGroup', 'AttachPolicy', 'AttachThingPrincipal'] as const;
    const made = before.map(calls);
    const second = await newMachine();
    await second.write('fleet.jsonl', await readFile(join(first.workspace, 'fleet.jsonl')));
    const again = await main(second, ledger);
    expect(again.code, again.log).toBe(0);
    expect(before.map(calls)).toEqual(made);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });

  it('asks for nothing but certificates where nothing else is asked for', async () => {
    makeFleet(2);
    const none = Object.fromEntries(Object.keys(ASKED).map((name) => [name, '']));
    const job = await newMachine();
    const result = await main(job, { ...ledger, ...none });
    expect(result.code, result.log).toBe(0);
    expect(emulator.iot.registry().things).toEqual([]);
    expect(Object.keys((await linesOf(job))[0] ?? {})).not.toContain('registration');
  });

  it('attaches policies to certificates alone where no thing is asked for', async () => {
    makeFleet(3);
    await prepareRegistry(emulator);
    const none = Object.fromEntries(Object.keys(ASKED).map((name) => [name, '']));
    const result = await main(await newMachine(), { ...none, policies: 'fleet' });
    expect(result.code, result.log).toBe(0);
    const { things, policyTargets } = emulator.iot.registry();
    expect(things).toEqual([]);
    expect(policyTargets.map(({ target }) => target).sort()).toEqual(
      emulator.iot
        .certificates()
        .map(({ arn }) => arn)
        .sort(),
    );
  });

  it('repeats what is not remembered, or what somebody has written into the ledger, and changes nothing by it', async () => {
    makeFleet(5);
    await prepareRegistry(emulator);
    const first = await newMachine();
    await main(first, ledger);
    const forged = (await readFile(join(first.workspace, 'fleet.jsonl'), 'utf8'))
      .replace(/"registration":"[\da-f]{64}"/g, `"registration":"${'0'.repeat(64)}"`)
      .replace(/"thingName":"[^"]*"/g, '"thingName":"another"');
    for (const content of [forged, forged.replace(/,"thingName".*(?=\})/g, ''), '']) {
      const job = await newMachine();
      await job.write('fleet.jsonl', content);
      const result = await main(job, ledger);
      expect(result.code, result.log).toBe(0);
      expect(wrongInRegistry(emulator, devices())).toEqual([]);
      expect(emulator.iot.certificates()).toHaveLength(5);
    }
  });

  it('keeps to the quotas of a new account', async () => {
    await restart({ quotas: 'aws-default', latency: { fixedMs: 20, jitterMs: 20 } });
    makeFleet(60);
    await prepareRegistry(emulator);
    const result = await main(await newMachine());
    expect(result.code, result.log).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });

  it.each([
    ['InvalidRequestException', 'success'],
    ['ConflictException', 'refusal'],
  ] as const)(
    'ends the same where calls fail after they had their effect, and where reads lag (%s, %s)',
    async (refusal, repeat) => {
      const exclusiveAnswers = { refusal, repeat };
      await restart({ registryLagMs: 1_000, latency: { fixedMs: 5, jitterMs: 10 }, exclusiveAnswers });
      makeFleet(20);
      await prepareRegistry(emulator);
      for (const operation of WRITES) {
        emulator.iot.inject({ operation, kind: 'InternalFailureException', afterWork: true, probability: 0.15 });
        emulator.iot.inject({ operation, kind: 'reset', afterWork: true, probability: 0.1 });
      }
      emulator.iot.inject({ operation: 'DescribeThing', kind: 'InternalFailureException', probability: 0.2 });
      const result = await main(await newMachine());
      expect(result.code, result.log).toBe(0);
      expect(wrongInRegistry(emulator, devices())).toEqual([]);
    },
  );
});

const WRITES = ['CreateThing', 'AddThingToThingGroup', 'AttachPolicy', 'AttachThingPrincipal'] as const;

describe('a run that ended early', () => {
  it('is finished by the next attempt on another machine', async () => {
    await restart({ latency: { fixedMs: 20, jitterMs: 10 } });
    makeFleet(60);
    await prepareRegistry(emulator);
    const isTime = (): boolean => emulator.iot.registry().attachments.length >= 20;
    const first = await newMachine();
    const killed = await main(first, {}, signalWhen('SIGKILL', isTime));
    expect(killed.code).toBeNull();
    const post = await first.run({
      script: 'post',
      state: killed.state,
      inputs: inputsOf(ASKED),
      env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
    });
    expect(post.annotations.at(-1)?.message).toContain('their things and policies may be missing');
    emulator.rerun();
    const result = await main(await newMachine());
    expect(result.code, result.log).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });

  it('is finished by the same step run again on the same machine', async () => {
    await restart({ latency: { fixedMs: 20, jitterMs: 10 } });
    makeFleet(40);
    await prepareRegistry(emulator);
    const job = await newMachine();
    await main(
      job,
      {},
      signalWhen('SIGKILL', () => emulator.iot.registry().attachments.length >= 10),
    );
    const attached = calls('AttachThingPrincipal');
    const result = await main(job);
    expect(result.code, result.log).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
    // What the journal remembers is not attached again.
    expect(calls('AttachThingPrincipal') - attached).toBeLessThan(40);
  });

  it('by a cancel says what is left, and the next attempt does it', async () => {
    await restart({ latency: { fixedMs: 20, jitterMs: 10 } });
    makeFleet(60);
    await prepareRegistry(emulator);
    const isTime = (): boolean => emulator.iot.registry().attachments.length >= 10;
    const cancelled = await main(await newMachine(), ledger, signalWhen('SIGINT', isTime));
    expect(cancelled.code).toBe(1);
    expect(errors(cancelled).map(({ title }) => title)).toContain('cancelled');
    emulator.rerun();
    const result = await main(await newMachine(), ledger);
    expect(result.code, result.log).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });
});

describe('a device that cannot be registered', () => {
  /** All PEMs are where they belong, whatever became of the devices. */
  const expectHandedOver = async (result: StepResult): Promise<void> => {
    for (const { name } of devices()) {
      const pem = await readFile(join(result.outputs['certificates-path'] ?? '', `csrs/${name}.pem`), 'utf8');
      expect(pem).toContain('BEGIN CERTIFICATE');
    }
  };

  it('since its thing is another is named with what differs and whose certificate it holds', async () => {
    // The look at the registry does not see it yet.
    await restart({ registryLagMs: 5_000 });
    makeFleet(4);
    await prepareRegistry(emulator);
    await thing('thing-2', { ...asWished(2), attributePayload: { attributes: { common: 'other' } } });
    const result = await main(await newMachine());
    expect(result.code).toBe(1);
    const [error] = errors(result);
    expect(error?.title).toBe('registration-conflict');
    expect(error?.message).toContain('1 of 4 devices is not registered.');
    expect(error?.message).toContain('thing-2 exists and differs in attribute common device-2 (found: other)');
    expect(error?.message).toContain('It holds no certificate.');
    await expectHandedOver(result);
    const others = devices().filter(({ name }) => name !== 'thing-2');
    expect(wrongInRegistry(emulator, others)).toEqual(['4 things for 3 devices']);
  });

  it.each([
    ['as another one', { attributePayload: { attributes: { common: 'other' } } }, 'registration-conflict'],
    ['as it is asked for', {}, undefined],
  ])('since somebody creates its thing at the same time %s', async (_, rest, code) => {
    // Reads do not show it yet.
    await restart({ registryLagMs: 2_000 });
    makeFleet(1);
    await prepareRegistry(emulator);
    await thing('thing-0', { ...asWished(0), ...rest });
    const result = await main(await newMachine());
    expect(errors(result)[0]?.title).toBe(code);
    if (code === undefined) expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });

  it.each([
    ['InvalidRequestException', 'success'],
    ['ConflictException', 'refusal'],
  ] as const)('since its certificate belongs to another thing is a conflict (%s, %s)', async (refusal, repeat) => {
    await restart({ exclusiveAnswers: { refusal, repeat } });
    makeFleet(3);
    await prepareRegistry(emulator);
    const none = Object.fromEntries(Object.keys(ASKED).map((name) => [name, '']));
    await main(await newMachine(), none);
    await thing('stranger');
    await attach('stranger', emulator.iot.certificates()[1]?.arn ?? '');
    const result = await main(await newMachine());
    expect(result.code).toBe(1);
    expect(errors(result)[0]).toMatchObject({ title: 'registration-conflict' });
    expect(errors(result)[0]?.message).toContain('is attached to thing stranger');
    await expectHandedOver(result);
    // The role may not look: AWS refuses it, in its own words.
    emulator.iot.inject({ operation: 'ListPrincipalThings', kind: 'AccessDeniedException' });
    const refused = await main(await newMachine());
    expect(refused.code).toBe(1);
  });

  it('since AWS refuses to attach its certificate is a conflict in the words of AWS', async () => {
    makeFleet(3);
    await prepareRegistry(emulator);
    emulator.iot.inject({ operation: 'AttachThingPrincipal', kind: 'InvalidRequestException', when: [2] });
    const result = await main(await newMachine());
    expect(errors(result)[0]).toMatchObject({ title: 'registration-conflict' });
    expect(errors(result)[0]?.message).toContain('InvalidRequestException');
    expect((await main(await newMachine())).code).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });

  it('since a limit is reached is not tried again, and the next run finishes it', async () => {
    makeFleet(5);
    await prepareRegistry(emulator);
    emulator.iot.inject({ operation: 'AttachPolicy', kind: 'LimitExceededException', when: [3] });
    const result = await main(await newMachine());
    expect(result.code).toBe(1);
    expect(calls('AttachPolicy')).toBe(5);
    expect(errors(result)).toHaveLength(1);
    expect(errors(result)[0]).toMatchObject({ title: 'registration-incomplete' });
    expect(errors(result)[0]?.message).toMatch(
      /1 of 5 devices is not registered\. .*LimitExceededException.* done: thing thing-\d, group line-1, group all; left: policy fleet, certificate on thing thing-\d\./,
    );
    expect(errors(result)[0]?.message).toContain('Remove what the device does not need');
    await expectHandedOver(result);
    const next = await main(await newMachine());
    expect(next.code, next.log).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });

  it.each(['fail', 'attach'])('since its thing holds another certificate: on-existing-thing %s', async (choice) => {
    makeFleet(2);
    await prepareRegistry(emulator);
    await emulator.iot.plant(toPem(makeCsr('stranger')), 1, 0);
    const other = emulator.iot.certificates()[0];
    await thing('thing-0', asWished(0));
    await thing('thing-1', asWished(1));
    await attach('thing-1', other?.arn ?? '');
    const result = await main(await newMachine(), { 'on-existing-thing': choice });
    const { attachments } = emulator.iot.registry();
    // What is there stays; a thing without a certificate is as good as none, and a conflict is found before anything is made.
    expect(attachments.filter((one) => one.thing === 'thing-0')).toHaveLength(choice === 'attach' ? 1 : 0);
    expect(attachments.filter((one) => one.thing === 'thing-1')).toHaveLength(choice === 'attach' ? 2 : 1);
    expect(attachments.some(({ certificateArn }) => certificateArn === other?.arn)).toBe(true);
    expect(result.code).toBe(choice === 'attach' ? 0 : 1);
    if (choice === 'fail') expect(errors(result)[0]?.message).toContain(other?.id);
    expect(emulator.iot.certificates()).toHaveLength(choice === 'attach' ? 3 : 1);
  });
});

describe('what would meet every device', () => {
  it('ends registering with one message, and the creating of more; what was created is handed over', async () => {
    await restart({
      latency: { fixedMs: 20, jitterMs: 0 },
      quotas: { CreateCertificateFromCsr: { ratePerSecond: 40, burst: 5 } },
    });
    makeFleet(60);
    await prepareRegistry(emulator);
    emulator.iot.inject({ operation: 'AttachPolicy', kind: 'AccessDeniedException', when: (call) => call > 10 });
    const job = await newMachine();
    const result = await main(job, ledger);
    expect(result.code).toBe(1);
    const created = emulator.iot.certificates().length;
    expect(created).toBeLessThan(60);
    expect(await linesOf(job)).toHaveLength(created);
    const about = errors(result).filter(({ title }) => title === 'registration-incomplete');
    expect(about).toHaveLength(1);
    expect(about[0]?.message).toContain('The role may not call iot:AttachPolicy.');
    const missing = errors(result).find(({ title }) => title === 'incomplete')?.message;
    expect(missing).toContain('It was not asked for, since its device could not be registered');
    expect(
      errors(result)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['incomplete', 'registration-incomplete']);
    emulator.iot.clearFaults();
    const next = await main(job, ledger);
    expect(next.code, next.log).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });

  it('is met by one device: a policy that somebody has deleted meanwhile', async () => {
    makeFleet(10);
    await prepareRegistry(emulator);
    emulator.iot.inject({ operation: 'AttachPolicy', kind: 'ResourceNotFoundException' });
    const result = await main(await newMachine());
    expect(result.code).toBe(1);
    expect(emulator.iot.certificates()).toHaveLength(1);
    expect(
      errors(result)
        .map(({ message }) => message)
        .join(),
    ).toMatch(/iot:AttachPolicy \(ResourceNotFoundException.*Create what AWS names, or correct the input/);
  });

  it('is met by one device: a policy that does not let it connect', async () => {
    makeFleet(10);
    await prepareRegistry(emulator, CONNECTS_NOT);
    const job = await newMachine();
    const result = await main(job);
    expect(result.code).toBe(1);
    expect(emulator.iot.certificates()).toHaveLength(1);
    const about = errors(result).find(({ title }) => title === 'policy-denies-connect');
    expect(about?.message).toMatch(
      /did not let a device connect as client\/thing-\d \(TestAuthorization: IMPLICIT_DENY\)/,
    );
    // A device that is registered is tried out, and no other one is created for it.
    await main(await newMachine());
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('is a warning where the policies let it connect, and only AWS does not say so yet', async () => {
    makeFleet(3);
    await prepareRegistry(emulator);
    emulator.configure({ registryLagMs: 60_000 });
    const result = await main(await newMachine());
    expect(result.code, result.log).toBe(0);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
    expect(result.annotations.find(({ title }) => title === 'policy-denies-connect')?.level).toBe('warning');
  });

  it('is not tried out where the role may not, which is said', async () => {
    makeFleet(3);
    await prepareRegistry(emulator, CONNECTS_NOT);
    emulator.iot.inject({ operation: 'TestAuthorization', kind: 'AccessDeniedException' });
    const result = await main(await newMachine());
    expect(result.code, result.log).toBe(0);
    expect(result.log).toContain(
      'Whether a device may connect was not tried out: The role may not call iot:TestAuthorization.',
    );
  });
});

describe('activation after the hand-over', () => {
  const later = { 'set-as-active': 'after-delivery' };
  const statuses = () => [...new Set(emulator.iot.certificates().map(({ status }) => status))];

  it('waits for all devices to be registered', async () => {
    makeFleet(5);
    await prepareRegistry(emulator);
    emulator.iot.inject({ operation: 'AttachPolicy', kind: 'LimitExceededException', when: [3] });
    expect((await main(await newMachine(), later)).code).toBe(1);
    expect(statuses()).toEqual(['INACTIVE']);
    emulator.rerun();
    const result = await main(await newMachine(), { ...later, 'github-token': emulator.githubToken });
    expect(result.code, result.log).toBe(0);
    expect(statuses()).toEqual(['ACTIVE']);
    expect(wrongInRegistry(emulator, devices())).toEqual([]);
  });
});
