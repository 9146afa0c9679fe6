import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands in front of a service and answers in its place where it wants to. */
export interface Front {
  readonly origin: string;
  close(): Promise<void>;
}

export interface FrontAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** @param answer undefined: the request goes on to `target`, with the Host header that it was signed with */
export async function startFront(
  target: string,
  answer: (request: IncomingMessage, body: string) => FrontAnswer | undefined,
): Promise<Front> {
  const { port } = new URL(target);
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const own = answer(incoming, body.toString('utf8'));
      if (own !== undefined) {
        response.writeHead(own.status, own.headers ?? {});
        response.end(own.body);
        return;
      }
      const { method, url, headers } = incoming;
      const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (result) => {
        response.writeHead(result.statusCode ?? 502, result.headers);
        result.pipe(response);
      });
      onward.on('error', () => response.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
