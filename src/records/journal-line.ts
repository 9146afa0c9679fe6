import * as v from 'valibot';
import { account, commit, path, pem, region, runAttempt, runId, sha256, thingName, time } from './shapes.ts';

const origin = v.object({ runId, runAttempt, commit: v.optional(commit) });

const certificate = v.object({
  id: sha256,
  pem,
  status: v.optional(v.picklist(['ACTIVE', 'INACTIVE'])),
  issuedAt: v.optional(time),
  origin: v.optional(origin),
});

/** A line of a journal, by its `type`; docs/exactly-once.md says what each means. */
const LINE = v.variant('type', [
  v.object({ type: v.literal('place'), account, region }),
  v.object({ type: v.literal('step'), step: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) }),
  v.object({
    type: v.literal('intent'),
    spki: sha256,
    csr: sha256,
    path,
    file: path,
    time,
    origin: v.optional(origin),
    replaces: v.optional(sha256),
  }),
  v.object({ type: v.literal('release'), spki: sha256 }),
  v.object({ type: v.literal('issued'), spki: sha256, csr: sha256, path, file: path, certificate }),
  v.object({ type: v.literal('activated'), id: sha256 }),
  v.object({ type: v.literal('revoking'), id: sha256 }),
  v.object({ type: v.literal('revoked'), id: sha256 }),
  v.object({ type: v.literal('retiring'), id: sha256 }),
  v.object({ type: v.literal('retired'), id: sha256 }),
  v.object({ type: v.literal('registered'), id: sha256, thing: v.optional(thingName), registration: sha256 }),
  v.object({ type: v.literal('seen'), id: sha256, spki: sha256 }),
  v.object({
    type: v.literal('delivered'),
    to: v.pipe(v.string(), v.maxLength(1_000)),
    sha256,
    time: v.optional(time),
  }),
  v.object({ type: v.literal('manifest'), sha256 }),
]);

/** As {@link LINE}. The ARN of a certificate is not in it: it follows from the place and the id. */
export type JournalLine = v.InferOutput<typeof LINE>;

export type JournalledCertificate = v.InferOutput<typeof certificate>;

/** Undefined when the line is none: half a line that a crash left, or one that somebody else wrote. */
export function parseJournalLine(line: string): JournalLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const result = v.safeParse(LINE, value, { abortEarly: true });
  return result.success ? result.output : undefined;
}
