import type { Severity } from '../csr.ts';
import type { DeviceList, ListedDevice } from '../device-list.ts';
import type { KnownKey } from '../known-key.ts';
import type { Contents } from '../parse/contents.ts';
import type { CertificationRequest } from '../parse/pkcs10.ts';
import type { SignatureCheck } from '../parse/self-signature.ts';
import type { Requirements } from '../policy.ts';
import type { RsaNumbers } from '../weak-keys/rsa-numbers.ts';

/** What a rule finds wrong, in the words of a Finding. */
export interface Complaint {
  readonly message: string;
  readonly fix: string;
}

/** What documents a rule. */
export interface RuleText {
  /** Stable, kebab-case. */
  readonly id: string;
  /** Unless a setting changes it; `off` until a setting asks for it. */
  readonly severity: Severity | 'off';
  /** True when no setting changes the severity: no certificate could be made, or it would be worth nothing. */
  readonly isFixed: boolean;
  /** What must be so, one sentence. */
  readonly title: string;
  /** Where that stands. */
  readonly source: { readonly name: string; readonly url: string };
  /** Why it matters and what was decided, for the documentation. */
  readonly why: string;
}

/** A rule on what a file holds. When it complains there is no request. */
export interface FileRule extends RuleText {
  readonly about: 'file';
  check(contents: Contents): Complaint | undefined;
}

/** One request with what was computed from it once for all rules. */
export interface Evidence extends SignatureCheck {
  readonly request: CertificationRequest;
  /** Characters of its canonical PEM. */
  readonly pemLength: number;
  /**
   * The numbers of an RSA key that is worth looking into: one that no other rule refuses for its form, and not so long
   * that no certificate could come of it, since the time that this takes grows with the cube of its length.
   */
  readonly rsa: RsaNumbers | undefined;
}

/** A rule on one request. */
export interface RequestRule extends RuleText {
  readonly about: 'request';
  check(evidence: Evidence, requirements: Requirements): Complaint | undefined;
}

/** What a rule on keys may look at: a certificate has it as well as a request. */
export interface KeyEvidence extends Pick<Evidence, 'isKeyUsable' | 'rsa'> {
  readonly request: Pick<CertificationRequest, 'key'>;
}

/** A rule on the key of a request, and on nothing else of it. */
export interface KeyRule extends RequestRule {
  check(evidence: KeyEvidence): Complaint | undefined;
}

/** What is kept of each request to compare it with all others of the batch: little, there may be 100,000. */
export interface BatchEntry {
  readonly path: string;
  /** As in {@link Csr.csrSha256}. */
  readonly csrSha256: string;
  /** As in {@link Csr.spkiSha256}. */
  readonly spkiSha256: string;
  /** As in {@link Verdict.subject}. */
  readonly subject: string;
  /** As in {@link Verdict.subjectBytes}. */
  readonly subjectBytes: string;
  /** Big-endian modulus of an RSA key. */
  readonly modulus: Uint8Array | undefined;
}

/** RSA keys that have a factor in common. */
export interface SharedModulus {
  /**
   * `modulus`: all of it, so that only their exponents differ. `prime`: one factor, which all of them have. `unclear`:
   * each has a factor in common with at least one of the others.
   */
  readonly common: 'modulus' | 'prime' | 'unclear';
  readonly entries: readonly BatchEntry[];
  readonly known: readonly KnownKey[];
}

/** An RSA key with prime factors of 17 to 24 bits. */
export interface DivisibleModulus {
  /** The product of all of them. */
  readonly factor: bigint;
  readonly entries: readonly BatchEntry[];
}

/** A line of the devices file that a request says it is of. */
export interface FoundLine {
  readonly device: ListedDevice;
  /** What the request says, for a person: `file name gw-1`, `serial number 7`. */
  readonly by: string;
}

/** A request and the lines of the devices file that it says it is of. */
export interface DeviceMatch {
  readonly entry: BatchEntry;
  /** Name of the thing that its certificate will belong to; undefined where nobody has asked for things. */
  readonly thing: string | undefined;
  /** The serialNumber in its subject. */
  readonly serial: string | undefined;
  /** All that it says of its device, as in {@link FoundLine.by}. */
  readonly names: readonly string[];
  /** In the order of `names`; the first one counts. */
  readonly found: readonly FoundLine[];
}

/** The devices file beside the requests of the batch. */
export interface DevicesView {
  readonly list: DeviceList;
  /** One for each of {@link BatchView.entries}. */
  readonly matches: readonly DeviceMatch[];
  /** Lines that no file of the batch is of, and whose key has no certificate as far as is known. */
  readonly without: readonly ListedDevice[];
  /** The line that lists a hash, of a key or of a CSR. */
  readonly byHash: ReadonlyMap<string, ListedDevice>;
}

/** What a rule on the batch may look at. */
export interface BatchView {
  /** The requests of the batch, in the order of their files. */
  readonly entries: readonly BatchEntry[];
  /** Keys that have a certificate already. */
  readonly known: readonly KnownKey[];
  readonly shared: readonly SharedModulus[];
  readonly divisible: readonly DivisibleModulus[];
  /** Those whose RSA key has a prime that was found in keys of others. */
  readonly listed: readonly BatchEntry[];
  /** Undefined where there is no devices file. */
  readonly devices?: DevicesView | undefined;
}

/** What a rule on the batch finds wrong with the entry of this path, or with a line of the devices file. */
export interface BatchComplaint extends Complaint {
  readonly path: string;
  /** Of the devices file, whose path `path` then is; undefined for an entry. */
  readonly line?: number;
  /**
   * All whose keys have in common what is complained of, where it is keys: the path of a file, or `the certificate <id>`.
   * The complaints on one group have one list.
   */
  readonly group?: readonly string[];
}

/** A rule on requests beside each other, and beside keys that have a certificate already. */
export interface BatchRule extends RuleText {
  readonly about: 'batch';
  /** Complaints in any order. */
  check(batch: BatchView): readonly BatchComplaint[];
}

export type Rule = FileRule | RequestRule | BatchRule;
