import { uncompressedPoint } from '../parse/key.ts';
import { hasSmallPrivateNumber } from '../weak-keys/small-private-number.ts';
import type { KeyRule } from './rule.ts';

export const ecPrivateNumber: KeyRule = {
  about: 'request',
  id: 'ec-private-number',
  severity: 'error',
  isFixed: true,
  title: 'The private number of an EC key is not one that can be counted to.',
  source: { name: 'NIST SP 800-186, section 3.1.2', url: 'https://doi.org/10.6028/NIST.SP.800-186' },
  why: 'A generator that gives 16 bits, a buffer that was never filled, or a counter gives a private number that whoever has the public key finds by counting. Numbers up to 135,184 are looked for, and as many below the order of the curve, which have the same points mirrored. On P-256 a list of what these points begin with lets sound keys pass; what looks like one of them, and every key on P-384 and P-521, takes 0.1 to 0.2 ms.',
  check({ request: { key }, isKeyUsable }) {
    const point = key.type === 'ec' && isKeyUsable ? uncompressedPoint(key) : undefined;
    if (key.type !== 'ec' || point === undefined || !hasSmallPrivateNumber(key.curve, point)) return undefined;
    return {
      message:
        'The private number of its EC key is so small, or so near to the order of the curve, that anybody finds it.',
      fix: 'Make a new key with another random number generator, and replace every key that this one has made.',
    };
  },
};
