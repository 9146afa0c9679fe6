import type { Csr } from '../csr/csr.ts';

/** A certificate that exists in the AWS account and whose public key is that of its CSR. */
export interface Certificate {
  /** AWS's id: lower-case hex SHA-256 of the certificate's DER. */
  readonly id: string;
  readonly arn: string;
  readonly pem: string;
  /** As last known; undefined for a PEM that was found without a record of it. */
  readonly status: CertificateStatus | undefined;
  /** When AWS issued it, ISO 8601; undefined as above. */
  readonly issuedAt: string | undefined;
  /** The run that asked for it; undefined as above, and outside GitHub. */
  readonly origin: Origin | undefined;
}

/** A certificate whose PEM is in its place: of 100,000 it would be half of what is in memory. */
export type StoredCertificate = Omit<Certificate, 'pem'>;

/** A certificate that something tells of: its PEM, too, or its id alone. */
export type KnownCertificate = StoredCertificate & { readonly pem?: string };

/** The statuses that this product gives a certificate; others, such as REVOKED, are given by people. */
export type CertificateStatus = 'ACTIVE' | 'INACTIVE';

/** A workflow run, as GitHub counts them. */
export interface Origin {
  readonly runId: string;
  readonly runAttempt: number;
  readonly commit: string | undefined;
}

/** What became of one CSR. */
export type Outcome =
  | { readonly result: 'created' | 'reused'; readonly csr: Csr; readonly certificate: StoredCertificate }
  /** No certificate: AWS said no, or the run ended before it was this CSR's turn. */
  | { readonly result: 'failed' | 'not-attempted'; readonly csr: Csr; readonly problem: Problem }
  /** AWS may have created a certificate: the answer did not arrive, or could not be used. */
  | { readonly result: 'in-doubt'; readonly csr: Csr; readonly problem: Problem };

/** Why there is no certificate. `message` may hold text from AWS: escape it for the place it goes. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}
