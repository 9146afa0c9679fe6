import type { RequestRate } from '../issuance/request-rate.ts';
import { count, duration, plural } from '../lib/words.ts';

/**
 * Certificates a second that an account may create in a region unless somebody asked for more.
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html#limits_iot
 */
const DEFAULT_QUOTA = 15;

/** `10,000 CSRs at 15/s: about 11 min`; from the default quota, since this asks nobody. Empty without CSRs. */
export function estimate(csrs: number, rate: RequestRate): string {
  if (csrs === 0) return '';
  const perSecond = rate.kind === 'rate' ? rate.perSecond : DEFAULT_QUOTA * (rate.kind === 'share' ? rate.share : 1);
  const seconds = Math.max(1, Math.round(csrs / perSecond));
  // Beyond a few minutes the seconds say nothing.
  const shown = seconds < 300 ? seconds : Math.round(seconds / 60) * 60;
  const time = duration(shown * 1_000).replace(/ 0 (s|min)$/, '');
  return `${plural(csrs, 'CSR')} at ${count(perSecond)}/s: about ${time}`;
}
