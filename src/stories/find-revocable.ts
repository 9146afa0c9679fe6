import { isSamePlace } from '../aws/place.ts';
import type { Account } from '../aws/sign-in.ts';
import { createWorkerPool } from '../csr/threads/worker-pool.ts';
import type { IotAccess } from '../issuance/iot-access.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { type Found, findSelected } from '../revocation/find-selected.ts';
import type { RevocationRow } from '../revocation/revocation.ts';
import { select } from '../revocation/select.ts';
import { needsRecords, type Selection } from '../revocation/selection.ts';
import { createProgress, type Progress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';

/** What is looked through. */
export interface Searched {
  /** All of the ledger. */
  readonly entries: readonly LedgerEntry[];
  /** The ledger as a user names it; undefined: there is none. */
  readonly where: string | undefined;
  readonly selection: Selection;
  /** As `readIds` has them. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Finds the certificates that a selection means in this account and region, and reports what it has of them.
 *
 * @throws UserError `nothing-selected` when there is none
 */
export async function findRevocable(
  { entries, where, selection, ids }: Searched,
  account: Account,
  access: IotAccess,
  services: Services,
): Promise<readonly RevocationRow[]> {
  const { log } = services;
  const here = entries.filter((entry) => isSamePlace(entry, account));
  if (where !== undefined) {
    const elsewhere = entries.length - here.length;
    const others = elsewhere === 0 ? '' : `; ${count(elsewhere)} of other accounts or regions are left out`;
    log.info(
      `The ledger has ${plural(here.length, 'certificate')} of account ${account.account} in ${account.region}${others}`,
    );
  }
  // Another region, mistyped, would have nothing of any selector.
  if (needsRecords(selection) && here.length === 0) throw nothingHere(where, account);
  const selected = select(here, selection, ids);
  const found = await findAndCompare({ entries: here, selected, selection }, access, services);
  const { rows, unmet } = found;
  if (rows.length === 0) throw nothingSelected(unmet, where);
  if (rows.every(({ result }) => result === 'gone')) throw allGone(rows);
  for (const text of unmet.slice(0, SHOWN)) {
    log.annotate(
      'warning',
      `${text} selects no certificate. Check it: the certificates of the other selectors are found.`,
      {
        title: 'selector-unmet',
      },
    );
  }
  if (unmet.length > SHOWN)
    log.annotate('warning', `And ${plural(unmet.length - SHOWN, 'more selector')} without a certificate.`);
  return rows;
}

/** GitHub shows 10 annotations of a type a step. */
const SHOWN = 3;

async function findAndCompare(
  search: Parameters<typeof findSelected>[0],
  access: IotAccess,
  { clock, log, threads }: Services,
): Promise<Found> {
  const pool = createWorkerPool(threads.script);
  const progressOf = (verb: string): ((done: number, total: number) => void) => {
    let progress: Progress | undefined;
    return (done, total) => {
      progress ??= createProgress(verb, total, clock.now, log);
      progress.update(done);
    };
  };
  const progress = { onDescribed: progressOf('Looked at'), onCompared: progressOf('Compared') };
  try {
    return await findSelected(search, access, progress, { pool, threads: threads.count });
  } finally {
    pool.close();
  }
}

function nothingHere(where: string | undefined, { account, region }: Account): UserError {
  return new UserError(
    'nothing-selected',
    `The ledger holds no certificate of account ${account} in ${region}. Nothing was revoked.`,
    {
      where: where ?? 'ledger',
      fix: 'Name the ledger of the runs that issued the certificates, and their aws-region.',
    },
  );
}

/** Selectors that a message names. */
const NAMED = 10;

function nothingSelected(unmet: readonly string[], where: string | undefined): UserError {
  const named = `${unmet.slice(0, NAMED).join(', ')}${unmet.length > NAMED ? ' …' : ''}`;
  const why =
    unmet.length === 0 ? 'No certificate meets all of the selectors' : `No certificate is selected by ${named}`;
  return new UserError('nothing-selected', `${why}. Nothing was revoked.`, {
    where: where ?? 'revoke',
    fix: 'Correct the lines of the input `revoke`: selectors of different kinds all have to be met.',
  });
}

function allGone(rows: readonly RevocationRow[]): UserError {
  const [first] = rows;
  return new UserError(
    'nothing-selected',
    `The account holds none of the ${plural(rows.length, 'certificate')} that are selected, such as ${first?.certificateId}. Nothing was revoked.`,
    { where: 'revoke', fix: 'Check the ids, aws-region and the account: somebody may have deleted the certificates.' },
  );
}
