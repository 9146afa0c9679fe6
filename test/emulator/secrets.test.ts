import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import sodium from 'libsodium-wrappers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Grant } from '../../src/emulator/github/tokens.ts';
import { find } from './programs.ts';

const ALL = {
  metadata: 'read',
  secrets: 'write',
  environments: 'write',
  organization_secrets: 'write',
  dependabot_secrets: 'write',
  codespaces_secrets: 'write',
} as const;

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(() => emulator.close());

function octokitWith(permissions: Grant['permissions'], kind: Grant['kind'] = 'app') {
  const baseUrl = emulator.env.GITHUB_API_URL ?? '';
  return getOctokit(emulator.createToken({ kind, permissions }), { baseUrl });
}

type Octokit = ReturnType<typeof octokitWith>;

async function seal(octokit: Octokit, path: string, value: string) {
  const { data } = await octokit.request(`GET ${path}/public-key`);
  await sodium.ready;
  const box = sodium.crypto_box_seal(value, sodium.from_base64(data.key, sodium.base64_variants.ORIGINAL));
  return { encrypted_value: Buffer.from(box).toString('base64'), key_id: data.key_id };
}

async function put(octokit: Octokit, path: string, name: string, value: string, more = {}) {
  return octokit.request(`PUT ${path}/${name}`, { ...(await seal(octokit, path, value)), ...more });
}

const REPOSITORY = '/repos/octo-org/device-fleet/actions/secrets';

describe('secrets', () => {
  it.each([
    ['repository', REPOSITORY, {}],
    ['dependabot', '/repos/octo-org/device-fleet/dependabot/secrets', {}],
    ['codespaces', '/repos/octo-org/device-fleet/codespaces/secrets', {}],
    ['environment', '/repos/octo-org/device-fleet/environments/production/secrets', {}],
    ['organization', '/orgs/octo-org/actions/secrets', { visibility: 'private' }],
  ])('of the %s are taken from Octokit, opened and kept', async (scope, path, more) => {
    const octokit = octokitWith(ALL);
    expect((await put(octokit, path, 'pem', 'one', more)).status).toBe(201);
    expect((await put(octokit, path, 'PEM', 'two', more)).status).toBe(204);
    expect(emulator.secrets.all()).toMatchObject([{ scope, name: 'PEM', value: 'two', writes: 2 }]);
    const { data } = await octokit.request(`GET ${path}`);
    expect(data).toMatchObject({ total_count: 1, secrets: [{ name: 'PEM' }] });
    await octokit.request(`DELETE ${path}/pem`);
    await expect(octokit.request(`GET ${path}/pem`)).rejects.toMatchObject({ status: 404 });
  });

  it('are listed page by page', async () => {
    const octokit = octokitWith(ALL);
    const sealed = await seal(octokit, REPOSITORY, 'x');
    for (let n = 0; n < 7; n++) await octokit.request(`PUT ${REPOSITORY}/S${n}`, sealed);
    const all = await octokit.paginate(octokit.rest.actions.listRepoSecrets, {
      owner: 'octo-org',
      repo: 'device-fleet',
      per_page: 3,
    });
    expect(all.map(({ name }) => name)).toEqual(['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6']);
  });

  it.each([
    ['a digit first', '1PEM', {}, 'alphanumeric'],
    ['a hyphen', 'A-B', {}, 'alphanumeric'],
    ['a reserved name', 'github_pem', {}, 'GITHUB_'],
    ['another key', 'PEM', { key_id: '1' }, 'key_id'],
    ['no sealed box', 'PEM', { encrypted_value: Buffer.from('x'.repeat(100)).toString('base64') }, 'sealed box'],
    ['no base64', 'PEM', { encrypted_value: '-' }, 'does not match'],
  ])('are refused for %s', async (_, name, changes, message) => {
    const octokit = octokitWith(ALL);
    await expect(put(octokit, REPOSITORY, name, 'x', changes)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(message),
    });
    expect(emulator.secrets.all()).toEqual([]);
  });

  it('are refused above 48 KB, and above 100', async () => {
    const octokit = octokitWith(ALL);
    await expect(put(octokit, REPOSITORY, 'BIG', 'x'.repeat(49_153))).rejects.toMatchObject({ status: 422 });
    await put(octokit, REPOSITORY, 'BIG', 'x'.repeat(49_152));
    const sealed = await seal(octokit, REPOSITORY, 'x');
    for (let n = 1; n < 100; n++) await octokit.request(`PUT ${REPOSITORY}/S${n}`, sealed);
    await expect(octokit.request(`PUT ${REPOSITORY}/S100`, sealed)).rejects.toMatchObject({ status: 422 });
    expect((await octokit.request(`PUT ${REPOSITORY}/S99`, sealed)).status).toBe(204);
  });

  it('are for tokens that may have them', async () => {
    const path = `GET ${REPOSITORY}/public-key`;
    const job = getOctokit(emulator.githubToken, { baseUrl: emulator.env.GITHUB_API_URL ?? '' });
    await expect(job.request(path)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    await expect(octokitWith({}, 'pat').request(path)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('personal access token'),
    });
    const reader = octokitWith({ secrets: 'read' });
    await reader.request(path);
    await expect(put(reader, REPOSITORY, 'PEM', 'x')).rejects.toMatchObject({ status: 403 });
    const baseUrl = emulator.env.GITHUB_API_URL ?? '';
    await expect(getOctokit('ghs_nobody', { baseUrl }).request(path)).rejects.toMatchObject({ status: 401 });
  });

  it.each([
    'GET /repos/octo-org/elsewhere/actions/secrets/public-key',
    'GET /orgs/elsewhere/actions/secrets/public-key',
    'GET /repos/octo-org/device-fleet/environments/staging/secrets/public-key',
  ])('are not found elsewhere: %s', async (path) => {
    await expect(octokitWith(ALL).request(path)).rejects.toMatchObject({ status: 404 });
  });

  it('are read back and tokens are made by other processes', async () => {
    const made = await fetch(`${emulator.controlUrl}tokens`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'pat', permissions: { secrets: 'write' } }),
    });
    const { token } = (await made.json()) as { readonly token: string };
    await put(getOctokit(token, { baseUrl: emulator.env.GITHUB_API_URL ?? '' }), REPOSITORY, 'PEM', 'value');
    const secrets = await (await fetch(`${emulator.controlUrl}secrets`)).json();
    expect(secrets).toMatchObject([{ scope: 'repository', name: 'PEM', value: 'value' }]);
  });
});

describe('rate limits', () => {
  it('are none unless they are set', async () => {
    const octokit = octokitWith(ALL);
    await expect(octokit.request('GET /rate_limit')).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('Rate limiting is not enabled'),
    });
  });

  it('stop a token that has used up its hour', async () => {
    emulator.configure({ rateLimits: { callsPerHour: 2, writes: [] } });
    const octokit = octokitWith(ALL);
    await octokit.request(`GET ${REPOSITORY}`);
    const { headers } = await octokit.request(`GET ${REPOSITORY}`);
    expect(headers).toMatchObject({ 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0' });
    await expect(octokit.request(`GET ${REPOSITORY}`)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('API rate limit exceeded'),
    });
    const { data } = await octokit.request('GET /rate_limit');
    expect(data.rate).toMatchObject({ limit: 2, remaining: 0 });
  });

  it('stop writes that come too fast, and say when to come again', async () => {
    emulator.configure({ rateLimits: { callsPerHour: 100, writes: [{ count: 2, seconds: 1 }] } });
    const octokit = octokitWith(ALL);
    const sealed = await seal(octokit, REPOSITORY, 'x');
    const write = () => octokit.request(`PUT ${REPOSITORY}/PEM`, sealed);
    await write();
    await write();
    await expect(write()).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('secondary rate limit'),
      response: { headers: { 'retry-after': '1' } },
    });
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    await write();
  });
});

const gh = find('gh', ['--version']);

describe.runIf(gh !== undefined && process.platform !== 'win32')("GitHub's command-line tool", () => {
  // gh speaks to https://api.github.com alone, but over a Unix socket when it is told of one, and there without TLS.
  async function setSecret(...args: readonly string[]): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), 'gh-'));
    const socket = join(directory, 'socket');
    const api = new URL(emulator.env.GITHUB_API_URL ?? '');
    const proxy = createServer((from, to) => {
      const { method, headers, url } = from;
      const onward = request(
        { host: api.hostname, port: api.port, path: `${api.pathname}${url}`, method, headers },
        (answer) => {
          to.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(to);
        },
      );
      from.pipe(onward);
    });
    await new Promise<void>((resolve) => {
      proxy.listen(socket, resolve);
    });
    await writeFile(join(directory, 'config.yml'), `http_unix_socket: ${socket}\n`);
    try {
      await promisify(execFile)('gh', ['secret', 'set', ...args], {
        cwd: directory,
        env: {
          PATH: process.env.PATH,
          GH_CONFIG_DIR: directory,
          GH_TOKEN: emulator.createToken({ kind: 'pat', permissions: ALL }),
          GH_NO_UPDATE_NOTIFIER: '1',
        },
      });
    } finally {
      await new Promise((resolve) => {
        proxy.close(resolve);
        proxy.closeAllConnections();
      });
      await rm(directory, { recursive: true, force: true });
    }
  }

  it.each([
    ['repository', ['--repo', 'octo-org/device-fleet']],
    ['dependabot', ['--repo', 'octo-org/device-fleet', '--app', 'dependabot']],
    ['codespaces', ['--repo', 'octo-org/device-fleet', '--app', 'codespaces']],
    ['environment', ['--repo', 'octo-org/device-fleet', '--env', 'production']],
    ['organization', ['--org', 'octo-org', '--visibility', 'all']],
  ])('sets a secret of the %s', async (scope, where) => {
    await setSecret('PEM', '--body', 'from gh', ...where);
    expect(emulator.secrets.all()).toMatchObject([{ scope, name: 'PEM', value: 'from gh' }]);
  });
});
