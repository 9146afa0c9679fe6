import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { RunContext } from '../runner/context.ts';
import type { Network } from '../runner/network.ts';
import type { HttpAnswer, HttpRequest } from '../runner/request.ts';
import { quietLibraries } from './toolkit-output.ts';

/** Sends a request that a library has made, and reads its answer. */
export type Send = (
  url: string,
  request: Required<Pick<HttpRequest, 'method' | 'headers'>> & Pick<HttpRequest, 'body'>,
) => Promise<HttpAnswer>;

/**
 * Has libraries of others find the proxy for `url` where they look for it, which is in this process's environment and
 * nowhere else; some look when they are loaded.
 *
 * @throws UserError `proxy` when the variable that holds for this URL names none
 */
export function exportProxies(url: URL, { proxies }: Network): void {
  for (const [variable, value] of proxies.forLibraries(url)) {
    if (value === undefined) delete process.env[variable];
    else process.env[variable] = value;
  }
}

/**
 * Makes a call of `@actions/core` or `@actions/artifact`. Each request of their HTTP client is sent by `send`: their own
 * way knows a part of what NO_PROXY can say, waits for ever for the end of an answer that is cut off, reads one of any
 * size, and cannot be cancelled. What they print reaches the log only where it tells of trouble.
 *
 * @param url of the service; what the library calls beside it, by another client, has the same scheme
 * @throws UserError `proxy`; what `call` throws
 */
export async function withToolkit<T>(
  url: URL,
  { network, context }: { readonly network: Network; readonly context: Pick<RunContext, 'debug'> },
  send: Send,
  call: () => Promise<T>,
): Promise<T> {
  exportProxies(url, network);
  replaced ??= replaceTransport(context.debug);
  await replaced;
  return sender.run(send, call);
}

/** Libraries make their clients themselves, so what belongs to one call is found by the call that it is made in. */
const sender = new AsyncLocalStorage<Send>();
let replaced: Promise<void> | undefined;

async function replaceTransport(debug: boolean): Promise<void> {
  quietLibraries(() => sender.getStore() !== undefined, debug);
  const [{ HttpClient, HttpClientResponse }, { STATUS_CODES }] = await Promise.all([
    import('@actions/http-client'),
    import('node:http'),
  ]);
  HttpClient.prototype.requestRaw = async ({ parsedUrl, options }, data: unknown) => {
    const send = sender.getStore();
    if (send === undefined) throw new Error('a request outside withToolkit');
    if (typeof data !== 'string' && data !== null) throw new TypeError('a request whose body is no text');
    const { status, headers, body } = await send(parsedUrl.href, {
      method: options.method ?? 'GET',
      headers: options.headers as OutgoingHttpHeaders,
      ...(data === null ? {} : { body: data }),
    });
    const head = { statusCode: status, statusMessage: STATUS_CODES[status], headers };
    return new HttpClientResponse(Object.assign(Readable.from([body]), head) as IncomingMessage);
  };
}
