import { whyNotWritten } from '../lib/file-error.ts';
import { forEach } from '../lib/for-each.ts';
import { UserError } from '../lib/user-error.ts';
import type { Journal } from '../records/journal.ts';
import { type DevicePlan, rowOf } from './plan-retirement.ts';
import { type RetiredDevice, type RetireOptions, retireDevice } from './retire-device.ts';
import { CANCELLED } from './retire-problems.ts';
import type { ForeignCertificate, RetirementRow } from './retirement.ts';

/** Things at a time: most of the time of each is spent on waiting until a certificate is detached. */
const WIDTH = 64;

/** What came of it. */
export interface RetiredAll {
  readonly rows: readonly RetirementRow[];
  readonly foreign: readonly ForeignCertificate[];
  /** What ended it before the last thing, and would have met each of them; undefined: nothing, or a cancel. */
  readonly failure: unknown;
}

/** A thing, and what is to become of its certificates. */
export interface PlannedDevice {
  readonly plan: DevicePlan;
  /** Ids of all certificates that the ledger names for it. */
  readonly known: ReadonlySet<string>;
}

/**
 * Goes through things whose certificates are to be retired, several at a time, each operation at its own pace.
 *
 * @param onProgress called after each thing with the number of those that are done
 */
export async function retireAll(
  devices: readonly PlannedDevice[],
  options: RetireOptions,
  onProgress: (done: number) => void,
): Promise<RetiredAll> {
  const results: (RetiredDevice | undefined)[] = devices.map(() => undefined);
  const journal = options.journal && announcing(options.journal);
  let done = 0;
  let failure: unknown;
  try {
    await forEach(devices, WIDTH, async ({ plan, known }, index) => {
      if (options.stop.aborted) return;
      results[index] = await retireDevice(plan, known, { ...options, journal });
      onProgress(++done);
    });
  } catch (error) {
    // After a cancel each call that waits ends with its reason.
    if (!options.stop.aborted || error instanceof UserError) failure = error;
  }
  return {
    rows: devices.flatMap(({ plan }, index) => rowsOf(plan, results[index])),
    foreign: results.flatMap((result) => result?.foreign ?? []),
    failure,
  };
}

function rowsOf({ thing, steps, rows }: DevicePlan, result: RetiredDevice | undefined): readonly RetirementRow[] {
  const done = new Map(result?.rows.map((row) => [row.certificateId, row]));
  const acted = steps.map(
    ({ member, to }): RetirementRow =>
      done.get(member.entry.certificateId) ?? {
        ...rowOf(member, thing),
        to,
        result: 'not-attempted',
        problem: CANCELLED,
      },
  );
  return [...rows, ...acted].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
}

/** What cannot be announced is not done; that it is done is found out by the next run, too. */
function announcing(journal: Pick<Journal, 'retiring' | 'retired'>): Pick<Journal, 'retiring' | 'retired'> {
  return {
    async retiring(id) {
      try {
        await journal.retiring(id);
      } catch (error) {
        throw new UserError('journal', `No more certificates were retired. ${whyNotWritten('The journal', error)}`, {
          where: 'RUNNER_TEMP',
          fix: 'Free the disk and run the job again: what is retired stays so.',
          cause: error,
        });
      }
    },
    retired: (id) => journal.retired(id).catch(() => {}),
  };
}
