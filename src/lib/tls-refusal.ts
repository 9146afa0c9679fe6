/** Codes and sentences by which Node and OpenSSL refuse the certificate of a server, before anything is sent to it. */
const CODES =
  /^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT(_IN_CHAIN)?|UNABLE_TO_(VERIFY|GET|DECRYPT|DECODE)_\w+|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/;
const SENTENCES =
  /self[- ]signed certificate|unable to (?:get (?:local )?issuer certificate|verify the first certificate)|certificate (?:has expired|is not yet valid)|does not match certificate's altnames/i;

/**
 * @param code of Node's error
 * @see https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
export function isTlsRefusal(code: string): boolean {
  return CODES.test(code);
}

/** Whether a library's message, which has lost the code, is about that. */
export function tellsOfTlsRefusal(message: string): boolean {
  return SENTENCES.test(message);
}

/** What to do. NODE_EXTRA_CA_CERTS is read when Node starts, so it has to be in the environment of the step. */
export const TLS_FIX =
  "If a proxy inspects TLS here, set NODE_EXTRA_CA_CERTS in `env` of the step or job to a file with its CA certificate. Otherwise check the runner's clock, and who answers there.";
