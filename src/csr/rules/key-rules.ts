import { debianKey } from './debian-key.ts';
import { ecPrivateNumber } from './ec-private-number.ts';
import { publishedKey } from './published-key.ts';
import { rsaClosePrimes } from './rsa-close-primes.ts';
import { rsaKnownPrime } from './rsa-known-prime.ts';
import { rsaMediumFactor } from './rsa-medium-factor.ts';
import { rsaPatternedPrime } from './rsa-patterned-prime.ts';
import { rsaPrivateExponent } from './rsa-private-exponent.ts';
import { rsaRegularModulus } from './rsa-regular-modulus.ts';
import { rsaRoca } from './rsa-roca.ts';
import { rsaSharedFactor } from './rsa-shared-factor.ts';
import { rsaSmallFactor } from './rsa-small-factor.ts';
import { rsaSmoothPrime } from './rsa-smooth-prime.ts';
import type { BatchRule, KeyRule } from './rule.ts';

/** Rules that find a key whose private key others can compute or have, looking at that key alone. */
export const SINGLE_KEY_RULES: readonly KeyRule[] = [
  rsaSmallFactor,
  rsaClosePrimes,
  rsaRoca,
  rsaSmoothPrime,
  rsaPatternedPrime,
  rsaRegularModulus,
  rsaPrivateExponent,
  debianKey,
  publishedKey,
  ecPrivateNumber,
];

/** Rules that find such a key among many. */
export const MANY_KEYS_RULES: readonly BatchRule[] = [rsaMediumFactor, rsaKnownPrime, rsaSharedFactor];

/** Ids of the rules by which the key of a certificate can be judged. */
export const KEY_RULE_IDS: readonly string[] = [...SINGLE_KEY_RULES, ...MANY_KEYS_RULES].map(({ id }) => id);
