import type { Clock } from '../lib/clock.ts';
import type { Certificate } from '../records/certificate.ts';
import type { CsrRef } from '../records/journal.ts';
import { SETTLE_MS, type Sweeper } from './search.ts';

/** A CSR whose certificate may exist. */
export interface Doubt<C extends CsrRef> {
  readonly csr: C;
  /** Milliseconds of AWS's clock: no certificate of interest was created earlier. */
  readonly since: number;
  /** True when a request for it may have been sent lately, so that its certificate may not be listed yet. */
  readonly mayBeLate: boolean;
}

export interface Resolution<C extends CsrRef> {
  readonly found: readonly Match<C>[];
  /** CSRs that have no certificate: asking for one is safe. */
  readonly missing: readonly C[];
  /** Certificates beyond the newest of a key: somebody, or an earlier tool, asked more than once. */
  readonly duplicates: readonly Match<C>[];
}

export interface Match<C extends CsrRef> {
  readonly csr: C;
  readonly certificate: Certificate;
}

/**
 * Finds out by one search of the account which CSRs have a certificate. A CSR whose certificate may be late counts as
 * missing only after a second look, {@link SETTLE_MS} after the last request that may have created it was given up: a
 * service may act on a request whose sender is gone, and listings lag.
 *
 * @param quietSince milliseconds of `clock`: no request that may have created one was under way later
 * @throws UserError when the account cannot be searched; the signal's reason when it is aborted
 */
export async function resolve<C extends CsrRef>(
  doubts: readonly Doubt<C>[],
  sweeper: Sweeper,
  clock: Clock,
  quietSince: number,
  signal?: AbortSignal,
): Promise<Resolution<C>> {
  const since = doubts.reduce((earliest, doubt) => Math.min(earliest, doubt.since), Number.POSITIVE_INFINITY);
  const look = (about: readonly Doubt<C>[]) => sweeper.look(new Set(about.map(({ csr }) => csr.spkiSha256)), since);
  const first = await look(doubts);
  const unseen = doubts.filter(({ csr, mayBeLate }) => mayBeLate && !first.has(csr.spkiSha256));
  let second: typeof first = new Map();
  if (unseen.length > 0) {
    const left = quietSince + SETTLE_MS - clock.now();
    if (left > 0) await clock.sleep(left, signal);
    second = await look(unseen);
  }
  const found: Match<C>[] = [];
  const duplicates: Match<C>[] = [];
  const missing: C[] = [];
  for (const { csr } of doubts) {
    const [newest, ...older] = first.get(csr.spkiSha256) ?? second.get(csr.spkiSha256) ?? [];
    if (newest === undefined) missing.push(csr);
    else found.push({ csr, certificate: newest });
    for (const certificate of older) duplicates.push({ csr, certificate });
  }
  return { found, missing, duplicates };
}
