import { BlockList, isIP } from 'node:net';
import { keepSecret } from '../lib/redact.ts';
import { UserError } from '../lib/user-error.ts';
import type { Environment } from './context.ts';

/** An HTTP proxy, as an environment variable names it. */
export interface HttpProxy {
  /** Without user name and password: fit to be shown. */
  readonly url: string;
  /** The variable that names it, as it is written there. */
  readonly variable: string;
  /** `user:password`, decoded. */
  readonly credentials: string | undefined;
}

/** Which requests go through which proxy. */
export interface Proxies {
  /** True when a variable names a proxy at all. */
  readonly any: boolean;
  /**
   * @param url of the request; only its scheme, host and port matter
   * @throws UserError `proxy` when the variable that holds for this URL names none
   */
  find(url: Target): HttpProxy | undefined;
  /**
   * The environment variables from which libraries of others read the same thing: `@actions/artifact`'s two HTTP
   * clients know each a part of what NO_PROXY can say, and one uses any proxy for any scheme. Undefined is for a
   * variable that is not to be there. Without a proxy: none.
   *
   * @param url of the service that the library calls; what it calls beside has the same scheme
   */
  forLibraries(url: URL): ReadonlyMap<string, string | undefined>;
}

/** The part of a URL that decides. `hostname` may have the brackets of an IPv6 address; an empty `port` is the scheme's. */
export type Target = Pick<URL, 'protocol' | 'hostname' | 'port'>;

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. There is no standard; this is what curl and GitHub's runner agree
 * on, and where they do not, what leads past the proxy:
 *
 * - The lower-case name counts before the other. `HTTPS_PROXY` holds for `https:` addresses, `HTTP_PROXY` for `http:`.
 * - A proxy without a scheme is spoken to in plain HTTP.
 * - `NO_PROXY` is a list with commas or spaces: `*` for every host; a name, with or without a dot or `*.` before it, for
 *   that domain and all below; an IP address; a range such as `10.0.0.0/8`; each but a range may end with `:port`.
 * - This machine itself (`localhost`, 127.0.0.0/8, ::1) is never asked for through a proxy.
 *
 * https://everything.curl.dev/usingcurl/proxies/env.html
 * https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers
 */
export function readProxies(env: Environment): Proxies {
  const read = (name: string) => {
    const variable = [name.toLowerCase(), name].find((key) => env[key]);
    return variable === undefined ? undefined : { variable, text: env[variable] ?? '' };
  };
  const bySecurity = { 'https:': read('HTTPS_PROXY'), 'http:': read('HTTP_PROXY') };
  const ofScheme = ({ protocol }: Target) =>
    protocol === 'https:' || protocol === 'http:' ? bySecurity[protocol] : undefined;
  const exceptions = (read('NO_PROXY')?.text ?? '').split(/[\s,]+/).filter(Boolean);
  const spared = exceptions.map(exception);
  const any = Object.values(bySecurity).some((found) => found !== undefined);
  return {
    any,
    forLibraries: (url) => {
      if (!any) return new Map();
      // Libraries do not read ranges: a host that is in one is named to them.
      const direct = find(url) === undefined ? [...exceptions, url.hostname] : exceptions;
      return variablesFor(ofScheme(url)?.text, direct);
    },
    find,
  };
  function find(url: Target): HttpProxy | undefined {
    const named = ofScheme(url);
    if (named === undefined) return undefined;
    const host = url.hostname
      .toLowerCase()
      .replace(/^\[|\]$/g, '')
      .replace(/\.$/, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    if (isThisMachine(host) || spared.some((matches) => matches(host, port))) return undefined;
    return parseProxy(named.variable, named.text);
  }
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || isIn(LOOPBACK, host);
}

function isIn(list: BlockList, host: string): boolean {
  const version = isIP(host);
  return version !== 0 && list.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

type Exception = (host: string, port: string) => boolean;

/** What one entry of NO_PROXY leads past the proxy. An entry that cannot be read leads nothing past it. */
function exception(entry: string): Exception {
  if (entry === '*') return () => true;
  const range = /^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/i.exec(entry);
  if (range !== null) return inRange(range[1] ?? '', Number(range[2]));
  // An IPv6 address holds colons; with a port it stands in brackets.
  const [, name = '', onPort] =
    isIP(entry) === 6 ? [entry, entry, undefined] : (/^\[?(.*?)\]?(?::(\d{1,5}))?$/.exec(entry) ?? []);
  const domain = name
    .toLowerCase()
    .replace(/^\*?\./, '')
    .replace(/\.$/, '');
  if (domain === '') return () => false;
  if (isIP(domain) !== 0) {
    const same = inRange(domain, isIP(domain) === 6 ? 128 : 32);
    return (host, port) => same(host, port) && (onPort === undefined || onPort === port);
  }
  return (host, port) => (host === domain || host.endsWith(`.${domain}`)) && (onPort === undefined || onPort === port);
}

function inRange(address: string, bits: number): Exception {
  const version = isIP(address);
  if (version === 0 || bits > (version === 6 ? 128 : 32)) return () => false;
  const list = new BlockList();
  list.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4');
  return (host) => isIn(list, host);
}

/** @param text the proxy's URL; undefined for none */
function variablesFor(
  text: string | undefined,
  exceptions: readonly string[],
): ReadonlyMap<string, string | undefined> {
  const proxy = text === undefined || exceptions.includes('*') ? undefined : withScheme(text);
  const direct = ['localhost', '.localhost', '127.0.0.1', '[::1]', ...exceptions.flatMap(inEveryDialect)].join(',');
  const values = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, ALL_PROXY: undefined, NO_PROXY: proxy && direct };
  return new Map(
    Object.entries(values).flatMap(([name, value]) => [
      [name, value],
      [name.toLowerCase(), value],
    ]),
  );
}

/** `example.com` is only itself to some, `.example.com` only what is below; a port is not understood by all. */
function inEveryDialect(entry: string): readonly string[] {
  const name = entry.replace(/^\*?\./, '').replace(/:(80|443)$/, '');
  return isIP(name) === 6 ? [`[${name}]`] : [name, `.${name}`];
}

function withScheme(text: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
}

/** @param text may hold a password: nothing of it is repeated in an error */
function parseProxy(variable: string, text: string): HttpProxy {
  let url: URL;
  try {
    url = new URL(withScheme(text));
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new RangeError(url.protocol);
    const credentials =
      url.username === '' && url.password === ''
        ? undefined
        : `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    keepSecret(credentials?.slice(credentials.indexOf(':') + 1));
    return { url: url.origin, variable, credentials };
  } catch {
    throw new UserError('proxy', 'Its value is not the address of an HTTP proxy.', {
      where: variable,
      fix: `Write it as http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, special characters of the password percent-encoded.`,
    });
  }
}
