import type { DescribedThing } from '../aws/iot-registry.ts';
import type { ThingWish } from './wish.ts';

/** One thing in which the registry holds something else than was asked for. */
export interface Difference {
  /** `type`, `billing group`, `attribute line`. */
  readonly what: string;
  readonly asked: string;
  /** Undefined: there is none. */
  readonly found: string | undefined;
}

/**
 * In what a thing of the registry differs from what is asked for. What nobody asked for, such as more attributes, is no
 * difference. Groups and certificates are added, and are none either.
 */
export function compareThing(
  wish: Pick<ThingWish, 'typeName' | 'billingGroup' | 'attributes'>,
  found: Pick<DescribedThing, 'typeName' | 'billingGroup' | 'attributes'>,
): readonly Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, asked: string | undefined, there: string | undefined): void => {
    if (asked !== undefined && asked !== there) differences.push({ what, asked, found: there });
  };
  compare('type', wish.typeName, found.typeName);
  compare('billing group', wish.billingGroup, found.billingGroup);
  for (const [name, value] of wish.attributes) compare(`attribute ${name}`, value, found.attributes.get(name));
  return differences;
}

/** `type sensor (found: pump), attribute line 2 (found: none)`. @param differences one at least */
export function describeDifferences(differences: readonly Difference[]): string {
  return differences.map(({ what, asked, found }) => `${what} ${asked} (found: ${found ?? 'none'})`).join(', ');
}
