import type { RequestRule } from './rule.ts';

export const ecPoint: RequestRule = {
  about: 'request',
  id: 'ec-point',
  severity: 'error',
  isFixed: true,
  title: 'The public key is a point of its curve.',
  source: { name: 'SEC 1, section 3.2.2', url: 'https://www.secg.org/sec1-v2.pdf' },
  why: 'A point off the curve is no key: nobody has its private key, and computing with it can betray the private key of others.',
  check({ request, isKeyUsable }) {
    if (request.key.type !== 'ec' || isKeyUsable) return undefined;
    return {
      message: `Its public key is not a point of ${request.key.curve}.`,
      fix: 'Make a new key on the device.',
    };
  },
};
