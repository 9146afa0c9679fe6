import {
  type AttributeValue,
  BatchGetItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { withinTime } from '../lib/within-time.ts';
import type { AwsAgents } from '../runner/network.ts';
import { onDate } from './aws-clock.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import { limitAnswers } from './limit-answers.ts';

/** An item: texts, and lists of texts. An attribute of any other type is left out. */
export type Item = Readonly<Record<string, string | readonly string[]>>;

/** When a write takes place: nothing has this key yet, this attribute is as it was, or never (a rehearsal). */
export type Condition = 'absent' | 'never' | { readonly attribute: string; readonly is: string };

/** What a table is. */
export interface TableDescription {
  /** `ACTIVE`, `CREATING`, `UPDATING` … */
  readonly status: string;
  /** Each key attribute with its role and type: `pk HASH S`. */
  readonly keys: readonly string[];
}

/**
 * One table of Amazon DynamoDB. Each call is sent once and is harmless to repeat. All throw what the SDK throws;
 * {@link isConditionFailure} knows a write that did not take place for its condition.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html
 */
export interface DynamoDb {
  describe(): Promise<TableDescription>;
  /** Strongly consistent. @param keys at most 100 different ones. @returns those that the service left out in `unread` */
  read(keys: readonly string[]): Promise<{ readonly items: readonly Item[]; readonly unread: readonly string[] }>;
  /** Replaces the item of the same key. @param item at most 400 KB */
  write(item: Item, condition: Condition): Promise<void>;
  /** A page of all items, of at most 1 MB. @param from where the page before ended */
  scan(from: unknown): Promise<{ readonly items: readonly Item[]; readonly next: unknown }>;
  close(): void;
}

/** Keys in one BatchGetItem. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
export const MOST_KEYS = 100;

/** A call takes milliseconds; what takes longer than this is sent again. */
const TIMEOUT_MS = 5_000;

/** Sockets to keep open; more calls than this at a time wait for each other. */
export const DYNAMODB_POOL = { keepAlive: true, maxSockets: 128 } as const;

/**
 * The most that is read of one answer, bytes: a BatchGetItem has up to 16 MB of items, in which JSON escapes the quotation
 * marks and the line ends of PEMs.
 */
const MAX_ANSWER_BYTES = 48 * 1024 * 1024;

/**
 * @param partitionKey name of the attribute that is the table's key
 * @param now the clock that says when a request left, milliseconds
 * @param onAnswer called with how each answer was dated, and when its request left by `now`: milliseconds
 */
export function createDynamoDb(options: {
  readonly table: string;
  readonly region: string;
  readonly partitionKey: string;
  /** Undefined for the SDK's ambient chain. */
  readonly credentials: AwsCredentialIdentityProvider | undefined;
  readonly now: () => number;
  readonly onAnswer: (date: number, sentAt: number) => void;
  /** Made for {@link DYNAMODB_POOL}. */
  readonly agents: AwsAgents;
}): DynamoDb {
  const { table, region, partitionKey, credentials, now, onAnswer, agents } = options;
  const client = new DynamoDBClient({
    region,
    ...(credentials === undefined ? {} : { credentials }),
    // Retried by who calls, with the bounds of this product.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: TIMEOUT_MS, ...agents },
  });
  limitAnswers(client, MAX_ANSWER_BYTES);
  onDate(client, now, onAnswer);
  return {
    async describe() {
      const { Table } = await soon((signal) => client.send(new DescribeTableCommand({ TableName: table }), signal));
      const types = new Map(Table?.AttributeDefinitions?.map((one) => [one.AttributeName, one.AttributeType]));
      const keys = Table?.KeySchema?.map(
        ({ AttributeName, KeyType }) => `${AttributeName} ${KeyType} ${types.get(AttributeName)}`,
      );
      return { status: Table?.TableStatus ?? '', keys: keys ?? [] };
    },
    async read(keys) {
      const Keys = keys.map((key) => ({ [partitionKey]: { S: key } }));
      const command = new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } });
      const answer = await soon((signal) => client.send(command, signal));
      // The service names the table as it was asked; a stand-in may name it by its ARN.
      const items = Object.values(answer.Responses ?? {}).flat();
      const unread = Object.values(answer.UnprocessedKeys ?? {}).flatMap((one) => one.Keys ?? []);
      return { items: items.map(toItem), unread: unread.flatMap((key) => key[partitionKey]?.S ?? []) };
    },
    async write(item, condition) {
      const command = new PutItemCommand({
        TableName: table,
        Item: fromItem(item),
        ...written(condition, partitionKey),
      });
      await soon((signal) => client.send(command, signal));
    },
    async scan(from) {
      const command = new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        ...(from === undefined ? {} : { ExclusiveStartKey: from as Record<string, AttributeValue> }),
      });
      const answer = await soon((signal) => client.send(command, signal));
      return { items: (answer.Items ?? []).map(toItem), next: answer.LastEvaluatedKey };
    },
    close: () => client.destroy(),
  };
}

/** The SDK's own time-outs end with the answer's headers. */
function soon<T>(call: (options: { readonly abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
  return withinTime(TIMEOUT_MS, (abortSignal) => call({ abortSignal }));
}

/** Where the table of a region is really asked for. @throws UserError as `endpointOf` */
export function resolveDynamoDb(region: string): Promise<Endpoint> {
  const probe = new DynamoDBClient({ region, credentials: { accessKeyId: '-', secretAccessKey: '-' } });
  return endpointOf('Amazon DynamoDB', probe, () => probe.send(new DescribeTableCommand({ TableName: 'any' })));
}

/** True for a write that did not take place because its condition did not hold. */
export function isConditionFailure(error: unknown): boolean {
  return (error as { name?: unknown } | undefined)?.name === 'ConditionalCheckFailedException';
}

function written(condition: Condition, partitionKey: string) {
  const ExpressionAttributeNames = { '#a': condition instanceof Object ? condition.attribute : partitionKey };
  if (condition === 'absent') return { ExpressionAttributeNames, ConditionExpression: 'attribute_not_exists(#a)' };
  if (condition === 'never') {
    const never = 'attribute_exists(#a) AND attribute_not_exists(#a)';
    return { ExpressionAttributeNames, ConditionExpression: never };
  }
  return {
    ExpressionAttributeNames,
    ExpressionAttributeValues: { ':was': { S: condition.is } },
    ConditionExpression: '#a = :was',
  };
}

function toItem(attributes: Readonly<Record<string, AttributeValue>>): Item {
  const item: Record<string, string | readonly string[]> = {};
  for (const [name, { S, L }] of Object.entries(attributes)) {
    if (S !== undefined) item[name] = S;
    else if (L !== undefined) item[name] = L.flatMap((value) => value.S ?? []);
  }
  return item;
}

function fromItem(item: Item): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]): [string, AttributeValue] => [
      name,
      typeof value === 'string' ? { S: value } : { L: value.map((S) => ({ S })) },
    ]),
  );
}
