import { gcd } from './gcd.ts';
import { isPrime } from './prime.ts';

/** A factor that several moduli have in common. */
export interface SharedFactor {
  readonly factor: bigint;
  /** Indices of the moduli, ascending: all that have it, two at least. */
  readonly members: readonly number[];
}

/**
 * Which moduli share which factor, exactly: a prime, or what several moduli always have together.
 *
 * @param moduli all different
 * @param divisors what each has in common with the product of all others, where that is not 1
 */
export function sharedFactors(
  moduli: readonly bigint[],
  divisors: ReadonlyMap<number, bigint>,
): readonly SharedFactor[] {
  const groups = new Map<bigint, number[]>();
  const primes = new Set<bigint>();
  const indices = [...divisors.keys()].sort((a, b) => a - b);
  const tree = grow(indices.map((index) => [index, moduli[index] ?? 1n]));
  for (const [index, divisor] of divisors) {
    for (const factor of new Set(split(divisor, index, tree, primes))) {
      const members = groups.get(factor);
      if (members === undefined) groups.set(factor, [index]);
      else members.push(index);
    }
  }
  return [...groups]
    .map(([factor, members]) => ({ factor, members: members.sort((a, b) => a - b) }))
    .sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0) || (a.factor < b.factor ? -1 : 1));
}

interface Node {
  readonly product: bigint;
  /** The indices of its moduli lie from the first to the last. */
  readonly first: number;
  readonly last: number;
  readonly below: readonly Node[];
}

function grow(moduli: readonly (readonly [index: number, modulus: bigint])[]): Node {
  const first = moduli[0]?.[0] ?? -1;
  const last = moduli.at(-1)?.[0] ?? -1;
  if (moduli.length <= 1) return { product: moduli[0]?.[1] ?? 1n, first, last, below: [] };
  const half = moduli.length >> 1;
  const below = [grow(moduli.slice(0, half)), grow(moduli.slice(half))];
  return { product: below.reduce((product, node) => product * node.product, 1n), first, last, below };
}

// A common divisor of several primes, taken apart by the moduli that have some of them and not all.
function split(divisor: bigint, self: number, tree: Node, primes: Set<bigint>): readonly bigint[] {
  if (divisor === 1n) return [];
  // A prime is often shared by many, and proving it takes a while.
  if (primes.has(divisor) || isPrime(divisor)) {
    primes.add(divisor);
    return [divisor];
  }
  const part = properPart(divisor, self, tree);
  if (part === undefined) return [divisor];
  let rest = divisor / part;
  // What is left may hold some of the part again: the square of a prime.
  for (let again = gcd(rest, part); again !== 1n; again = gcd(rest, part)) rest /= again;
  return [...split(part, self, tree, primes), ...split(rest, self, tree, primes)];
}

function properPart(divisor: bigint, self: number, { product, first, last, below }: Node): bigint | undefined {
  const common = gcd(divisor, product % divisor);
  if (common === 1n) return undefined;
  const isOwn = first <= self && self <= last;
  if (common !== divisor && !isOwn) return common;
  for (const node of below) {
    const part = properPart(divisor, self, node);
    if (part !== undefined) return part;
  }
  return undefined;
}
