import * as v from 'valibot';
import { certificateArn } from '../aws/place.ts';
import {
  account,
  commit,
  complaintOf,
  optional,
  path,
  pem,
  region,
  runAttempt,
  runId,
  sha256,
  status,
  time,
} from './shapes.ts';

/**
 * One certificate that was issued, ever: a line of the ledger file. docs/ledger.md documents the fields. A key may have
 * several lines, when a new certificate was asked for on purpose.
 */
export interface LedgerEntry {
  readonly spkiSha256: string;
  readonly csrSha256: string | null;
  readonly csrPath: string | null;
  readonly account: string;
  readonly region: string;
  readonly certificateId: string;
  /** Made of account, region and id. */
  readonly certificateArn: string;
  /** `REVOKED` written by hand, or any status but ACTIVE and INACTIVE, keeps the certificate from being reused. */
  readonly status: string | null;
  readonly issuedAt: string | null;
  readonly runId: string | null;
  readonly runAttempt: number | null;
  readonly commit: string | null;
  /** Null: only the id is known; the PEM is asked of the account when it is needed. */
  readonly certificatePem: string | null;
}

// Fields that are not named here stay in the file: a later version, or a person, may have added them.
const SCHEMA = v.looseObject({
  spkiSha256: sha256,
  csrSha256: optional(sha256),
  csrPath: optional(path),
  account,
  region,
  certificateId: sha256,
  certificateArn: v.optional(v.unknown()),
  status: optional(status),
  issuedAt: optional(time),
  runId: optional(runId),
  runAttempt: optional(runAttempt),
  commit: optional(commit),
  certificatePem: optional(pem),
});

/**
 * Reads one line of a ledger. The ARN in it does not count: it follows from the other fields.
 *
 * @returns the entry, or what is wrong with the line, as a clause
 */
export function parseLedgerLine(line: string): LedgerEntry | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // A conflict marker of a merge, or half a line.
    return { problem: 'it is not JSON' };
  }
  const result = v.safeParse(SCHEMA, value, { abortEarly: true });
  if (!result.success) return { problem: complaintOf(result.issues) };
  const { account, region, certificateId } = result.output;
  return { ...result.output, certificateArn: certificateArn({ account, region }, certificateId) };
}
