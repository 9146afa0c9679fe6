import type { Certificate } from './certificate.ts';

/** What is known to have been issued, by key, from whatever source. */
export interface Knowledge {
  /** The newest certificate of a key. */
  get(spkiSha256: string): Certificate | undefined;
  has(certificateId: string): boolean;
  add(spkiSha256: string, certificate: Certificate): void;
  /** Takes note of a certificate that exists and does not count. */
  ignore(certificateId: string): void;
}

/**
 * Merges what several sources say: of one certificate, the newest record and any PEM; of several certificates for one
 * key, the newest one counts.
 */
export function createKnowledge(): Knowledge {
  const byKey = new Map<string, Certificate>();
  const ids = new Set<string>();
  return {
    get: (spkiSha256) => byKey.get(spkiSha256),
    has: (certificateId) => ids.has(certificateId),
    ignore: (certificateId) => ids.add(certificateId),
    add(spkiSha256, certificate) {
      ids.add(certificate.id);
      const known = byKey.get(spkiSha256);
      if (known === undefined) byKey.set(spkiSha256, certificate);
      else if (known.id === certificate.id) byKey.set(spkiSha256, merge(known, certificate));
      else if ((known.issuedAt ?? '') < (certificate.issuedAt ?? '')) byKey.set(spkiSha256, certificate);
    },
  };
}

function merge(known: Certificate, added: Certificate): Certificate {
  const pem = known.pem ?? added.pem;
  return {
    id: known.id,
    ...(pem === undefined ? {} : { pem }),
    // Of the two, only ACTIVE can be the later status: nothing here makes a certificate INACTIVE again.
    status: known.status === 'ACTIVE' ? 'ACTIVE' : (added.status ?? known.status),
    issuedAt: known.issuedAt ?? added.issuedAt,
    origin: known.origin ?? added.origin,
  };
}
