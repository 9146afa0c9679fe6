/**
 * Ways for a call to go wrong that are not the service's: TCP reset; no answer ever; an answer cut off half-way, one
 * whose body comes byte by byte and never ends, one of 1 GB; and something between client and service that answers in its
 * place, in HTML: a firewall, a proxy, a sign-in page.
 */
export const DISRUPTIONS = ['reset', 'hang', 'torn', 'drip', 'huge', 'html-403', 'html-502', 'html-200'] as const;

export type Disruption = (typeof DISRUPTIONS)[number];

/**
 * Calls that go wrong. `Kind` names what a service answers instead, in the service's own words. With neither `count`,
 * `probability` nor `when`: every call, until the faults are cleared.
 */
export interface Fault<Operation extends string, Kind extends string> {
  readonly operation: Operation | '*';
  readonly kind: Kind | Disruption;
  /** The call has its effect (a certificate is minted) and goes wrong only then. Always so for `torn`, `drip` and `huge`. */
  readonly afterWork?: boolean;
  /** How many calls it hits before it is used up. */
  readonly count?: number;
  /** Share of the calls it hits, 0 to 1, drawn from the emulator's seed. */
  readonly probability?: number;
  /** Which calls of the operation it may hit, counting from 1 those that authentication and the quota let through. */
  readonly when?: readonly number[] | ((call: number) => boolean);
}

export interface FaultPlan<Operation extends string, Kind extends string> {
  add(fault: Fault<Operation, Kind>): void;
  clear(): void;
  /** The fault that hits the next call of `operation`: the first added that applies. */
  next(operation: Operation): Fault<Operation, Kind> | undefined;
}

/** @param random for {@link Fault.probability} */
export function createFaultPlan<Operation extends string, Kind extends string>(
  random: () => number,
): FaultPlan<Operation, Kind> {
  let planned: { readonly fault: Fault<Operation, Kind>; left: number }[] = [];
  const calls = new Map<Operation, number>();
  return {
    add(fault) {
      planned.push({ fault, left: fault.count ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      planned = [];
    },
    next(operation) {
      const call = (calls.get(operation) ?? 0) + 1;
      calls.set(operation, call);
      for (const plan of planned) {
        const { fault } = plan;
        if (plan.left <= 0 || (fault.operation !== '*' && fault.operation !== operation)) continue;
        if (!applies(fault.when, call)) continue;
        if (fault.probability !== undefined && random() >= fault.probability) continue;
        plan.left--;
        return fault;
      }
      return undefined;
    },
  };
}

function applies(when: readonly number[] | ((call: number) => boolean) | undefined, call: number): boolean {
  if (when === undefined) return true;
  return typeof when === 'function' ? when(call) : when.includes(call);
}
