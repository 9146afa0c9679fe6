import type { Place } from '../aws/place.ts';
import { forEach } from '../lib/for-each.ts';
import { plural } from '../lib/words.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { checkPem } from '../records/read-certificate.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import { adopted } from '../records/table/whole-table.ts';
import type { Log } from '../runner/log.ts';
import { createProgress } from '../runner/progress.ts';
import { describeIfThere, type IotAccess } from './iot-access.ts';
import { createListing } from './listing.ts';
import { announceLongSearch } from './long-search.ts';

/** Certificates that are written together; a search that is cut off looks at those again that were not. */
const CHUNK = 200;

/** Describe calls under way or waiting for the pacer at a time, as in a search. */
const WIDTH = 256;

/**
 * Makes a table know all certificates that an account holds in a region, once: each is listed, looked at unless the table
 * has it, and written with its id and key. What is created later is in the table from its claim on, so that nothing has
 * to be searched again. A search that is cut off goes on where it was.
 *
 * @throws UserError when the account cannot be read, or the table not be written; the reason of a cancel
 */
export async function adopt(
  table: Pick<LedgerTable, 'isComplete' | 'complete' | 'scan' | 'add'>,
  { account, region }: Place,
  access: IotAccess<'listCertificates' | 'describeCertificate' | 'awsTime', 'list' | 'describe'>,
  log: Log,
): Promise<void> {
  const place = { account, region };
  if (await table.isComplete(place)) return;
  const begun = access.iot.awsTime();
  const listing = createListing(access);
  await listing.back(0);
  const known = new Set<string>();
  if (listing.seen.size > 0) {
    for await (const items of table.scan()) {
      for (const { certificates } of items) for (const { certificateId } of certificates) known.add(certificateId);
    }
  }
  const unknown = [...listing.seen.keys()].filter((id) => !known.has(id));
  log.info(`The shared ledger is new to this account: ${plural(unknown.length, 'certificate')} of it to look at, once`);
  announceLongSearch(unknown.length, log);
  const progress = createProgress('Looked at', unknown.length, access.clock.now, log);
  let done = 0;
  const writer = createWriter(table);
  await forEach(unknown, WIDTH, async (id) => {
    access.signal.throwIfAborted();
    const described = await describeIfThere(access, id);
    const checked = described && checkPem(described.pem);
    // It was deleted since it was listed, or its owner is not known.
    if (described !== undefined && checked !== undefined) {
      await writer.add(adopted({ ...place, certificateId: id, spkiSha256: checked.spkiSha256 }));
    }
    progress.update(++done);
  });
  await writer.end();
  await table.complete(place, begun);
}

/** Writes entries into a table while others are being looked at, a chunk at a time. */
function createWriter(table: Pick<LedgerTable, 'add'>) {
  let waiting: LedgerEntry[] = [];
  let writing: Promise<void> = Promise.resolve();
  /** Resolves when the chunk before has been written: no more than two are in memory. */
  const write = (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    const before = writing;
    writing = before.then(async () => {
      await table.add(entries);
    });
    // Whoever comes next waits for it and gets its failure.
    writing.catch(() => {});
    return before;
  };
  return {
    /** @throws what a write before has thrown */
    async add(entry: LedgerEntry): Promise<void> {
      waiting.push(entry);
      if (waiting.length >= CHUNK) await write();
    },
    async end(): Promise<void> {
      await write();
      await writing;
    },
  };
}
