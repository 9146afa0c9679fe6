import { createDynamoDb, DYNAMODB_POOL, resolveDynamoDb } from '../../aws/dynamodb.ts';
import { partitionOf } from '../../aws/place.ts';
import { type Account, warnOfForeign } from '../../aws/sign-in.ts';
import type { Services } from '../../runner/services.ts';
import { addressText, type TableAddress, tableArn } from './address.ts';
import { PARTITION_KEY } from './item.ts';
import { createLedgerTable, type LedgerTable } from './ledger-table.ts';
import { createTableTime } from './table-time.ts';

/**
 * Opens a table, and makes sure that it is a ledger that can be read, or written. Changes nothing. When `stop` is aborted,
 * every call of it ends.
 *
 * @param account whose credentials reach it
 * @param use whether it will be written
 * @throws UserError `ledger-table` when it is not; `endpoint-plain-http` when it would be asked in the clear; `cancelled`
 */
export async function openLedgerTable(
  address: TableAddress,
  account: Pick<Account, 'account' | 'region' | 'credentials'>,
  use: 'read' | 'write',
  { clock, log, network, stop }: Pick<Services, 'clock' | 'log' | 'network' | 'stop'>,
): Promise<LedgerTable> {
  const region = address.region ?? account.region;
  const endpoint = await resolveDynamoDb(region);
  log.info(`Ledger: ${addressText(address)}, Amazon DynamoDB at ${endpoint.origin}`);
  warnOfForeign([endpoint], log);
  const time = createTableTime(clock.now, Date.now);
  const db = createDynamoDb({
    table: address.table,
    region,
    partitionKey: PARTITION_KEY,
    credentials: account.credentials,
    now: time.mark,
    onAnswer: time.observe,
    agents: await network.awsAgents(DYNAMODB_POOL),
  });
  const facts = {
    address: addressText(address),
    arn: tableArn(address, { account: account.account, region, partition: partitionOf(region) }),
  };
  const table = createLedgerTable(db, facts, time, { clock, signal: stop, report: log.info });
  try {
    await table.rehearse(use);
  } catch (error) {
    table.close();
    throw error;
  }
  return table;
}
