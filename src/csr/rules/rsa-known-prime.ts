import type { BatchRule } from './rule.ts';

export const rsaKnownPrime: BatchRule = {
  about: 'batch',
  id: 'rsa-known-prime',
  severity: 'error',
  isFixed: true,
  title: 'No prime of an RSA key is one that others have found in several keys.',
  source: { name: 'badkeys, the check sharedprimes', url: 'https://badkeys.info/docs/sharedprimes.html' },
  why: 'Who collects public keys and divides them by each other has the primes that devices with too little randomness share. 620 of them, of keys of 2048 and 4096 bits, are known to everyone, and a key with one of them is broken although no other key of the batch has it. All moduli of up to 4,096 bits are divided by them at once, together with those of rsa-medium-factor, which adds less than 0.1 ms a key for 1,000 RSA-2048 keys.',
  check({ listed }) {
    return listed.map(({ path }) => ({
      path,
      message: 'A prime of its RSA key is known from other keys, so that its private key follows from the public one.',
      fix: 'Make a new key with another random number generator, and replace every key that this one has made.',
    }));
  },
};
