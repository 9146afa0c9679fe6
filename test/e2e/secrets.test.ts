import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sodium from 'libsodium-wrappers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Grant } from '../../src/emulator/github/tokens.ts';
import type { Manifest } from '../../src/records/manifest-entry.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, node24, type StepResult, startJob } from './step.ts';

const PERMISSIONS = {
  repository: { secrets: 'write' },
  dependabot: { dependabot_secrets: 'write' },
  codespaces: { codespaces_secrets: 'write' },
  environment: { environments: 'write' },
  organization: { organization_secrets: 'write', metadata: 'read' },
} as const satisfies Record<string, Grant['permissions']>;

let emulator: Emulator;
let job: Job;
/** What the token of `step` may do. */
let token: string;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  token = tokenWith({ ...PERMISSIONS.repository, actions: 'read' });
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

function tokenWith(permissions: Grant['permissions'], kind: Grant['kind'] = 'app'): string {
  return emulator.createToken({ kind, permissions });
}

interface Step {
  readonly on?: Job;
  readonly script?: 'main' | 'post';
  readonly state?: StepResult['state'];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly onStart?: Parameters<Job['run']>[0]['onStart'];
}

function step(inputs: Readonly<Record<string, string>> = {}, { on = job, env = {}, onStart, ...more }: Step = {}) {
  return on.run({
    inputs: {
      'csr-path': 'csrs/**/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'secrets',
      'github-token': token,
      ...inputs,
    },
    env: { ...emulator.env, ...env },
    ...(onStart === undefined ? {} : { onStart }),
    ...more,
  });
}

async function writeFleet(count: number, on: Job = job): Promise<void> {
  for (let device = 1; device <= count; device++) {
    await on.write(`csrs/device-${device}.csr`, fleetOf(device));
  }
}

const fleet = new Map<number, string>();

/** The same CSR for the same number, on every machine. */
function fleetOf(device: number): string {
  const csr = fleet.get(device) ?? toPem(makeCsr(`device-${device}`));
  fleet.set(device, csr);
  return csr;
}

function messagesOf({ annotations }: StepResult): string {
  return annotations.map(({ message }) => message).join('\n');
}

function manifestOf({ outputs }: StepResult): Manifest {
  return JSON.parse(readFileSync(outputs['manifest-path'] ?? '', 'utf8')) as Manifest;
}

/** The certificates in the account by their common names. */
function account(): ReadonlyMap<string, string> {
  return new Map(emulator.iot.certificates().map(({ id, pem }) => [id, pem.trim()]));
}

const secretNamed = (name: string): string | undefined =>
  emulator.secrets.all().find((secret) => secret.name === name)?.value;

/** Each entry of the manifest names the secret that holds the certificate of its id. */
function expectEachInItsSecret(result: StepResult, count: number): void {
  expect(result.log).toContain('in '); // shows the log when the step failed
  expect(result.code).toBe(0);
  const { certificates } = manifestOf(result);
  expect(certificates).toHaveLength(count);
  const pems = account();
  for (const { certificateId, secret } of certificates) {
    expect(secretNamed(secret ?? '')?.trim()).toBe(pems.get(certificateId ?? ''));
  }
  expect(new Set(certificates.map(({ secret }) => secret)).size).toBe(count);
}

describe('secrets', () => {
  it.each([
    ['repository', {}],
    ['dependabot', {}],
    ['codespaces', {}],
    ['environment', { 'secret-environment': 'production' }],
    ['organization', {}],
    ['organization', { 'secret-visibility': 'private', 'secret-organization': 'Octo-Org' }],
  ] as const)('of the %s hold one certificate each %o', async (scope, inputs) => {
    token = tokenWith(PERMISSIONS[scope], 'pat');
    await writeFleet(3);
    const result = await step({ 'secret-scope': scope, ...inputs });
    expectEachInItsSecret(result, 3);
    const secrets = emulator.secrets.all();
    expect(secrets.map((secret) => secret.scope)).toEqual([scope, scope, scope]);
    expect(secrets[0]?.name).toBe('IOT_CERT_DEVICE_X2D_1');
    if (scope === 'organization') {
      const selected = !('secret-visibility' in inputs);
      expect(secrets[0]?.visibility).toBe(selected ? 'selected' : 'private');
      expect(secrets[0]?.selectedRepositoryIds).toEqual(selected ? [456_789] : []);
    }
    expect(result.outputs['secret-count']).toBe('3');
    expect(result.summary).toContain('IOT&#95;CERT&#95;DEVICE&#95;X2D&#95;1');
    expect(emulator.artifacts.uploaded()).toHaveLength(0);
  });

  it('hold a batch as large as a repository takes, beside the artifact', async () => {
    await writeFleet(100);
    const result = await step({ deliver: 'artifact, secrets' });
    expectEachInItsSecret(result, 100);
    const [artifact] = emulator.artifacts.uploaded();
    expect(JSON.parse(String(artifact?.files().get('manifest.json'))).certificates[0].secret).toMatch(/^IOT_CERT_/);
  });

  it('hold 300 certificates as a bundle, which the documented script unpacks', async () => {
    await writeFleet(300);
    const result = await step({ 'secret-layout': 'bundle' });
    expect(result.code).toBe(0);
    const { secrets } = JSON.parse(secretNamed('IOT_CERTS_INDEX') ?? '') as { readonly secrets: readonly string[] };
    expect(emulator.secrets.all().map(({ name }) => name)).toEqual([...secrets, 'IOT_CERTS_INDEX'].sort());
    const sizes = secrets.map((name) => Buffer.byteLength(secretNamed(name) ?? ''));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(48_000);
    // As few as they fit in.
    expect(secrets).toHaveLength(Math.ceil(sizes.reduce((sum, size) => sum + size) / 48_000));

    const documentation = await readFile(join(import.meta.dirname, '../../docs/hand-over.md'), 'utf8');
    const [, script = ''] = /^ +node <<'SCRIPT'\n(.*?)\n +SCRIPT$/ms.exec(documentation) ?? [];
    expect(script).not.toBe('');
    const directory = await mkdtemp(join(tmpdir(), 'unpacked-'));
    const env = Object.fromEntries(emulator.secrets.all().map(({ name, value }) => [name, value]));
    await promisify(execFile)(node24, ['-e', script], { cwd: directory, env });
    const pems = account();
    for (const { file, certificateId, secret } of manifestOf(result).certificates) {
      expect(secrets).toContain(secret);
      expect((await readFile(join(directory, file ?? ''), 'utf8')).trim()).toBe(pems.get(certificateId ?? ''));
    }
    await rm(directory, { recursive: true });
  });

  it.each([
    ['environment', { 'secret-environment': 'production' }],
    ['organization', {}],
    ['dependabot', {}],
    ['codespaces', {}],
  ] as const)('of the %s hold a bundle, whose index is written last', async (scope, inputs) => {
    token = tokenWith(PERMISSIONS[scope], 'pat');
    await writeFleet(60);
    const result = await step({ 'secret-scope': scope, 'secret-layout': 'bundle', 'secret-name': 'line_1', ...inputs });
    expect(result.code).toBe(0);
    const secrets = emulator.secrets.all();
    expect(secrets.map(({ name }) => name)).toEqual(['LINE_1_1', 'LINE_1_2', 'LINE_1_INDEX']);
    expect(secrets.map((secret) => secret.scope)).toEqual(Array(3).fill(scope));
    const [first, second, index] = secrets.map(({ value }) => JSON.parse(value));
    expect(index).toEqual({ secrets: ['LINE_1_1', 'LINE_1_2'], certificates: 60 });
    const pems = Object.values<string>({ ...first, ...second }).map((pem) => pem.trim());
    expect(pems.sort()).toEqual([...account().values()].sort());
    expect(secrets[2]?.updatedMs).toBe(Math.max(...secrets.map(({ updatedMs }) => updatedMs)));
  });

  it('may be named for the certificate', async () => {
    await writeFleet(2);
    const result = await step({ 'secret-name': 'pem_{certificate-id}' });
    expectEachInItsSecret(result, 2);
    for (const id of account().keys()) expect(secretNamed(`PEM_${id.toUpperCase()}`)).toBeDefined();
  });

  it('of different shards share the scope', async () => {
    await writeFleet(6);
    for (const shard of ['1/2', '2/2']) {
      const result = await step({ 'secret-layout': 'bundle', shard });
      expect(result.code).toBe(0);
    }
    const entries = emulator.secrets
      .all()
      .filter(({ name }) => !name.endsWith('INDEX'))
      .flatMap(({ value }) => Object.keys(JSON.parse(value)));
    expect(entries.sort()).toEqual([1, 2, 3, 4, 5, 6].map((device) => `csrs/device-${device}.pem`));
  });

  it('and what writes them is loaded only for them', async () => {
    await writeFleet(1);
    const loaded = async (deliver: string): Promise<string> => {
      const directory = await mkdtemp(join(tmpdir(), 'coverage-'));
      const result = await step({ deliver }, { env: { NODE_V8_COVERAGE: directory } });
      expect(result.code).toBe(0);
      const text = readdirSync(directory)
        .map((file) => readFileSync(join(directory, file), 'utf8'))
        .join('');
      await rm(directory, { recursive: true });
      return text;
    };
    expect(await loaded('directory')).not.toMatch(/libsodium|octokit/);
    expect(await loaded('secrets')).toMatch(/libsodium[\s\S]*octokit|octokit[\s\S]*libsodium/);
  });
});

describe('a run that could not hand over creates nothing', () => {
  async function refusal(inputs: Readonly<Record<string, string>> = {}): Promise<string> {
    const before = emulator.secrets.all();
    const result = await step(inputs);
    expect(result.code).toBe(1);
    expect(emulator.iot.certificates()).toHaveLength(0);
    expect(emulator.secrets.all()).toEqual(before);
    return messagesOf(result);
  }

  it.each([
    ['repository', {}, 'permission-secrets: write'],
    ['environment', { 'secret-environment': 'production' }, 'permission-environments: write'],
    ['organization', {}, 'permission-organization-secrets: write'],
    ['dependabot', {}, 'permission-dependabot-secrets: write'],
    ['codespaces', {}, 'Codespaces secrets (read and write)'],
  ])("with the job's own token, for the %s", async (scope, inputs, permission) => {
    await writeFleet(1);
    const message = await refusal({ 'github-token': emulator.githubToken, 'secret-scope': scope, ...inputs });
    expect(message).toContain('GITHUB_TOKEN never may');
    expect(message).toContain('actions/create-github-app-token');
    expect(message).toContain('fine-grained personal access token');
    expect(message).toContain(permission);
  });

  it('with a token that may only read', async () => {
    await writeFleet(1);
    expect(await refusal({ 'github-token': tokenWith({ secrets: 'read' }) })).toContain('read and write');
  });

  it.each([
    ['404', 'read and write'],
    ['401', 'expired'],
  ] as const)('when GitHub answers %s to the question whether the token may write', async (kind, message) => {
    await writeFleet(1);
    emulator.rest.inject({ operation: 'PutSecret', kind });
    expect(await refusal()).toContain(message);
  });

  it.each([
    ['saml', 'secret-sso', 'Configure SSO'],
    ['ip-allow-list', 'secret-ip-allow-list', 'IP allow list'],
    ['pat-policy', 'secret-token-policy', 'does not accept tokens of this kind'],
    ['archived', 'secret-archived', 'Unarchive'],
    ['admin', 'secret-permission', 'has to be an administrator'],
    ['html-403', 'secret-not-github', 'did not come from GitHub but from something before it (HTTP 403, text/html)'],
    ['html-200', 'secret-not-github', 'did not come from GitHub but from something before it (HTTP 200, text/html)'],
  ] as const)('when GitHub refuses for the reason %s', async (kind, code, words) => {
    await writeFleet(1);
    for (const operation of ['GetSecretPublicKey', 'PutSecret'] as const) {
      emulator.rest.clearFaults();
      emulator.rest.inject({ operation, kind });
      const result = await step();
      const errors = result.annotations.filter(({ level }) => level === 'error');
      expect(errors).toMatchObject([{ title: code }]);
      expect(errors[0]?.message).toContain(words);
      expect(errors[0]?.message).not.toContain('GITHUB_TOKEN');
      expect(emulator.iot.certificates()).toHaveLength(0);
    }
  });

  it('with a personal access token that nobody has approved', async () => {
    await writeFleet(1);
    token = tokenWith({ secrets: 'read' }, 'pat');
    const message = await refusal();
    expect(message).toContain('an owner has to approve');
    expect(message).not.toContain('GITHUB_TOKEN');
  });

  it('with a token that is none, or that is not there', async () => {
    await writeFleet(1);
    expect(await refusal({ 'github-token': 'ghp_expired' })).toContain('Bad credentials');
    expect(await refusal({ 'github-token': '' })).toContain('github-token');
  });

  it.each([
    [{ 'secret-scope': 'environment', 'secret-environment': 'staging' }, 'environment staging'],
    [{ 'secret-scope': 'organization', 'secret-organization': 'elsewhere' }, 'organization elsewhere'],
    [{ 'secret-scope': 'organization', 'secret-repositories': 'elsewhere' }, 'secret-repositories'],
  ])('in a scope that is not there: %o', async (inputs, message) => {
    token = tokenWith({ ...PERMISSIONS.environment, ...PERMISSIONS.organization });
    await writeFleet(1);
    const told = await refusal(inputs);
    expect(told).toContain(message);
    // A token that may not see it gets the same answer.
    expect(told).toContain(`permission-${inputs['secret-scope']}`);
  });

  it('in a scope that has not enough room, counting what is overwritten', async () => {
    const room = 100 - 2;
    token = tokenWith({ secrets: 'write' });
    await writeFleet(2);
    expect((await step()).code).toBe(0);
    const filled = await startJob();
    // Two of these are there already.
    await writeFleet(room + 3, filled);
    const before = emulator.iot.certificates().length;
    const result = await step({}, { on: filled });
    expect(result.code).toBe(1);
    expect(messagesOf(result)).toMatch(
      /needs 99 more secrets.*holds 2 of the 100.*secret-layout: bundle.*deliver: artifact/,
    );
    expect(emulator.iot.certificates()).toHaveLength(before);
    expect(emulator.secrets.all()).toHaveLength(2);
    await filled.close();
  });

  it('in a scope that is full, where a bundle would not fit either', async () => {
    token = tokenWith({ environments: 'write' });
    const path = `${emulator.env.GITHUB_API_URL}/repos/octo-org/device-fleet/environments/production/secrets`;
    const headers = { authorization: `Bearer ${token}` };
    const { key, key_id } = (await (await fetch(`${path}/public-key`, { headers })).json()) as Record<string, string>;
    await sodium.ready;
    const box = sodium.crypto_box_seal('x', Buffer.from(key ?? '', 'base64'));
    const body = JSON.stringify({ encrypted_value: Buffer.from(box).toString('base64'), key_id });
    for (let n = 1; n <= 99; n++) await fetch(`${path}/OTHER_${n}`, { method: 'PUT', headers, body });
    await writeFleet(2);
    const scope = { 'secret-scope': 'environment', 'secret-environment': 'production' };
    for (const layout of ['per-certificate', 'bundle']) {
      const message = await refusal({ ...scope, 'secret-layout': layout });
      expect(message).toMatch(/needs 2 more secrets.*environment production.*holds 99 of the 100.*deliver: artifact/);
      expect(message).not.toContain('Set `secret-layout: bundle`');
    }
  });

  it('under names that GitHub does not take, or that are not distinct', async () => {
    await job.write('csrs/a.csr', toPem(makeCsr('a')));
    await job.write('csrs/b/A.csr', toPem(makeCsr('b')));
    expect(await refusal()).toContain('[secret-name-collision]');
    expect(await refusal({ 'secret-name': 'GITHUB_{name}' })).toContain('reserved');
    expect(await refusal({ 'secret-name': '9000_{csr-sha256}' })).toContain('[secret-name-illegal]');
    expect(await refusal({ 'secret-name': 'PEM_{serial-number}' })).toContain('{serial-number} has no value');
    expect(await refusal({ 'secret-name': 'X_{device}' })).toContain('{certificate-id}');
    expect(await refusal({ 'secret-name': 'X-{name}' })).toContain('secret-name');
    expect(await refusal({ 'secret-layout': 'bundle', 'secret-name': '{name}' })).toContain('{run-id}');
    expect(await refusal({ 'secret-environment': 'production' })).toContain('secret-scope: environment');
    expect(await refusal({ 'secret-scope': 'environment' })).toContain('secret-environment');
  });

  it.each(['{NAME}', '{name}_PEM', 'A{NAME}', 'PE_{NAME}', '{run-id}_{NAME}'])(
    'under the name %s, which a CSR could make that of any secret',
    async (name) => {
      await job.write('csrs/OTHER_1.csr', toPem(makeCsr('x')));
      const message = await refusal({ 'secret-name': name });
      expect(message).toContain('at least 4 letters');
      expect(message).toContain('IOT_CERT_{NAME}');
    },
  );

  it('when GitHub has no calls left for the token', async () => {
    await writeFleet(1);
    emulator.rest.inject({ operation: 'ListSecrets', kind: 'rate-limit' });
    const message = await refusal();
    expect(message).toContain('API rate limit exceeded');
    expect(message).not.toContain('GITHUB_TOKEN');
  });
});

describe('writing', () => {
  const killAfter =
    (count: number, signal: NodeJS.Signals): Step['onStart'] =>
    (child) => {
      const timer = setInterval(() => {
        if (emulator.secrets.all().length < count && child.exitCode === null) return;
        clearInterval(timer);
        child.kill(signal);
      }, 1);
    };

  it('goes on after errors that pass, and waits when GitHub says so', async () => {
    await writeFleet(4);
    emulator.rest.inject({ operation: 'PutSecret', kind: '502', when: [2] });
    emulator.rest.inject({ operation: 'PutSecret', kind: 'secondary-rate-limit', when: [4] });
    emulator.rest.inject({ operation: 'PutSecret', kind: 'rate-limit', when: [6] });
    const result = await step();
    expectEachInItsSecret(result, 4);
    expect(result.log).toContain('GitHub asks to wait 1 s');
  });

  it('keeps to a secondary limit that is lower than GitHub tells', async () => {
    emulator.configure({ rateLimits: { callsPerHour: 1_000, writes: [{ count: 5, seconds: 2 }] } });
    await writeFleet(12);
    const result = await step();
    expectEachInItsSecret(result, 12);
    expect(emulator.secrets.all().map(({ writes }) => writes)).toEqual(Array(12).fill(1));
  });

  it('goes on with the new key when GitHub changes it half-way', async () => {
    await writeFleet(5);
    // The first call is the probe.
    emulator.rest.inject({ operation: 'PutSecret', kind: 'rotated-key', when: [4] });
    const result = await step();
    expectEachInItsSecret(result, 5);
    expect(emulator.rest.counters.GetSecretPublicKey.calls).toBe(2);
    expect(emulator.rest.counters.PutSecret.calls).toBe(1 + 5 + 1);
  });

  it('that a key would not mend asks for none twice', async () => {
    await writeFleet(2);
    emulator.rest.inject({ operation: 'PutSecret', kind: 'rotated-key', when: (call) => call > 2 });
    const result = await step();
    expect(result.code).toBe(1);
    expect(messagesOf(result)).toContain('1 of 2 secrets are written');
    expect(emulator.rest.counters.GetSecretPublicKey.calls).toBe(2);
  });

  it('that a page swallows with status 200 does not count as done', async () => {
    await writeFleet(2);
    emulator.rest.inject({ operation: 'PutSecret', kind: 'html-200', when: [3] });
    const result = await step();
    expect(result.code).toBe(1);
    expect(messagesOf(result)).toMatch(
      /1 of 2 secrets are written.*did not come from GitHub but from something before it \(HTTP 200, text\/html\)/,
    );
    const again = await step();
    expectEachInItsSecret(again, 2);
  });

  it('that fails half-way loses nothing, says what is written, and is finished by the next attempt', async () => {
    await writeFleet(6);
    // The first call is the probe.
    emulator.rest.inject({ operation: 'PutSecret', kind: '403', when: (call) => call > 4 });
    const failed = await step({ 'set-as-active': 'after-delivery' });
    expect(failed.code).toBe(1);
    expect(messagesOf(failed)).toContain('3 of 6 secrets are written');
    expect(manifestOf(failed).certificates.filter(({ secret }) => secret !== null)).toHaveLength(3);
    expect(emulator.iot.certificates().map(({ status }) => status)).toEqual(Array(6).fill('INACTIVE'));
    const rescued = await step({}, { script: 'post', state: failed.state });
    expect(rescued.summary).toContain('3 secrets written');
    // Six certificates, the journal and the ledger.
    expect(emulator.artifacts.uploaded().at(-1)?.files().size).toBe(8);

    emulator.rest.clearFaults();
    emulator.rerun();
    const next = await startJob();
    await writeFleet(6, next);
    const result = await step({ 'set-as-active': 'after-delivery' }, { on: next });
    expectEachInItsSecret(result, 6);
    expect(result.log).toContain('3 secrets written, 3 there already');
    expect(emulator.secrets.all().map(({ writes }) => writes)).toEqual(Array(6).fill(1));
    expect(emulator.iot.certificates()).toHaveLength(6);
    await next.close();
  });

  it('that fails half-way leaves everything in the artifact that was asked for, too', async () => {
    await writeFleet(3);
    emulator.rest.inject({ operation: 'PutSecret', kind: '403', when: [3, 4] });
    const failed = await step({ deliver: 'secrets, artifact' });
    expect(failed.code).toBe(1);
    expect(messagesOf(failed)).toContain('1 of 3 secrets are written');
    const [artifact] = emulator.artifacts.uploaded();
    expect([...(artifact?.files().keys() ?? [])].filter((name) => name.endsWith('.pem'))).toHaveLength(3);
  });

  it.each(['SIGKILL', 'SIGINT'] as const)('that is ended by %s is finished on the same machine', async (signal) => {
    await writeFleet(30);
    emulator.rest.setLatency({ fixedMs: 20, jitterMs: 0 });
    const ended = await step({}, { onStart: killAfter(5, signal) });
    expect(ended.code).not.toBe(0);
    const written = emulator.secrets.all().length;
    expect(written).toBeLessThan(30);
    const result = await step();
    expectEachInItsSecret(result, 30);
    // One may have been written and not been journalled.
    const twice = emulator.secrets.all().filter(({ writes }) => writes > 1);
    expect(twice.length).toBeLessThanOrEqual(1);
    expect(emulator.iot.certificates()).toHaveLength(30);
  });

  it.each([
    ['without a time', () => undefined],
    ['of a time at which GitHub saw nothing written', () => new Date(Date.now() + 60_000).toISOString()],
    ['of the time at which another run wrote it', (journal: string) => /"time":"([^"]*)"}\n$/.exec(journal)?.[1]],
  ])('is not prevented by a planted record %s', async (_, timeIn) => {
    const [earlier, planted] = [await startJob(), await startJob()];
    const csr = toPem(makeCsr('device'));
    await earlier.write('csrs/device.csr', toPem(makeCsr('device')));
    const first = await step({}, { on: earlier });
    const [stale] = emulator.secrets.all();
    const path = /Journal: (.*)/.exec(first.log)?.[1] ?? '';
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.includes('"delivered"'));
    // GitHub's times are whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    emulator.configure({ job: { runId: 77 } });
    await planted.write('csrs/device.csr', csr);
    const directory = await step({ deliver: 'directory', 'output-directory': 'out' }, { on: planted });
    const pem = await readFile(join(planted.workspace, 'out/csrs/device.pem'), 'utf8');
    const record = JSON.parse(lines[0] ?? '{}');
    const sha256 = createHash('sha256').update(pem).digest('hex');
    const forged = { ...record, sha256, time: timeIn(`${lines[0]}\n`) };
    await appendFile(/Journal: (.*)/.exec(directory.log)?.[1] ?? '', `${JSON.stringify(forged)}\n`);
    const result = await step({ 'output-directory': 'out' }, { on: planted });
    expect(result.log).toContain('1 secret written, 0 there already');
    expect(emulator.secrets.all().map(({ value }) => value)).toEqual([pem]);
    expect(stale?.value).not.toBe(pem);
    await Promise.all([earlier.close(), planted.close()]);
  });

  it('again writes only what has changed', async () => {
    await writeFleet(3);
    await step({ 'secret-layout': 'bundle' });
    const again = await step({ 'secret-layout': 'bundle' });
    expect(again.log).toContain('0 secrets written, 2 there already');
    await writeFleet(4);
    const more = await step({ 'secret-layout': 'bundle' });
    expect(more.log).toContain('2 secrets written, 0 there already');
    expect(Object.keys(JSON.parse(secretNamed('IOT_CERTS_1') ?? ''))).toHaveLength(4);
  });
});
