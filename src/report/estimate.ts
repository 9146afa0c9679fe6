import { expectedRate, type RequestRate } from '../issuance/request-rate.ts';
import { count, duration, plural } from '../lib/words.ts';

/** `10,000 CSRs at 15/s: about 11 min`, at the {@link expectedRate}. Empty without CSRs. */
export function estimate(csrs: number, rate: RequestRate): string {
  if (csrs === 0) return '';
  const perSecond = expectedRate(rate);
  const seconds = Math.max(1, Math.round(csrs / perSecond));
  // Beyond a few minutes the seconds say nothing.
  const shown = seconds < 300 ? seconds : Math.round(seconds / 60) * 60;
  const time = duration(shown * 1_000).replace(/ 0 (s|min)$/, '');
  return `${plural(csrs, 'CSR')} at ${count(perSecond)}/s: about ${time}`;
}
