import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, type KeySchemaElement, ScanCommand } from '@aws-sdk/client-dynamodb';
// @ts-expect-error: it has no types
import dynalite from 'dynalite';

/**
 * What becomes of a call: refused for the rate, broken, done without an answer, not allowed, never answered, answered by
 * a page of something in between (with 403, or with 200), or a batch that is answered in part.
 */
export type TroubleKind = 'throttle' | 'fail' | 'drop-answer' | 'deny' | 'hang' | 'page' | 'page-200' | 'in-part';

/** What a front does to a call: `operation` is the name of it, `n` counts the calls of that name from 1. */
export type Trouble = (operation: string, n: number) => TroubleKind | undefined;

/** An Amazon DynamoDB that others wrote (dynalite), behind a front that can make trouble. */
export interface DynamoDbServer {
  readonly origin: string;
  readonly client: DynamoDBClient;
  /** Calls that reached the front, by operation. */
  readonly calls: Readonly<Record<string, number>>;
  trouble: Trouble;
  createTable(name: string, keys?: readonly KeySchemaElement[]): Promise<void>;
  items(name: string): Promise<readonly Record<string, { S?: string; L?: { S?: string }[] }>[]>;
  close(): Promise<void>;
}

export const PK: readonly KeySchemaElement[] = [{ AttributeName: 'pk', KeyType: 'HASH' }];

export async function startDynamoDb(): Promise<DynamoDbServer> {
  const store: Server = dynalite({ createTableMs: 0 });
  const storePort = await listen(store);
  const calls: Record<string, number> = {};
  const server = {
    trouble: (() => undefined) as Trouble,
  };
  const front = createServer((incoming, outgoing) => {
    const [, operation = ''] = String(incoming.headers['x-amz-target'] ?? '').split('.');
    calls[operation] = (calls[operation] ?? 0) + 1;
    const trouble = server.trouble(operation, calls[operation] ?? 0);
    if (trouble === 'throttle') return refuse(incoming, outgoing, 400, 'ProvisionedThroughputExceededException');
    if (trouble === 'fail') return refuse(incoming, outgoing, 500, 'InternalServerError');
    if (trouble === 'deny') return refuse(incoming, outgoing, 400, 'AccessDeniedException');
    if (trouble === 'page') return sendPage(incoming, outgoing, 403);
    if (trouble === 'page-200') return sendPage(incoming, outgoing, 200);
    if (trouble === 'hang') return void incoming.resume();
    if (trouble === 'in-part' && operation === 'BatchGetItem') return void answerInPart(incoming, outgoing, storePort);
    const onward = send(
      { port: storePort, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        if (trouble === 'drop-answer') {
          answer.resume();
          answer.on('end', () => outgoing.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const port = await listen(front);
  const tables = openTables(`http://127.0.0.1:${storePort}`);
  return Object.assign(server, tables, {
    origin: `http://127.0.0.1:${port}`,
    calls,
    async close() {
      tables.client.destroy();
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await new Promise((resolve) => store.close(resolve));
    },
  });
}

/** The tables of whatever answers as Amazon DynamoDB does. */
export function openTables(endpoint: string, region = 'eu-west-1') {
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    client,
    async createTable(name: string, keys = PK) {
      await client.send(
        new CreateTableCommand({
          TableName: name,
          KeySchema: [...keys],
          AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' as const })),
          BillingMode: 'PAY_PER_REQUEST',
        }),
      );
    },
    async items(name: string) {
      const all: Record<string, { S?: string; L?: { S?: string }[] }>[] = [];
      let from: never | undefined;
      do {
        const page = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: from }));
        all.push(...((page.Items ?? []) as never[]));
        from = page.LastEvaluatedKey as never | undefined;
      } while (from !== undefined);
      return all;
    },
  };
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, status: number, type: string): void {
  incoming.resume();
  incoming.on('end', () => {
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'front' });
    outgoing.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'made by a test' }));
  });
}

function sendPage(incoming: IncomingMessage, outgoing: ServerResponse, status: number): void {
  incoming.resume();
  incoming.on('end', () => {
    outgoing.writeHead(status, { 'content-type': 'text/html' });
    outgoing.end('<html><body>Sign in to the network</body></html>');
  });
}

type Keys = Record<string, { Keys: unknown[] }>;

/** Reads half of the keys, none of a single one, and says of the others that they were not processed. */
async function answerInPart(incoming: IncomingMessage, outgoing: ServerResponse, storePort: number): Promise<void> {
  const request = JSON.parse(await textOf(incoming)) as { RequestItems: Keys };
  const [[table = '', asked = { Keys: [] }] = []] = Object.entries(request.RequestItems);
  const half = Math.floor(asked.Keys.length / 2);
  const left = { [table]: { ...asked, Keys: asked.Keys.slice(half) } };
  const answer = { Responses: { [table]: [] as unknown[] }, UnprocessedKeys: left };
  if (half > 0) {
    const body = JSON.stringify({ RequestItems: { [table]: { ...asked, Keys: asked.Keys.slice(0, half) } } });
    const onward = send({
      port: storePort,
      host: '127.0.0.1',
      method: 'POST',
      path: incoming.url,
      headers: { ...incoming.headers, 'content-length': Buffer.byteLength(body) },
    });
    onward.end(body);
    const [read] = (await once(onward, 'response')) as [IncomingMessage];
    answer.Responses = (JSON.parse(await textOf(read)) as typeof answer).Responses;
  }
  outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'front' });
  outgoing.end(JSON.stringify(answer));
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
