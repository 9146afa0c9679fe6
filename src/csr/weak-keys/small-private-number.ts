import { createECDH } from 'node:crypto';
import { toInteger } from './integers.ts';
import { looksLikeSmallMultiple } from './small-multiples.ts';

/** A curve that AWS IoT takes: OpenSSL's name, bytes of a coordinate, and the prime of its field (SEC 2, version 2). */
interface Field {
  readonly openssl: string;
  readonly size: number;
  readonly prime: bigint;
}

const FIELDS: Readonly<Record<'P-256' | 'P-384' | 'P-521', Field>> = {
  'P-256': {
    openssl: 'prime256v1',
    size: 32,
    prime: (1n << 256n) - (1n << 224n) + (1n << 192n) + (1n << 96n) - 1n,
  },
  'P-384': {
    openssl: 'secp384r1',
    size: 48,
    prime: (1n << 384n) - (1n << 128n) - (1n << 96n) + (1n << 32n) - 1n,
  },
  'P-521': { openssl: 'secp521r1', size: 66, prime: (1n << 521n) - 1n },
};

/** Multiples of the base point that are at hand: 2^STEP_BITS of them, made in 40 ms when a key is searched for first. */
const STEP_BITS = 12;
const STEP = 1 << STEP_BITS;
/** Steps of twice as many and one that are taken from a key, in both directions. */
const STEPS = 16;

/** Private numbers up to here, and as many below the order of the curve, are found. */
export const LARGEST_SMALL = STEPS * (2 * STEP + 1) + STEP;

interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

interface Multiples {
  /** The x of the base point times 1, 2 … {@link STEP}. A point and its negative have the same. */
  readonly near: ReadonlySet<bigint>;
  /** The base point times 1, 2 … {@link STEPS} steps. */
  readonly far: readonly Point[];
}

const tables = new Map<string, Multiples>();

/**
 * Whether the private number of an EC key is at most {@link LARGEST_SMALL}, or as little below the order of the curve:
 * whoever counts finds it.
 *
 * Sound keys on P-256, which nearly all are, hardly cost anything: a list tells them from the others. On P-384 and P-521
 * the search takes a sixth of the time of a verification, which is not worth a list of 340 KB each in the package.
 *
 * @param point of the curve, uncompressed: 04 || x || y
 */
export function hasSmallPrivateNumber(curve: keyof typeof FIELDS, point: Uint8Array): boolean {
  if (curve === 'P-256' && !looksLikeSmallMultiple(point)) return false;
  return isSmallMultiple(curve, point);
}

/**
 * What {@link hasSmallPrivateNumber} says, found out by computing alone. Looks from the key in large steps for a multiple
 * of the base point that is at hand (Shanks' baby-step giant-step method, 1971), with one inversion for all steps
 * together (Montgomery, 1987).
 */
export function isSmallMultiple(curve: keyof typeof FIELDS, point: Uint8Array): boolean {
  const { prime, size } = FIELDS[curve];
  const { near, far } = multiplesOf(curve);
  const [x, y] = [toInteger(point.subarray(1, 1 + size)), toInteger(point.subarray(1 + size))];
  if (near.has(x)) return true;
  const differences = far.map((step) => modulo(step.x - x, prime));
  // The key is one of the steps, or its negative.
  if (differences.includes(0n)) return true;
  const inverses = invertAll(differences, prime);
  return far.some((step, index) => {
    const inverse = inverses[index] ?? 0n;
    return [step.y - y, step.y + y].some((rise) => {
      const slope = (rise * inverse) % prime;
      return near.has(modulo(slope * slope - x - step.x, prime));
    });
  });
}

function multiplesOf(curve: keyof typeof FIELDS): Multiples {
  const known = tables.get(curve);
  if (known !== undefined) return known;
  const field = FIELDS[curve];
  const base = basePoint(field);
  const near = multiples(base, STEP, field.prime);
  const last = near.at(-1) ?? base;
  const step = add(double(last, field.prime), base, field.prime);
  const made = { near: new Set(near.map(({ x }) => x)), far: multiples(step, STEPS, field.prime) };
  tables.set(curve, made);
  return made;
}

/** The base point is the public key of the private number 1. */
function basePoint({ openssl, size }: Field): Point {
  const ecdh = createECDH(openssl);
  ecdh.setPrivateKey(Buffer.alloc(size).fill(1, size - 1));
  const point = ecdh.getPublicKey();
  return { x: toInteger(point.subarray(1, 1 + size)), y: toInteger(point.subarray(1 + size)) };
}

/** A point times 1, 2 … `count`, a power of two: as many as are there are added to the last at a time. */
function multiples(point: Point, count: number, prime: bigint): readonly Point[] {
  const points = [point];
  while (points.length < count) {
    const last = points.at(-1) ?? point;
    const others = points.slice(0, -1);
    const inverses = invertAll(
      others.map(({ x }) => modulo(x - last.x, prime)),
      prime,
    );
    const sums = others.map((other, index) => sum(last, other, (other.y - last.y) * (inverses[index] ?? 0n), prime));
    points.push(...sums, double(last, prime));
  }
  return points;
}

function add(a: Point, b: Point, prime: bigint): Point {
  const [inverse = 0n] = invertAll([modulo(b.x - a.x, prime)], prime);
  return sum(a, b, (b.y - a.y) * inverse, prime);
}

// All three curves are y² = x³ - 3·x + b.
function double(point: Point, prime: bigint): Point {
  const [inverse = 0n] = invertAll([modulo(2n * point.y, prime)], prime);
  return sum(point, point, 3n * (point.x * point.x - 1n) * inverse, prime);
}

function sum(a: Point, b: Point, anySlope: bigint, prime: bigint): Point {
  const slope = modulo(anySlope, prime);
  const x = modulo(slope * slope - a.x - b.x, prime);
  return { x, y: modulo(slope * (a.x - x) - a.y, prime) };
}

/** @param numbers from 1 up to the prime */
function invertAll(numbers: readonly bigint[], prime: bigint): readonly bigint[] {
  const products = [1n];
  for (const number of numbers) products.push(((products.at(-1) ?? 1n) * number) % prime);
  let inverse = invert(products.at(-1) ?? 1n, prime);
  const inverses: bigint[] = [];
  for (let index = numbers.length - 1; index >= 0; index -= 1) {
    inverses.push((inverse * (products[index] ?? 1n)) % prime);
    inverse = (inverse * (numbers[index] ?? 1n)) % prime;
  }
  return inverses.reverse();
}

/** Euclid's method: of each remainder, the multiple of the number that leaves it. */
function invert(number: bigint, prime: bigint): bigint {
  let [x, y] = [prime, number];
  let [ofX, ofY] = [0n, 1n];
  while (y > 1n) {
    const quotient = x / y;
    [x, y] = [y, x - quotient * y];
    [ofX, ofY] = [ofY, ofX - quotient * ofY];
  }
  return modulo(ofY, prime);
}

function modulo(number: bigint, prime: bigint): bigint {
  const rest = number % prime;
  return rest < 0n ? rest + prime : rest;
}
