import type { Csr } from '../csr/csr.ts';
import type { CertificateStatus } from './status.ts';

/**
 * A certificate that exists in the AWS account and whose public key is that of its CSR. Its ARN follows from the account,
 * the region and the id.
 */
export interface Certificate {
  /** AWS's id: lower-case hex SHA-256 of the certificate's DER. */
  readonly id: string;
  /**
   * Undefined where a record has no PEM, only the id, and where the PEM is in its place on the disk: of 100,000
   * certificates it would be half of what is in memory.
   */
  readonly pem?: string;
  /** As last known; undefined for a PEM that was found without a record of it. */
  readonly status: CertificateStatus | undefined;
  /** When AWS issued it, ISO 8601; undefined as above. */
  readonly issuedAt: string | undefined;
  /** The run that asked for it; undefined as above, and outside GitHub. */
  readonly origin: Origin | undefined;
}

/** A certificate whose PEM is at hand. */
export type CertificateWithPem = Certificate & { readonly pem: string };

/** A workflow run, as GitHub counts them. */
export interface Origin {
  readonly runId: string;
  readonly runAttempt: number;
  readonly commit: string | undefined;
}

/** What became of one CSR. */
export type Outcome =
  /** The PEM is in its place in the output directory, not here. */
  | {
      readonly result: 'created' | 'reused';
      readonly csr: Csr;
      readonly certificate: Certificate;
      /** This run, in this attempt or an earlier one, created it INACTIVE and has not activated it. */
      readonly awaitsActivation: boolean;
    }
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
