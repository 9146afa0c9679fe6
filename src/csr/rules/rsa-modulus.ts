import { isEven } from '../parse/key.ts';
import { perfectPower } from '../weak-keys/perfect-power.ts';
import { isPrime } from '../weak-keys/prime.ts';
import type { Complaint, RequestRule } from './rule.ts';

export const rsaModulus: RequestRule = {
  about: 'request',
  id: 'rsa-modulus',
  severity: 'error',
  isFixed: true,
  title: 'The modulus of an RSA key is odd, not a prime, and not a power of another number.',
  source: { name: 'RFC 8017, section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc8017#section-3.1' },
  why: 'The modulus is the product of two large primes, and whoever knows them has the private key. An even one was damaged, or never was a key. A prime, or the power of a prime, hides nothing: OpenSSL and others verify signatures of such keys all the same. Moduli of up to 6,144 bits are tested for being a prime, which takes 2 ms for 2048 bits.',
  check({ request: { key }, rsa, proof }) {
    if (key.type !== 'rsa') return undefined;
    if (isEven(key.modulus)) return complaint('is even, so it is not the product of two large primes');
    if (rsa === undefined) return undefined;
    // Without a valid signature nothing is issued, and a large number takes its time.
    if (proof === 'valid' && isPrime(rsa.modulus) === true)
      return complaint('is a prime, so its private key is known to everyone');
    const power = perfectPower(rsa.modulus);
    if (power === undefined) return undefined;
    return complaint(`is a number to the power of ${power.exponent}, so its private key is known to everyone`);
  },
};

function complaint(problem: string): Complaint {
  return { message: `The modulus of its RSA key ${problem}.`, fix: 'Make a new key on the device.' };
}
