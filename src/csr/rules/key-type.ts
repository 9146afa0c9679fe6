import type { RequestRule } from './rule.ts';

export const keyType: RequestRule = {
  about: 'request',
  id: 'key-type',
  severity: 'error',
  isFixed: true,
  title: 'The key is RSA, or EC on P-256, P-384 or P-521 by the name of the curve.',
  source: {
    name: 'AWS IoT API reference, CreateCertificateFromCsr',
    url: 'https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html',
  },
  why: 'AWS IoT takes no other key. A curve given by its parameters is refused even when they are those of P-256: such parameters can be chosen so that the key of somebody else fits (CVE-2020-0601). A key that is restricted to RSASSA-PSS is refused, too: AWS names plain RSA keys only.',
  check({ request: { key } }) {
    if (key.type !== 'other') return undefined;
    return {
      message: `Its key is ${key.name}, which AWS IoT does not take.`,
      fix: 'Use a key of RSA with at least 2048 bits, or EC on P-256, P-384 or P-521.',
    };
  },
};
