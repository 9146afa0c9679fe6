import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { createPrivateCa, startTlsFront } from './private-ca.ts';
import { startProxy, type TestProxy } from './proxy.ts';

/** The emulator under names that only the proxy knows, and behind TLS of CAs that only some variables name. */
export interface World {
  readonly emulator: Emulator;
  readonly proxy: TestProxy;
  /** The variables of a step, with `https:` addresses of names that are known to the proxy alone. */
  env(): Record<string, string>;
  /** The same, with addresses that this machine reaches by itself although they are not those of loopback. */
  directEnv(): Record<string, string>;
  /** PEM file of the CA of AWS's hosts. */
  readonly awsCa: string;
  /** PEM file of the CA of GitHub's hosts. */
  readonly githubCa: string;
  close(): Promise<void>;
}

/** Every host that a step asks for. */
export const HOSTS = {
  sts: 'sts.aws.test',
  iot: 'iot.aws.test',
  quotas: 'quotas.aws.test',
  oidc: 'oidc.github.test',
  api: 'api.github.test',
  results: 'results.github.test',
  storage: 'storage.github.test',
} as const;

/** Reaches loopback, and is none of its addresses. Windows does not know it. */
const UNSPECIFIED = '0.0.0.0';

/**
 * @param proxyOptions as of {@link startProxy}
 * @param storage where the storage of artifacts says that it is; given the port at which TLS for GitHub's hosts is found
 */
export async function startWorld(
  proxyOptions: Omit<Parameters<typeof startProxy>[0], 'ports'> = {},
  storage: (port: number) => string = () => `https://${HOSTS.storage}`,
): Promise<World> {
  const [aws, github] = await Promise.all([
    createPrivateCa('AWS inspection', ['*.aws.test', UNSPECIFIED]),
    createPrivateCa('GitHub inspection', ['*.github.test', UNSPECIFIED]),
  ]);
  const hub = await startTlsFront(() => origins.github, github);
  const emulator = await startEmulator({ storageOrigin: storage(hub.port), mayReadQuotas: true });
  const { env } = emulator;
  const origins = {
    iot: env.AWS_ENDPOINT_URL_IOT ?? '',
    sts: env.AWS_ENDPOINT_URL_STS ?? '',
    github: new URL(env.ACTIONS_RESULTS_URL ?? '').origin,
  };
  const [iot, sts] = await Promise.all([startTlsFront(() => origins.iot, aws), startTlsFront(() => origins.sts, aws)]);
  const fronts = { iot, sts, quotas: iot, oidc: hub, api: hub, results: hub, storage: hub };
  const plainPort = (origin: string): number => Number(new URL(origin).port);
  const ports = new Map([
    ...Object.entries(fronts).map(([name, { port }]): [string, number] => [
      `${HOSTS[name as keyof typeof HOSTS]}:443`,
      port,
    ]),
    ...Object.values(fronts).map(({ port }): [string, number] => [`${UNSPECIFIED}:${port}`, port]),
    ...(['oidc', 'api', 'results', 'storage'] as const).map((name): [string, number] => [
      `${HOSTS[name]}:80`,
      plainPort(origins.github),
    ]),
  ]);
  const proxy = await startProxy({ ports, ...proxyOptions });
  const directory = await mkdtemp(join(tmpdir(), 'ca-'));
  const awsCa = join(directory, 'aws.pem');
  const githubCa = join(directory, 'github.pem');
  await Promise.all([writeFile(awsCa, `a comment\n${aws.caPem}\n`), writeFile(githubCa, github.caPem)]);

  const at = (address: (name: keyof typeof HOSTS) => string): Record<string, string> => {
    const moved = (variable: string, name: keyof typeof HOSTS): string => {
      const { pathname, search } = new URL(emulator.env[variable] ?? '');
      return `${address(name)}${pathname === '/' ? '' : pathname}${search}`;
    };
    return {
      ...emulator.env,
      NODE_EXTRA_CA_CERTS: githubCa,
      AWS_CA_BUNDLE: awsCa,
      AWS_ENDPOINT_URL_IOT: address('iot'),
      AWS_ENDPOINT_URL_STS: address('sts'),
      AWS_ENDPOINT_URL_SERVICE_QUOTAS: address('quotas'),
      ACTIONS_ID_TOKEN_REQUEST_URL: moved('ACTIONS_ID_TOKEN_REQUEST_URL', 'oidc'),
      ACTIONS_RESULTS_URL: `${address('results')}/`,
      GITHUB_API_URL: moved('GITHUB_API_URL', 'api'),
    };
  };
  return {
    emulator,
    proxy,
    awsCa,
    githubCa,
    env: () => at((name) => `https://${HOSTS[name]}`),
    directEnv: () => at((name) => `https://${UNSPECIFIED}:${fronts[name].port}`),
    async close() {
      await Promise.all([proxy.close(), iot.close(), sts.close(), hub.close()]);
      await emulator.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
