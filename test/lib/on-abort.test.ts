import { once } from 'node:events';
import { expect, it } from 'vitest';
import { createPacer } from '../../src/issuance/pacer/pacer.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { onAbort } from '../../src/lib/on-abort.ts';
import { untilAborted } from '../../src/lib/until-aborted.ts';
import { withinTime } from '../../src/lib/within-time.ts';

it('a listener that waits for an abort is called once, and not after it has been taken back', () => {
  const stop = new AbortController();
  const called: string[] = [];
  onAbort(stop.signal, () => called.push('a'));
  const forget = onAbort(stop.signal, () => called.push('b'));
  onAbort(stop.signal, () => called.push('c'));
  forget();
  stop.abort();
  expect(called).toEqual(['a', 'c']);
});

it('hundreds of calls that wait for one signal make Node print no warning', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const stop = new AbortController();
  const pacer = createPacer({ clock: systemClock, mode: { kind: 'fixed', perSecond: 0.1 }, maxInFlight: 1 });
  const forEver = new Promise<never>(() => undefined);
  const waiting = Array.from({ length: 100 }, () => [
    systemClock.sleep(60_000, stop.signal),
    untilAborted(forEver, stop.signal),
    withinTime(60_000, () => forEver, stop.signal),
    pacer.acquire(stop.signal),
  ]).flat();
  const ends = Promise.allSettled(waiting);
  const aborted = once(stop.signal, 'abort');
  stop.abort(new Error('stopped'));
  await aborted;
  const reasons = (await ends).map((end) => (end.status === 'rejected' ? (end.reason as Error).message : 'resolved'));
  // Warnings are printed in a later turn.
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('warning', note);
  expect(new Set(reasons.slice(4))).toEqual(new Set(['stopped']));
  expect(warnings).toEqual([]);
});
