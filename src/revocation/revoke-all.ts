import { type IotAccess, setStatus } from '../issuance/iot-access.ts';
import { whyNotWritten } from '../lib/file-error.ts';
import { forEach } from '../lib/for-each.ts';
import { untilAborted } from '../lib/until-aborted.ts';
import { UserError } from '../lib/user-error.ts';
import type { Problem } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import type { RevocationRow } from './revocation.ts';

/** Calls that wait for the pacer at a time. */
const WIDTH = 32;

/** What came of it. */
export interface RevokedAll {
  readonly rows: readonly RevocationRow[];
  /** What ended it before the last certificate, and would have met each of them; undefined: nothing, or a cancel. */
  readonly failure: unknown;
}

/**
 * Revokes the certificates that are selected, as fast as the quota of UpdateCertificate allows (10 a second by default).
 * From ACTIVE or INACTIVE, a certificate becomes REVOKED by one call, which is harmless to repeat.
 *
 * A line of the journal goes before each request, and one after its answer: a process that is killed leaves a record of
 * what it may have revoked.
 *
 * @param onProgress called after each call with the number of those that are done
 * @param end aborted when calls that are under way after a cancel are given up
 */
export async function revokeAll(
  rows: readonly RevocationRow[],
  access: IotAccess<'updateStatus', 'update'>,
  journal: Pick<Journal, 'revoking' | 'revoked'>,
  onProgress: (done: number) => void,
  end: AbortSignal,
): Promise<RevokedAll> {
  const after = rows.map((row): RevocationRow => (row.result === 'selected' ? notAttempted(row) : row));
  const open = rows.flatMap((row, index) => (row.result === 'selected' ? [{ row, index }] : []));
  let done = 0;
  let failure: unknown;
  try {
    await forEach(open, WIDTH, async ({ row, index }) => {
      if (access.signal.aborted) return;
      const { certificateId } = row;
      await announce(journal, certificateId);
      const answer = await untilAborted(setStatus(access, certificateId, 'REVOKED'), end);
      if (answer === 'updated') await journal.revoked(certificateId).catch(() => {});
      after[index] = outcomeOf(row, answer);
      onProgress(++done);
    });
  } catch (error) {
    // After a cancel each call that waits ends with its reason.
    if (!access.signal.aborted || error instanceof UserError) failure = error;
  }
  return { rows: after, failure };
}

/** @throws UserError `journal` */
async function announce(journal: Pick<Journal, 'revoking'>, certificateId: string): Promise<void> {
  try {
    await journal.revoking(certificateId);
  } catch (error) {
    throw new UserError('journal', `No more certificates were revoked. ${whyNotWritten('The journal', error)}`, {
      where: 'RUNNER_TEMP',
      fix: 'Free the disk and run the job again: what is revoked stays so.',
      cause: error,
    });
  }
}

function outcomeOf(row: RevocationRow, answer: Awaited<ReturnType<typeof setStatus>>): RevocationRow {
  if (answer === 'updated') return { ...row, result: 'revoked' };
  if (answer === 'gone') return { ...row, result: 'gone' };
  const { code, message, fix } = answer.refused;
  return { ...row, result: 'failed', problem: { code, message, fix } };
}

const NOT_ATTEMPTED: Problem = {
  code: 'cancelled',
  message: 'The run ended before it was revoked, as far as is known.',
  fix: 'Run the job again: it goes on with those that are left.',
};

function notAttempted(row: RevocationRow): RevocationRow {
  return { ...row, result: 'not-attempted', problem: NOT_ATTEMPTED };
}
