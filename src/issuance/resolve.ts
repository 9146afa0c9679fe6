import type { Waiting } from '../lib/retry.ts';
import { duration } from '../lib/words.ts';
import type { CertificateWithPem } from '../records/certificate.ts';
import type { CsrRef } from '../records/journal.ts';
import type { Span } from '../records/reach.ts';
import { isUsable } from '../records/status.ts';
import type { Log } from '../runner/log.ts';
import type { Unusable } from './confirm.ts';
import { type FoundCertificate, LISTING_LAG_MS, type LookBounds, type Sweeper } from './search.ts';

/** A CSR whose certificate may exist. */
export interface Unresolved<C extends CsrRef> {
  readonly csr: C;
  /** Milliseconds of AWS's clock: no certificate of interest was created earlier. */
  readonly since: number;
  /** Milliseconds of AWS's clock: no certificate of interest was created later. Undefined: that is not known. */
  readonly until?: number;
  /** True when a request for it may have been sent lately, so that its certificate may not be listed yet. */
  readonly mayBeLate: boolean;
}

export interface Resolution<C extends CsrRef> {
  readonly found: readonly Found<C>[];
  /** CSRs that have no certificate: asking for one is safe. */
  readonly missing: readonly C[];
  /** CSRs that have no certificate but one that is of no use, such as a revoked one. */
  readonly unusable: readonly Unusable<C>[];
  /** Certificates beyond the newest of a key: somebody, or an earlier tool, asked more than once. */
  readonly duplicates: readonly Found<C>[];
}

/** A CSR and a certificate for its key that the account has. */
export interface Found<C extends CsrRef> {
  readonly csr: C;
  readonly certificate: CertificateWithPem;
}

/**
 * Finds out by one search of the account which CSRs have a certificate. A CSR whose certificate may be late counts as
 * missing only after a second look, {@link LISTING_LAG_MS} after the last request that may have created it was given up: a
 * service may act on a request whose sender is gone, and listings lag.
 *
 * @param quietSince milliseconds of the clock: no request that may have created one was under way later
 * @param onWait called with the milliseconds of the wait before the second look
 * @param othersSince as in {@link LookBounds}
 * @throws UserError when the account cannot be searched; the signal's reason when it is aborted
 */
export async function resolve<C extends CsrRef>(
  unresolved: readonly Unresolved<C>[],
  sweeper: Sweeper,
  quietSince: number,
  { clock, signal }: Waiting,
  onWait: (ms: number) => void = () => {},
  othersSince?: LookBounds['othersSince'],
): Promise<Resolution<C>> {
  const since = unresolved.reduce((earliest, one) => Math.min(earliest, one.since), Number.POSITIVE_INFINITY);
  const bounds = { within: spansOf(unresolved), othersSince };
  const look = (wanted: readonly Unresolved<C>[]) =>
    sweeper.look(new Set(wanted.map(({ csr }) => csr.spkiSha256)), since, bounds);
  const first = await look(unresolved);
  const unlisted = unresolved.filter(({ csr, mayBeLate }) => mayBeLate && !first.has(csr.spkiSha256));
  let second: typeof first = new Map();
  if (unlisted.length > 0) {
    const left = quietSince + LISTING_LAG_MS - clock.now();
    if (left > 0) {
      onWait(left);
      await clock.sleep(left, signal);
    }
    second = await look(unlisted);
  }
  const found: Found<C>[] = [];
  const duplicates: Found<C>[] = [];
  const missing: C[] = [];
  const unusable: Unusable<C>[] = [];
  for (const { csr } of unresolved) {
    const all = first.get(csr.spkiSha256) ?? second.get(csr.spkiSha256) ?? [];
    const [newest, ...older] = all.flatMap(usable);
    if (newest !== undefined) found.push({ csr, certificate: newest });
    else if (all[0] === undefined) missing.push(csr);
    else unusable.push({ csr, certificateId: all[0].id, status: all[0].status });
    for (const certificate of older) duplicates.push({ csr, certificate });
  }
  return { found, missing, unusable, duplicates };
}

/** When certificates of interest can have been created, in order and without overlaps; undefined where nobody knows. */
function spansOf(unresolved: readonly Unresolved<CsrRef>[]): readonly Span[] | undefined {
  const spans: Span[] = [];
  for (const { since, until } of [...unresolved].sort((a, b) => a.since - b.since)) {
    if (until === undefined) return undefined;
    const last = spans.at(-1);
    if (last === undefined || since > last.until) spans.push({ since, until });
    else spans.splice(-1, 1, { since: last.since, until: Math.max(last.until, until) });
  }
  return spans;
}

function usable({ id, pem, status, createdAt }: FoundCertificate): readonly CertificateWithPem[] {
  if (!isUsable(status)) return [];
  return [{ id, pem, status, issuedAt: new Date(createdAt).toISOString(), origin: undefined }];
}

/** Reports the wait before a second look. */
export function noteWait(log: Pick<Log, 'info'>): (ms: number) => void {
  return (ms) =>
    log.info(
      `Waiting ${duration(ms)} for AWS IoT's list of certificates: what was requested a moment ago may not be in it yet`,
    );
}
