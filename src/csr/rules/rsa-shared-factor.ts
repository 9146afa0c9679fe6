import type { KnownKey } from '../known-key.ts';
import { listOthers } from './list-others.ts';
import type { BatchEntry, BatchRule, SharedModulus } from './rule.ts';

const MESSAGES: Readonly<Record<SharedModulus['common'], (others: string) => string>> = {
  modulus: (others) =>
    `Its RSA key has the modulus of ${others} with another exponent, so that each can compute the private key of the other.`,
  prime: (others) =>
    `Its RSA key has a prime in common with that of ${others}, so that anyone can compute both private keys.`,
  unclear: (others) =>
    `Its RSA key has a prime in common with that of at least one of ${others}, so that anyone can compute both private keys.`,
};

export const rsaSharedFactor: BatchRule = {
  about: 'batch',
  id: 'rsa-shared-factor',
  severity: 'error',
  isFixed: true,
  title: 'No two RSA keys have a prime in common.',
  source: {
    name: 'Heninger et al., Mining your Ps and Qs: detection of widespread weak keys in network devices, 2012',
    url: 'https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/heninger',
  },
  why: 'Devices that make their key at the first boot, with too little randomness, come to the same first prime and a different second one. Whoever has two such public keys divides, and has both private keys: 1 in 172 RSA keys of certificates on the Internet fell to that, most of them of devices (Keyfactor, 2019). Every key of the batch is compared with every other and with the keys of the certificates in the ledger and in the manifest, also with revoked ones. Not even one key of a group is safe: the others are public. Where hundreds of keys have many primes in common in many ways, they are refused as one group without finding out which of them share which prime.',
  check({ shared }) {
    return shared.flatMap(({ common, entries, known }) => {
      // One holder of each key: the same file twice is another rule's, and a certificate may be of this very file.
      const holders = new Map<string, BatchEntry | KnownKey>();
      for (const holder of [...entries, ...known]) {
        if (!holders.has(holder.spkiSha256)) holders.set(holder.spkiSha256, holder);
      }
      const group = [...holders.values()];
      const members = [...entries.map(nameOf), ...group.filter((holder) => !('path' in holder)).map(nameOf)];
      return entries.map((entry) => {
        const others = listOthers(group, (other) => other.spkiSha256 === entry.spkiSha256, nameOf);
        return {
          path: entry.path,
          group: members,
          message: MESSAGES[common](others),
          fix: 'Make new keys on all of these devices, with a random number generator that has been seeded.',
        };
      });
    });
  },
};

function nameOf(holder: BatchEntry | KnownKey): string {
  return 'path' in holder ? holder.path : `the certificate ${holder.certificateId}`;
}
