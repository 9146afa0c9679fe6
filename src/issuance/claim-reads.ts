import { partitionKeyOf, type TableItem, type TableKey } from '../records/table/item.ts';
import type { LedgerTable } from '../records/table/table.ts';

/** Reads of single items that come in one turn of the event loop go together in one call. */
export function createReads(table: Pick<LedgerTable, 'read'>): (key: TableKey) => Promise<TableItem | undefined> {
  let waiting: TableKey[] = [];
  let next: ReturnType<LedgerTable['read']> | undefined;
  return async (key) => {
    waiting.push(key);
    next ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      const keys = waiting;
      waiting = [];
      next = undefined;
      return table.read(keys);
    });
    return (await next).get(partitionKeyOf(key));
  };
}
