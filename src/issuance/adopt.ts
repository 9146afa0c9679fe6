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

/** Certificates that are looked at before they are written; a search that is cut off begins again after the last of them. */
const CHUNK = 200;

/** Describe calls waiting for the pacer at a time. */
const WIDTH = 32;

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
  for (let start = 0; start < unknown.length; start += CHUNK) {
    access.signal.throwIfAborted();
    const entries: LedgerEntry[] = [];
    await forEach(unknown.slice(start, start + CHUNK), WIDTH, async (id) => {
      const described = await describeIfThere(access, id);
      const checked = described && checkPem(described.pem);
      // It was deleted since it was listed, or its owner is not known.
      if (described !== undefined && checked !== undefined) {
        entries.push(adopted({ ...place, certificateId: id, spkiSha256: checked.spkiSha256 }));
      }
      progress.update(++done);
    });
    await table.add(entries);
  }
  await table.complete(place, begun);
}
