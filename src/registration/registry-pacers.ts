import { DEFAULT_REGISTRY_QUOTAS, type RegistryOperation } from '../aws/default-quotas.ts';
import { noteThrottling } from '../issuance/note-throttling.ts';
import { createPacer, type Pacer } from '../issuance/pacer/pacer.ts';
import type { PacerStats } from '../issuance/pacer/protocol.ts';
import type { Clock } from '../lib/clock.ts';
import type { OperationStats } from './registration-outcome.ts';

/** One pacer for each operation on things, groups and policies, since each has a quota of its own. */
export type RegistryPacers = Readonly<Record<RegistryOperation, Pacer>>;

const OPERATIONS = Object.keys(DEFAULT_REGISTRY_QUOTAS) as readonly RegistryOperation[];

/**
 * A pacer for each operation. They find the quotas themselves: a default that they were given would hold back accounts
 * for which AWS has raised it.
 *
 * @param share what may be used of each quota: more than 0 and at most 1
 * @param report takes a line when an operation is throttled, and when that is over
 */
export function createRegistryPacers(
  clock: Clock,
  { share = 1, report = () => {} }: { readonly share?: number; readonly report?: (line: string) => void } = {},
): RegistryPacers {
  const pacerOf = (operation: RegistryOperation): Pacer =>
    onFirstCall(() => noteThrottling(createPacer({ clock, mode: { kind: 'auto', share } }), operation, clock, report));
  return Object.fromEntries(OPERATIONS.map((operation) => [operation, pacerOf(operation)])) as RegistryPacers;
}

/** What was called, and how that went. */
export function operationStats(pacers: RegistryPacers): readonly OperationStats[] {
  return OPERATIONS.map((operation) => ({
    operation,
    stats: pacers[operation].stats,
    defaultQuota: DEFAULT_REGISTRY_QUOTAS[operation],
  })).filter(({ stats }) => stats.sent > 0);
}

const NOTHING_SENT: PacerStats = {
  sent: 0,
  admitted: 0,
  throttled: 0,
  failed: 0,
  inFlight: 0,
  rate: undefined,
  quota: undefined,
};

/** A pacer's time begins when it is made: the calls before the first throttle, over that time, are its first estimate. */
function onFirstCall(make: () => Pacer): Pacer {
  let pacer: Pacer | undefined;
  return {
    acquire(signal) {
      pacer ??= make();
      return pacer.acquire(signal);
    },
    get stats() {
      return pacer?.stats ?? NOTHING_SENT;
    },
  };
}
