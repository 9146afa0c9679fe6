import { count } from '../lib/words.ts';
import { type ListAccess, listPage } from './iot-access.ts';
import { createPageTurner } from './page-turner.ts';

/** What a listing says of a certificate. */
export interface Listed {
  /** As AWS IoT has it: `ACTIVE`, `INACTIVE`, `REVOKED` … */
  readonly status: string;
  /** Milliseconds of AWS's clock. */
  readonly createdAt: number;
}

/** One pass over an account's certificates, newest first, as far as it was needed. */
export interface Listing {
  /** What has been listed so far, by id, newest first. */
  readonly seen: ReadonlyMap<string, Listed>;
  /** Pages so far, of 250 certificates each. */
  readonly pages: number;
  readonly isComplete: boolean;
  /** Milliseconds of AWS's clock, exact to about a second: when the first page was asked for. Undefined before that. */
  readonly begunAt: number | undefined;
  /** Lists one page more. @throws UserError as {@link listPage}, `endless-listing` when AWS repeats pages */
  next(): Promise<void>;
  /** Lists until everything is there that was created at `earliest`, milliseconds of AWS's clock, or later. */
  back(earliest: number): Promise<void>;
}

/**
 * Lists on while that can still be cheaper than asking for each certificate: a page costs one call, as does asking for one.
 *
 * @param look uses what has been listed so far, and says how many certificates are left of those that a listing shows
 */
export async function listWhileCheaper(listing: Listing, look: () => number): Promise<void> {
  for (let left = look(); left > listing.pages + 1 && !listing.isComplete; left = look()) await listing.next();
}

/** A quarter of a minute at the default quota of ListCertificates, 10/s. */
const REPORTED_PAGES = 150;

export function createListing(access: ListAccess): Listing {
  const { iot, clock, report } = access;
  // Pages shift while others create certificates: one may come twice.
  const seen = new Map<string, Listed>();
  const turnPage = createPageTurner();
  let marker: string | undefined;
  let oldest = Number.POSITIVE_INFINITY;
  let pages = 0;
  let isComplete = false;
  let begunAt: number | undefined;
  const next = async (): Promise<void> => {
    const asked = clock.now();
    const page = await listPage(access, marker);
    // AWS's clock is known for sure once AWS has answered.
    begunAt ??= iot.awsTime() - (clock.now() - asked);
    pages++;
    if (pages % REPORTED_PAGES === 0)
      report?.(`Listed ${count(seen.size + page.certificates.length)} certificates of the account so far`);
    for (const { id, status, createdAt } of page.certificates) {
      if (!seen.has(id)) seen.set(id, { status, createdAt });
      oldest = createdAt;
    }
    marker = turnPage(page);
    if (marker === undefined) isComplete = true;
  };
  return {
    seen,
    get pages() {
      return pages;
    },
    get isComplete() {
      return isComplete;
    },
    get begunAt() {
      return begunAt;
    },
    next,
    async back(earliest) {
      while (!isComplete && oldest >= earliest) await next();
    },
  };
}
