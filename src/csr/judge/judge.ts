import { hash } from 'node:crypto';
import type { Csr, Finding } from '../csr.ts';
import { canonicalPemLength, MAX_PEM_LENGTH } from '../parse/canonical-pem.ts';
import type { Contents } from '../parse/contents.ts';
import { decode } from '../parse/decode.ts';
import type { PublicKey } from '../parse/key.ts';
import { lastValue, nameBytes, nameText } from '../parse/name.ts';
import { checkSignature } from '../parse/self-signature.ts';
import { fingerprintOf } from '../parse/spki.ts';
import type { Requirements, Severities } from '../policy.ts';
import type { Complaint, Evidence, FileRule, RequestRule, Rule } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import { signature } from '../rules/signature.ts';
import { type RsaNumbers, rsaNumbers } from '../weak-keys/rsa-numbers.ts';

/** What one file by itself amounts to. Plain data, so that it may come from another thread. */
export interface Verdict {
  readonly path: string;
  /** Undefined when the file holds no request, or one too long to become a certificate. */
  readonly csr: Csr | undefined;
  /** RFC 4514 text of its subject; empty for an empty subject, and without a CSR. Hostile: escape it for the place it goes. */
  readonly subject: string;
  /** {@link nameBytes} of its subject: what it is compared by. Empty without a CSR. */
  readonly subjectBytes: string;
  /** Big-endian modulus of its RSA key; undefined when `csr` is. */
  readonly modulus: Uint8Array | undefined;
  readonly findings: readonly Finding[];
}

const FILE_RULES = RULES.filter((rule): rule is FileRule => rule.about === 'file');
const REQUEST_RULES = RULES.filter((rule): rule is RequestRule => rule.about === 'request');

/** Judges one file by all rules but those on the batch. Never throws on any bytes. */
export function judge(
  path: string,
  file: Uint8Array | Extract<Contents, { kind: 'unreadable' | 'too-large' }>,
  requirements: Requirements,
): Verdict {
  const { severities = {} } = requirements;
  const contents = file instanceof Uint8Array ? decode(file) : file;
  if (contents.kind !== 'request') {
    const findings = FILE_RULES.flatMap((rule) => finding(rule, path, rule.check(contents), {}));
    return { path, csr: undefined, subject: '', subjectBytes: '', modulus: undefined, findings };
  }
  const { request } = contents;
  const pemLength = canonicalPemLength(request.der.length);
  const check = checkSignature(request);
  const canBeUsed = check.isKeyUsable && pemLength <= MAX_PEM_LENGTH;
  const evidence: Evidence = { request, ...check, pemLength, rsa: canBeUsed ? rsaNumbersOf(request.key) : undefined };
  const findings: Finding[] = [];
  // Most have nothing to say of most requests.
  for (const rule of REQUEST_RULES) {
    const complaint = rule.check(evidence, requirements);
    if (complaint !== undefined) findings.push(...finding(rule, path, complaint, severities));
  }
  if (evidence.proof === 'unchecked' && !findings.some(isError)) {
    findings.push(...finding(signature, path, UNCHECKED, severities));
  }
  if (pemLength > MAX_PEM_LENGTH)
    return { path, csr: undefined, subject: '', subjectBytes: '', modulus: undefined, findings };
  // A copy: a view would keep the whole file in memory.
  const modulus = request.key.type === 'rsa' ? Uint8Array.from(request.key.modulus) : undefined;
  const subject = nameText(request.subject);
  const subjectBytes = nameBytes(request.subjectDer);
  return { path, csr: toCsr(path, evidence), subject, subjectBytes, modulus, findings };
}

// Severities may silence what keeps a signature from being checked, but not that nothing is proven.
const UNCHECKED: Complaint = {
  message: 'Its self-signature cannot be checked, so nothing proves that its maker has the private key.',
  fix: 'Make the CSR again with an RSA or EC key and SHA-256.',
};

/** One finding, or none when there is no complaint or the rule is off. */
export function finding(
  rule: Rule,
  path: string,
  complaint: (Complaint & Pick<Finding, 'line'>) | undefined,
  severities: Severities,
): readonly Finding[] {
  const severity = rule.isFixed ? rule.severity : (severities[rule.id] ?? rule.severity);
  if (complaint === undefined || severity === 'off') return [];
  const { message, fix, line } = complaint;
  return [{ rule: rule.id, severity, path, message, fix, ...(line === undefined ? {} : { line }) }];
}

export function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/**
 * The CSR in a file, whatever the rules say of it; undefined when the file holds none.
 *
 * @param path as in {@link Csr.path}
 */
export function csrIn(path: string, file: Parameters<typeof judge>[1]): Csr | undefined {
  const contents = file instanceof Uint8Array ? decode(file) : file;
  if (contents.kind !== 'request') return undefined;
  const { request } = contents;
  return toCsr(path, { request, pemLength: canonicalPemLength(request.der.length) });
}

function rsaNumbersOf(key: PublicKey): RsaNumbers | undefined {
  return key.type === 'rsa' ? rsaNumbers(key.modulus, key.exponent) : undefined;
}

function toCsr(path: string, { request, pemLength }: Pick<Evidence, 'request' | 'pemLength'>): Csr {
  const { key } = request;
  const serialNumber = lastValue(request.subject, 'serialNumber');
  const organizationalUnit = lastValue(request.subject, 'OU');
  return {
    path,
    pemLength,
    csrSha256: hash('sha256', request.der, 'hex'),
    spkiSha256: fingerprintOf(key, request.spki),
    subjectSha256: hash('sha256', request.subjectDer, 'hex'),
    commonName: lastValue(request.subject, 'CN'),
    // Most have neither, and there may be 100,000.
    ...(serialNumber === undefined ? {} : { serialNumber }),
    ...(organizationalUnit === undefined ? {} : { organizationalUnit }),
    key: { type: key.type, name: key.name },
    signatureAlgorithm: request.signatureAlgorithm.name,
  };
}
