import type { DescribedCertificate } from '../aws/iot.ts';
import { forEach } from '../lib/for-each.ts';
import type { CertificateWithPem } from '../records/certificate.ts';
import { checkPem } from '../records/read-certificate.ts';
import { isUsable } from '../records/status.ts';
import { describe, listPage, type SearchAccess } from './iot-access.ts';

/**
 * How long after a request was given up a certificate may stay out of ListCertificates before it counts as not created.
 * AWS documents no bound; this is twice what the listing has been seen to lag.
 */
export const LISTING_LAG_MS = 10_000;

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
  look(wanted: ReadonlySet<string>, since: number): Promise<ReadonlyMap<string, readonly CertificateWithPem[]>>;
}

/**
 * Finds certificates by their public key. AWS IoT cannot be asked for a key: the listing has ids only, so each id that
 * is not known already costs a DescribeCertificate. Of certificates that are nobody's here only the id is kept.
 */
export function createSweeper(options: {
  readonly access: SearchAccess;
  /** Keys, by SPKI, that may ever be looked for; asked for when something is. */
  readonly keys: () => ReadonlySet<string>;
  /** Ids of certificates whose key is known: they are not what is looked for. */
  readonly known: (id: string) => boolean;
  /** Called with the number of certificates that have been looked at, and of those that are to be. */
  readonly onProgress?: (done: number, total: number) => void;
}): Sweeper {
  const { access, known, onProgress } = options;
  let keys: ReadonlySet<string> | undefined;
  const strangers = new Set<string>();
  const relevant = new Map<string, { readonly spkiSha256: string; readonly certificate: CertificateWithPem }>();

  const inspect = async (id: string): Promise<void> => {
    const answer = await describe(access, id);
    const checked = checkPem(answer.pem);
    if (checked === undefined) return;
    const { spkiSha256, pem } = checked;
    keys ??= options.keys();
    if (keys.has(spkiSha256)) relevant.set(id, { spkiSha256, certificate: foundCertificate(answer, pem) });
    else strangers.add(id);
  };

  return {
    async look(wanted, since) {
      const ids = await listUsable(access, since - MARGIN_MS, (id) => known(id) || strangers.has(id));
      const unknown = ids.filter((id) => !relevant.has(id));
      let done = 0;
      await forEach(unknown, WIDTH, async (id) => {
        await inspect(id);
        onProgress?.(++done, unknown.length);
      });
      const found = new Map<string, CertificateWithPem[]>();
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

/**
 * Ids of usable certificates that may be somebody's here, newest first. A revoked one is of no use to its device.
 *
 * @param earliest milliseconds of AWS's clock
 * @param isOther true for a certificate that is known not to be looked for
 */
async function listUsable(
  access: SearchAccess,
  earliest: number,
  isOther: (id: string) => boolean,
): Promise<readonly string[]> {
  // Pages shift while others create certificates: one may come twice.
  const ids = new Set<string>();
  let marker: string | undefined;
  for (;;) {
    const page = await listPage(access, marker);
    let isRecent = true;
    for (const { id, status, createdAt } of page.certificates) {
      isRecent = createdAt >= earliest;
      if (isRecent && isUsable(status) && !isOther(id)) ids.add(id);
    }
    marker = page.next;
    if (marker === undefined || !isRecent) return [...ids];
  }
}

function foundCertificate({ id, status, createdAt }: DescribedCertificate, pem: string): CertificateWithPem {
  return {
    id,
    pem,
    status: status === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE',
    issuedAt: new Date(createdAt).toISOString(),
    origin: undefined,
  };
}
