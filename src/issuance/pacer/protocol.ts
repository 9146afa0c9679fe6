/** What the pacer is told about the quota of its operation. */
export type PacerMode =
  /** Nothing: find the quota, and then use this share of it, more than 0 and at most 1. */
  | { readonly kind: 'auto'; readonly share: number }
  /** The quota's calls a second, as Service Quotas has them; how deep the burst is stays unknown. */
  | { readonly kind: 'known'; readonly quota: number }
  /** A rate the user has set, in calls a second: not exceeded, but to catch up a quarter of a second, and no burst. */
  | { readonly kind: 'fixed'; readonly perSecond: number };

/** How a call ended, as far as the quota is concerned; `failed` says nothing about it (time-out, reset). */
export type CallOutcome = 'admitted' | 'throttled' | 'failed';

/** What a pacer has seen so far. */
export interface PacerStats {
  /** Calls a second the pacer sends at now; undefined as long as it has not met the quota. */
  readonly rate: number | undefined;
  /** Calls a second the quota is believed to allow; undefined as long as the pacer has not met it. */
  readonly quota: number | undefined;
  readonly sent: number;
  readonly admitted: number;
  readonly throttled: number;
  readonly failed: number;
  readonly inFlight: number;
}
