import { randomUUID } from 'node:crypto';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { mergeCertificates, type TableItem } from '../records/table/item.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';

/** Writes that nothing waits for: the journal on the disk has it already, and a claim that stays ends by itself. */
export interface Background {
  /** Gives a claim back. */
  release(item: TableItem): void;
  /** Puts a certificate in the place of the claim. @param item as it was claimed; undefined: it is to be read */
  issue(entry: LedgerEntry, item: TableItem | undefined): void;
  /** @throws UserError the first that kept a certificate from being written */
  flush(): Promise<void>;
}

export function createBackground(table: Pick<LedgerTable, 'write' | 'add'>): Background {
  const writes = new Set<Promise<void>>();
  let failure: unknown;
  const track = (write: Promise<unknown>, matters: boolean): void => {
    const tracked: Promise<void> = write
      .then(
        () => {},
        (error: unknown) => {
          if (matters) failure ??= error;
        },
      )
      .finally(() => writes.delete(tracked));
    writes.add(tracked);
  };
  return {
    release(item) {
      const released = { ...item, revision: randomUUID(), claim: undefined };
      track(table.write(released, item.revision), false);
    },
    issue(entry, item) {
      const write = async (): Promise<void> => {
        if (item !== undefined) {
          const certificates = mergeCertificates(item.certificates, [entry]);
          const issued = { ...item, revision: randomUUID(), certificates, claim: undefined };
          if (await table.write(issued, item.revision)) return;
        }
        // Somebody took the claim over, or there is none: what they wrote stays beside it.
        await table.add([entry]);
      };
      track(write(), true);
    },
    async flush() {
      await Promise.all(writes);
      if (failure !== undefined) throw failure;
    },
  };
}
