import type { Agent, ClientRequest, IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { limitBytes, TooLargeError } from '../lib/limit-bytes.ts';
import { withinTime } from '../lib/within-time.ts';

/** A request, and what its answer may cost. */
export interface HttpRequest {
  /** Default GET. */
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
  /** From sending it to the last byte of its answer, milliseconds. */
  readonly timeoutMs: number;
  /** The most that its answer may hold, bytes. */
  readonly maxBytes: number;
  /** Ends it early. */
  readonly signal?: AbortSignal | undefined;
  /** Follow redirects, as is the default. */
  readonly redirect?: 'follow' | 'manual';
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** GitHub redirects once, when a repository was renamed. */
const MAX_REDIRECTS = 5;

/**
 * Sends a request and reads its answer, within a time and a size. An error status is an answer, not an error.
 *
 * @param agentFor the agent for a URL; undefined: Node's own
 * @throws Error as Node's sockets do; `TimeoutError`, {@link TooLargeError}, UserError of a proxy
 */
export async function sendRequest(
  url: URL,
  request: HttpRequest,
  agentFor: (url: URL) => Promise<Agent | undefined>,
): Promise<HttpAnswer> {
  const follow = async (signal: AbortSignal): Promise<HttpAnswer> => {
    let place = url;
    let { headers = {} } = request;
    for (let redirects = 0; ; redirects++) {
      const response = await answerOf(place, { ...request, headers, signal }, await agentFor(place));
      const next = request.redirect === 'manual' ? undefined : redirectOf(response, request.method, place);
      if (next === undefined || redirects === MAX_REDIRECTS) {
        return {
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: await collect(response, request.maxBytes),
        };
      }
      response.destroy();
      // A token is for the host that it was meant for.
      if (next.origin !== place.origin) headers = without(headers, 'authorization');
      place = next;
    }
  };
  return withinTime(request.timeoutMs, follow, request.signal);
}

/** Resolves with the head of an answer; its body is still to be read. */
export async function answerOf(
  url: URL,
  { method = 'GET', headers, body, signal }: Pick<HttpRequest, 'method' | 'headers' | 'body' | 'signal'>,
  agent: Agent | undefined,
): Promise<IncomingMessage> {
  const { request } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request(
      url,
      {
        method,
        headers: { 'user-agent': 'create-aws-iot-certificates-from-csrs', ...headers },
        ...(agent === undefined ? {} : { agent }),
        ...(signal === undefined ? {} : { signal }),
      },
      resolve,
    );
    sent.once('error', reject);
    // A body of known length, so that Node need not send it in chunks.
    sent.end(body);
  });
}

/** @throws TooLargeError */
export async function collect(body: Readable, maxBytes: number): Promise<Buffer> {
  const length = Number((body as Partial<IncomingMessage>).headers?.['content-length']);
  if (length > maxBytes) {
    body.destroy();
    throw new TooLargeError(maxBytes);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of limitBytes(body, maxBytes)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function redirectOf(
  { statusCode = 0, headers }: IncomingMessage,
  method: string | undefined,
  from: URL,
): URL | undefined {
  const isRead = method === undefined || method === 'GET' || method === 'HEAD';
  const isRedirect = isRead ? [301, 302, 303, 307, 308].includes(statusCode) : [307, 308].includes(statusCode);
  if (!isRedirect || headers.location === undefined || !URL.canParse(headers.location, from.href)) return undefined;
  const to = new URL(headers.location, from);
  const isSafe = to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:');
  return isSafe ? to : undefined;
}

function without(headers: OutgoingHttpHeaders, name: string): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key.toLowerCase() !== name));
}
