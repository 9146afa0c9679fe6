import { count, duration } from '../lib/words.ts';
import type { Log } from '../runner/log.ts';

/**
 * What AWS lets a new account call DescribeCertificate and ListCertificates a second. The pacer finds out what it really
 * is. https://docs.aws.amazon.com/general/latest/gr/iot-core.html#thing-limits
 */
const DEFAULT_PER_SECOND = 10;

/** A search that lasts longer is announced. */
const LONG_MS = 60_000;

/** How long it takes to look at these certificates at the default quota, milliseconds. */
export function searchTime(certificates: number): number {
  return (certificates / DEFAULT_PER_SECOND) * 1_000;
}

/** Says before a long search how long it takes, and what shortens it. */
export function announceLongSearch(certificates: number, log: Pick<Log, 'info'>): void {
  const time = searchTime(certificates);
  if (time <= LONG_MS) return;
  log.info(
    `The account has ${count(certificates)} certificates that are not known here. Each is looked at once, by DescribeCertificate: about ${duration(time)} at ${DEFAULT_PER_SECOND} a second, the default quota. What was looked at is remembered, also when this run is ended. A higher quota for DescribeCertificate shortens it, and so does \`reconcile: since=\` with the time of the first certificate that this repository can have issued.`,
  );
}
