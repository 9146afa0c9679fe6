import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** An HTTP proxy on loopback that knows a few hosts and notes what it is asked for. */
export interface TestProxy {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** `host:port`, one for each tunnel that was asked for and each request without one. */
  readonly log: readonly string[];
  /** Drops what was noted. */
  forget(): void;
  close(): Promise<void>;
}

/**
 * @param ports by `host:port`: the port on this machine that stands for it
 * @param refuse the status for a host; undefined lets it through
 * @param credentials `user:password` that it asks for; undefined: none
 */
export async function startProxy(options: {
  readonly ports: ReadonlyMap<string, number>;
  readonly refuse?: (host: string) => number | undefined;
  readonly credentials?: string;
}): Promise<TestProxy> {
  const { ports, refuse, credentials } = options;
  let log: string[] = [];
  const sockets = new Set<Socket>();
  const admit = (host: string, { headers }: IncomingMessage): number => {
    log.push(host);
    const wanted = `Basic ${Buffer.from(credentials ?? '').toString('base64')}`;
    if (credentials !== undefined && headers['proxy-authorization'] !== wanted) return 407;
    return refuse?.(host) ?? (ports.has(host) ? 200 : 502);
  };
  const server = createServer((incoming, response) => {
    const { host, hostname, pathname, search } = new URL(incoming.url ?? '', 'http://not-a-proxy-request');
    const place = host.includes(':') ? host : `${host}:80`;
    const status = admit(place, incoming);
    if (status !== 200) {
      response.writeHead(status).end(`The proxy does not let you through to ${hostname}`);
      return;
    }
    const onward = request(
      {
        host: '127.0.0.1',
        port: ports.get(place),
        method: incoming.method,
        path: `${pathname}${search}`,
        headers: incoming.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming: IncomingMessage, client: Socket, head: Buffer) => {
    client.on('error', () => {});
    const host = incoming.url ?? '';
    const status = admit(host, incoming);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n<no/>`);
      return;
    }
    const target = connect(ports.get(host) ?? 0, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      client.pipe(target).pipe(client);
    });
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get log() {
      return log;
    },
    forget() {
      log = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
