import type { ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFaultPlan, DISRUPTIONS, type Fault } from './faults.ts';
import { type Reply, reset, send, sendDripping, sendHuge, sendStrange, sendTorn } from './http.ts';
import { createTokenBucket, type Quota, type TokenBucket } from './token-bucket.ts';

/** What happened to the calls of one operation so far. */
export interface Counters {
  /** Calls that authentication let through. */
  readonly calls: number;
  /** Of them, those refused for the rate. */
  readonly throttled: number;
  /** Of them, those that an injected fault hit. */
  readonly faulted: number;
  /** Of them, those answered with success. */
  readonly succeeded: number;
}

/** Time from a request's arrival to its answer; half of it passes before the work, half after. */
export interface Latency {
  readonly fixedMs: number;
  /** Up to this much more, evenly spread, drawn from the emulator's seed. */
  readonly jitterMs: number;
}

/** What a test or a bench can make of a service, and see of it. */
export interface Conditions<Operation extends string, Kind extends string> {
  readonly counters: Readonly<Record<Operation, Counters>>;
  /** Those in force; an operation without one is not limited. */
  quotas(): Readonly<Partial<Record<Operation, Quota>>>;
  /** @param quota undefined for no limit */
  setQuota(operation: Operation, quota: Quota | undefined): void;
  setLatency(latency: Latency): void;
  /** @throws TypeError for an operation or a kind that the service does not know */
  inject(fault: Fault<Operation, Kind>): void;
  clearFaults(): void;
}

/** One call as {@link Governor.perform} needs it: how it succeeds, and how its service says that it does not. */
export interface Call<Operation extends string, Kind extends string> {
  readonly operation: Operation;
  readonly response: ServerResponse;
  throttled(): Reply;
  /** The answer for an injected fault; undefined for a kind that bends the work instead. */
  failure(kind: Kind): Reply | undefined;
  work(fault: Kind | undefined): Reply | Promise<Reply>;
}

export interface Governor<Operation extends string, Kind extends string> extends Conditions<Operation, Kind> {
  /** Answers an authenticated call as the conditions have it. */
  perform(call: Call<Operation, Kind>): Promise<void>;
  /** Takes a call that another operation makes off the quota; false when there is none left. */
  draw(operation: Operation): boolean;
}

/**
 * @param operations every operation of the service
 * @param kinds what its faults can be, disruptions aside
 * @param throttle the one of them that counts as throttled
 * @param random for faults and jitter
 */
export function createGovernor<Operation extends string, Kind extends string>(options: {
  readonly operations: readonly Operation[];
  readonly kinds: readonly Kind[];
  readonly throttle: Kind;
  readonly random: () => number;
}): Governor<Operation, Kind> {
  const { operations, kinds, throttle, random } = options;
  const faults = createFaultPlan<Operation, Kind>(random);
  const buckets = new Map<Operation, TokenBucket>();
  const zero = (): { calls: number; throttled: number; faulted: number; succeeded: number } => ({
    calls: 0,
    throttled: 0,
    faulted: 0,
    succeeded: 0,
  });
  const counters = Object.fromEntries(operations.map((name) => [name, zero()])) as Record<
    Operation,
    ReturnType<typeof zero>
  >;
  let latency: Latency = { fixedMs: 0, jitterMs: 0 };

  const draw = (operation: Operation): boolean => buckets.get(operation)?.take() !== false;

  const halfDelay = (): number => (latency.fixedMs + (latency.jitterMs > 0 ? random() * latency.jitterMs : 0)) / 2;

  const perform = async (call: Call<Operation, Kind>): Promise<void> => {
    const { operation, response } = call;
    const counter = counters[operation];
    counter.calls++;
    const delay = halfDelay();
    if (delay > 0) await sleep(delay);

    if (!draw(operation)) {
      counter.throttled++;
      if (delay > 0) await sleep(delay);
      send(response, call.throttled());
      return;
    }
    const fault = faults.next(operation);
    if (fault !== undefined) counter.faulted++;
    const disruption = DISRUPTIONS.find((name) => name === fault?.kind);
    const named = kinds.find((name) => name === fault?.kind);
    const failure = named === undefined ? undefined : call.failure(named);
    if (named === throttle) counter.throttled++;

    const strange = Number(/^html-(\d+)$/.exec(disruption ?? '')?.[1] ?? 0);
    const fails = failure !== undefined || disruption === 'reset' || disruption === 'hang' || strange > 0;
    const done = fails && fault?.afterWork !== true ? undefined : await call.work(named);
    if (disruption === 'hang') return;
    if (delay > 0) await sleep(delay);
    if (disruption === 'reset') reset(response);
    else if (strange > 0) sendStrange(response, strange);
    else if (disruption === 'torn' && done !== undefined) sendTorn(response, done);
    else if (disruption === 'drip' && done !== undefined) sendDripping(response, done);
    else if (disruption === 'huge' && done !== undefined) sendHuge(response, done);
    else if (failure !== undefined) send(response, failure);
    else if (done !== undefined) {
      if (done.status < 400) counter.succeeded++;
      send(response, done);
    }
  };

  return {
    counters,
    quotas: () =>
      Object.fromEntries([...buckets].map(([name, bucket]) => [name, bucket.quota])) as Partial<
        Record<Operation, Quota>
      >,
    setQuota(operation, quota) {
      const bucket = buckets.get(operation);
      if (quota === undefined) buckets.delete(operation);
      else if (bucket !== undefined) bucket.change(quota);
      else
        buckets.set(
          operation,
          createTokenBucket(quota, () => performance.now()),
        );
    },
    setLatency(changed) {
      latency = changed;
    },
    inject(fault) {
      const known: readonly string[] = [...operations, '*'];
      const possible: readonly string[] = [...kinds, ...DISRUPTIONS];
      if (!known.includes(fault.operation)) throw new TypeError(`operation: one of ${known.join(', ')}`);
      if (!possible.includes(fault.kind)) throw new TypeError(`kind: one of ${possible.join(', ')}`);
      faults.add(fault);
    },
    clearFaults: () => faults.clear(),
    perform,
    draw,
  };
}
