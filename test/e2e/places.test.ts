import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Manifest } from '../../src/records/manifest-entry.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

/** One account and region each: what one knows, the other does not. */
let here: Emulator;
let there: Emulator;
let job: Job;

beforeEach(async () => {
  here = await startEmulator({ region: 'us-east-1' });
  there = await startEmulator({ region: 'eu-west-1' });
  job = await startJob();
  for (let n = 0; n < 3; n++) await job.write(`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`)));
});

afterEach(async () => {
  await Promise.all([here.close(), there.close(), job.close()]);
});

const inputsFor = ({ region, roleArn }: Emulator): Record<string, string> => ({
  'csr-path': 'csrs/*.csr',
  'aws-region': region,
  'role-to-assume': roleArn,
});

function step(
  place: Emulator,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  return job.run({
    inputs: { ...inputsFor(place), deliver: 'directory', ...inputs },
    env: { ...place.env, GITHUB_TOKEN: place.githubToken, ...env },
  });
}

async function manifestOf({ outputs }: StepResult): Promise<Manifest> {
  return JSON.parse(await readFile(outputs['manifest-path'] ?? '', 'utf8')) as Manifest;
}

it('two steps of one job for two regions create certificates in both, each with its own manifest', async () => {
  const first = await step(here);
  const second = await step(there);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(second.outputs).toMatchObject({ 'created-count': '3', 'reused-count': '0' });
  expect(there.iot.certificates()).toHaveLength(3);
  for (const [result, place] of [
    [first, here],
    [second, there],
  ] as const) {
    const { region, certificates } = await manifestOf(result);
    expect(region).toBe(place.region);
    const arns = place.iot.certificates().map(({ arn }) => arn);
    expect(certificates.map(({ certificateArn }) => certificateArn).sort()).toEqual(arns.sort());
  }
  // Each finds its own again.
  expect((await step(here)).outputs).toMatchObject({ 'created-count': '0', 'reused-count': '3' });
  expect((await step(there)).outputs).toMatchObject({ 'created-count': '0', 'reused-count': '3' });
});

it('a directory that two steps share has a manifest that says where each certificate is', async () => {
  const shared = { 'output-directory': 'out' };
  expect((await step(here, { ...shared, 'file-name': 'us/{path}.pem' })).code).toBe(0);
  const second = await step(there, { ...shared, 'file-name': 'eu/{path}.pem' });
  expect(second.outputs).toMatchObject({ 'created-count': '3' });
  const { certificates } = await manifestOf(second);
  expect(certificates.map(({ csrPath, region }) => `${csrPath} ${region}`)).toEqual(
    [0, 1, 2].flatMap((n) => [`csrs/${n}.csr us-east-1`, `csrs/${n}.csr eu-west-1`]),
  );
});

it('a certificate of another region is not overwritten', async () => {
  const shared = { 'output-directory': 'out' };
  await step(here, shared);
  const before = await readFile(`${job.workspace}/out/csrs/0.pem`, 'utf8');
  const second = await step(there, shared);
  expect(second.code).toBe(1);
  expect(second.annotations.map(({ title }) => title)).toContain('would-overwrite');
  expect(there.iot.certificates()).toEqual([]);
  expect(await readFile(`${job.workspace}/out/csrs/0.pem`, 'utf8')).toBe(before);
});

it('a step that was killed keeps no step for another region from creating, and each is looked after', async () => {
  const killed = (place: Emulator): Promise<StepResult> => {
    place.configure({ quotas: { CreateCertificateFromCsr: { ratePerSecond: 1, burst: 1 } } });
    return job.run({
      inputs: inputsFor(place),
      env: { ...place.env, GITHUB_TOKEN: place.githubToken },
      onStart(process) {
        const timer = setInterval(() => {
          if (place.iot.certificates().length === 0) return;
          clearInterval(timer);
          process.kill('SIGKILL');
        }, 5);
      },
    });
  };
  const ended = [[here, await killed(here)] as const, [there, await killed(there)] as const];
  // The runner runs the post steps in the opposite order.
  for (const [place, { signal, state }] of ended.reverse()) {
    expect(signal).toBe('SIGKILL');
    const env = { ...place.env, GITHUB_TOKEN: place.githubToken };
    expect((await job.run({ script: 'post', inputs: inputsFor(place), env, state })).code).toBe(0);
    expect(place.artifacts.uploaded()).toHaveLength(1);
  }
  for (const [place, directory] of [
    [here, 'iot-certificates'],
    [there, `iot-certificates-${there.accountId}-eu-west-1`],
  ] as const) {
    const journal = await readFile(`${job.temp}/${directory}/journal.jsonl`, 'utf8');
    expect(journal).toContain(`"region":"${place.region}"`);
    expect((await step(place)).outputs).toMatchObject({ 'failed-count': '0' });
    expect(place.iot.certificates()).toHaveLength(3);
  }
}, 60_000);

it.each(['per-certificate', 'bundle'])(
  'secrets that a step has written for one region are not replaced by those of another: %s',
  async (layout) => {
    const token = here.createToken({ kind: 'app', permissions: { secrets: 'write' } });
    const write = (place: Emulator, name: string): Promise<StepResult> => {
      const inputs = { deliver: 'secrets', 'github-token': token, 'secret-layout': layout, 'secret-name': name };
      return step(place, inputs, { GITHUB_API_URL: here.env.GITHUB_API_URL ?? '' });
    };
    const name = layout === 'bundle' ? 'CERTS' : 'CERT_{NAME}';
    expect((await write(here, name)).code).toBe(0);
    const before = here.secrets.all();
    const second = await write(there, name);
    const [error, ...more] = second.annotations.filter(({ level }) => level === 'error');
    expect([error?.title, ...more]).toEqual(['secret-taken']);
    expect(error?.message).toContain('in us-east-1, which an earlier step of this job has written');
    expect(there.iot.certificates()).toEqual([]);
    expect(here.secrets.all()).toEqual(before);
    // The same step again, and one with names of its own, are not in the way of each other.
    expect((await write(here, name)).code).toBe(0);
    expect((await write(there, `EU_${name}`)).code).toBe(0);
    expect(there.iot.certificates()).toHaveLength(3);
  },
);

it('two steps of a later attempt that have one artifact-name are found out before certificates exist', async () => {
  const upload = (place: Emulator): Promise<StepResult> => {
    const { ACTIONS_RUNTIME_TOKEN = '', ACTIONS_RESULTS_URL = '' } = here.env;
    return step(place, { deliver: 'artifact' }, { ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL });
  };
  expect((await upload(here)).code).toBe(0);
  for (const place of [here, there]) place.rerun();
  expect((await upload(here)).code).toBe(0);
  const second = await upload(there);
  expect(second.annotations.map(({ title }) => title)).toEqual(['artifact-name-taken']);
  expect(there.iot.certificates()).toEqual([]);
});

it('a ledger keeps the certificates of both regions', async () => {
  const ledger = { ledger: 'fleet.jsonl' };
  await step(here, ledger);
  const second = await step(there, ledger);
  expect(second.outputs).toMatchObject({ 'created-count': '3' });
  const lines = (await readFile(`${job.workspace}/fleet.jsonl`, 'utf8')).trim().split('\n');
  const certificates = lines.map((line) => JSON.parse(line)).filter(({ type }) => type === undefined);
  expect(certificates.map(({ region }) => region).sort()).toEqual([
    ...Array(3).fill('eu-west-1'),
    ...Array(3).fill('us-east-1'),
  ]);
});
