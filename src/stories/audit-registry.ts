import type { Account } from '../aws/sign-in.ts';
import type { RegistrationInputs } from '../inputs/registration-inputs.ts';
import type { Drift } from '../issuance/find-drift.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { withdrawnAs } from '../records/status.ts';
import { createProgress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';

/** Each field is an input of action.yml. */
interface Options {
  readonly registration: RegistrationInputs | undefined;
  readonly requestsPerSecond: RequestRate;
}

/**
 * Holds the registry against the inputs that say what devices are to have, where there are such inputs and the ledger
 * names things. What the role may not look at is not compared, which a notice says.
 *
 * @param entries of this account and region
 * @param found what the account is known to lack
 */
export async function auditRegistry(
  entries: readonly LedgerEntry[],
  found: readonly Drift[],
  account: Account,
  { registration, requestsPerSecond }: Options,
  { log, clock, stop }: Services,
): Promise<readonly Drift[]> {
  if (registration === undefined) return [];
  const missing = new Set(found.flatMap(({ kind, certificateId }) => (kind === 'missing' ? [certificateId] : [])));
  const inUse = entries.filter(
    (entry) => entry.thingName != null && withdrawnAs(entry) === undefined && !missing.has(entry.certificateId),
  );
  if (inUse.length === 0) return [];
  log.info(`Looking at the things of ${plural(inUse.length, 'certificate')}`);
  // Loaded only where there is something to compare.
  const { findRegistryDrift } = await import('../registration/find-registry-drift.ts');
  const { createRegistryPacers } = await import('../registration/registry-pacers.ts');
  const access = {
    registry: await account.registry(),
    pacers: createRegistryPacers(clock, { share: shareOf(requestsPerSecond), report: log.info }),
    place: account,
    clock,
    signal: stop,
    report: log.info,
  };
  const { policies, thingGroups, thingName, principalType } = registration;
  const wish = { policies, thingGroups, principalType: thingName === undefined ? undefined : principalType };
  const progress = createProgress('Looked at', inUse.length, clock.now, log);
  try {
    return await findRegistryDrift(inUse, wish, access, progress.update);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'not-allowed') throw error;
    log.annotate('notice', `Things and policies were not compared. ${error.message} ${error.fix}`, {
      title: 'registry-not-compared',
    });
    return [];
  }
}
