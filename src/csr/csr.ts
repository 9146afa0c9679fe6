/** The public key of a CSR, in the words a person uses: `RSA-2048`, `EC P-256`. */
export interface KeyInfo {
  /** `other` is any key type AWS IoT cannot use (DSA, Ed25519, ML-DSA …); such a CSR never becomes a certificate. */
  readonly type: 'rsa' | 'ec' | 'other';
  /** `RSA-2048`, `EC P-256`, or the algorithm's OID when it has no name here. */
  readonly name: string;
}

/**
 * One certificate signing request (PKCS#10, RFC 2986), decoded from one file. Plain text only, so that 100,000 of them
 * fit in memory and cross a thread boundary cheaply.
 */
export interface Csr {
  /** Path of its file relative to the workspace, `/` as separator on every OS. */
  readonly path: string;
  /** Characters of its canonical PEM, which {@link readPem} reads when it is needed. */
  readonly pemLength: number;
  /** SHA-256 of the request's DER, lower-case hex. */
  readonly csrSha256: string;
  /**
   * SHA-256 of the SubjectPublicKeyInfo's DER, lower-case hex: the identity of the key, and so of the device.
   * EC points count in their uncompressed form, so that one key has one fingerprint.
   */
  readonly spkiSha256: string;
  /**
   * SHA-256 of the subject's DER, lower-case hex: AWS IoT takes it into the certificate as it is. Undefined where nobody
   * has asked for it.
   */
  readonly subjectSha256?: string;
  /** Value of the last commonName attribute, when there is one. Hostile: escape it for the place it goes. */
  readonly commonName: string | undefined;
  /** Values of the last serialNumber and organizationalUnitName attributes, when there are any. As hostile. */
  readonly serialNumber?: string;
  readonly organizationalUnit?: string;
  readonly key: KeyInfo;
  /** `SHA256-RSA`, `SHA384-ECDSA`, `RSASSA-PSS-SHA256` …, or the OID when it has no name here. */
  readonly signatureAlgorithm: string;
}

export type Severity = 'error' | 'warning' | 'notice';

/** What a rule says of a file. An `error` keeps the CSR from becoming a certificate. */
export interface Finding {
  /** Stable kebab-case id of the rule; documented in docs/rules.md under this name. */
  readonly rule: string;
  readonly severity: Severity;
  /** The file it is about, as in {@link Csr.path}. */
  readonly path: string;
  /** Of that file, from 1, where the finding is about a line of the devices file; undefined for the whole of a file. */
  readonly line?: number;
  /** What is wrong, one sentence. May hold text from the file: escape it for the place it goes. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix: string;
  /** The input that is the cause, where the file is not: one message then names all files of which the same is said. */
  readonly input?: string;
}

/** `csrs/a.csr`, `devices.csv:7`: what a finding is about. */
export function placeOf({ path, line }: Pick<Finding, 'path' | 'line'>): string {
  return line === undefined ? path : `${path}:${line}`;
}

/** Files and certificates whose keys have something in common that none should have. */
export interface FindingGroup {
  /** The rule that found it. */
  readonly rule: string;
  /** Every one of them: the path of a file, or `the certificate <id>`. */
  readonly members: readonly string[];
}
