import { randomUUID } from 'node:crypto';
import { type DynamoDb, isConditionFailure, MOST_KEYS } from '../../aws/dynamodb.ts';
import type { Place } from '../../aws/place.ts';
import { visible } from '../../lib/escape.ts';
import { forEach } from '../../lib/for-each.ts';
import { UserError } from '../../lib/user-error.ts';
import type { LedgerEntry } from '../ledger-line.ts';
import {
  type Attributes,
  attributesOf,
  horizonKeyOf,
  isHorizon,
  mergeCertificates,
  PARTITION_KEY,
  parseHorizon,
  parseItem,
  partitionKeyOf,
  REVISION,
  type TableItem,
  type TableKey,
} from './item.ts';
import { createPersistently, type TableWaiting } from './table-calls.ts';
import type { RefusalFacts } from './table-refusals.ts';
import type { TableTime } from './table-time.ts';

/** A ledger that several runs share, in a table. */
export interface LedgerTable {
  /** As a person names it. */
  readonly address: string;
  readonly time: TableTime;
  /**
   * Strongly consistent; keys of which the table has no item are not in the answer.
   *
   * @returns by {@link partitionKeyOf}
   * @throws UserError `ledger-table` when it cannot be read, or an item is none of a ledger
   */
  read(keys: readonly TableKey[]): Promise<ReadonlyMap<string, TableItem>>;
  /**
   * Replaces an item, if it is still as it was read.
   *
   * @param before revision of the item that is replaced; undefined when there was none
   * @returns false when somebody else has written since. An answer that was lost is found out about.
   * @throws UserError `ledger-table` when it cannot be written, as far as is known
   */
  write(item: TableItem, before: string | undefined): Promise<boolean>;
  /** Everything in the table, in no order. @throws UserError as `read` */
  scan(): AsyncGenerator<readonly TableItem[]>;
  /**
   * Adds certificates to their keys' items, as {@link mergeCertificates} does. A claim of a key is over when one of them is
   * new to the table.
   *
   * @returns how many items were changed
   * @throws UserError as `write`
   */
  add(entries: readonly LedgerEntry[]): Promise<number>;
  /**
   * Whether every certificate of the account and region that was created before the table was used for it is in it.
   */
  isComplete(place: Place): Promise<boolean>;
  /** Takes note that it is so. @param time when the search for them began, milliseconds of AWS's clock */
  complete(place: Place, time: number): Promise<void>;
  /**
   * Makes sure that the table is one, and can be read or written, without changing anything.
   *
   * @throws UserError `ledger-table`
   */
  rehearse(use: 'read' | 'write'): Promise<void>;
  close(): void;
}

/** Calls at a time. */
const WIDTH = 32;

/** Times that an item is read again because somebody else wrote it in between. */
const CONTESTS = 20;

/** No claim ends so long after it was written: with the longest `request-timeout-seconds`, 300, it lasts 915 s. */
const MAX_CLAIM_MS = 60 * 60_000;

/** What AWS's clock for a horizon and the table's may be apart, generously: a time beyond is none that was. */
const CLOCKS_MS = 60 * 60_000;

/** Pages of a scan in a row that hold nothing: a page is of 1 MB, so that one is empty where another has been removed. */
const MAX_IDLE_PAGES = 100;

/** The key schema that the table must have: docs/infra/ledger-table.yaml makes it. */
const KEY_SCHEMA = `${PARTITION_KEY} HASH S`;

/**
 * A ledger on top of a table of Amazon DynamoDB. Every call is harmless to repeat, and is repeated with bounds.
 *
 * @param waiting its signal ends every call, each with a UserError `cancelled`
 */
export function createLedgerTable(
  db: DynamoDb,
  facts: RefusalFacts,
  time: TableTime,
  waiting: TableWaiting,
): LedgerTable {
  const persistently = createPersistently(facts, waiting);
  const { parse, parseNow, isKnown } = createParser(time, facts);
  const read = async (keys: readonly TableKey[]): Promise<ReadonlyMap<string, TableItem>> => {
    const names = [...new Set(keys.map(partitionKeyOf))];
    const found = new Map<string, TableItem>();
    const chunks = Array.from({ length: Math.ceil(names.length / MOST_KEYS) }, (_, n) =>
      names.slice(n * MOST_KEYS, (n + 1) * MOST_KEYS),
    );
    await forEach(chunks, WIDTH, async (chunk) => {
      for (const item of await readChunk(chunk, db, persistently)) {
        const parsed = parseNow(item);
        found.set(partitionKeyOf(parsed.key), parsed);
      }
    });
    return found;
  };
  const write = async (item: TableItem, before: string | undefined): Promise<boolean> => {
    const condition = before === undefined ? 'absent' : { attribute: REVISION, is: before };
    try {
      await persistently('dynamodb:PutItem', () => db.write(attributesOf(item), condition));
      return true;
    } catch (error) {
      if (!(error instanceof UserError) || !isConditionFailure(error.cause)) throw error;
      // Perhaps it was this very write that took place, at a try whose answer was lost.
      const now = (await read([item.key])).get(partitionKeyOf(item.key));
      return now?.revision === item.revision;
    }
  };
  return {
    address: facts.address,
    time,
    read,
    write,
    async *scan() {
      const places = new Set<string>();
      let from: unknown;
      let idlePages = 0;
      do {
        const start = from;
        const page = await persistently('dynamodb:Scan', () => db.scan(start));
        yield page.items.filter((item) => !isHorizon(item)).map(parse);
        from = page.next;
        idlePages = page.items.length > 0 ? 0 : idlePages + 1;
        const place = JSON.stringify(from) ?? '';
        if (places.has(place) || idlePages > MAX_IDLE_PAGES) throw endless(facts);
        places.add(place);
      } while (from !== undefined);
    },
    async isComplete(place) {
      const [item] = await readChunk([horizonKeyOf(place)], db, persistently);
      return item !== undefined && isKnown(item);
    },
    async complete(place, at) {
      const item = { [PARTITION_KEY]: horizonKeyOf(place), [REVISION]: randomUUID(), time: new Date(at).toISOString() };
      try {
        await persistently('dynamodb:PutItem', () => db.write(item, 'absent'));
      } catch (error) {
        // Another run was as far, or this one and its answer was lost.
        if (!(error instanceof UserError) || !isConditionFailure(error.cause)) throw error;
      }
    },
    add: (entries) => addAll(entries, { read, write }, facts),
    async rehearse(use) {
      const { status, keys } = await persistently('dynamodb:DescribeTable', () => db.describe());
      if (keys.length !== 1 || keys[0] !== KEY_SCHEMA) throw otherSchema(keys, facts);
      if (status !== 'ACTIVE' && status !== 'UPDATING') throw notReady(status, facts);
      await persistently('dynamodb:BatchGetItem', () => db.read(['rehearsal']));
      if (use === 'read') return;
      if (!Number.isFinite(time.earliest())) throw timeless(facts);
      await persistently('dynamodb:PutItem', async () => {
        try {
          await db.write({ [PARTITION_KEY]: 'rehearsal' }, 'never');
        } catch (error) {
          if (!isConditionFailure(error)) throw error;
        }
      });
    },
    close: db.close,
  };
}

/** Reads items. Each function throws UserError `ledger-table` for what no run has written. */
function createParser(time: Pick<TableTime, 'latest'>, facts: RefusalFacts) {
  const parse = (attributes: Attributes): TableItem => {
    const item = parseItem(attributes);
    if ('problem' in item) throw noItem(attributes, item.problem, facts);
    return item;
  };
  return {
    parse,
    /** What a run acts on: whoever believed a claim of a thousand years would wait for it. */
    parseNow(attributes: Attributes): TableItem {
      const item = parse(attributes);
      if (item.claim !== undefined && item.claim.until > time.latest() + MAX_CLAIM_MS) {
        throw noItem(attributes, 'claimUntil is later than any claim ends', facts);
      }
      return item;
    },
    /** Whether an item is a horizon. Nobody has looked at what is yet to be created. */
    isKnown(attributes: Attributes): boolean {
      const known = parseHorizon(attributes);
      if (known === undefined) return false;
      if (known > time.latest() + CLOCKS_MS) throw noItem(attributes, 'its time is yet to come', facts);
      return true;
    },
  };
}

/** Reads what the service leaves out until it is all there, or as many answers in a row bring nothing as a call is tried. */
async function readChunk(
  names: readonly string[],
  db: DynamoDb,
  persistently: <T>(action: string, call: () => Promise<T>) => Promise<T>,
): Promise<readonly Attributes[]> {
  const items: Attributes[] = [];
  let left = names;
  while (left.length > 0) {
    // An answer that brings nothing is throttling: it is asked again as any other throttled call.
    const answer = await persistently('dynamodb:BatchGetItem', async () => {
      const page = await db.read(left);
      if (page.unread.length >= left.length)
        throw Object.assign(new Error('it reads nothing'), { name: 'ThrottlingException' });
      return page;
    });
    items.push(...answer.items);
    left = answer.unread;
  }
  return items;
}

async function addAll(
  entries: readonly LedgerEntry[],
  { read, write }: Pick<LedgerTable, 'read' | 'write'>,
  facts: RefusalFacts,
): Promise<number> {
  const byKey = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const name = partitionKeyOf(entry);
    byKey.set(name, [...(byKey.get(name) ?? []), entry]);
  }
  let changed = 0;
  let left = [...byKey.values()];
  for (let contest = 0; left.length > 0; contest++) {
    if (contest === CONTESTS) throw contested(left.length, facts);
    const items = await read(left.flatMap(([first]) => first ?? []));
    const lost: LedgerEntry[][] = [];
    await forEach(left, WIDTH, async (added) => {
      const [first] = added;
      if (first === undefined) return;
      const { account, region, spkiSha256 } = first;
      const before = items.get(partitionKeyOf(first));
      const merged = mergeCertificates(before?.certificates ?? [], added);
      const isSame = JSON.stringify(merged) === JSON.stringify(before?.certificates ?? []);
      // A claim may be the one of a run that is about to ask: only a certificate that is new to the table ends it.
      if (before !== undefined && isSame) return;
      const key = { account, region, spkiSha256 };
      const isNew = merged.length > (before?.certificates.length ?? 0);
      const claim = isNew ? undefined : before?.claim;
      const item = { key, revision: randomUUID(), certificates: merged, claim };
      if (await write(item, before?.revision)) changed++;
      else lost.push(added);
    });
    left = lost;
  }
  return changed;
}

function noItem(attributes: Attributes, problem: string, { address }: RefusalFacts): UserError {
  const name = visible(String(attributes[PARTITION_KEY] ?? '')).slice(0, 200);
  return new UserError('ledger-table', `The item ${name} is not one of a ledger: ${visible(problem)}.`, {
    where: address,
    fix: 'Correct or remove the item; point-in-time recovery has what it was before. Nothing else may write into this table.',
  });
}

function endless({ address }: RefusalFacts): UserError {
  return new UserError('ledger-table', 'The answers to dynamodb:Scan have no end.', {
    where: address,
    fix: 'Check that aws-region and AWS_ENDPOINT_URL_DYNAMODB lead to AWS itself, and run the job again.',
  });
}

function contested(keys: number, { address }: RefusalFacts): UserError {
  return new UserError('ledger-table', `Other runs keep changing the same ${keys === 1 ? 'item' : 'items'}.`, {
    where: address,
    fix: 'Run the job again when the other runs have ended.',
  });
}

function otherSchema(keys: readonly string[], { address }: RefusalFacts): UserError {
  const has = visible(keys.join(', ')) || 'none';
  return new UserError('ledger-table', `The table has another key schema than a ledger (${has}).`, {
    where: address,
    fix: `Name a table whose only key attribute is ${PARTITION_KEY}, the partition key, a string: docs/infra/ledger-table.yaml makes one.`,
  });
}

function timeless({ address }: RefusalFacts): UserError {
  return new UserError(
    'ledger-table',
    'The answers of Amazon DynamoDB have no Date header, and claims need its time.',
    {
      where: address,
      fix: 'Let the proxy between the runner and Amazon DynamoDB pass the Date header, or correct the endpoint if one is set.',
    },
  );
}

function notReady(status: string, { address }: RefusalFacts): UserError {
  return new UserError('ledger-table', `The table is not ready (${visible(status)}).`, {
    where: address,
    fix: 'Wait until its status is ACTIVE, and run the job again.',
  });
}
