import { hostname } from 'node:os';
import type { Place } from '../aws/place.ts';
import type { Account } from '../aws/sign-in.ts';
import type { Csr } from '../csr/csr.ts';
import { forEach } from '../lib/for-each.ts';
import type { Certificate } from '../records/certificate.ts';
import type { Registered } from '../records/journal.ts';
import { entryFor } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { originOf } from '../records/origin.ts';
import { mergeCertificates, partitionKeyOf, type TableItem } from '../records/table/item.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import type { Services } from '../runner/services.ts';
import { type Claims, createClaims } from './claims.ts';

/** A ledger that several runs share, and what it says of the keys of a batch. */
export interface SharedLedger {
  readonly table: LedgerTable;
  /** By partition key. */
  readonly items: ReadonlyMap<string, TableItem>;
  /** The certificates of all of them. */
  readonly entries: readonly LedgerEntry[];
  /**
   * Tells the table what it does not know yet.
   *
   * @param issued with what the registry holds for the certificate, where that is known
   * @param pemOf the PEM of a CSR's certificate; undefined when it is not at hand
   * @throws UserError `ledger-table`
   */
  record(
    issued: readonly {
      readonly csr: Csr;
      readonly certificate: Certificate;
      readonly registered?: Registered | undefined;
    }[],
    place: Place,
    pemOf: (csr: Csr) => Promise<string | undefined>,
  ): Promise<void>;
}

/** PEMs that are read at a time. */
const WIDTH = 64;

/** Reads what a table knows of the keys of a batch. @throws UserError `ledger-table` */
export async function readShared(table: LedgerTable, csrs: readonly Csr[], place: Place): Promise<SharedLedger> {
  const { account, region } = place;
  const items = await table.read(csrs.map(({ spkiSha256 }) => ({ account, region, spkiSha256 })));
  const recorded = new Map([...items].map(([name, item]) => [name, item.certificates]));
  return {
    table,
    items,
    entries: [...items.values()].flatMap(({ certificates }) => certificates),
    async record(issued, at, pemOf) {
      const entries: LedgerEntry[] = [];
      await forEach(issued, WIDTH, async ({ csr, certificate, registered }) => {
        const entry = entryFor(csr, certificate, at, registered);
        const before = recorded.get(partitionKeyOf(entry)) ?? [];
        const after = mergeCertificates(before, [entry]);
        const hasPem = after.find(({ certificateId }) => certificateId === certificate.id)?.certificatePem != null;
        if (hasPem && JSON.stringify(after) === JSON.stringify(before)) return;
        const certificatePem = hasPem ? null : ((await pemOf(csr)) ?? null);
        entries.push({ ...entry, certificatePem });
      });
      await table.add(entries);
      for (const entry of entries) {
        const name = partitionKeyOf(entry);
        recorded.set(name, mergeCertificates(recorded.get(name) ?? [], [entry]));
      }
    },
  };
}

/** This run's claims in a shared ledger. */
export function claimIn(
  { table, items }: SharedLedger,
  run: {
    readonly account: Account;
    readonly options: { readonly requestTimeoutMs: number; readonly reissue: boolean };
  } & Pick<Services, 'context' | 'clock' | 'stop'>,
): Claims {
  const { account, context, clock, stop, options } = run;
  const { runUrl, runAttempt, runId } = context;
  const name = runUrl === undefined ? `process ${process.pid} on ${hostname()}` : `${runUrl} (attempt ${runAttempt})`;
  return createClaims({
    table,
    place: account,
    run: { name, origin: originOf(context) },
    clock,
    signal: stop,
    awsTime: account.iot.awsTime,
    requestMs: options.requestTimeoutMs,
    read: items,
    counts: (entry) => !options.reissue || (runId !== undefined && entry.runId === runId),
  });
}
