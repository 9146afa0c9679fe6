import { isSamePlace, type Place } from '../aws/place.ts';

/**
 * A certificate of an account that is none of the ledger's devices, as it was looked at once. A certificate's id is the
 * SHA-256 of its DER, so that its key never changes.
 */
export interface OtherCertificate extends Place {
  readonly certificateId: string;
  readonly spkiSha256: string;
}

/**
 * How far a ledger knows an account in a region: every certificate that was created there from `since` on and before
 * `time` is in it, whatever key it is of.
 */
export interface Horizon extends Place {
  /** ISO 8601, of AWS's clock; null: since the account exists. */
  readonly since: string | null;
  /** ISO 8601, of AWS's clock. */
  readonly time: string;
}

/** The certificates of an account that were created from `since` on and before `until` have all been looked at. */
export interface Span {
  /** Milliseconds of AWS's clock; 0 for the whole account. */
  readonly since: number;
  readonly until: number;
}

/** The span that a ledger knows of an account; undefined when it knows nothing. */
export function spanOf(horizons: readonly Horizon[], place: Place): Span | undefined {
  const own = horizons.filter((horizon) => isSamePlace(horizon, place));
  if (own.length === 0) return undefined;
  // After a merge there may be several: what all of them say is so whichever side's lines were kept.
  const since = Math.max(...own.map((horizon) => (horizon.since === null ? 0 : Date.parse(horizon.since))));
  const until = Math.min(...own.map(({ time }) => Date.parse(time)));
  return since < until ? { since, until } : undefined;
}

/** What the clocks of two machines may be apart at most, milliseconds; one that is further off signs no request. */
const CLOCKS_MS = 24 * 60 * 60_000;

/**
 * True when a horizon claims to know what is yet to be created: nobody has looked at that, and what is created until then
 * would never be found.
 *
 * @param now milliseconds
 */
export function isAhead({ time }: Horizon, now: number): boolean {
  return Date.parse(time) > now + CLOCKS_MS;
}

/** The horizon that says of an account what a span does. */
export function horizonOf({ since, until }: Span, { account, region }: Place): Horizon {
  const iso = (time: number): string => new Date(time).toISOString();
  return { account, region, since: since <= 0 ? null : iso(since), time: iso(until) };
}

/**
 * Both spans as one. Where they leave a gap, only one of them can be kept: the first, unless there is none.
 */
export function joinSpans(known: Span | undefined, added: Span | undefined): Span | undefined {
  if (known === undefined || added === undefined) return known ?? added;
  if (added.since > known.until || known.since > added.until) return known;
  return { since: Math.min(known.since, added.since), until: Math.max(known.until, added.until) };
}
