import type { DynamoDb, Item } from '../../src/aws/dynamodb.ts';
import { PARTITION_KEY } from '../../src/records/table/item.ts';
import { createLedgerTable, type LedgerTable } from '../../src/records/table/ledger-table.ts';
import { createTableTime } from '../../src/records/table/table-time.ts';
import type { SharedProcess } from './shared-process.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** A table in memory, on a virtual clock. */
export interface SimulatedTable {
  readonly items: ReadonlyMap<string, Item>;
  /**
   * The table as a process reaches it.
   *
   * @param trouble chance that a call fails, before or after it took place
   * @param signal ends every call
   */
  reach(process: SharedProcess, trouble: number, signal?: AbortSignal): LedgerTable;
}

export function createTable(clock: VirtualClock, random: () => number): SimulatedTable {
  const items = new Map<string, Item>();
  const failure = (name: string, httpStatusCode: number): Error =>
    Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
  return {
    items,
    reach(process, trouble, signal) {
      const time = createTableTime(process.clock.now, process.wall);
      const call = async <T>(make: () => T): Promise<T> => {
        const sentAt = time.mark();
        const draw = random();
        const travel = (): Promise<void> =>
          new Promise((resolve) => clock.at(clock.now() + 1 + random() * 40, resolve));
        await travel();
        if (draw < trouble / 2) {
          await process.resumed();
          throw failure('ProvisionedThroughputExceededException', 400);
        }
        let made: { readonly value: T } | { readonly error: unknown };
        try {
          made = { value: make() };
        } catch (error) {
          made = { error };
        }
        const date = Math.floor(clock.now() / 1_000) * 1_000;
        await travel();
        await process.resumed();
        // The answer is lost.
        if (draw < trouble) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
        time.observe(date, sentAt);
        if ('error' in made) throw made.error;
        return made.value;
      };
      const db: DynamoDb = {
        describe: () => call(() => ({ status: 'ACTIVE', keys: [`${PARTITION_KEY} HASH S`] })),
        read: (keys) =>
          call(() => {
            // Answers in part, too.
            const read = random() < trouble ? keys.slice(0, Math.ceil(keys.length / 2)) : keys;
            return {
              items: read.flatMap((key) => [items.get(key)].filter((item) => item !== undefined)),
              unread: keys.slice(read.length),
            };
          }),
        write: (item, condition) =>
          call(() => {
            const key = String(item[PARTITION_KEY]);
            const before = items.get(key);
            const holds =
              condition === 'absent'
                ? before === undefined
                : condition !== 'never' && before?.[condition.attribute] === condition.is;
            if (!holds) throw failure('ConditionalCheckFailedException', 400);
            items.set(key, item);
          }),
        scan: () => call(() => ({ items: [...items.values()], next: undefined })),
        close() {},
      };
      const facts = { address: 'dynamodb://fleet', arn: 'arn' };
      return createLedgerTable(db, facts, time, { clock: process.clock, signal });
    },
  };
}
