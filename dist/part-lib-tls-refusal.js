import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var CODES=/^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT(_IN_CHAIN)?|UNABLE_TO_(VERIFY|GET|DECRYPT|DECODE)_\w+|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/,
SENTENCES=/self[- ]signed certificate|unable to (?:get (?:local )?issuer certificate|verify the first certificate)|certificate (?:has expired|is not yet valid)|does not match certificate's altnames/i;
function isTlsRefusal(code){return CODES.test(code)}function tellsOfTlsRefusal(message){return SENTENCES.test(message)}var TLS_FIX="If a proxy inspects TLS here\
, set NODE_EXTRA_CA_CERTS in `env` of the step or job to a file with its CA certificate. Otherwise check the runner's clock, and who answers there.";export{isTlsRefusal,tellsOfTlsRefusal,TLS_FIX};
