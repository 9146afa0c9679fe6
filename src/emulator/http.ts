import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request, read to its end, and where its answer goes. */
export interface Exchange {
  readonly method: string;
  /** As sent: percent-encoded, without the query. */
  readonly path: string;
  /** As sent, without the `?`. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly response: ServerResponse;
}

/** An answer, before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface HttpServer {
  /** `http://127.0.0.1:port`, no slash at the end. */
  readonly origin: string;
  /** Answers from now on with `handle`; what it throws is a bug here and is answered with 500. */
  serve(handle: (exchange: Exchange) => Promise<void>): void;
  close(): Promise<void>;
}

/** A block of an artifact is 8 MiB; everything else is far smaller. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/**
 * An HTTP server on loopback. It answers 503 until it is told how to serve.
 *
 * @param date what its `Date` header says, milliseconds since 1970
 * @param port 0: one that the operating system chooses
 * @throws Error of `listen` when the port cannot be had
 */
export async function startServer(date: () => number, port = 0): Promise<HttpServer> {
  let handle = async ({ response }: Exchange): Promise<void> => send(response, { status: 503 });
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(date()).toUTCString());
    readBody(request, (body) => {
      if (body === undefined) {
        send(response, { status: 413, headers: { connection: 'close' } });
        return;
      }
      const target = request.url ?? '/';
      const mark = target.indexOf('?');
      const exchange: Exchange = {
        method: request.method ?? 'GET',
        path: mark < 0 ? target : target.slice(0, mark),
        query: mark < 0 ? '' : target.slice(mark + 1),
        headers: request.headers,
        body,
        response,
      };
      handle(exchange).catch((error: unknown) => {
        const text = error instanceof Error ? error.stack : String(error);
        send(response, { status: 500, body: `The emulator has a bug: ${text}\n` });
      });
    });
  });
  // Node's 5 s close idle connections just when a paced client comes back for one: a reset that no test asked for.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${taken}`,
    serve(handler) {
      handle = handler;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readBody(request: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  });
  request.on('end', () => done(length <= MAX_BODY_BYTES ? Buffer.concat(chunks, length) : undefined));
  // A client that goes away in mid-request needs no answer.
  request.on('error', () => {});
}

/** Sends `reply`; a client that is gone already misses it. */
export function send(response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(reply.status, headersOf(reply));
  response.end(reply.body);
}

/** Sends the head and half of the body of `reply`, then cuts the connection. */
export function sendTorn(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  const body = Buffer.from(reply.body ?? '');
  response.writeHead(reply.status, headersOf(reply));
  response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
}

/** Sends a page in place of an answer, as what stands between client and service does: without the service's headers. */
export function sendStrange(response: ServerResponse, status: number): void {
  if (response.destroyed) return;
  for (const name of response.getHeaderNames()) if (name.startsWith('x-')) response.removeHeader(name);
  const body = '<!DOCTYPE html><html><body><h1>Access to this site is restricted</h1></body></html>';
  send(response, { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
}

/** Bytes a second of an answer that never ends. */
const DRIPS_PER_SECOND = 20;

/** Sends the head of `reply`, then a blank now and then, for as long as the client listens. JSON and XML begin so, too. */
export function sendDripping(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  response.writeHead(reply.status, { ...reply.headers });
  const timer = setInterval(() => response.write(' '), 1_000 / DRIPS_PER_SECOND);
  response.once('close', () => clearInterval(timer));
}

const HUGE_BYTES = 1024 * 1024 * 1024;

/** Sends `reply` after 1 GB of blanks, as fast as the client takes them. */
export function sendHuge(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  response.writeHead(reply.status, { ...reply.headers });
  const blanks = Buffer.alloc(1024 * 1024, ' ');
  let left = HUGE_BYTES / blanks.length;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left--;
      if (!response.write(blanks)) {
        response.once('drain', more);
        return;
      }
    }
    if (!response.destroyed) response.end(reply.body);
  };
  more();
}

/** Cuts the connection with a TCP reset, without a word. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function headersOf({ headers, body, status }: Reply): Record<string, string | number> {
  return status === 204 ? { ...headers } : { ...headers, 'content-length': Buffer.byteLength(body ?? '') };
}

/** `application/json` of any plain value. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}
