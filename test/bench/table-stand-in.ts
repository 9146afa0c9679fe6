import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Most of one answer to a Scan. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html */
const PAGE_BYTES = 1024 * 1024;

type Value = { readonly S?: string };
type Attributes = Readonly<Record<string, Value>>;

interface Request {
  readonly TableName?: string;
  readonly Item?: Attributes;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Value>>;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;
  readonly ExclusiveStartKey?: Attributes;
}

/**
 * One table of Amazon DynamoDB in memory, for measuring what uses it: dynalite takes several milliseconds of CPU time for a
 * write. It has the calls and the conditions that the product uses, in the service's wire format; a test holds its answers
 * against those of dynalite.
 *
 * @param partitionKey of the table, a text
 */
export async function startTable(partitionKey: string): Promise<{ readonly origin: string; close(): void }> {
  /** Items as they are in answers: they are read more often than written. */
  const items = new Map<string, { readonly text: string; readonly item: Attributes }>();
  const keyOf = (attributes: Attributes | undefined): string => attributes?.[partitionKey]?.S ?? '';
  const operations: Readonly<Record<string, (request: Request) => string | undefined>> = {
    DescribeTable: () =>
      JSON.stringify({
        Table: {
          TableStatus: 'ACTIVE',
          KeySchema: [{ AttributeName: partitionKey, KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: partitionKey, AttributeType: 'S' }],
        },
      }),
    BatchGetItem({ RequestItems = {} }) {
      const [[table, { Keys }] = ['', { Keys: [] }]] = Object.entries(RequestItems);
      const found = Keys.flatMap((key) => items.get(keyOf(key))?.text ?? []);
      return `{"Responses":{${JSON.stringify(table)}:[${found.join(',')}]},"UnprocessedKeys":{}}`;
    },
    PutItem(request) {
      const { Item = {} } = request;
      if (!holds(items.get(keyOf(Item))?.item, request)) return undefined;
      items.set(keyOf(Item), { text: JSON.stringify(Item), item: Item });
      return '{}';
    },
    Scan({ ExclusiveStartKey }) {
      const keys = [...items.keys()];
      const page: string[] = [];
      let bytes = 0;
      let at = ExclusiveStartKey === undefined ? 0 : keys.indexOf(keyOf(ExclusiveStartKey)) + 1;
      for (; at < keys.length && bytes < PAGE_BYTES; at++) {
        const { text = '' } = items.get(keys[at] ?? '') ?? {};
        bytes += text.length;
        page.push(text);
      }
      const last = at < keys.length ? `,"LastEvaluatedKey":{"${partitionKey}":{"S":"${keys[at - 1]}"}}` : '';
      return `{"Count":${page.length},"ScannedCount":${page.length},"Items":[${page.join(',')}]${last}}`;
    },
  };
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const [, operation = ''] = String(incoming.headers['x-amz-target']).split('.');
      const answer = operations[operation]?.(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      outgoing.writeHead(answer === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(answer ?? REFUSED);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const REFUSED = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
  message: 'The conditional request failed',
});

/** The conditions that src/aws/dynamodb.ts writes. */
function holds(before: Attributes | undefined, request: Request): boolean {
  const { ConditionExpression, ExpressionAttributeNames = {}, ExpressionAttributeValues = {} } = request;
  const was = before?.[ExpressionAttributeNames['#a'] ?? '']?.S;
  switch (ConditionExpression) {
    case undefined:
      return true;
    case 'attribute_not_exists(#a)':
      return was === undefined;
    case '#a = :was':
      return was !== undefined && was === ExpressionAttributeValues[':was']?.S;
    case 'attribute_exists(#a) AND attribute_not_exists(#a)':
      return false;
    default:
      throw new Error(`a condition that is not known here: ${ConditionExpression}`);
  }
}
