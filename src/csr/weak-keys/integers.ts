/** The number that big-endian bytes stand for. */
export function toInteger(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  return BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`);
}

/** Big-endian bytes of a number that is not negative, without leading zeros; `length` of them when it is given. */
export function toBytes(number: bigint, length = 0): Uint8Array {
  const hex = number === 0n ? '' : number.toString(16);
  return Buffer.from(hex.padStart(Math.max(length * 2, hex.length + (hex.length % 2)), '0'), 'hex');
}

export function bitLength(number: bigint): number {
  if (number === 0n) return 0;
  const hex = number.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}

/** The largest number whose `k`-th power is at most `number`. */
export function root(number: bigint, k: number): bigint {
  if (number < 2n) return number;
  const exponent = BigInt(k);
  // From above, Newton's method falls until it is there.
  let guess = 1n << BigInt(Math.ceil(bitLength(number) / k));
  for (;;) {
    const next = ((exponent - 1n) * guess + number / guess ** (exponent - 1n)) / exponent;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** `base` to the power of `exponent`, modulo `modulus`, for numbers that are not negative. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** `base` to the power of `exponent`, modulo a number that fits 26 bits. */
export function smallPower(base: number, exponent: number, modulus: number): number {
  let [result, square] = [1, base % modulus];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The primes up to and including `limit`, in order. */
export function primesUpTo(limit: number): readonly number[] {
  const isComposite = new Uint8Array(limit + 1);
  const primes: number[] = [];
  for (let n = 2; n <= limit; n += 1) {
    if (isComposite[n] === 1) continue;
    primes.push(n);
    for (let multiple = n * n; multiple <= limit; multiple += n) isComposite[multiple] = 1;
  }
  return primes;
}

/** The product of some numbers, multiplied as a tree, which is faster by far than one after the other. */
export function product(numbers: readonly bigint[]): bigint {
  if (numbers.length <= 1) return numbers[0] ?? 1n;
  const half = numbers.length >> 1;
  return product(numbers.slice(0, half)) * product(numbers.slice(half));
}
