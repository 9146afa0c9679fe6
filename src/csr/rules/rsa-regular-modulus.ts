import { type Regularity, regularityOf } from '../weak-keys/regular-modulus.ts';
import type { KeyRule } from './rule.ts';

export const rsaRegularModulus: KeyRule = {
  about: 'request',
  id: 'rsa-regular-modulus',
  severity: 'error',
  isFixed: false,
  title: 'The modulus of an RSA key looks like a random number.',
  source: { name: 'badkeys, the checks pattern, rsabias and rsapoly', url: 'https://badkeys.info/' },
  why: 'A modulus in which bytes repeat, far more bits are clear than set, or the same bits of each word are always clear comes from primes with too little randomness, is damaged, or was made to show something in it. No random modulus has such a regularity: the tests give a false alarm less than once in 10^18 keys. It takes 0.1 ms a key. Who wants a modulus with a text in it sets `rsa-regular-modulus=warning`.',
  check({ rsa }) {
    const regularity = rsa === undefined ? undefined : regularityOf(rsa.modulus);
    if (regularity === undefined) return undefined;
    return {
      message: `The modulus of its RSA key is not random: ${WORDS[regularity]}.`,
      fix: 'Make a new key with another random number generator.',
    };
  },
};

const WORDS: Readonly<Record<Regularity, string>> = {
  biased: 'far more than half of its bits are equal',
  periodic: 'the same bits of each of its words are equal',
  repeating: 'a short word repeats in it',
};
