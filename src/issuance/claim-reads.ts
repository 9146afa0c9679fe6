import type { Clock } from '../lib/clock.ts';
import { partitionKeyOf, type TableItem, type TableKey } from '../records/table/item.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';

/** Reads of single items wait so long for others, milliseconds, with which they go together in one call. */
const TOGETHER_MS = 2;

/** Reads single items, those that are wanted at about the same time in one call. */
export function createReads(
  table: Pick<LedgerTable, 'read'>,
  clock: Pick<Clock, 'sleep'>,
): (key: TableKey) => Promise<TableItem | undefined> {
  let waiting: TableKey[] = [];
  let next: ReturnType<LedgerTable['read']> | undefined;
  return async (key) => {
    waiting.push(key);
    next ??= clock.sleep(TOGETHER_MS).then(() => {
      const keys = waiting;
      waiting = [];
      next = undefined;
      return table.read(keys);
    });
    return (await next).get(partitionKeyOf(key));
  };
}
