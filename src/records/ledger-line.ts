import * as v from 'valibot';
import { certificateArn } from '../aws/place.ts';
import type { Horizon, OtherCertificate } from './reach.ts';
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
  thingName,
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
  /** The thing that it is attached to; null or absent: none, or it was not registered. */
  readonly thingName?: string | null;
  /**
   * SHA-256 of what was asked of the registry of AWS IoT and done, the certificate's id included; null or absent: nothing
   * was.
   */
  readonly registration?: string | null;
  /** When its device was first known to have connected with it, ISO 8601; null or absent: that is not known. */
  readonly confirmedAt?: string | null;
  /**
   * When `mode: retire` took it out of use, since its thing has a newer one, ISO 8601; null or absent: it is in use. The
   * status is what the account has made of it since: INACTIVE, REVOKED, or `DELETED`.
   */
  readonly retiredAt?: string | null;
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
  // Absent where nothing was registered: such lines stay as they are.
  thingName: v.exactOptional(v.nullable(thingName)),
  registration: v.exactOptional(v.nullable(sha256)),
  // Absent while nobody knows of it.
  confirmedAt: v.exactOptional(v.nullable(time)),
  retiredAt: v.exactOptional(v.nullable(time)),
});

const OTHER = v.object({ type: v.literal('other'), account, region, certificateId: sha256, spkiSha256: sha256 });

const HORIZON = v.object({ type: v.literal('horizon'), account, region, since: optional(time), time });

/** A line of a ledger, read. */
export type LedgerLine =
  | { readonly type: 'certificate'; readonly entry: LedgerEntry }
  | { readonly type: 'other'; readonly other: OtherCertificate }
  | { readonly type: 'horizon'; readonly horizon: Horizon };

/**
 * Reads one line of a ledger. A line without `type` is a certificate that was issued; the ARN in it does not count: it
 * follows from the other fields. A type that is not known may change what the other lines mean, so it is refused.
 *
 * @returns the line, or what is wrong with it, as a clause
 */
export function parseLedgerLine(line: string): LedgerLine | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // A conflict marker of a merge, or half a line.
    return { problem: 'it is not JSON' };
  }
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : 'certificate';
  switch (type) {
    case 'certificate':
      return parseEntry(value);
    case 'other': {
      const result = v.safeParse(OTHER, value, { abortEarly: true });
      if (!result.success) return { problem: complaintOf(result.issues) };
      const { account, region, certificateId, spkiSha256 } = result.output;
      return { type, other: { account, region, certificateId, spkiSha256 } };
    }
    case 'horizon': {
      const result = v.safeParse(HORIZON, value, { abortEarly: true });
      if (!result.success) return { problem: complaintOf(result.issues) };
      const { account, region, since, time } = result.output;
      return { type, horizon: { account, region, since, time } };
    }
    default:
      return {
        problem: `its type is ${typeof type === 'string' ? JSON.stringify(type).slice(0, 60) : 'no text'}, which this version does not know`,
      };
  }
}

/** `JSON.parse` takes any depth; `JSON.stringify`, which writes the line again, fails at some thousand levels. */
const MAX_DEPTH = 32;

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

function parseEntry(value: unknown): LedgerLine | { readonly problem: string } {
  const result = v.safeParse(SCHEMA, value, { abortEarly: true });
  if (!result.success) return { problem: complaintOf(result.issues) };
  const deep = Object.entries(result.output).find(([, field]) => isDeeper(field, MAX_DEPTH));
  if (deep !== undefined) return { problem: `${deep[0]} is nested too deeply` };
  const { account, region, certificateId } = result.output;
  const entry = { ...result.output, certificateArn: certificateArn({ account, region }, certificateId) };
  return { type: 'certificate', entry };
}
