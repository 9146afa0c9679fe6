import { readFileSync } from 'node:fs';
import type { Agent } from 'node:http';
import type { SecureContext } from 'node:tls';
import { notRead } from '../lib/file-error.ts';
import { UserError } from '../lib/user-error.ts';
import type { Environment } from './context.ts';
import { type Proxies, readProxies } from './proxies.ts';
import type { Pool, ProxyAgents } from './proxy-agents.ts';
import { type HttpAnswer, type HttpRequest, sendRequest } from './request.ts';

/** Agents as the AWS SDK's request handler takes them: made ones, or options for its own. */
export interface AwsAgents {
  readonly httpAgent: Agent | Pool;
  readonly httpsAgent: Agent | (Pool & { readonly secureContext?: SecureContext });
}

/**
 * How this process reaches the world: every request to GitHub and to AWS goes the way that is decided here. Where no
 * proxy and no CA is named nothing is loaded and Node's own agents are used.
 */
export interface Network {
  readonly proxies: Proxies;
  /**
   * Sends a request and reads its answer.
   *
   * @throws as {@link sendRequest}
   */
  request(url: string, request: HttpRequest): Promise<HttpAnswer>;
  /** The agent for a URL; undefined: Node's own. */
  agentFor(url: URL): Promise<Agent | undefined>;
  /**
   * Agents for one client of AWS.
   *
   * @throws UserError `ca-bundle` when AWS_CA_BUNDLE cannot be used
   */
  awsAgents(pool: Pool): Promise<AwsAgents>;
}

/** @param env `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, `AWS_CA_BUNDLE` and `NODE_EXTRA_CA_CERTS` are read */
export function createNetwork(env: Environment): Network {
  const proxies = readProxies(env);
  let shared: Promise<ProxyAgents> | undefined;
  let trust: Promise<SecureContext> | undefined;
  const proxyAgents = async (pool: Pool, secureContext?: SecureContext): Promise<ProxyAgents> => {
    // `debug`, by which agents report, reads this when it is loaded: it would print the proxy's password.
    delete process.env.DEBUG;
    const { createProxyAgents } = await import('./proxy-agents.ts');
    return createProxyAgents(proxies, pool, secureContext);
  };
  const agentFor = async (url: URL): Promise<Agent | undefined> => {
    if (proxies.find(url) === undefined) return undefined;
    shared ??= proxyAgents({ keepAlive: true });
    const { http, https } = await shared;
    return url.protocol === 'https:' ? https : http;
  };
  return {
    proxies,
    agentFor,
    request: (url, request) => sendRequest(new URL(url), request, agentFor),
    async awsAgents(pool) {
      const { AWS_CA_BUNDLE: bundle } = env;
      if (bundle) trust ??= trusting(bundle, env.NODE_EXTRA_CA_CERTS);
      const secureContext = await trust;
      if (proxies.any) {
        const { http, https } = await proxyAgents(pool, secureContext);
        return { httpAgent: http, httpsAgent: https };
      }
      return { httpAgent: pool, httpsAgent: secureContext === undefined ? pool : { ...pool, secureContext } };
    },
  };
}

/** Trust in the CAs of a file, beside those that Node trusts. Made once: it takes as long as many handshakes. */
async function trusting(bundle: string, extra: string | undefined): Promise<SecureContext> {
  const tls = await import('node:tls');
  const own = certificatesIn(bundle);
  // Since Node 22.15; before, what NODE_EXTRA_CA_CERTS adds has to be read once more, since Node does not give it.
  const { getCACertificates } = tls as Partial<Pick<typeof tls, 'getCACertificates'>>;
  const known = getCACertificates?.('default') ?? [
    ...tls.rootCertificates,
    ...(extra ? certificatesIn(extra, false) : []),
  ];
  try {
    return tls.createSecureContext({ ca: [...known, ...own] });
  } catch (error) {
    throw unusable(bundle, error instanceof Error ? error.message : String(error));
  }
}

/** @param isNeeded Node itself only warns of an NODE_EXTRA_CA_CERTS that it cannot read */
function certificatesIn(file: string, isNeeded = true): readonly string[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { message } = notRead(file, error);
    if (isNeeded)
      throw new UserError('ca-bundle', `The CA certificates cannot be used. ${message}`, {
        where: 'AWS_CA_BUNDLE',
        fix: FIX,
        cause: error,
      });
  }
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0 && isNeeded) throw unusable(file, 'it holds no certificate in PEM');
  return found;
}

const FIX = 'Let AWS_CA_BUNDLE name a PEM file with the certificate of the CA that signs for your proxy, or remove it.';

function unusable(file: string, reason: string): UserError {
  return new UserError('ca-bundle', `The CA certificates in ${file} cannot be used (${reason}).`, {
    where: 'AWS_CA_BUNDLE',
    fix: FIX,
  });
}
