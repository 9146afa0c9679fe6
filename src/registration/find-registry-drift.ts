import type { PrincipalType } from '../aws/iot-registry.ts';
import { certificateArn } from '../aws/place.ts';
import type { Drift } from '../issuance/find-drift.ts';
import { awsCodeOf } from '../issuance/iot-access.ts';
import { forEach } from '../lib/for-each.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { createPolicyReader, type PolicyReader } from './policy-reader.ts';
import { NOT_FOUND, principalsOf, type RegistryAccess } from './registry-calls.ts';

/** What each device of the ledger is to have. */
export interface RegistryWish {
  /** Names of policies, from its certificate or from a group. */
  readonly policies: readonly string[];
  readonly thingGroups: readonly string[];
  /** Undefined: it does not matter how a certificate is attached. */
  readonly principalType: PrincipalType | undefined;
}

/** Things at a time. */
const WIDTH = 32;

/**
 * Holds the registry against what devices are to have: that each thing of the ledger holds its certificate, exclusively
 * where that is asked for, has the policies by name, and is in the groups. Changes nothing.
 *
 * @param entries of this account and region, with a thing, whose certificates are in use
 * @param onProgress called with the number of entries that have been looked at
 * @throws UserError when the account cannot be read; the signal's reason when it is aborted
 */
export async function findRegistryDrift(
  entries: readonly LedgerEntry[],
  wish: RegistryWish,
  access: RegistryAccess,
  onProgress: (done: number) => void,
): Promise<readonly Drift[]> {
  const policies = createPolicyReader(access);
  const drifts: (readonly Drift[])[] = entries.map(() => []);
  let done = 0;
  await forEach(entries, WIDTH, async (entry, index) => {
    drifts[index] = await driftsOf(entry, wish, policies, access);
    onProgress(++done);
  });
  return drifts.flat();
}

async function driftsOf(
  { certificateId, csrPath, thingName }: LedgerEntry,
  wish: RegistryWish,
  policies: PolicyReader,
  access: RegistryAccess,
): Promise<readonly Drift[]> {
  if (thingName == null) return [];
  const drift = (kind: Drift['kind'], inLedger: string, inAccount: string): Drift => ({
    kind,
    certificateId,
    csrPath: csrPath ?? undefined,
    inLedger,
    inAccount,
  });
  const principals = await heldBy(thingName, access);
  if (principals === undefined) return [drift('unattached', thingName, 'no such thing')];
  const own = principals.find(({ arn }) => arn === certificateArn(access.place, certificateId));
  if (own === undefined) return [drift('unattached', thingName, 'not attached to it')];
  const found: Drift[] = [];
  const { principalType, thingGroups } = wish;
  if (principalType !== undefined && own.type !== undefined && own.type !== principalType)
    found.push(drift('principal', principalType, own.type));
  const lacking = missingFrom(wish.policies, await policies.ofCertificate(certificateId));
  const left = lacking.length === 0 ? [] : missingFrom(lacking, await policies.ofGroups(thingName));
  if (left.length > 0) found.push(drift('policy', `${thingName}: ${left.join(', ')}`, 'not attached'));
  const outside = thingGroups.length === 0 ? [] : missingFrom(thingGroups, await policies.groupsOf(thingName));
  if (outside.length > 0) found.push(drift('group', `${thingName}: ${outside.join(', ')}`, 'not a member'));
  return found;
}

function missingFrom(wished: readonly string[], had: readonly string[]): readonly string[] {
  return wished.filter((name) => !had.includes(name));
}

async function heldBy(thing: string, access: RegistryAccess) {
  try {
    return await principalsOf(thing, access);
  } catch (error) {
    if (awsCodeOf(error) === NOT_FOUND) return undefined;
    throw error;
  }
}
