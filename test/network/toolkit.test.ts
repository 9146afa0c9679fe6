import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type FrontAnswer, startFront } from '../e2e/front.ts';
import { type Job, type StepResult, startJob } from '../e2e/step.ts';

let emulator: Emulator;
let job: Job;
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  await job.write('csrs/device.csr', toPem(makeCsr('device')));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await job.close();
  await emulator.close();
});

function issue(
  env: Readonly<Record<string, string | undefined>> = {},
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      ...inputs,
    },
    env: { ...emulator.env, ...env },
  });
}

interface TokenService {
  readonly env: Readonly<Record<string, string>>;
  readonly asked: () => number;
}

/** Stands where the runner offers OIDC tokens, and gives an answer of its own. */
async function tokenService(answer: FrontAnswer): Promise<TokenService> {
  let asked = 0;
  const { ACTIONS_ID_TOKEN_REQUEST_URL = '' } = emulator.env;
  const front = await startFront(ACTIONS_ID_TOKEN_REQUEST_URL, () => {
    asked++;
    return answer;
  });
  open.push(front);
  const { pathname, search } = new URL(ACTIONS_ID_TOKEN_REQUEST_URL);
  return { env: { ACTIONS_ID_TOKEN_REQUEST_URL: `${front.origin}${pathname}${search}` }, asked: () => asked };
}

const errors = ({ annotations }: StepResult): string =>
  annotations
    .filter(({ level }) => level === 'error')
    .map(({ title, message }) => `${title}: ${message}`)
    .join('\n');

const json = (status: number, value: unknown): FrontAnswer => ({ status, body: JSON.stringify(value) });

describe('an OIDC token', () => {
  it('is masked before anything else could show it', async () => {
    const result = await issue();
    expect(result.code).toBe(0);
    const masked = [...result.log.matchAll(/^::add-mask::(\S+)$/gm)].map(([, secret = '']) => secret);
    const token = masked.find((secret) => secret.split('.').length === 3) ?? '';
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      aud: 'sts.amazonaws.com',
    });
    const [before = '', after = ''] = result.log.split(`::add-mask::${token}\n`);
    expect(before + after).not.toContain(token.slice(0, 40));
  });

  it.each([
    [
      'a page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in' },
      'HTTP 200, not from GitHub',
    ],
    ['a page of an error', { status: 503, body: '<html>\n::error::Busy' }, 'HTTP 503, not from GitHub'],
    ['an error', json(503, { message: 'Service Unavailable' }), 'HTTP 503'],
    ['a token that is no text', json(200, { value: { a: 1 } }), 'HTTP 200'],
  ] as const)(
    'for which %s is answered is asked for four times, and no more',
    async (_, answer, reason) => {
      const service = await tokenService(answer);
      const result = await issue(service.env);
      expect(result.code).toBe(1);
      expect(errors(result)).toContain(`id-token-failed: role-to-assume: GitHub issued no OIDC token (${reason}`);
      expect(errors(result)).toContain('It was tried 4 times');
      expect(service.asked()).toBe(4);
      expect(result.log).not.toMatch(/^::error::Busy/m);
    },
    60_000,
  );

  it('is asked for at an address that is none: that is said', async () => {
    const result = await issue({ ACTIONS_ID_TOKEN_REQUEST_URL: 'nowhere' });
    expect(result.code).toBe(1);
    expect(errors(result)).toContain('GitHub issued no OIDC token (Invalid URL)');
    expect(result.log).not.toContain('This is a bug');
  }, 60_000);
});

describe("GitHub's own libraries", () => {
  /** Names of the files of dist/ that a step has loaded. */
  async function loaded(
    env: Readonly<Record<string, string | undefined>>,
    inputs: Readonly<Record<string, string>>,
  ): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'coverage-'));
    const result = await issue({ ...env, NODE_V8_COVERAGE: directory }, inputs);
    expect(result.code, result.log).toBe(0);
    const texts = (await readdir(directory)).map((file) => readFile(join(directory, file), 'utf8'));
    const urls = (await Promise.all(texts)).flatMap((text) =>
      (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url),
    );
    await rm(directory, { recursive: true });
    return urls
      .filter((url) => url.startsWith('file:'))
      .map((url) => basename(url))
      .join('\n');
  }

  it('are loaded only by a run that needs them', async () => {
    const library = /actions|octokit|undici/;
    expect(await loaded({}, { mode: 'validate' })).not.toMatch(library);
    expect(await loaded(emulator.accessKeys, { 'role-to-assume': '' })).not.toMatch(library);
    const withRole = await loaded({}, {});
    expect(withRole).toMatch(/actions-core/);
    expect(withRole).not.toMatch(/octokit|azure/);
  });

  it.each([
    ['is not there', '/nowhere/event.json'],
    ['is no JSON', import.meta.filename],
  ])('do not mind an event that %s', async (_, event) => {
    const token = emulator.createToken({ kind: 'app', permissions: { secrets: 'write' } });
    const result = await issue(
      { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_EVENT_PATH: event },
      { deliver: 'secrets', 'github-token': token },
    );
    expect(errors(result)).toBe('');
    expect(result.code).toBe(0);
    expect(result.log).not.toContain('does not exist');
    expect(emulator.secrets.all()).toHaveLength(1);
  });
});
