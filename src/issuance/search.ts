import { forEach } from '../lib/for-each.ts';
import { checkPem } from '../records/read-certificate.ts';
import { describeIfThere, type SearchAccess } from './iot-access.ts';
import { createListing, type Listing } from './listing.ts';

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

/** A certificate that the account holds. */
export interface FoundCertificate {
  readonly id: string;
  readonly pem: string;
  /** As AWS IoT has it: `ACTIVE`, `INACTIVE`, `REVOKED` … */
  readonly status: string;
  /** Milliseconds of AWS's clock. */
  readonly createdAt: number;
}

export interface Sweeper {
  /**
   * Looks for the certificates of these keys among those created since `since`, newest first. What was looked at once
   * is not asked for again.
   *
   * @param since milliseconds of AWS's clock
   * @returns by SPKI, newest first, whatever their status
   */
  look(wanted: ReadonlySet<string>, since: number): Promise<ReadonlyMap<string, readonly FoundCertificate[]>>;
}

/**
 * Finds certificates by their public key. AWS IoT cannot be asked for a key: the listing has ids only, so each id that
 * is not known already costs a DescribeCertificate. Of certificates that are nobody's here only the id is kept.
 */
export function createSweeper(options: {
  readonly access: SearchAccess;
  /** A pass over the account that was begun for the batch; the first look goes on with it. */
  readonly listing?: Listing;
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
  const relevant = new Map<string, { readonly spkiSha256: string; readonly certificate: FoundCertificate }>();
  let begun = options.listing;

  const inspect = async (id: string): Promise<void> => {
    const answer = await describeIfThere(access, id);
    const checked = answer && checkPem(answer.pem);
    // It was deleted since it was listed, or nobody can tell whose it is.
    if (answer === undefined || checked === undefined) return;
    const { spkiSha256, pem } = checked;
    keys ??= options.keys();
    const { status, createdAt } = answer;
    if (keys.has(spkiSha256)) relevant.set(id, { spkiSha256, certificate: { id, pem, status, createdAt } });
    else strangers.add(id);
  };

  return {
    async look(wanted, since) {
      const listing = begun ?? createListing(access);
      begun = undefined;
      await listing.back(since - MARGIN_MS);
      const ids = [...listing.seen].flatMap(([id, { createdAt }]) =>
        createdAt >= since - MARGIN_MS && !known(id) && !strangers.has(id) ? [id] : [],
      );
      const unknown = ids.filter((id) => !relevant.has(id));
      let done = 0;
      await forEach(unknown, WIDTH, async (id) => {
        await inspect(id);
        onProgress?.(++done, unknown.length);
      });
      const found = new Map<string, FoundCertificate[]>();
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
