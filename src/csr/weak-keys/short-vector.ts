export type Vector = readonly [bigint, bigint, bigint];

/** Each step makes a vector shorter, mostly by a bit or two; this only ends what rounding keeps from ending. */
const MAX_STEPS = 5_000;
/** Bits of a quotient that a plain number holds for sure. */
const QUOTIENT_BITS = 50;

/** A vector with its direction in plain numbers: the vector is about 2^exponent times as long. */
interface Member {
  readonly vector: Vector;
  readonly direction: readonly [number, number, number];
  readonly exponent: number;
  /** The square of the length of the direction, 1 to 12. */
  readonly square: number;
}

/**
 * A vector of a lattice of three dimensions that is about as short as any: Euclid's method for vectors (Semaev, "A
 * 3-dimensional lattice reduction algorithm", 2001). Quotients are computed with leading digits, vectors with all.
 *
 * @param basis of numbers below 2^1000
 */
export function shortVector(basis: readonly [Vector, Vector, Vector]): Vector {
  let [a, b, c] = basis.map(toMember) as [Member, Member, Member];
  for (let step = 0; step < MAX_STEPS; step += 1) {
    [a, b, c] = [a, b, c].sort(byLength) as [Member, Member, Member];
    const quotient = toQuotient(dot(a, b) / a.square, b.exponent - a.exponent);
    if (quotient !== 0n) {
      b = toMember(minus(b.vector, a.vector, quotient));
      continue;
    }
    // The vector of the plane of a and b that is nearest to c.
    const [ab, ac, bc] = [dot(a, b), dot(a, c), dot(b, c)];
    const area = a.square * b.square - ab * ab;
    const ofA = toQuotient((ac * b.square - bc * ab) / area, c.exponent - a.exponent);
    const ofB = toQuotient((bc * a.square - ac * ab) / area, c.exponent - b.exponent);
    if (ofA === 0n && ofB === 0n) return a.vector;
    c = toMember(minus(minus(c.vector, a.vector, ofA), b.vector, ofB));
  }
  return a.vector;
}

function toMember(vector: Vector): Member {
  const [x, y, z] = [Number(vector[0]), Number(vector[1]), Number(vector[2])];
  const longest = Math.max(Math.abs(x), Math.abs(y), Math.abs(z));
  const exponent = longest === 0 ? 0 : Math.floor(Math.log2(longest));
  const unit = 2 ** -exponent;
  const direction = [x * unit, y * unit, z * unit] as const;
  const square = direction[0] ** 2 + direction[1] ** 2 + direction[2] ** 2;
  return { vector, direction, exponent, square };
}

function byLength(a: Member, b: Member): number {
  return a.exponent - b.exponent || a.square - b.square;
}

function dot({ direction: [a, b, c] }: Member, { direction: [x, y, z] }: Member): number {
  return a * x + b * y + c * z;
}

/** The whole number that is nearest to number · 2^exponent, or about that when it is long. */
function toQuotient(number: number, exponent: number): bigint {
  const value = number * 2 ** exponent;
  if (!Number.isFinite(value)) return 0n;
  if (Math.abs(value) < 2 ** QUOTIENT_BITS) return BigInt(Math.round(value));
  const shift = Math.max(0, Math.floor(Math.log2(Math.abs(value))) - QUOTIENT_BITS);
  return BigInt(Math.round(value * 2 ** -shift)) << BigInt(shift);
}

function minus(vector: Vector, other: Vector, times: bigint): Vector {
  if (times === 0n) return vector;
  return [vector[0] - times * other[0], vector[1] - times * other[1], vector[2] - times * other[2]];
}
