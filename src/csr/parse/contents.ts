import type { CertificationRequest } from './pkcs10.ts';

/** What was found in a file that should hold one CSR. */
export type Contents =
  | { readonly kind: 'request'; readonly request: CertificationRequest }
  /** Nothing of a private key is ever kept. `what` has its article: `an EC private key`. */
  | { readonly kind: 'private-key'; readonly what: string }
  /** `what` has its article: `a certificate`. `fix` is a sentence: how a CSR comes of it; undefined when none does. */
  | { readonly kind: 'other'; readonly what: string; readonly fix?: string | undefined }
  | { readonly kind: 'several'; readonly count: number }
  /** `problem` is a clause: `a length is indefinite (BER, not DER) at byte 1`. */
  | { readonly kind: 'malformed'; readonly problem: string }
  /** `reason` is the system's error code: `EACCES`. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'too-large' };
