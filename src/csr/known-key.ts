/** A key that has a certificate already, by what the ledger or the manifest says. What is not recorded is undefined. */
export interface KnownKey {
  /** As in {@link Csr.spkiSha256}. */
  readonly spkiSha256: string;
  readonly certificateId: string;
  /** Of the CSR that the certificate was asked for with, as in {@link Csr}. */
  readonly csrSha256: string | undefined;
  readonly csrPath: string | undefined;
  /** Subject of the certificate, as in {@link Verdict.subject}: AWS IoT takes it from the CSR as it is. */
  readonly subject: string | undefined;
  /** As in {@link Verdict.subjectBytes}; known when `subject` is. */
  readonly subjectBytes: string | undefined;
  /** Big-endian modulus of an RSA key. */
  readonly modulus: Uint8Array | undefined;
  /** True when the certificate is of no use any more, so that another may take its place. */
  readonly isRetired: boolean;
}
