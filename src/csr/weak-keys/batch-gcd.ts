import { gcd } from './gcd.ts';
import { bitLength } from './integers.ts';

/** Moduli in a leaf of the tree: below that, dividing one by one is as fast as going on. */
const LEAF = 16;
/** Bits beyond the length of a product: what goes down the tree may be so much longer; each level adds one product. */
const GUARD = 64;

/** The moduli of one part of a batch, multiplied as a tree. */
export interface Tree {
  readonly product: bigint;
  /** The sum of product / modulus over all moduli; it is needed at the root only. */
  readonly cofactorSum: bigint;
  readonly node: Node;
}

interface Node {
  readonly product: bigint;
  /** At least the length of the product. */
  readonly bits: number;
  readonly below: readonly [Node, Node] | readonly bigint[];
}

/**
 * Multiplies moduli, the first half of the way to {@link commonDivisors}.
 *
 * @param moduli odd, above 1, all different
 */
export function growTree(moduli: readonly bigint[]): Tree {
  if (moduli.length === 1) {
    const product = moduli[0] ?? 1n;
    return { product, cofactorSum: 1n, node: { product, bits: bitLength(product), below: moduli } };
  }
  const half = moduli.length >> 1;
  const left = growTree(moduli.slice(0, half));
  const right = growTree(moduli.slice(half));
  const product = left.product * right.product;
  return {
    product,
    cofactorSum: left.cofactorSum * right.product + right.cofactorSum * left.product,
    node: {
      product,
      bits: left.node.bits + right.node.bits,
      below: moduli.length <= LEAF ? moduli : [left.node, right.node],
    },
  };
}

/**
 * What each modulus has in common with the product of all others, by D. J. Bernstein's batch gcd ("How to find smooth
 * parts of integers", 2004; Heninger et al., "Mining your Ps and Qs", 2012), in time nearly proportional to their number.
 *
 * Of the product P of all moduli, P/n modulo n is asked for each n. It is the sum D of all P/n_i modulo n, as every other
 * term holds the factor n. D goes down the tree as the fraction D/N (a scaled remainder tree), which needs a multiplication
 * where the remainder itself needs a division: for N = A·B, D/A is D/N·B. The fractions are 2-adic, as all moduli are odd:
 * nothing is rounded, and D becomes smaller by leaving out its last bits as Montgomery does (1985), which leaves a power
 * of two as a factor that has nothing in common with any modulus.
 *
 * @param others products of the parts of the batch that are not in this tree
 * @param onDone called with a number of moduli that are finished
 * @returns the divisors above 1, by the index of the modulus in the tree
 */
export function commonDivisors(
  tree: Tree,
  others: readonly bigint[] = [],
  onDone: (count: number) => void = () => undefined,
): ReadonlyMap<number, bigint> {
  const remainder = createRemainder(tree, tree.cofactorSum);
  for (const other of others) remainder.multiply(other);
  return remainder.divisors(onDone);
}

/** A number modulo the product of a tree, on its way to a number modulo each modulus. */
export interface Remainder {
  /** @param factor of any length */
  multiply(factor: bigint): void;
  /**
   * What each modulus has in common with the number.
   *
   * @param onDone called with a number of moduli that are finished
   * @returns the divisors above 1, by the index of the modulus in the tree
   */
  divisors(onDone?: (count: number) => void): ReadonlyMap<number, bigint>;
}

/** Starts with a number that is not negative and not longer than the product of the tree. */
export function createRemainder({ product, node }: Tree, start: bigint): Remainder {
  const { bits } = node;
  const inverse = inverseOf(product, bits + GUARD);
  let number = start;
  return {
    multiply(factor) {
      const value = number * (factor % product);
      const multiple = BigInt.asUintN(bits, BigInt.asUintN(bits, value) * inverse);
      number = (value - multiple * product) >> BigInt(bits);
    },
    divisors(onDone = () => undefined) {
      return divisorsBelow(node, BigInt.asUintN(bits + GUARD, number * inverse), onDone);
    },
  };
}

function divisorsBelow(root: Node, fraction: bigint, onDone: (count: number) => void): ReadonlyMap<number, bigint> {
  const found = new Map<number, bigint>();
  let index = 0;
  const descend = ({ product, bits, below }: Node, fraction: bigint): void => {
    if (isPair(below)) {
      const [left, right] = below;
      descend(left, childFraction(fraction, bits, left, right));
      descend(right, childFraction(fraction, bits, right, left));
      return;
    }
    const signed = BigInt.asIntN(bits + GUARD, fraction * product);
    const remainder = signed < 0n ? -signed : signed;
    for (const modulus of below) {
      const divisor = gcd(modulus, remainder % modulus);
      if (divisor !== 1n) found.set(index, divisor);
      index += 1;
    }
    onDone(below.length);
  };
  descend(root, fraction);
  return found;
}

/** The inverse of an odd number modulo a power of two, by Newton's method: each step doubles the bits that are right. */
function inverseOf(odd: bigint, bits: number): bigint {
  if (bits <= 3) return BigInt.asUintN(bits, odd);
  const half = (bits + 1) >> 1;
  const inverse = inverseOf(odd, half);
  const error = BigInt.asUintN(bits, BigInt.asUintN(bits, odd) * inverse) >> BigInt(half);
  return inverse + (BigInt.asUintN(bits - half, -error * inverse) << BigInt(half));
}

function childFraction(fraction: bigint, bits: number, child: Node, sibling: Node): bigint {
  return BigInt.asUintN(bits + GUARD, fraction * sibling.product) >> BigInt(bits - child.bits);
}

function isPair(below: Node['below']): below is readonly [Node, Node] {
  return typeof below[0] === 'object';
}
