import type { SignInOptions } from '../aws/sign-in.ts';
import type { Reconcile } from '../issuance/choose-search.ts';
import { findDrift } from '../issuance/find-drift.ts';
import { createPacers } from '../issuance/pacers.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { readLedger } from '../records/ledger.ts';
import { remarkOnLedger } from '../records/ledger-file.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { driftLine, groupDrifts } from '../report/audit-summary.ts';
import type { Story } from '../report/story.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';

/** What is audited, and where; each field is an input of action.yml. */
export interface AuditOptions extends SignInOptions {
  /** Absolute path of the ledger. */
  readonly ledger: string | undefined;
  /** Since when certificates that are not in the ledger count. */
  readonly reconcile: Reconcile;
}

/**
 * `mode: audit`: holds the ledger against the account, changes neither, and leaves what it found in the story.
 *
 * @throws UserError `drift` when they disagree; `ledger` when there is nothing to audit
 */
export async function auditLedger(story: Story, options: AuditOptions, services: Services): Promise<void> {
  const { log, clock, stop } = services;
  const where = options.ledger ?? '';
  const { entries } = await readLedger(options.ledger);
  if (entries.length === 0) {
    const isThere = (await remarkOnLedger(where, 0)) === undefined;
    const what = isThere ? 'It holds no certificate' : 'It does not exist';
    throw new UserError('ledger', `${what}, so there is nothing to audit.`, {
      where,
      fix: 'Name the file that the runs which issue certificates keep.',
    });
  }
  const { signIn } = await import('../aws/sign-in.ts');
  const account = await signIn(options, services);
  story.account = account;
  const here = entries.filter((entry) => entry.account === account.account && entry.region === account.region);
  log.info(
    `Auditing ${plural(here.length, 'certificate')} of account ${account.account} in ${account.region}; the ledger has ${plural(entries.length, 'certificate')}`,
  );
  let progress: ReturnType<typeof createProgress> | undefined;
  const access = { iot: account.iot, pacers: createPacers(clock), clock, signal: stop, report: log.info };
  const result = await findDrift(here, orphansSince(options, here), access, (done, total) => {
    progress ??= createProgress('Looked at', total, clock.now, log.info);
    progress.update(done);
  });
  story.audit = result;
  if (result.activated > 0) {
    log.info(`${plural(result.activated, 'certificate')} activated since the ledger was written, which is no drift`);
  }
  const groups = groupDrifts(result.drifts);
  const [first] = result.drifts;
  if (first === undefined) return;
  for (const group of groups) log.info(`${driftLine(group)}. ${group.fix}`);
  throw new UserError(
    'drift',
    `The ledger and the account disagree in ${plural(result.drifts.length, 'place')}. ${groups.map(driftLine).join('; ')}.`,
    {
      where,
      fix: 'The job summary lists all of them. Correct the ledger where the account is right, and revoke in AWS IoT what should not be there.',
    },
  );
}

/** Without a time, certificates that are not in the ledger count since its own first one: that is when it was begun. */
function orphansSince({ reconcile }: AuditOptions, entries: readonly LedgerEntry[]): number | undefined {
  switch (reconcile.when) {
    case 'never':
      return undefined;
    case 'always':
      return 0;
    case 'since':
      return reconcile.since;
    case 'auto': {
      const times = entries.map((entry) => Date.parse(entry.issuedAt ?? '')).filter((time) => !Number.isNaN(time));
      return times.length === 0 ? 0 : times.reduce((earliest, time) => Math.min(earliest, time));
    }
  }
}
