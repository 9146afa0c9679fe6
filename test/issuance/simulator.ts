import type { Clock } from '../../src/clock.ts';
import { createPacer, type PacerMode, type PacerStats } from '../../src/issuance/pacer/pacer.ts';

/** Deterministic numbers in [0, 1) (mulberry32): a failing run can be repeated from its seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A clock that jumps from event to event. */
export class VirtualClock implements Clock {
  #time = 0;
  #order = 0;
  readonly #heap: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
  readonly #granularity: number;

  /** @param granularity milliseconds to which sleeps are rounded up, as an operating system's timers do */
  constructor(granularity = 0) {
    this.#granularity = granularity;
  }

  readonly now = (): number => this.#time;

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const g = this.#granularity;
      const at = this.#time + Math.max(0, ms);
      this.at(g === 0 ? at : Math.ceil(at / g) * g, resolve);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });

  at(time: number, run: () => void): void {
    const heap = this.#heap;
    const item = { at: Math.max(time, this.#time), order: this.#order++, run };
    let i = heap.push(item) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !before(item, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = item;
  }

  /** Runs events until `done` says so. Throws when there is nothing left to wait for, which is a pacer that hangs. */
  async run(done: () => boolean): Promise<void> {
    while (true) {
      await new Promise(setImmediate);
      if (done()) return;
      const next = this.#pop();
      if (next === undefined) throw new Error(`nothing left to wait for at ${this.#time} ms`);
      this.#time = next.at;
      next.run();
    }
  }

  #pop(): { readonly at: number; readonly run: () => void } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let i = 0;
    while (true) {
      let child = 2 * i + 1;
      let low = heap[child];
      const right = heap[child + 1];
      if (low === undefined) break;
      if (right !== undefined && before(right, low)) {
        low = right;
        child++;
      }
      if (before(last, low)) break;
      heap[i] = low;
      i = child;
    }
    heap[i] = last;
    return first;
  }
}

function before(a: { at: number; order: number }, b: { at: number; order: number }): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

export interface Service {
  /** Calls a second that are allowed at `ms`. */
  readonly rate: (ms: number) => number;
  /** Tokens the bucket holds; it starts full. */
  readonly burst: number;
  /** How tokens come back: all the time, once a second, or as a counter that is reset each second. */
  readonly refill?: 'continuous' | 'steps' | 'window';
  /** Calls a second another client makes. */
  readonly others?: (ms: number) => number;
  readonly othersSpacing?: 'even' | 'random';
}

export interface Simulation {
  readonly mode: PacerMode;
  readonly calls: number;
  readonly service: Service;
  /** Milliseconds to the service, and from being judged there to the answer. */
  readonly latency: (random: () => number) => readonly [number, number];
  readonly seed: number;
  readonly granularity?: number;
  /** Part of the calls that fail without saying anything about the quota. */
  readonly failing?: number;
  readonly maxInFlight?: number;
}

export interface Result {
  /** Seconds until the last answer. */
  readonly wall: number;
  /** Least seconds in which the service allows so many calls. */
  readonly bound: number;
  readonly answers: number;
  readonly throttled: number;
  /** The answers in order of sending: whether each was a throttle, and when it was sent (s). */
  readonly history: readonly { readonly at: number; readonly throttled: boolean }[];
  readonly stats: PacerStats;
  readonly peakInFlight: number;
}

/** One batch against one service, on a virtual clock. */
export async function simulate(options: Simulation): Promise<Result> {
  const random = randomFrom(options.seed);
  const clock = new VirtualClock(options.granularity ?? 0);
  const pacer = createPacer({
    clock,
    mode: options.mode,
    ...(options.maxInFlight === undefined ? {} : { maxInFlight: options.maxInFlight }),
  });
  const bucket = new Bucket(options.service);
  const others = options.service.others;
  let over = false;
  if (others !== undefined) {
    const next = (): void => {
      if (over) return;
      const rate = others(clock.now());
      if (rate > 0) bucket.take(clock.now());
      const gap = 1000 / Math.max(rate, 1);
      clock.at(clock.now() + (options.service.othersSpacing === 'random' ? -Math.log(1 - random()) * gap : gap), next);
    };
    clock.at(random() * 1000, next);
  }
  const history: { at: number; throttled: boolean }[] = [];
  let left = options.calls;
  let again = 0;
  let finished = 0;
  let throttled = 0;
  let peakInFlight = 0;
  const attempt = (permit: { done(outcome: 'admitted' | 'throttled' | 'failed'): void }): void => {
    const [there, back] = options.latency(random);
    const sent = { at: clock.now() / 1000, throttled: false };
    history.push(sent);
    peakInFlight = Math.max(peakInFlight, pacer.stats.inFlight);
    const fails = random() < (options.failing ?? 0);
    clock.at(clock.now() + there, () => {
      const admitted = bucket.take(clock.now());
      clock.at(clock.now() + back, () => {
        if (admitted) finished++;
        else {
          throttled++;
          again++;
          sent.throttled = true;
        }
        permit.done(fails ? 'failed' : admitted ? 'admitted' : 'throttled');
        wake?.();
      });
    });
  };
  let wake: (() => void) | undefined;
  const work = async (): Promise<void> => {
    while (finished < options.calls) {
      if (again > 0) again--;
      else if (left > 0) left--;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = undefined;
        continue;
      }
      attempt(await pacer.acquire());
    }
  };
  let crash: unknown;
  const worker = work().catch((error: unknown) => {
    crash = error;
  });
  await clock.run(() => finished >= options.calls || crash !== undefined);
  over = true;
  await worker;
  if (crash !== undefined) throw crash;
  return {
    wall: clock.now() / 1000,
    bound: boundOf(options),
    answers: options.calls + throttled,
    throttled,
    history,
    stats: pacer.stats,
    peakInFlight,
  };
}

class Bucket {
  readonly #service: Service;
  #level: number;
  #time = 0;

  constructor(service: Service) {
    this.#service = service;
    this.#level = service.burst;
  }

  take(now: number): boolean {
    this.#refill(now);
    if (this.#level < 1 - 1e-9) return false;
    this.#level -= 1;
    return true;
  }

  #refill(now: number): void {
    const { rate, burst, refill = 'continuous' } = this.#service;
    if (refill === 'continuous') {
      // The rate is constant between two of its changes, which fall on whole tenths of a second.
      while (this.#time < now) {
        const end = Math.min(now, Math.floor(this.#time / 100 + 1) * 100);
        this.#level = Math.min(burst, this.#level + (rate(this.#time) * (end - this.#time)) / 1000);
        this.#time = end;
      }
      return;
    }
    for (let second = Math.floor(this.#time / 1000) + 1; second * 1000 <= now; second++) {
      const allowed = rate(second * 1000);
      this.#level = refill === 'window' ? allowed : Math.min(burst, this.#level + allowed);
    }
    this.#time = now;
  }
}

function boundOf({ service, calls }: Simulation): number {
  let supply = service.burst;
  let ms = 0;
  while (supply < calls) {
    supply += Math.max(0, service.rate(ms) - (service.others?.(ms) ?? 0)) / 100;
    ms += 10;
  }
  return Math.max(ms / 1000, 1e-3);
}
