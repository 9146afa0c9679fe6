import type { Hash } from '../parse/algorithm-identifier.ts';
import type { RequestRule } from './rule.ts';

const TAKEN: ReadonlySet<Hash> = new Set(['sha256', 'sha384', 'sha512']);

export const signatureAlgorithm: RequestRule = {
  about: 'request',
  id: 'signature-algorithm',
  severity: 'error',
  isFixed: false,
  title: 'The signature algorithm is one that AWS IoT takes.',
  source: {
    name: 'AWS IoT developer guide, X.509 client certificates',
    url: 'https://docs.aws.amazon.com/iot/latest/developerguide/x509-client-certs.html#x509-cert-algorithms',
  },
  why: 'RSA (PKCS#1 v1.5 or PSS) and ECDSA, with SHA-256, SHA-384 or SHA-512. SHA-1 and MD5 have rules of their own.',
  check({ request: { signatureAlgorithm } }) {
    const { scheme, hash, name } = signatureAlgorithm;
    const isTaken = scheme !== 'other' && hash !== undefined && TAKEN.has(hash);
    const hasOwnRule = hash === 'md5' || (hash === 'sha1' && scheme !== 'rsa-pss');
    if (isTaken || hasOwnRule) return undefined;
    return {
      message: `It is signed with ${name}, which AWS IoT does not take.`,
      fix: 'Sign the CSR with SHA-256 (RSA or ECDSA).',
    };
  },
};
