import { ThrottleLog } from './throttle-log.ts';
import type { CallOutcome, PacerMode, PacerStats } from './pacer.ts';

export interface Call { readonly seq: number; readonly at: number }

const P = (globalThis as any).PACER ?? {};
const U0 = P.u0 ?? 5;
const GROWTH = P.growth ?? 0.6;
const U0K = P.u0k ?? 4;
const GROWTHK = P.growthk ?? 0.25;
const QMAX = P.qmax ?? 200;
const QF = P.qf ?? 3;
const K = P.k ?? 6;
const RECENT = 256;

export function createGovernor(mode: PacerMode, startMs: number) {
  const t0 = startMs / 1000;
  const ceiling0 = mode.kind === 'auto' ? Infinity : mode.kind === 'known' ? mode.quota : mode.perSecond;
  let ceiling = ceiling0;
  const u0 = mode.kind === 'auto' ? U0 : U0K, growth = mode.kind === 'auto' ? GROWTH : GROWTHK;
  let ramp = mode.kind !== 'fixed';
  let sent = 0, admitted = 0, throttled = 0, failed = 0, inFlight = 0;
  let srtt = 0;
  const log = new ThrottleLog();
  let base = mode.kind === 'fixed' ? ceiling : 10;
  let next = -Infinity;
  let episodeEnd = -1;
  let quiet = 0, Q = 8, b = 1, heat = 0, depth = 1, strikes = 0;
  const recent = new Float64Array(RECENT);

  const pOf = () => {
    const c = (b + 1) / (Math.exp(K) - 1);
    return ((c * K / Q) * Math.exp((K * quiet) / Q));
  };
  const rate = () => Math.min(ceiling, base * (1 + pOf()));

  const reQ = (span: number) => {
    const qmin = Math.max(8 * (1 + (heat / 0.01) ** 2), 2 * base * srtt);
    Q = Math.max(qmin, Math.min(QF * span, Math.max(QMAX, 3 * base)));
  };

  const estimate = (seq: number) => {
    const m = log.measure();
    if (m) {
      let r = m.span >= 8 ? Math.min(m.high, Math.max(m.low, m.rate)) : Math.min(m.high, Math.max(m.low, base));
      if (ceiling < Infinity && m.high >= ceiling) r = ceiling;
      // peak
      base = r;
      reQ(m.span);
    }
  };

  return {
    earliest(_now: number): number {
      if (ramp) return inFlight < Math.max(u0, growth * admitted) ? -Infinity : Infinity;
      return next * 1000;
    },
    started(nowMs: number): Call {
      const now = nowMs / 1000;
      const call = { seq: sent++, at: now };
      inFlight++;
      recent[call.seq % RECENT] = now;
      if (!ramp) {
        const grace = mode.kind === 'fixed' ? 0.05 : Math.max(0.004, Math.min(0.25, depth / 2 / base));
        next = Math.max(next, now - grace) + 1 / rate();
      }
      return call;
    },
    answered(call: Call, outcome: CallOutcome, nowMs: number): void {
      const now = nowMs / 1000;
      inFlight--;
      if (outcome === 'failed') { failed++; return; }
      const rtt = now - call.at;
      srtt = srtt === 0 ? rtt : srtt + (rtt - srtt) / 8;
      heat -= heat / 200;
      if (outcome === 'admitted') {
        admitted++;
        strikes = 0;
        if (call.seq > episodeEnd) quiet++;
        return;
      }
      throttled++;
      log.add(call.seq, call.at);
      const echo = call.seq <= episodeEnd;
      if (!ramp) heat += 1 / 200;
      if (ramp) {
        ramp = false;
        const first = log.first!;
        const t = first.at - t0;
        base = Math.min(ceiling, Math.max(10, first.admitted / (1 + t)));
        depth = Math.max(1, first.admitted - base * t);
        episodeEnd = sent - 1;
        next = now + Math.max(srtt, 1 / base);
        quiet = 0;
        (globalThis as any).TRACE?.('ramp', now, first, base, depth);
        return;
      }
      if (echo) { estimate(call.seq);         (globalThis as any).TRACE?.('echo', now, call.seq, base, Q);
 return; }
      episodeEnd = sent - 1;
      strikes++;
      const early = quiet < Q / 2;
      const before = base;
      let peak: number | undefined;
      const behind = sent - call.seq;
      estimate(call.seq);
      if (!early) {
        const m = Math.min(Math.max(6, quiet >> 2), quiet, RECENT - 1 - behind);
        if (m >= 3) {
          const from = recent[(call.seq - m) % RECENT]!, to = recent[(call.seq) % RECENT]!;
          peak = Math.min(ceiling, (m - (b + 1) * (1 - Math.exp(-K * m / Q))) / (to - from));
          const me = log.measure();
          if (me === undefined || peak > me.high) { log.forget(); base = peak; reQ(0); }
          else if (peak > base) base = (base + peak) / 2;
        }
      }
      b = early && quiet > 0 ? Math.min(b * 2, Math.max(1, depth / 4)) : Math.max(1, b / 2);
      next = Math.max(next, now) + (strikes > 1 ? Math.min(1, 2 ** (strikes - 1) / base) : b / base);
      (globalThis as any).TRACE?.('thr', now.toFixed(3), 'seq', call.seq, 'quiet', quiet, 'base', before.toFixed(2), base.toFixed(2), 'Q', Q.toFixed(0), 'b', b, 'peak', peak?.toFixed(2), 'heat', heat.toFixed(3));
      quiet = 0;
    },
    stats(): PacerStats {
      return { rate: ramp ? undefined : rate(), quota: ramp ? undefined : base, sent, admitted, throttled, failed, inFlight };
    },
  };
}
