import * as v from 'valibot';

/**
 * The parts of records. Anybody may have written a record, so each field takes what this product writes, or what a
 * person may write by hand where the documentation says so, and nothing else.
 */

/** Lower-case hex SHA-256: of a CSR, of a key, and a certificate's id. */
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex'));

/** An AWS account id. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
export const account = v.pipe(v.string(), v.regex(/^\d{12}$/, 'is not an AWS account id of 12 digits'));

/** An AWS region, as the input `aws-region` takes it. */
export const region = v.pipe(v.string(), v.regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, 'is not an AWS region'));

/** The longest path that Windows takes; Linux takes 4,096 bytes. https://learn.microsoft.com/en-us/windows/win32/fileio/maximum-file-path-limitation */
export const path = v.pipe(v.string(), v.maxLength(32_767, 'is too long'));

/** `ACTIVE`, `INACTIVE`, another status of AWS IoT, or what a person wrote. */
export const status = v.pipe(v.string(), v.regex(/^[A-Za-z_ -]{0,40}$/, 'is not a status'));

/** ISO 8601, also a day alone. `Date.parse` takes much else for a time, such as any text in parentheses. */
export const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/, 'is not a time in ISO 8601'),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'is not a time'),
);

/** Decimal id of a workflow run. */
export const runId = v.pipe(v.string(), v.regex(/^\d{1,20}$/, 'is not the id of a workflow run'));

export const runAttempt = v.pipe(
  v.number('is not a whole number'),
  v.integer('is not a whole number'),
  v.minValue(1, 'is below 1'),
  v.maxValue(1_000_000, 'is above 1,000,000'),
);

/** Hex, SHA-1 or SHA-256 (Git). */
export const commit = v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/, 'is not a commit'));

/** A certificate of AWS IoT takes 1 to 2 KB; RSA-16384 about 5. */
export const pem = v.pipe(v.string(), v.maxLength(16_384, 'is too long for a certificate'));

/** The name of a thing. https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html */
export const thingName = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9:_-]{1,128}$/, 'is not the name of a thing'));

/** A field that may be absent; both ways of writing that read as null. */
export function optional<T extends v.GenericSchema>(schema: T) {
  return v.optional(v.nullable(schema), null);
}

/** What is wrong with a value, for a person: `certificateId is not a SHA-256 in lower-case hex`. */
export function complaintOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [first] = issues;
  const field = first.path?.map(({ key }) => String(key)).join('.') ?? 'it';
  if (first.received === 'undefined') return `${field} is missing`;
  return first.message.startsWith('is ')
    ? `${field} ${first.message}`
    : `${field} is ${first.received.slice(0, 60)}, not ${first.expected}`;
}
