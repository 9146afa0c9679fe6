import { allowedKeyTypes } from './allowed-key-types.ts';
import { attributesMissing } from './attributes-missing.ts';
import { challengePassword } from './challenge-password.ts';
import { csrChanged } from './csr-changed.ts';
import { csrWithoutDevice } from './csr-without-device.ts';
import { debianKey } from './debian-key.ts';
import { deviceIdentity } from './device-identity.ts';
import { deviceKeyMismatch } from './device-key-mismatch.ts';
import { deviceWithoutCsr } from './device-without-csr.ts';
import { deviceWithoutKey } from './device-without-key.ts';
import { ecPoint } from './ec-point.ts';
import { ecPointForm } from './ec-point-form.ts';
import { ecPrivateNumber } from './ec-private-number.ts';
import { fileTooLarge } from './file-too-large.ts';
import { keySignatureMismatch } from './key-signature-mismatch.ts';
import { keySize } from './key-size.ts';
import { keyType } from './key-type.ts';
import { malformed } from './malformed.ts';
import { md5Signature } from './md5-signature.ts';
import { notACsr } from './not-a-csr.ts';
import { privateKey } from './private-key.ts';
import { pssParameters } from './pss-parameters.ts';
import { publicKeyDuplicate } from './public-key-duplicate.ts';
import { publicKeyKnown } from './public-key-known.ts';
import { publishedKey } from './published-key.ts';
import { requestedExtensions } from './requested-extensions.ts';
import { requiredSubjectAttributes } from './required-subject-attributes.ts';
import { rsaClosePrimes } from './rsa-close-primes.ts';
import { rsaExponent } from './rsa-exponent.ts';
import { rsaExponentSmall } from './rsa-exponent-small.ts';
import { rsaKnownPrime } from './rsa-known-prime.ts';
import { rsaMediumFactor } from './rsa-medium-factor.ts';
import { rsaModulus } from './rsa-modulus.ts';
import { rsaModulusSize } from './rsa-modulus-size.ts';
import { rsaPatternedPrime } from './rsa-patterned-prime.ts';
import { rsaPrivateExponent } from './rsa-private-exponent.ts';
import { rsaRegularModulus } from './rsa-regular-modulus.ts';
import { rsaRoca } from './rsa-roca.ts';
import { rsaSharedFactor } from './rsa-shared-factor.ts';
import { rsaSmallFactor } from './rsa-small-factor.ts';
import { rsaSmoothPrime } from './rsa-smooth-prime.ts';
import type { Rule } from './rule.ts';
import { severalRequests } from './several-requests.ts';
import { sha1Signature } from './sha1-signature.ts';
import { signature } from './signature.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';
import { subjectDuplicate } from './subject-duplicate.ts';
import { subjectMeant } from './subject-meant.ts';
import { subjectPattern } from './subject-pattern.ts';
import { subjectText } from './subject-text.ts';
import { thingName } from './thing-name.ts';
import { tooLong } from './too-long.ts';
import { unreadable } from './unreadable.ts';
import { version } from './version.ts';

/** Every rule, in the order in which findings about one file are reported: first what is most of the trouble. */
export const RULES: readonly Rule[] = [
  unreadable,
  fileTooLarge,
  privateKey,
  notACsr,
  severalRequests,
  malformed,
  version,
  attributesMissing,
  keyType,
  allowedKeyTypes,
  keySize,
  rsaExponent,
  rsaExponentSmall,
  rsaModulus,
  rsaModulusSize,
  rsaSmallFactor,
  rsaClosePrimes,
  rsaRoca,
  rsaSmoothPrime,
  rsaPatternedPrime,
  rsaRegularModulus,
  rsaPrivateExponent,
  debianKey,
  publishedKey,
  ecPoint,
  ecPointForm,
  ecPrivateNumber,
  signatureAlgorithm,
  pssParameters,
  sha1Signature,
  md5Signature,
  keySignatureMismatch,
  signature,
  tooLong,
  subjectText,
  subjectMeant,
  requiredSubjectAttributes,
  subjectPattern,
  thingName,
  requestedExtensions,
  challengePassword,
  deviceKeyMismatch,
  deviceIdentity,
  csrWithoutDevice,
  publicKeyDuplicate,
  publicKeyKnown,
  rsaMediumFactor,
  rsaKnownPrime,
  rsaSharedFactor,
  csrChanged,
  subjectDuplicate,
  deviceWithoutKey,
  deviceWithoutCsr,
];
