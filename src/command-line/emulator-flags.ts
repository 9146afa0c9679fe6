import type { EmulatorOptions } from '../emulator/emulator.ts';
import { UsageError } from './usage-errors.ts';

/** The services whose calls can go wrong. */
type Service = 'iot' | 'sts' | 'serviceQuotas';

/** A fault and the service that it is of. */
export interface ServiceFault {
  readonly service: Service;
  readonly fault: {
    readonly operation: string;
    readonly kind: string;
    readonly count?: number;
    readonly probability?: number;
    readonly afterWork?: boolean;
  };
}

const IOT_OPERATIONS = ['CreateCertificateFromCsr', 'ListCertificates', 'DescribeCertificate', 'UpdateCertificate'];

/**
 * `CreateCertificateFromCsr=15/15`, `aws-default` or `none`.
 *
 * @throws UsageError
 */
export function parseQuotas(texts: readonly string[], command: string): NonNullable<EmulatorOptions['quotas']> {
  const [only, ...more] = texts;
  if (only === undefined) return 'none';
  if (only === 'none' || only === 'aws-default') {
    if (more.length > 0) throw wrong('quota', only, 'by itself', command);
    return only;
  }
  return Object.fromEntries(
    texts.map((text) => {
      const [, operation = '', rate, burst] = /^(\w+)=(\d{1,6}(?:\.\d{1,3})?)(?:\/(\d{1,6}))?$/.exec(text) ?? [];
      const perSecond = Number(rate);
      if (!IOT_OPERATIONS.includes(operation) || !(perSecond > 0) || Number(burst) === 0) {
        const what = `OPERATION=RATE or OPERATION=RATE/BURST with one of ${IOT_OPERATIONS.join(', ')}; aws-default; none`;
        throw wrong('quota', text, what, command);
      }
      return [operation, { ratePerSecond: perSecond, burst: Number(burst ?? Math.max(1, Math.ceil(perSecond))) }];
    }),
  );
}

/**
 * `100`, or `100+50` with up to 50 ms more.
 *
 * @throws UsageError
 */
export function parseLatency(text: string, command: string): NonNullable<EmulatorOptions['latency']> {
  const [, fixed, jitter = '0'] = /^(\d{1,6})(?:\+(\d{1,6}))?$/.exec(text) ?? [];
  if (fixed === undefined) throw wrong('latency', text, 'milliseconds such as 100, or 100+50', command);
  return { fixedMs: Number(fixed), jitterMs: Number(jitter) };
}

/**
 * `CreateCertificateFromCsr=reset,count=3,after-work`; `sts.` and `quotas.` in front of an operation name its service.
 *
 * @throws UsageError; what the service does not know it says itself
 */
export function parseFault(text: string, command: string): ServiceFault {
  const form = 'OPERATION=KIND, with count=N, probability=P or after-work behind it, separated by commas';
  const [head = '', ...parts] = text.split(',');
  const [, prefix, operation, kind] = /^(?:(sts|quotas)\.)?(\w+|\*)=([\w-]+)$/.exec(head) ?? [];
  if (operation === undefined || kind === undefined) throw wrong('fault', text, form, command);
  const options = parts.map((part) => {
    const [, count] = /^count=([1-9]\d{0,6})$/.exec(part) ?? [];
    const [, probability] = /^probability=((?:0|1)(?:\.\d{1,6})?)$/.exec(part) ?? [];
    if (count !== undefined) return { count: Number(count) };
    if (probability !== undefined && Number(probability) <= 1) return { probability: Number(probability) };
    if (part === 'after-work') return { afterWork: true };
    throw wrong('fault', text, form, command);
  });
  const service = prefix === 'sts' ? 'sts' : prefix === 'quotas' ? 'serviceQuotas' : 'iot';
  return { service, fault: Object.assign({ operation, kind }, ...options) };
}

function wrong(flag: string, text: string, allowed: string, command: string): UsageError {
  return new UsageError(`--${flag}: ${JSON.stringify(text)} is not allowed; allowed: ${allowed}.`, command);
}
