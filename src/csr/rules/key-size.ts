import type { RequestRule } from './rule.ts';

export const keySize: RequestRule = {
  about: 'request',
  id: 'key-size',
  severity: 'error',
  isFixed: true,
  title: 'An RSA key has at least 2048 bits.',
  source: {
    name: 'AWS IoT API reference, CreateCertificateFromCsr',
    url: 'https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html',
  },
  why: 'AWS IoT refuses shorter keys; 1024 bits are within reach of a state, 512 bits within reach of anyone.',
  check({ request: { key } }) {
    if (key.type !== 'rsa' || key.bits >= 2048) return undefined;
    return {
      message: `Its RSA key has ${key.bits} bits; AWS IoT requires at least 2048.`,
      fix: 'Make a longer RSA key, or an EC key on P-256.',
    };
  },
};
