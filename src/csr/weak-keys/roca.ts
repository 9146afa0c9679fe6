import { gcd } from './gcd.ts';
import { power, primesUpTo } from './integers.ts';

/**
 * The library made primes of the form k·M + (65537^a mod M), where M is the product of the first 39 primes at least
 * (more for longer keys, of which these are a part): Nemec et al., "The Return of Coppersmith's Attack", 2017, section 2.
 * A modulus of two such primes is itself a power of 65537 modulo M.
 */
const PRIMES = primesUpTo(167);
const GENERATOR = 65_537n;

interface Group {
  readonly modulus: bigint;
  /** The order of the generator modulo each prime, and modulo their product. */
  readonly order: bigint;
  /** The prime powers of the order, and for each the powers of the generator within its part of the group. */
  readonly parts: readonly { readonly cofactor: bigint; readonly powers: ReadonlySet<bigint> }[];
  /** For each prime: whether a residue is a power of the generator. */
  readonly residues: readonly Uint8Array[];
}

let group: Group | undefined;

/**
 * True for a modulus with the fingerprint of Infineon's RSALib (CVE-2017-15361), whose 2048-bit keys can be factored for
 * the price of some weeks of cloud computing. A sound key has it with a chance below 2^-150.
 */
export function hasRocaFingerprint(modulus: bigint): boolean {
  group ??= makeGroup();
  const { residues, order, parts } = group;
  // Nearly every sound key fails here already.
  if (PRIMES.some((prime, index) => residues[index]?.[Number(modulus % BigInt(prime))] === 0)) return false;
  const residue = modulus % group.modulus;
  // A number is in a cyclic group exactly when it is in each part of prime power order (Pohlig and Hellman).
  if (power(residue, order, group.modulus) !== 1n) return false;
  return parts.every(({ cofactor, powers }) => powers.has(power(residue, cofactor, (group as Group).modulus)));
}

function makeGroup(): Group {
  const modulus = PRIMES.reduce((result, prime) => result * BigInt(prime), 1n);
  const residues = PRIMES.map((prime) => powersModulo(prime));
  const order = residues.reduce((result, table) => {
    const size = BigInt(table.reduce((sum, bit) => sum + bit, 0));
    return (result * size) / gcd(result, size);
  }, 1n);
  const parts = [...primePowers(order)].map((primePower) => {
    const cofactor = order / primePower;
    const step = power(GENERATOR, cofactor, modulus);
    const powers = new Set<bigint>();
    for (let value = 1n; !powers.has(value); value = (value * step) % modulus) powers.add(value);
    return { cofactor, powers };
  });
  return { modulus, order, parts, residues };
}

function powersModulo(prime: number): Uint8Array {
  const table = new Uint8Array(prime);
  const step = Number(GENERATOR % BigInt(prime));
  for (let value = 1 % prime; table[value] === 0; value = (value * step) % prime) table[value] = 1;
  return table;
}

function* primePowers(number: bigint): Generator<bigint> {
  let rest = number;
  for (const prime of PRIMES.map(BigInt)) {
    let primePower = 1n;
    for (; rest % prime === 0n; rest /= prime) primePower *= prime;
    if (primePower > 1n) yield primePower;
  }
}
