import { type Examples, file } from '../example.ts';
import { toPem } from '../make-csr.ts';
import { makeRsaCsr, randomPrime } from '../rsa-keys.ts';

/** A prime of the key with which the tests of badkeys (github.com/badkeys/badkeys) check that it finds shared ones. */
const KNOWN = BigInt(
  `0x${[
    'f97e6869f1b6fba6b580e39ed2c318b7addb3c4141686df19279a1a025cd6d12442915d2a0acbd86a7726df832bde9850b9d',
    'f0eff5c837dbcf0465bf629888bc9e6d332f04afd06fc7b97cbea861eed2a1b16ec188732a2ac05dee0f5c4be2cfc891f6ba',
    '2a2b2b41aa48bd2f4353e8bdd40995a86c8465a155bb72d05362f8b9',
  ].join('')}`,
);

export const examples: Examples = {
  'rsa-known-prime': {
    passes: () => file(toPem(makeRsaCsr({ factors: [randomPrime(1_024), randomPrime(1_024)] }))),
    fails: () => file(toPem(makeRsaCsr({ factors: [KNOWN, randomPrime(1_024)] }))),
  },
};
