import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, type KeySchemaElement, ScanCommand } from '@aws-sdk/client-dynamodb';
// @ts-expect-error: it has no types
import dynalite from 'dynalite';

/** What a front does to a call: `operation` is the name of it, `n` counts the calls of that name from 1. */
export type Trouble = (operation: string, n: number) => 'throttle' | 'fail' | 'drop-answer' | 'deny' | undefined;

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
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${storePort}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return Object.assign(server, {
    origin: `http://127.0.0.1:${port}`,
    client,
    calls,
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
    async close() {
      client.destroy();
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await new Promise((resolve) => store.close(resolve));
    },
  });
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, status: number, type: string): void {
  incoming.resume();
  incoming.on('end', () => {
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'front' });
    outgoing.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'made by a test' }));
  });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
