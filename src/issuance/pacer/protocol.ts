/** What is known of an operation's quota before the first call. */
export type PacerMode =
  /** Nothing: find the quota, and then use this share of it, more than 0 and at most 1. */
  | { readonly kind: 'auto'; readonly share: number }
  /** The quota's calls a second, from Service Quotas. How many calls the bucket admits at once stays unknown. */
  | { readonly kind: 'known'; readonly quota: number }
  /** A rate that the user set, calls a second. It is not exceeded, except to catch up with a quarter of a second. */
  | { readonly kind: 'fixed'; readonly perSecond: number };

/** How a call ended, as far as the quota is concerned; `failed` says nothing about it (time-out, reset). */
export type CallOutcome = 'admitted' | 'throttled' | 'failed';

/** Calls so far: `sent` is the sum of the others. */
export interface CallCounts {
  readonly sent: number;
  readonly admitted: number;
  readonly throttled: number;
  readonly failed: number;
  readonly inFlight: number;
}

/** What a pacer has seen so far. */
export interface PacerStats extends CallCounts {
  /** Calls a second the pacer sends at now; undefined as long as it has not met the quota. */
  readonly rate: number | undefined;
  /** Calls a second the quota is believed to allow; undefined as long as the pacer has not met it. */
  readonly quota: number | undefined;
}
