import { groupBy } from '../../lib/group-by.ts';
import { commonDivisors, growTree } from './batch-gcd.ts';
import { coprimeBase } from './coprime-base.ts';

/**
 * Factors that one modulus may share before nobody wants to know them one by one: RSA keys have two primes, those of
 * RFC 8017 with several primes seldom more than five.
 */
const MAX_FACTORS = 8;

/** Moduli that have a factor in common. */
export interface SharedFactor {
  /**
   * A prime, or what several moduli always have together. Undefined when the common factors are too many, or taking
   * them apart was too much work: each member then shares a factor with at least one other, and it is not known with which.
   */
  readonly factor: bigint | undefined;
  /** Indices of the moduli, ascending: all that have it, two at least. */
  readonly members: readonly number[];
}

/**
 * Which moduli share which factor, exactly, unless that is too much work.
 *
 * Devices that share a prime have that prime as their divisor, however many they are. Only divisors that have something
 * in common with other divisors are taken apart.
 *
 * @param divisors what each of some moduli, all different, has in common with the product of all others, where that is
 *   not 1
 */
export function sharedFactors(divisors: ReadonlyMap<number, bigint>): readonly SharedFactor[] {
  const members = groupBy([...divisors.keys()].sort(ascending), (index) => divisors.get(index) ?? 1n);
  const distinct = [...members.keys()];
  if (distinct.length === 0) return [];
  const entangled = commonDivisors(growTree(distinct));
  const simple = distinct
    .filter((_, index) => !entangled.has(index))
    .map((factor) => ({ factor, members: members.get(factor) ?? [] }));
  return [...simple, ...takeApart(distinct, [...entangled.keys()], members)].sort(
    (a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0) || ascending(a.factor ?? 0n, b.factor ?? 0n),
  );
}

/** @param entangled indices of the divisors that have something in common with others */
function takeApart(
  divisors: readonly bigint[],
  entangled: readonly number[],
  members: ReadonlyMap<bigint, readonly number[]>,
): readonly SharedFactor[] {
  if (entangled.length === 0) return [];
  const mixed = entangled.map((index) => divisors[index] ?? 1n);
  const membersOf = (some: readonly bigint[]): readonly number[] =>
    some.flatMap((divisor) => members.get(divisor) ?? []).sort(ascending);
  const base = coprimeBase(mixed);
  const holders = base?.map((factor) => mixed.filter((divisor) => divisor % factor === 0n)) ?? [];
  const counts = groupBy(holders.flat(), (divisor) => divisor);
  if (base === undefined || [...counts.values()].some(({ length }) => length > MAX_FACTORS)) {
    return [{ factor: undefined, members: membersOf(mixed) }];
  }
  return base
    .map((factor, index) => ({ factor, members: membersOf(holders[index] ?? []) }))
    .filter(({ members }) => members.length > 1);
}

function ascending(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : Number(a > b);
}
