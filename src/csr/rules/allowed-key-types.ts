import type { RequestRule } from './rule.ts';

export const allowedKeyTypes: RequestRule = {
  about: 'request',
  id: 'allowed-key-types',
  severity: 'error',
  isFixed: false,
  title: 'The key is of a type that the input allowed-key-types names.',
  source: { name: 'NIST SP 800-57 part 1, section 5.6', url: 'https://doi.org/10.6028/NIST.SP.800-57pt1r5' },
  why: 'A fleet whose firmware makes P-256 keys has no reason to send an RSA key: it came from somewhere else. `RSA` allows every size and `EC` every curve that AWS IoT takes, `RSA-3072` that size and `P-256` that curve alone. Without the input every key is allowed that AWS IoT takes.',
  check({ request: { key } }, { allowedKeyTypes: allowed }) {
    if (allowed === undefined || key.type === 'other') return undefined;
    if (allowed.includes(key.name) || allowed.includes(key.type.toUpperCase())) return undefined;
    return {
      message: `Its key is ${key.name}, but allowed-key-types allows only ${allowed.join(', ')}.`,
      fix: 'Make a key of an allowed type on the device, or add this type to allowed-key-types.',
    };
  },
};
