import { seededRandom } from '../../../src/emulator/random.ts';
import { createTokenBucket, type Quota } from '../../../src/emulator/token-bucket.ts';
import { createPacer, type Permit } from '../../../src/issuance/pacer/pacer.ts';
import type { PacerMode, PacerStats } from '../../../src/issuance/pacer/protocol.ts';
import { createVirtualClock } from '../../simulation/virtual-clock.ts';

/** A batch against a token bucket, on a virtual clock. */
export interface QuotaRun {
  /** Calls that have to be admitted. */
  readonly calls: number;
  readonly quota: Quota;
  readonly mode?: PacerMode;
  /** Milliseconds from sending a call to its answer, and up to `jitterMs` more at random. */
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** How late a timer may fire, milliseconds. */
  readonly timerMs?: number;
  /** The process is busy with something else for up to this time in each second. */
  readonly stallMs?: number;
  /** The service takes no calls for this time, once in two seconds; what came meanwhile is taken then. */
  readonly serviceStallMs?: number;
  /** At times, for up to `longestMs`, the service works off one call after the other, in `perCallMs` each. */
  readonly serviceSlow?: { readonly perCallMs: number; readonly longestMs: number };
  /** Part of the calls that end without an answer. */
  readonly failing?: number;
  /** Quotas from these times on, milliseconds since the start, ascending. */
  readonly changes?: readonly { readonly at: number; readonly quota: Quota }[];
  /** Another client of the same quota: evenly spaced calls between two times. */
  readonly other?: { readonly perSecond: number; readonly from: number; readonly to: number };
  readonly seed?: number;
}

export interface QuotaRunResult {
  /** Milliseconds from the first call to the last answer. */
  readonly wallMs: number;
  /** Milliseconds that no client can do it under: the burst at once, and then at the rates that were left. */
  readonly boundMs: number;
  readonly throttled: number;
  /** Milliseconds since the start of each throttle. */
  readonly throttledAt: readonly number[];
  /** Longest time without an admitted call. */
  readonly longestPauseMs: number;
  /** Longest time a call took. */
  readonly longestAnswerMs: number;
  readonly stats: PacerStats;
}

export async function runAgainstQuota(options: QuotaRun): Promise<QuotaRunResult> {
  const { calls, quota, mode = { kind: 'auto', share: 1 }, latencyMs = 60, jitterMs = 0, timerMs = 1 } = options;
  const { serviceStallMs = 0, stallMs = 0, serviceSlow, failing = 0, changes = [], other, seed = 1 } = options;
  const random = seededRandom(seed);
  const start = 1_000_000;
  const virtual = createVirtualClock(start);
  const clock = virtual.process();
  const stalls = Array.from({ length: 600 }, () => random() * stallMs);
  /** When a process that is busy at times gets to what is due then. */
  const noticed = (ms: number): number => {
    const due = clock.now() + ms - start;
    const second = Math.floor(due / 1_000);
    return ms + Math.max(0, (stalls[second] ?? 0) - (due - second * 1_000));
  };
  const taken = (ms: number): number => {
    const due = (clock.now() + ms - start) % 2_000;
    return ms + Math.max(0, due - 200 < 0 ? 0 : serviceStallMs - (due - 200));
  };
  const { perCallMs, longestMs } = serviceSlow ?? { perCallMs: 0, longestMs: 0 };
  const slowPhases = Array.from({ length: 600 }, () => random() * longestMs);
  let freeAt = 0;
  /** Milliseconds until the service has worked off a call that comes now; ten times as fast outside of a slow phase. */
  const queued = (): number => {
    const at = clock.now() - start;
    const period = 2 * longestMs;
    const isSlow = at % period < (slowPhases[Math.floor(at / period)] ?? 0);
    freeAt = Math.max(freeAt, at) + (isSlow ? perCallMs : perCallMs / 10);
    return freeAt - at;
  };
  const late = {
    ...clock,
    sleep: (ms: number, signal?: AbortSignal) => clock.sleep(noticed(ms + random() * timerMs), signal),
  };
  const bucket = createTokenBucket(quota, virtual.now);
  for (const change of changes) virtual.at(start + change.at, () => bucket.change(change.quota));
  const otherCall = (at: number): void => {
    if (other === undefined || at >= other.to) return;
    virtual.at(start + at, () => {
      bucket.take();
      otherCall(at + 1_000 / other.perSecond);
    });
  };
  if (other !== undefined) otherCall(other.from);

  const pacer = createPacer({ clock: late, mode });
  const throttledAt: number[] = [];
  let left = calls;
  let done = 0;
  let lastAdmitted = start;
  let longestPauseMs = 0;
  let longestAnswerMs = 0;
  const call = async (permit: Permit): Promise<void> => {
    const sentAt = clock.now();
    const latency = latencyMs + random() * jitterMs;
    await clock.sleep(taken(latency / 2));
    await clock.sleep(queued());
    const admitted = bucket.take();
    const fails = admitted && random() < failing;
    await clock.sleep(noticed(latency / 2));
    longestAnswerMs = Math.max(longestAnswerMs, clock.now() - sentAt);
    permit.done(fails ? 'failed' : admitted ? 'admitted' : 'throttled');
    if (admitted && !fails) {
      done++;
      longestPauseMs = Math.max(longestPauseMs, clock.now() - lastAdmitted);
      lastAdmitted = clock.now();
    } else {
      if (!admitted) throttledAt.push(clock.now() - start);
      left++;
    }
    wake?.();
  };
  let wake: (() => void) | undefined;
  const work = async (): Promise<void> => {
    while (done < calls) {
      if (left === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      left--;
      void call(await pacer.acquire());
    }
  };
  let over = false;
  const working = work().then(() => {
    over = true;
  });
  await virtual.run(() => over);
  await working;
  return {
    wallMs: clock.now() - start,
    boundMs: boundOf(options),
    throttled: throttledAt.length,
    throttledAt,
    longestPauseMs,
    longestAnswerMs,
    stats: pacer.stats,
  };
}

/** When the last token that is needed has flowed into the bucket, with all that is there used at once. */
function boundOf({ calls, quota, changes = [], other }: QuotaRun): number {
  const steps = [{ at: 0, quota }, ...changes];
  let tokens = quota.burst;
  for (let at = 0; ; at++) {
    if (tokens >= calls) return at;
    const rate = steps.findLast((step) => step.at <= at)?.quota.ratePerSecond ?? quota.ratePerSecond;
    const taken = other !== undefined && at >= other.from && at < other.to ? other.perSecond : 0;
    tokens += Math.max(0, rate - taken) / 1_000;
  }
}
