import type { Certificate } from './certificate.ts';
import { checkPem } from './read-certificate.ts';

/** What is known to have been issued, by key, from whatever source. */
export interface Knowledge {
  /** The certificates of a key, the newest first. */
  get(spkiSha256: string): readonly Certificate[];
  /**
   * The key of a certificate (SPKI) when it is known for sure: the account said so, or the PEM in a record proves it. A
   * record that only names an id proves nothing, and must not keep anybody from looking at that certificate.
   */
  keyOf(certificateId: string): string | undefined;
  add(spkiSha256: string, certificate: Certificate): void;
  /** The account holds the certificate for this key, or it was created here. */
  confirm(spkiSha256: string, certificateId: string): void;
  /** The account does not hold the certificate for this key. */
  forget(spkiSha256: string, certificateId: string): void;
  /** Takes note of a certificate that exists and does not count. */
  ignore(spkiSha256: string, certificateId: string): void;
  /** A person called the certificate revoked, or otherwise of no use: it does not count, whatever other records say. */
  retire(spkiSha256: string, certificate: Retired): void;
  /** The certificates of a key that were retired. */
  retired(spkiSha256: string): readonly Retired[];
}

/** A certificate that is of no use any more. */
export interface Retired {
  readonly certificateId: string;
  /** As a person wrote it: `REVOKED` … */
  readonly status: string;
}

/** Merges what several sources say of one certificate: its newest status and any PEM. */
export function createKnowledge(): Knowledge {
  // By key and id: a hostile record may have any number of certificates for one key.
  const byKey = new Map<string, Map<string, Certificate>>();
  const certain = new Map<string, string>();
  const pems = new Map<string, { readonly pem: string; readonly spkiSha256: string }>();
  const retired = new Map<string, Map<string, Retired>>();
  const drop = (spkiSha256: string, id: string) => byKey.get(spkiSha256)?.delete(id);
  return {
    get: (spkiSha256) =>
      [...(byKey.get(spkiSha256)?.values() ?? [])].sort(({ issuedAt: a = '' }, { issuedAt: b = '' }) =>
        a > b ? -1 : a < b ? 1 : 0,
      ),
    keyOf(id) {
      const claim = pems.get(id);
      if (claim !== undefined) {
        pems.delete(id);
        const checked = checkPem(claim.pem);
        // Recorded for another key, it is not among the certificates of its own, and has to be found.
        const isOfKey = checked?.id === id && checked.spkiSha256 === claim.spkiSha256;
        if (isOfKey) certain.set(id, checked.spkiSha256);
      }
      return certain.get(id);
    },
    confirm: (spkiSha256, id) => certain.set(id, spkiSha256),
    forget(spkiSha256, id) {
      certain.delete(id);
      pems.delete(id);
      drop(spkiSha256, id);
    },
    ignore: (spkiSha256, id) => certain.set(id, spkiSha256),
    retire(spkiSha256, certificate) {
      drop(spkiSha256, certificate.certificateId);
      const ofKey = retired.get(spkiSha256) ?? new Map<string, Retired>();
      retired.set(spkiSha256, ofKey.set(certificate.certificateId, certificate));
    },
    retired: (spkiSha256) => [...(retired.get(spkiSha256)?.values() ?? [])],
    add(spkiSha256, certificate) {
      const { id, pem } = certificate;
      if (retired.get(spkiSha256)?.has(id)) return;
      if (pem !== undefined) pems.set(id, { pem, spkiSha256 });
      const ofKey = byKey.get(spkiSha256) ?? new Map<string, Certificate>();
      const known = ofKey.get(id);
      // Behind the others: of two that were issued at one time, the first that a source named comes first.
      ofKey.delete(id);
      byKey.set(spkiSha256, ofKey.set(id, known === undefined ? certificate : merge(known, certificate)));
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
