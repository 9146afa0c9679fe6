import { createHash } from 'node:crypto';
import type { IssuedCertificate } from './ca.ts';
import type { CertificationRequest } from './certification-request.ts';

/** The statuses that UpdateCertificate may set. */
export type CertificateStatus = 'ACTIVE' | 'INACTIVE' | 'REVOKED';

/** A certificate as the account keeps it. Times are milliseconds since 1970. */
export interface StoredCertificate {
  /** Counts the account's certificates from 1, in the order of their creation. */
  readonly number: number;
  readonly id: string;
  readonly arn: string;
  readonly pem: string;
  readonly status: CertificateStatus;
  /** SHA-256 of the SubjectPublicKeyInfo of the CSR it was made from, lower-case hex. */
  readonly spkiSha256: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly notBeforeMs: number;
}

export interface StatusChange {
  readonly id: string;
  readonly status: CertificateStatus | 'DELETED';
  readonly atMs: number;
}

export interface Page {
  readonly certificates: readonly StoredCertificate[];
  /** The last one's number when there are more. */
  readonly last: number | undefined;
}

/** The certificates of one account in one region, in memory. */
export interface Account {
  readonly accountId: string;
  readonly region: string;
  add(
    issued: IssuedCertificate,
    request: CertificationRequest,
    status: CertificateStatus,
    nowMs: number,
  ): StoredCertificate;
  get(id: string): StoredCertificate | undefined;
  setStatus(id: string, status: CertificateStatus, nowMs: number): void;
  remove(id: string, nowMs: number): void;
  /** What UpdateCertificate and DeleteCertificate did, in that order. */
  readonly changes: readonly StatusChange[];
  /**
   * @param after number of the last certificate of the page before; undefined for the first page
   * @param createdUntilMs certificates younger than this are left out
   */
  page(options: {
    readonly ascending: boolean;
    readonly after: number | undefined;
    readonly size: number;
    readonly createdUntilMs: number;
  }): Page;
  /** All of them, oldest first. */
  all(): readonly StoredCertificate[];
}

export function createAccount(accountId: string, region: string): Account {
  // In the order of creation; one that was removed leaves its place empty, so that numbers stay.
  const certificates: (StoredCertificate | undefined)[] = [];
  const numbers = new Map<string, number>();
  const changes: StatusChange[] = [];
  const at = (number: number | undefined): StoredCertificate | undefined =>
    number === undefined ? undefined : certificates[number - 1];
  return {
    accountId,
    region,
    add(issued, request, status, nowMs) {
      const certificate: StoredCertificate = {
        number: certificates.length + 1,
        id: issued.sha256,
        arn: `arn:aws:iot:${region}:${accountId}:cert/${issued.sha256}`,
        pem: issued.pem,
        status,
        spkiSha256: createHash('sha256').update(request.spki).digest('hex'),
        createdMs: nowMs,
        modifiedMs: nowMs,
        notBeforeMs: issued.notBeforeMs,
      };
      certificates.push(certificate);
      numbers.set(certificate.id, certificate.number);
      return certificate;
    },
    get: (id) => at(numbers.get(id)),
    setStatus(id, status, nowMs) {
      const certificate = at(numbers.get(id));
      if (certificate === undefined) return;
      certificates[certificate.number - 1] = { ...certificate, status, modifiedMs: nowMs };
      changes.push({ id, status, atMs: nowMs });
    },
    remove(id, nowMs) {
      const certificate = at(numbers.get(id));
      if (certificate === undefined) return;
      certificates[certificate.number - 1] = undefined;
      numbers.delete(id);
      changes.push({ id, status: 'DELETED', atMs: nowMs });
    },
    changes,
    page({ ascending, after, size, createdUntilMs }) {
      const step = ascending ? 1 : -1;
      const found: StoredCertificate[] = [];
      const first = after === undefined ? (ascending ? 1 : certificates.length) : after + step;
      for (let number = first; number >= 1 && number <= certificates.length; number += step) {
        const next = at(number);
        if (next === undefined || next.createdMs > createdUntilMs) continue;
        if (found.length === size) return { certificates: found, last: found.at(-1)?.number };
        found.push(next);
      }
      return { certificates: found, last: undefined };
    },
    all: () => certificates.filter((one) => one !== undefined),
  };
}
