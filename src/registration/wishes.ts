import type { PrincipalType } from '../aws/iot-registry.ts';
import type { Csr } from '../csr/csr.ts';
import type { BatchNames } from '../naming/name-batch.ts';
import type { Template } from '../naming/template.ts';
import type { DeviceWish } from './wish.ts';

/** What is asked for all devices alike; each field is an input of action.yml. */
export interface WishOptions {
  /** Undefined: no things are made. */
  readonly thingName: Template | undefined;
  readonly thingType: string | undefined;
  readonly thingGroups: readonly string[];
  readonly billingGroup: string | undefined;
  readonly principalType: PrincipalType;
  readonly policies: readonly string[];
}

/**
 * What is asked of the registry for each device.
 *
 * @param csrs of this job; their names have no finding
 * @param things as {@link BatchNames.things}
 * @returns by the paths of the CSRs, in their order
 */
export function wishesOf(
  csrs: readonly Pick<Csr, 'path'>[],
  things: BatchNames['things'],
  options: WishOptions,
): ReadonlyMap<string, DeviceWish> {
  const { thingName, thingType, thingGroups, billingGroup, principalType, policies } = options;
  const wishes = new Map<string, DeviceWish>();
  for (const { path } of csrs) {
    if (thingName === undefined) {
      wishes.set(path, { thing: undefined, policies });
      continue;
    }
    const named = things.get(path);
    if (named === undefined) throw new Error(`The thing of ${path} has no name.`);
    const thing = {
      name: named.name,
      typeName: thingType,
      groups: thingGroups,
      billingGroup,
      attributes: named.attributes,
      principalType,
    };
    wishes.set(path, { thing, policies });
  }
  return wishes;
}
