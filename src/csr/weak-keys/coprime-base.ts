import { gcd } from './gcd.ts';
import { bitLength } from './integers.ts';

/**
 * The work that may be done for one batch, in steps of about a nanosecond. Whoever chooses the numbers chooses the work;
 * it is counted and not timed, so that the result is the same everywhere. 200 keys of RSA-2048 of which every two share a
 * prime fit in.
 */
const MAX_STEPS = 700_000_000;
/** Steps of a greatest common divisor: of any, for each product of two digits, and for each step of Euclid's method. */
const [CALL, DIVIDE, REDUCE] = [1_000, 4, 35];
const DIGIT_BITS = 64;

/**
 * Numbers without common divisors of which all given ones are products (Bach, Driscoll and Shallit, "Factor refinement",
 * 1993). The number of its operations is bounded by the square of the length of all numbers together.
 *
 * @param numbers above 1
 * @returns undefined when it takes more than {@link MAX_STEPS}
 */
export function coprimeBase(numbers: readonly bigint[]): readonly bigint[] | undefined {
  const base = new Map<bigint, number>();
  const left = numbers.map((number) => [number, digits(number)] as const);
  let steps = 0;
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [number, length] = next;
    if (number === 1n || base.has(number)) continue;
    let isCoprime = true;
    for (const [other, otherLength] of base) {
      steps += CALL + DIVIDE * length * otherLength + REDUCE * Math.min(length, otherLength) ** 2;
      if (steps > MAX_STEPS) return undefined;
      const common = gcd(number, other);
      if (common === 1n) continue;
      base.delete(other);
      for (const part of [common, number / common, other / common]) left.push([part, digits(part)]);
      isCoprime = false;
      break;
    }
    if (isCoprime) base.set(number, length);
  }
  return [...base.keys()];
}

function digits(number: bigint): number {
  return Math.ceil(bitLength(number) / DIGIT_BITS);
}
