import {
  BatchGetItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { seededRandom } from '../../../src/emulator/random.ts';
import { startTable } from '../../bench/table-stand-in.ts';
import { startDynamoDb } from './dynalite.ts';

const TABLE = 'fleet';

type Send = (client: DynamoDBClient) => Promise<unknown>;

/** Any of the calls that the product makes, on one of five keys. */
function drawCall(random: () => number): Send {
  const pk = { S: `key-${Math.floor(random() * 5)}` };
  const names = { '#a': random() < 0.5 ? 'pk' : 'rev' };
  const put = (condition: object): Send => {
    const Item = { pk, rev: { S: String(Math.floor(random() * 3)) }, certificates: { L: [{ S: '"line"\n' }] } };
    return (client) => client.send(new PutItemCommand({ TableName: TABLE, Item, ...condition }));
  };
  switch (Math.floor(random() * 7)) {
    case 0:
      return put({});
    case 1:
      return put({ ConditionExpression: 'attribute_not_exists(#a)', ExpressionAttributeNames: names });
    case 2: {
      const never = 'attribute_exists(#a) AND attribute_not_exists(#a)';
      return put({ ConditionExpression: never, ExpressionAttributeNames: names });
    }
    case 3: {
      const ExpressionAttributeValues = { ':was': { S: String(Math.floor(random() * 3)) } };
      return put({
        ConditionExpression: '#a = :was',
        ExpressionAttributeNames: { '#a': 'rev' },
        ExpressionAttributeValues,
      });
    }
    case 4:
      return async (client) => {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new ScanCommand({ TableName: TABLE, ConsistentRead: true }),
        );
        // In any order.
        return [LastEvaluatedKey, ...Items.map((item) => JSON.stringify(item, Object.keys(item).sort())).sort()];
      };
    case 5:
      return async (client) => {
        const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE }));
        return [Table?.TableStatus, Table?.KeySchema, Table?.AttributeDefinitions];
      };
    default: {
      const Keys = [{ pk }, { pk: { S: 'key-9' } }];
      return async (client) => {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetItemCommand({ RequestItems: { [TABLE]: { Keys, ConsistentRead: true } } }),
        );
        return [Responses, UnprocessedKeys];
      };
    }
  }
}

/** What a call comes to: its answer without what is about the connection, or the name of its failure. */
async function outcomeOf(send: Send, client: DynamoDBClient): Promise<unknown> {
  try {
    const answer = await send(client);
    return answer !== null && typeof answer === 'object' && '$metadata' in answer ? 'done' : answer;
  } catch (error) {
    return (error as Error).name;
  }
}

it('the table that benches use answers each call of the product as dynalite does', async () => {
  const [dynalite, standIn] = await Promise.all([startDynamoDb(), startTable('pk')]);
  const client = new DynamoDBClient({
    endpoint: standIn.origin,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  try {
    await dynalite.createTable(TABLE);
    const random = seededRandom(1);
    for (let call = 0; call < 400; call++) {
      const send = drawCall(random);
      expect(await outcomeOf(send, client), `call ${call}`).toEqual(await outcomeOf(send, dynalite.client));
    }
  } finally {
    client.destroy();
    standIn.close();
    await dynalite.close();
  }
});
