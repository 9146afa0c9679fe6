import { Agent, type AgentOptions, type ClientRequest } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate, type SecureContext } from 'node:tls';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { inWords } from '../lib/network-words.ts';
import { UserError } from '../lib/user-error.ts';
import type { HttpProxy, Proxies } from './proxies.ts';

/** How sockets are kept, as `node:http` has it. */
export type Pool = Pick<AgentOptions, 'keepAlive' | 'maxSockets'>;

/** For requests without TLS and with it. */
export interface ProxyAgents {
  readonly http: Agent;
  readonly https: TlsAgent;
}

/**
 * Agents that look at the host of each request and send it through its proxy, or straight to the host.
 *
 * @param secureContext for the TLS of the hosts; undefined: Node's own
 */
export function createProxyAgents(proxies: Proxies, pool: Pool, secureContext: SecureContext | undefined): ProxyAgents {
  const tls = secureContext === undefined ? {} : { secureContext };
  return {
    http: new Crossroads('http:', proxies, (proxy) => (proxy === undefined ? new Agent(pool) : new Relay(proxy, pool))),
    https: new TlsCrossroads('https:', proxies, (proxy) =>
      proxy === undefined ? new TlsAgent({ ...pool, ...tls }) : new Tunnel(proxy, pool, tls),
    ),
  };
}

/** What Node asks an agent for, when a request is made; its types leave it out. */
interface Target {
  readonly host?: string;
  readonly port?: number | string;
}

interface Requestable extends Agent {
  addRequest(request: ClientRequest, target: Target): void;
}

type Protocol = 'http:' | 'https:';

/** An agent for each way there is. */
class Ways {
  readonly #protocol: Protocol;
  readonly #proxies: Proxies;
  readonly #open: (proxy: HttpProxy | undefined) => Agent;
  readonly #agents = new Map<string | undefined, Agent>();

  constructor(...[protocol, proxies, open]: ConstructorParameters<typeof Crossroads>) {
    this.#protocol = protocol;
    this.#proxies = proxies;
    this.#open = open;
  }

  addRequest(request: ClientRequest, target: Target): void {
    const { host = '', port = '' } = target;
    const proxy = this.#proxies.find({ protocol: this.#protocol, hostname: host, port: String(port) });
    const agent = this.#agents.get(proxy?.url) ?? this.#open(proxy);
    this.#agents.set(proxy?.url, agent);
    // Without it the agents look for it in the call stack.
    const secureEndpoint = this.#protocol === 'https:';
    (agent as Requestable).addRequest(request, { ...target, ...(proxy === undefined ? {} : { secureEndpoint }) });
  }

  destroy(): void {
    for (const agent of this.#agents.values()) agent.destroy();
  }
}

class Crossroads extends Agent {
  readonly #ways: Ways;

  constructor(protocol: Protocol, proxies: Proxies, open: (proxy: HttpProxy | undefined) => Agent) {
    super({ keepAlive: true });
    this.#ways = new Ways(protocol, proxies, open);
  }

  addRequest(request: ClientRequest, target: Target): void {
    this.#ways.addRequest(request, target);
  }

  override destroy(): void {
    this.#ways.destroy();
  }
}

/** Node wants an agent of its own kind for `https:`. */
class TlsCrossroads extends TlsAgent {
  readonly #ways: Ways;

  constructor(...options: ConstructorParameters<typeof Crossroads>) {
    super({ keepAlive: true });
    this.#ways = new Ways(...options);
  }

  addRequest(request: ClientRequest, target: Target): void {
    this.#ways.addRequest(request, target);
  }

  override destroy(): void {
    this.#ways.destroy();
  }
}

type TunnelOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

interface TlsOptions {
  readonly secureContext?: SecureContext;
}

/** To a TLS host: CONNECT, then TLS with the host itself. */
class Tunnel extends HttpsProxyAgent<string> {
  readonly #via: HttpProxy;
  readonly #tls: TlsOptions;

  constructor(via: HttpProxy, pool: Pool, tls: TlsOptions) {
    super(via.url, { ...pool, headers: authorization(via) });
    this.#via = via;
    this.#tls = tls;
    this.on('proxyConnect', (answer: { readonly statusCode: number }, request: ClientRequest) => {
      // What the proxy says would otherwise pass for an answer of the host.
      if (answer.statusCode !== 200) request.destroy(refused(via, request.host, answer.statusCode));
    });
  }

  override async connect(
    request: ClientRequest,
    options: TunnelOptions,
  ): ReturnType<HttpsProxyAgent<string>['connect']> {
    try {
      return await super.connect(request, { ...options, ...this.#tls, ...identityOf(options.host) } as TunnelOptions);
    } catch (error) {
      throw unreachable(this.#via, error);
    }
  }
}

/** An address is no name that TLS could ask for, so the certificate would be looked at for `localhost`. */
function identityOf(host = '') {
  if (isIP(host) === 0) return {};
  return { checkServerIdentity: (_: string, certificate: PeerCertificate) => checkServerIdentity(host, certificate) };
}

/** To a host without TLS: the whole URL in the request line (RFC 9112, section 3.2.2). */
class Relay extends HttpProxyAgent<string> {
  readonly #via: HttpProxy;

  constructor(via: HttpProxy, pool: Pool) {
    super(via.url, { ...pool, headers: authorization(via) });
    this.#via = via;
  }

  override async connect(
    request: Parameters<HttpProxyAgent<string>['connect']>[0],
    options: TunnelOptions,
  ): ReturnType<HttpProxyAgent<string>['connect']> {
    request.prependOnceListener('response', (response) => {
      // Only a proxy answers that. Other refusals look like those of the host.
      if (response.statusCode === 407) request.destroy(refused(this.#via, request.host, 407));
    });
    try {
      return await super.connect(request, options);
    } catch (error) {
      throw unreachable(this.#via, error);
    }
  }
}

function authorization({ credentials }: HttpProxy): Record<string, string> {
  // Not within the URL, which the agents print when they are debugged.
  return credentials === undefined
    ? {}
    : { 'Proxy-Authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}

function refused({ url, variable, credentials }: HttpProxy, host: string, status: number): UserError {
  const why =
    status === 407
      ? credentials === undefined
        ? ': it asks for a user name and a password'
        : ': it does not accept the user name and password'
      : '';
  return new UserError(
    'proxy-refused',
    `The proxy ${url} of ${variable} refused to connect to ${host} (HTTP ${status})${why}.`,
    {
      where: variable,
      fix:
        status === 407
          ? `Write them as http://USER:PASSWORD@HOST:PORT, special characters percent-encoded.`
          : `Have the proxy allow ${host}, or add it to NO_PROXY if it can be reached without the proxy.`,
    },
  );
}

function unreachable({ url, variable }: HttpProxy, cause: unknown): UserError {
  const { code, message = String(cause) } = (cause ?? {}) as NodeJS.ErrnoException;
  const words = inWords(message);
  // The address is in the message already.
  const reason = words === message ? (code ?? message) : words;
  return new UserError('proxy-unreachable', `The proxy ${url} of ${variable} cannot be reached (${reason}).`, {
    where: variable,
    fix: `Correct ${variable}, or remove it where no proxy is needed.`,
    cause,
  });
}
