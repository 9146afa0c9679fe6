import { certificateArn } from '../../aws/place.ts';
import type { Ledger } from '../ledger.ts';
import type { LedgerEntry } from '../ledger-line.ts';
import type { OtherCertificate } from '../reach.ts';
import type { LedgerTable } from './ledger-table.ts';

/** Everything in a table, as a file has it; how far it is complete the table alone knows. @throws UserError `ledger-table` */
export async function readWholeTable(table: Pick<LedgerTable, 'scan'>): Promise<Ledger> {
  const entries: LedgerEntry[] = [];
  const others: OtherCertificate[] = [];
  for await (const items of table.scan()) {
    for (const entry of items.flatMap(({ certificates }) => certificates)) {
      const { account, region, certificateId, spkiSha256 } = entry;
      if (isAdopted(entry)) others.push({ account, region, certificateId, spkiSha256 });
      else entries.push(entry);
    }
  }
  return { entries, others, horizons: [] };
}

/** What a table holds of a ledger: certificates that are none of its devices have only their id and key. */
export function entriesOf({ entries, others }: Ledger): readonly LedgerEntry[] {
  return [...others.map(adopted), ...entries];
}

/** The record of a certificate that an account held before the table was used for it. */
export function adopted({ account, region, certificateId, spkiSha256 }: OtherCertificate): LedgerEntry {
  return {
    spkiSha256,
    csrSha256: null,
    csrPath: null,
    account,
    region,
    certificateId,
    certificateArn: certificateArn({ account, region }, certificateId),
    status: null,
    issuedAt: null,
    runId: null,
    runAttempt: null,
    commit: null,
    certificatePem: null,
  };
}

function isAdopted({ csrPath, csrSha256, runId, certificatePem }: LedgerEntry): boolean {
  return csrPath === null && csrSha256 === null && runId === null && certificatePem === null;
}
