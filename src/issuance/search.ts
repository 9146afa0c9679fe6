import type { Iot } from '../aws/iot.ts';
import type { Clock } from '../lib/clock.ts';
import { forEach } from '../lib/for-each.ts';
import type { Certificate } from '../records/certificate.ts';
import { checkPem } from '../records/read-certificate.ts';
import { insist } from './insist.ts';
import type { Pacer } from './pacer/pacer.ts';

/**
 * How long after a request was given up a certificate may stay out of ListCertificates before it counts as not created.
 * AWS documents no bound; this is twice what the listing has been seen to lag.
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
 * is not known already costs a DescribeCertificate. Of certificates that are nobody's here only the id is kept.
 */
export function createSweeper(options: {
  readonly iot: Pick<Iot, 'listCertificates' | 'describeCertificate'>;
  readonly pacers: { readonly list: Pacer; readonly describe: Pacer };
  readonly clock: Clock;
  /** Keys, by SPKI, that may ever be looked for; asked for when something is. */
  readonly keys: () => ReadonlySet<string>;
  /** Ids of certificates whose key is known: they are not what is looked for. */
  readonly known: (id: string) => boolean;
  /** Told how many of how many certificates have been looked at. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}): Sweeper {
  const { iot, pacers, clock, known, onProgress, signal } = options;
  let keys: ReadonlySet<string> | undefined;
  const strangers = new Set<string>();
  const relevant = new Map<string, { readonly spkiSha256: string; readonly certificate: Certificate }>();

  const inspect = async (id: string): Promise<void> => {
    const answer = await insist('iot:DescribeCertificate', () => iot.describeCertificate(id), {
      pacer: pacers.describe,
      clock,
      signal,
    });
    const checked = checkPem(answer.pem);
    if (checked === undefined) return;
    keys ??= options.keys();
    if (!keys.has(checked.spkiSha256)) {
      strangers.add(id);
      return;
    }
    relevant.set(id, {
      spkiSha256: checked.spkiSha256,
      certificate: {
        id: answer.id,
        arn: answer.arn,
        pem: checked.pem,
        status: answer.status === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE',
        issuedAt: new Date(answer.createdAt).toISOString(),
        origin: undefined,
      },
    });
  };

  /** Ids of usable certificates that may be somebody's here, newest first. A revoked one is of no use to its device. */
  const list = async (earliest: number): Promise<readonly string[]> => {
    // Pages shift while others create certificates: one may come twice.
    const ids = new Set<string>();
    let marker: string | undefined;
    for (;;) {
      const page = await insist('iot:ListCertificates', () => iot.listCertificates(marker), {
        pacer: pacers.list,
        clock,
        signal,
      });
      let isRecent = true;
      for (const { id, status, createdAt } of page.certificates) {
        isRecent = createdAt >= earliest;
        if (isRecent && !known(id) && !strangers.has(id) && /^(IN)?ACTIVE$/.test(status)) ids.add(id);
      }
      marker = page.next;
      if (marker === undefined || !isRecent) return [...ids];
    }
  };

  return {
    async look(wanted, since) {
      const ids = await list(since - MARGIN_MS);
      const unknown = ids.filter((id) => !relevant.has(id));
      let done = 0;
      await forEach(unknown, WIDTH, async (id) => {
        await inspect(id);
        onProgress?.(++done, unknown.length);
      });
      const found = new Map<string, Certificate[]>();
      for (const id of ids) {
        const { spkiSha256 = '', certificate } = relevant.get(id) ?? {};
        if (certificate === undefined || !wanted.has(spkiSha256)) continue;
        const certificates = found.get(spkiSha256);
        if (certificates === undefined) found.set(spkiSha256, [certificate]);
        else certificates.push(certificate);
      }
      return found;
    },
  };
}
