import type { Iot, ListedCertificate } from '../aws/iot.ts';
import type { Clock } from '../clock.ts';
import type { Certificate } from './certificate.ts';
import { checkPem } from './check.ts';
import { insist } from './insist.ts';
import type { Pacer } from './pacer/pacer.ts';

/**
 * How long after a request a certificate may stay out of ListCertificates before it counts as not created. AWS
 * documents no bound; this is twice what the listing has been seen to lag.
 */
export const SETTLE_MS = 10_000;

/**
 * How much further back than the earliest request the account is searched: AWS's clock is known from a header of whole
 * seconds, and the request before it took its time.
 */
const MARGIN_MS = 5_000;

/** Describe calls waiting for the pacer at a time: enough for any quota, and it bounds what is in memory. */
const WIDTH = 32;

export interface Sweeper {
  /**
   * Looks for the certificates of these keys among those created since `since`, newest first. What was looked at once
   * is not asked for again.
   *
   * @param since milliseconds of AWS's clock
   * @returns by SPKI, newest first
   */
  look(wanted: ReadonlySet<string>, since: number): Promise<ReadonlyMap<string, readonly Certificate[]>>;
}

/**
 * Finds certificates by their public key. AWS IoT cannot be asked for a key: the listing has ids only, so each id that
 * is not known already costs a DescribeCertificate.
 *
 * @param known ids of certificates whose key is known: they are not what is looked for
 */
export function createSweeper(options: {
  readonly iot: Pick<Iot, 'listCertificates' | 'describeCertificate'>;
  readonly pacers: { readonly list: Pacer; readonly describe: Pacer };
  readonly clock: Clock;
  readonly known: (id: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}): Sweeper {
  const { iot, pacers, clock, known, signal } = options;
  // Ids whose key is nobody's here, and certificates whose key is somebody's; the rest of the account is forgotten.
  const keyOf = new Map<string, string>();
  const seen = new Map<string, Certificate>();

  const inspect = async (listed: ListedCertificate): Promise<void> => {
    const answer = await insist('iot:DescribeCertificate', () => iot.describeCertificate(listed.id), {
      pacer: pacers.describe,
      clock,
      signal,
    });
    const checked = checkPem(answer.pem);
    keyOf.set(listed.id, checked?.spkiSha256 ?? '');
    if (checked === undefined) return;
    seen.set(listed.id, {
      id: answer.id,
      arn: answer.arn,
      pem: checked.pem,
      status: answer.status === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE',
      issuedAt: new Date(answer.createdAt).toISOString(),
      origin: undefined,
    });
  };

  return {
    async look(wanted, since) {
      const found = new Map<string, Certificate[]>();
      const earliest = since - MARGIN_MS;
      let marker: string | undefined;
      let reachedEnd = false;
      while (!reachedEnd) {
        const page = await insist('iot:ListCertificates', () => iot.listCertificates(marker), {
          pacer: pacers.list,
          clock,
          signal,
        });
        const recent = page.certificates.filter(({ createdAt }) => createdAt >= earliest);
        // A revoked certificate is of no use to its device.
        const candidates = recent.filter(({ id, status }) => !known(id) && /^(IN)?ACTIVE$/.test(status));
        const unknown = candidates.filter(({ id }) => !keyOf.has(id));
        for (let start = 0; start < unknown.length; start += WIDTH) {
          await Promise.all(unknown.slice(start, start + WIDTH).map(inspect));
        }
        for (const { id } of candidates) {
          const spki = keyOf.get(id) ?? '';
          const certificate = seen.get(id);
          if (certificate === undefined || !wanted.has(spki)) {
            seen.delete(id);
            continue;
          }
          found.set(spki, [...(found.get(spki) ?? []), certificate]);
        }
        marker = page.next;
        reachedEnd = marker === undefined || recent.length < page.certificates.length;
      }
      return found;
    },
  };
}
