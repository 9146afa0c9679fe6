import { root } from './integers.ts';

/**
 * Steps of Fermat's method. The primes of a 2048-bit key are found when they differ by less than 2^521: Böck's study of
 * CVE-2022-26320 looked at 100 steps, but keys from the same libraries can need thousands (a difference of 519 bits
 * takes 2,367). A sound key differs by more than 2^924 (FIPS 186-5, A.1.3).
 */
const STEPS = 65_536;

/** Moduli with few squares. Of all residues, 1 in 26 is a square modulo the first, 1 in 10 million modulo all of them. */
const FIRST = 5_040;
const MORE = [11 * 13 * 17, 19 * 23, 29 * 31, 37 * 41, 43 * 47, 53 * 59, 61 * 67];

/** For each modulus, whether a residue is that of a square. */
let squares: ReadonlyMap<number, Uint8Array> | undefined;

/**
 * Factors a product of two numbers that lie close together (Fermat, 1643): n = a² - b² = (a + b)(a - b), with a just
 * above the square root of n. Residues show which of the a can be right; only the few that are left are computed
 * with in full.
 *
 * @returns the smaller factor; undefined when {@link STEPS} steps do not find it
 */
export function closeFactor(modulus: bigint): bigint | undefined {
  const floor = root(modulus, 2);
  const start = floor * floor === modulus ? floor : floor + 1n;
  squares ??= new Map([FIRST, ...MORE].map((m) => [m, squaresModulo(m)]));
  const isCandidate = residueTest(start, modulus, FIRST, squares);
  const areCandidates = MORE.map((m) => residueTest(start, modulus, m, squares ?? new Map()));
  for (let step = 0; step < STEPS; step += 1) {
    if (!isCandidate(step) || !areCandidates.every((test) => test(step))) continue;
    const a = start + BigInt(step);
    const b = root(a * a - modulus, 2);
    if (b * b === a * a - modulus) return a - b > 1n ? a - b : undefined;
  }
  return undefined;
}

/** A test of whether (start + step)² - n is a square modulo `m`. */
function residueTest(
  start: bigint,
  n: bigint,
  m: number,
  tables: ReadonlyMap<number, Uint8Array>,
): (step: number) => boolean {
  const [first, product] = [Number(start % BigInt(m)), Number(n % BigInt(m))];
  const isSquare = tables.get(m) ?? new Uint8Array(m);
  const passes = new Uint8Array(m);
  for (let step = 0; step < m; step += 1) {
    const a = (first + step) % m;
    passes[step] = isSquare[(((a * a) % m) + m - product) % m] ?? 0;
  }
  return (step) => passes[step % m] === 1;
}

function squaresModulo(modulus: number): Uint8Array {
  const table = new Uint8Array(modulus);
  for (let n = 0; n < modulus; n += 1) table[(n * n) % modulus] = 1;
  return table;
}
