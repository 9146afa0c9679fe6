import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Job, type StepResult, startJob } from '../e2e/step.ts';
import { HOSTS, startWorld, type World } from './world.ts';

let world: World;
let jobs: Job[];

beforeEach(async () => {
  world = await startWorld();
  jobs = [];
});

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await world.close();
});

async function restart(...options: Parameters<typeof startWorld>): Promise<void> {
  await world.close();
  world = await startWorld(...options);
}

const CSRS = Object.fromEntries(['a', 'b'].map((name) => [`csrs/${name}.csr`, toPem(makeCsr(name))]));

/** A step on a machine of its own that creates what is missing, and hands it over in both ways there are. */
async function issue(
  env: Readonly<Record<string, string | undefined>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const job = await startJob();
  jobs.push(job);
  for (const [path, content] of Object.entries(CSRS)) await job.write(path, content);
  await job.write('ledger.jsonl', '');
  const { emulator } = world;
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'artifact, secrets',
      'secret-name': 'CERTIFICATE_{NAME}',
      // A share is of something that AWS has to be asked for.
      'requests-per-second': '100%',
      ledger: 'ledger.jsonl',
      'github-token': emulator.createToken({ kind: 'app', permissions: { secrets: 'write', actions: 'read' } }),
      ...inputs,
    },
    env,
  });
}

const messages = ({ annotations }: StepResult): string =>
  annotations
    .filter(({ title }) => title !== 'endpoint')
    .map(({ message }) => message)
    .join('\n');

/** What the proxy was asked for, each once. */
const asked = (): readonly string[] => [...new Set(world.proxy.log)].sort();

const everyHost = Object.values(HOSTS)
  .map((host) => `${host}:443`)
  .sort();

describe('a job whose network is a proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy'])('does everything through what %s names', async (variable) => {
    const result = await issue({ ...world.env(), [variable]: world.proxy.url });
    expect(messages(result)).toBe('');
    expect(result.code).toBe(0);
    expect(world.emulator.iot.certificates()).toHaveLength(2);
    expect(world.emulator.secrets.all()).toHaveLength(2);
    expect(world.emulator.artifacts.uploaded()[0]?.files().size).toBe(5);
    expect(asked()).toEqual(everyHost);
  });

  it('reads what earlier attempts left through it, too', async () => {
    const env = (): Record<string, string> => ({ ...world.env(), HTTPS_PROXY: world.proxy.url });
    // What a re-run may issue anew depends on when the run began, for which GitHub is asked.
    const inputs = { reissue: 'true' };
    expect((await issue(env(), inputs)).code).toBe(0);
    world.emulator.rerun();
    world.proxy.forget();
    const again = await issue(env(), inputs);
    expect(messages(again)).toBe('');
    expect(again.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '2' });
    expect(world.emulator.rest.counters.GetWorkflowRun.calls).toBeGreaterThan(0);
    expect(world.emulator.rest.counters.DownloadArtifact.calls).toBe(1);
    expect(asked()).toEqual(everyHost);
  });

  it('gives a user name and a password, which appear nowhere', async () => {
    await restart({ credentials: 'us@er:p@ss:w0rd' });
    const url = world.proxy.url.replace('//', '//us%40er:p%40ss%3Aw0rd@');
    const result = await issue({ ...world.env(), HTTPS_PROXY: url, DEBUG: '*', RUNNER_DEBUG: '1' });
    expect(result.code).toBe(0);
    expect(asked()).toEqual(everyHost);
    expect(`${result.log}${result.summary}`).not.toMatch(/w0rd/);
    expect(`${result.log}${result.summary}`).not.toContain(Buffer.from('us@er:p@ss:w0rd').toString('base64'));
  });

  it('asks for hosts without TLS through what HTTP_PROXY names', async () => {
    await restart({}, () => `http://${HOSTS.storage}`);
    const { AWS_ENDPOINT_URL_IOT, AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL_SERVICE_QUOTAS } = world.emulator.env;
    const plain = Object.fromEntries(
      Object.entries(world.env()).map(([name, value]) => [
        name,
        value.replace(/^https:(\/\/[a-z]+\.github\.test)/, 'http:$1'),
      ]),
    );
    const result = await issue({
      ...plain,
      AWS_ENDPOINT_URL_IOT,
      AWS_ENDPOINT_URL_STS,
      AWS_ENDPOINT_URL_SERVICE_QUOTAS,
      HTTP_PROXY: world.proxy.url,
    });
    expect(messages(result)).toBe('');
    expect(result.code).toBe(0);
    expect(asked()).toEqual(['api', 'oidc', 'results', 'storage'].map((name) => `${name}.github.test:80`));
  });

  it('is told that nothing answers there, without the password', async () => {
    const { url } = world.proxy;
    await world.proxy.close();
    const result = await issue({ ...world.env(), HTTPS_PROXY: url.replace('//', '//user:s3cret@') });
    expect(result.code).toBe(1);
    expect(messages(result)).toContain(
      `The proxy ${url} of HTTPS_PROXY cannot be reached (nothing accepts connections at ${new URL(url).host}).`,
    );
    expect(result.log).not.toContain('s3cret');
  });

  it.each([
    [407, 'it asks for a user name and a password'],
    [403, 'Have the proxy allow'],
  ])(
    'is told what the proxy refuses with %d',
    async (status, words) => {
      for (const [service, inputs] of [
        ['results', {}],
        ['api', { deliver: 'secrets' }],
        ['oidc', { deliver: 'directory' }],
        ['sts', { deliver: 'directory' }],
      ] as const) {
        await restart({ refuse: (host) => (host.startsWith(HOSTS[service]) ? status : undefined) });
        const result = await issue({ ...world.env(), HTTPS_PROXY: world.proxy.url }, inputs);
        expect(result.code).toBe(1);
        expect(messages(result)).toContain(
          `The proxy ${world.proxy.url} of HTTPS_PROXY refused to connect to ${HOSTS[service]} (HTTP ${status})`,
        );
        expect(messages(result)).toContain(words);
        expect(result.log).not.toContain('This is a bug');
      }
    },
    120_000,
  );

  it('creates nothing when the proxy refuses AWS IoT, and says so', async () => {
    await restart({ refuse: (host) => (host.startsWith(HOSTS.iot) ? 403 : undefined) });
    const result = await issue({ ...world.env(), HTTPS_PROXY: world.proxy.url });
    expect(result.code).toBe(1);
    expect(messages(result)).toContain(
      `The proxy ${world.proxy.url} of HTTPS_PROXY refused to connect to ${HOSTS.iot} (HTTP 403)`,
    );
    expect(result.outputs['created-count']).toBe('0');
  }, 120_000);

  it('is told which proxy stands between it and the storage of artifacts', async () => {
    await restart({ refuse: (host) => (host.startsWith(HOSTS.storage) ? 403 : undefined) });
    const result = await issue({ ...world.env(), HTTPS_PROXY: world.proxy.url }, { deliver: 'artifact' });
    expect(result.code).toBe(1);
    expect(messages(result)).toMatch(
      /could not be uploaded.*The proxy http:\/\/127\.0\.0\.1:\d+ of HTTPS_PROXY has to let/,
    );
  }, 120_000);

  it('is told of a variable that names no proxy', async () => {
    const result = await issue({ ...world.env(), HTTPS_PROXY: 'socks5://user:s3cret@127.0.0.1:1080' });
    expect(result.code).toBe(1);
    expect(messages(result)).toContain('HTTPS_PROXY: Its value is not the address of an HTTP proxy.');
    expect(result.log).not.toContain('s3cret');
  });
});

describe('NO_PROXY', () => {
  // An address that is not loopback's and reaches it all the same.
  it.skipIf(process.platform === 'win32').each(['0.0.0.0', '*', '0.0.0.0/8'])(
    'of %s leads everything past the proxy',
    async (exceptions) => {
      await restart({}, (port) => `https://0.0.0.0:${port}`);
      const result = await issue({ ...world.directEnv(), HTTPS_PROXY: world.proxy.url, NO_PROXY: exceptions });
      expect(messages(result)).toBe('');
      expect(result.code).toBe(0);
      expect(asked()).toEqual([]);
    },
  );

  it.skipIf(process.platform === 'win32')('without this address, everything goes through the proxy', async () => {
    const result = await issue(
      { ...world.directEnv(), HTTPS_PROXY: world.proxy.url, NO_PROXY: '0.0.0.1' },
      { deliver: 'secrets' },
    );
    expect(messages(result)).toBe('');
    expect(result.code).toBe(0);
    expect(asked().filter((host) => host.startsWith('0.0.0.0:'))).toHaveLength(3);
  });

  it('is not needed for this machine itself', async () => {
    const { emulator, proxy } = world;
    const result = await issue(
      { ...emulator.env, HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url },
      { deliver: 'secrets' },
    );
    expect(result.code).toBe(0);
    expect(asked()).toEqual([]);
  });
});

describe('AWS_CA_BUNDLE', () => {
  const through = (): Record<string, string> => ({ ...world.env(), HTTPS_PROXY: world.proxy.url });

  it('is what lets AWS be trusted behind TLS inspection', async () => {
    const { AWS_CA_BUNDLE, ...without } = through();
    expect((await issue(without, { deliver: 'directory' })).code).toBe(1);
    expect((await issue({ ...without, AWS_CA_BUNDLE }, { deliver: 'directory' })).code).toBe(0);
  }, 60_000);

  it('adds to the CAs of NODE_EXTRA_CA_CERTS', async () => {
    const env = { ...through(), NODE_EXTRA_CA_CERTS: world.awsCa, AWS_CA_BUNDLE: world.githubCa };
    // Of GitHub's services, whose CA this process does not trust, those that it needs are asked without TLS.
    const { ACTIONS_ID_TOKEN_REQUEST_URL, GITHUB_API_URL } = world.emulator.env;
    const result = await issue({ ...env, ACTIONS_ID_TOKEN_REQUEST_URL, GITHUB_API_URL }, { deliver: 'directory' });
    expect(messages(result)).toBe('');
    expect(result.code).toBe(0);
  });

  it.each([
    ['that is not there', '/nowhere/ca.pem', 'ENOENT'],
    ['without a certificate', import.meta.filename, 'it holds no certificate in PEM'],
  ])('naming a file %s ends the step before anything is created', async (_, file, words) => {
    const result = await issue({ ...through(), AWS_CA_BUNDLE: file }, { deliver: 'directory' });
    expect(result.code).toBe(1);
    expect(messages(result)).toContain(words);
    expect(messages(result)).toContain('AWS_CA_BUNDLE');
    expect(result.log).not.toContain('This is a bug');
  });
});
