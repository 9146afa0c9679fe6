import type { Failure } from '../aws/answers.ts';
import type { RegistryOperation } from '../aws/default-quotas.ts';
import type { DescribedThing, IotRegistry, Page, Principal } from '../aws/iot-registry.ts';
import type { Place } from '../aws/place.ts';
import { awsCodeOf, callUntilAnswered } from '../issuance/iot-access.ts';
import type { Pacer } from '../issuance/pacer/pacer.ts';
import type { Clock } from '../lib/clock.ts';

/** How the registry is reached: the calls, the pace of each operation, and what ends every wait. */
export interface RegistryAccess {
  readonly registry: IotRegistry;
  readonly pacers: Readonly<Record<RegistryOperation, Pacer>>;
  /** The account and region whose registry it is. */
  readonly place: Place;
  readonly clock: Clock;
  /** Aborted when not even answers are waited for any more. */
  readonly signal: AbortSignal;
  /** Prints a line about a wait that a person should hear of. */
  readonly report: (line: string) => void;
}

/**
 * What was made a moment ago may not be found by the next call: reads lag. It is asked for again after so many
 * milliseconds, which grow; together 7.5 s.
 */
export const YOUNG_WAITS_MS = [500, 1_000, 2_000, 4_000] as const;

/** Pages of a listing that are read: 2,500 certificates of one thing. */
const MAX_PAGES = 10;

export const NOT_FOUND = 'ResourceNotFoundException';

/**
 * Makes a call of the registry until it is answered.
 *
 * @param isYoung what it names was made a moment ago: that it is not found may pass
 * @throws UserError as {@link callUntilAnswered}; the reason of a signal that is aborted
 */
export async function callRegistry<T extends { readonly kind: string }>(
  operation: RegistryOperation,
  call: (registry: IotRegistry) => Promise<T | Failure>,
  { registry, pacers, clock, signal, report }: RegistryAccess,
  isYoung = false,
): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await callUntilAnswered(`iot:${operation}`, () => call(registry), pacers[operation], {
        clock,
        signal,
        report,
      });
    } catch (error) {
      const waitMs = isYoung && awsCodeOf(error) === NOT_FOUND ? YOUNG_WAITS_MS[waits] : undefined;
      if (waitMs === undefined) throw error;
      await clock.sleep(waitMs, signal);
    }
  }
}

/** A thing; undefined when there is none. @throws UserError as {@link callRegistry} */
export async function thingIfThere(name: string, access: RegistryAccess): Promise<DescribedThing | undefined> {
  try {
    return await callRegistry('DescribeThing', (registry) => registry.describeThing(name), access);
  } catch (error) {
    if (awsCodeOf(error) === NOT_FOUND) return undefined;
    throw error;
  }
}

/**
 * The certificates that a thing holds. Where the role may not call the operation that says how each is attached, or the
 * service does not have it, the older one is called.
 *
 * @throws UserError as {@link callRegistry}
 */
export async function principalsOf(thing: string, access: RegistryAccess): Promise<readonly Principal[]> {
  try {
    return await allPages((token) =>
      callRegistry('ListThingPrincipalsV2', (registry) => registry.listThingPrincipals(thing, token), access),
    );
  } catch (error) {
    const code = awsCodeOf(error);
    if (code === undefined || code === NOT_FOUND) throw error;
    return allPages((token) =>
      callRegistry('ListThingPrincipals', (registry) => registry.listThingPrincipalsV1(thing, token), access),
    );
  }
}

/** Names of the things that a certificate is attached to. @throws UserError as {@link callRegistry} */
export async function thingsOf(certificate: string, access: RegistryAccess): Promise<readonly string[]> {
  return allPages((token) =>
    callRegistry('ListPrincipalThings', (registry) => registry.listPrincipalThings(certificate, token), access),
  );
}

async function allPages<T>(read: (token: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page = await read(token);
    items.push(...page.items);
    token = page.next;
    if (token === undefined) break;
  }
  return items;
}
