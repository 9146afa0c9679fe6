import { forEach } from '../lib/for-each.ts';
import { joinSpans, type Span } from '../records/reach.ts';
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
export const MARGIN_MS = 5_000;

/** A listing has everything that was created this long before it began, by AWS's clock. */
export const SETTLED_MS = LISTING_LAG_MS + MARGIN_MS;

/**
 * Describe calls under way or waiting for the pacer at a time: as many as a pacer lets under way. With 128, 500 a second
 * that take a quarter of a second each are 1.15 times the bound instead of 1.04. It bounds what is in memory.
 */
const WIDTH = 256;

/** A certificate that the account holds. */
export interface FoundCertificate {
  readonly id: string;
  readonly pem: string;
  /** As AWS IoT has it: `ACTIVE`, `INACTIVE`, `REVOKED` … */
  readonly status: string;
  /** Milliseconds of AWS's clock. */
  readonly createdAt: number;
}

/** What need not be looked at. */
export interface LookBounds {
  /** Only what was created in one of these spans may be of interest; undefined: all of it. */
  readonly within?: readonly Span[] | undefined;
  /**
   * What was created from then on, milliseconds of AWS's clock, is other shards'; undefined: that is not known. Asked for
   * when there is something to look at.
   */
  readonly othersSince?: (() => Promise<number | undefined>) | undefined;
}

export interface Sweeper {
  /**
   * Looks for the certificates of these keys among those created since `since`, newest first. What was looked at once
   * is not asked for again.
   *
   * @param since milliseconds of AWS's clock
   * @returns by SPKI, newest first, whatever their status
   */
  look(
    wanted: ReadonlySet<string>,
    since: number,
    bounds?: LookBounds,
  ): Promise<ReadonlyMap<string, readonly FoundCertificate[]>>;
  /**
   * The same for a listing of now, of which no more than `most` certificates are looked at, the newest first; what was
   * looked at before, when its key was not wanted, is found, too.
   *
   * @returns also how many were left out
   */
  lookAgain(
    wanted: ReadonlySet<string>,
    since: number,
    most: number,
  ): Promise<{ readonly found: ReadonlyMap<string, readonly FoundCertificate[]>; readonly left: number }>;
  /** By id: the keys of the certificates that were listed, whatever key they are of. */
  readonly seen: ReadonlyMap<string, string>;
  /** All certificates of this span are known or in `seen`; undefined before the first look has ended. */
  readonly covered: Span | undefined;
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
  /** The keys of certificates that are known, by their ids: these are not what is looked for. */
  readonly known: (id: string) => string | undefined;
  /** Called for each certificate that was looked at. */
  readonly onSeen?: (id: string, spkiSha256: string) => void;
  /** Called with the number of certificates that are to be looked at, before the first of them is. */
  readonly onUnknown?: (count: number) => void;
  /** Called with the number of certificates that have been looked at, and of those that are to be. */
  readonly onProgress?: (done: number, total: number) => void;
}): Sweeper {
  const { access, known, onSeen, onUnknown, onProgress } = options;
  let keys: ReadonlySet<string> | undefined;
  let covered: Span | undefined;
  const seen = new Map<string, string>();
  const relevant = new Map<string, Relevant>();
  let begun = options.listing;

  const inspect = async (id: string): Promise<void> => {
    const answer = await describeIfThere(access, id);
    const checked = answer && checkPem(answer.pem);
    // It was deleted since it was listed, or its owner is not known.
    if (answer === undefined || checked === undefined) return;
    const { spkiSha256, pem } = checked;
    keys ??= options.keys();
    const { status, createdAt } = answer;
    if (keys.has(spkiSha256)) relevant.set(id, { spkiSha256, certificate: { id, pem, status, createdAt } });
    seen.set(id, spkiSha256);
    onSeen?.(id, spkiSha256);
  };

  /**
   * Ids of what was created since then: those that may be of interest, and of these, those to be looked at. What was
   * created from `until` on is not among them.
   */
  const list = async (listing: Listing, since: number, { within, othersSince }: LookBounds = {}) => {
    // What an earlier look has covered is not listed again: of a large account that would be hundreds of pages.
    const done = covered !== undefined && covered.since <= Math.max(since, 0) ? covered.until : since;
    await listing.back(Math.max(since, done) - MARGIN_MS);
    const isAsked = (createdAt: number): boolean => createdAt >= since - MARGIN_MS && isWithin(createdAt, within);
    let listed: (readonly [string, number])[] = [];
    for (const [id, { createdAt }] of listing.seen) {
      if (!isAsked(createdAt)) continue;
      const key = known(id);
      if (key !== undefined) seen.set(id, key);
      else if (relevant.has(id) || !seen.has(id)) listed.push([id, createdAt]);
    }
    listed.push(...foundBefore(relevant, listing).filter(([, createdAt]) => isAsked(createdAt)));
    const isUnknown = ([id]: readonly [string, number]): boolean => !seen.has(id);
    const others = listed.some(isUnknown) ? await othersSince?.() : undefined;
    const until = others ?? Number.POSITIVE_INFINITY;
    listed = listed.filter(([, createdAt]) => createdAt < until);
    return { ids: listed.map(([id]) => id), unknown: listed.filter(isUnknown).map(([id]) => id), until };
  };

  const inspectAll = async (ids: readonly string[]): Promise<void> => {
    let done = 0;
    await forEach(ids, WIDTH, async (id) => {
      await inspect(id);
      onProgress?.(++done, ids.length);
    });
  };

  const cover = ({ begunAt = 0 }: Listing, since: number, end: number): void => {
    // What was created later than this may not have been listed yet.
    const until = Math.min(begunAt - SETTLED_MS, end);
    if (since < until) covered = joinSpans(covered, { since: Math.max(since, 0), until });
  };

  return {
    seen,
    get covered() {
      return covered;
    },
    async look(wanted, since, bounds) {
      const listing = begun ?? createListing(access);
      begun = undefined;
      const { ids, unknown, until } = await list(listing, since, bounds);
      onUnknown?.(unknown.length);
      await inspectAll(unknown);
      if (bounds?.within === undefined) cover(listing, since, until);
      return foundAmong(ids, wanted, relevant);
    },
    async lookAgain(wanted, since, most) {
      const listing = createListing(access);
      const { ids, unknown, until } = await list(listing, since);
      const looked = unknown.slice(0, most);
      await inspectAll(looked);
      if (looked.length === unknown.length) cover(listing, since, until);
      return { found: foundAmong(ids, wanted, relevant), left: unknown.length - looked.length };
    },
  };
}

/** Whether a certificate was created in one of the spans, which are known to {@link MARGIN_MS}. */
function isWithin(createdAt: number, spans: readonly Span[] | undefined): boolean {
  if (spans === undefined) return true;
  return spans.some(({ since, until }) => createdAt >= since - MARGIN_MS && createdAt <= until + MARGIN_MS);
}

/** A certificate whose key may be looked for. */
interface Relevant {
  readonly spkiSha256: string;
  readonly certificate: FoundCertificate;
}

/** What earlier looks have found, and a listing has not got to: ids and times of creation, newest first. */
function foundBefore(
  relevant: ReadonlyMap<string, Relevant>,
  listing: Listing,
): readonly (readonly [string, number])[] {
  return [...relevant]
    .map(([id, { certificate }]) => [id, certificate.createdAt] as const)
    .filter(([id]) => !listing.seen.has(id))
    .sort(([, a], [, b]) => b - a);
}

/** By SPKI, in the order of the ids: the certificates of the keys that are wanted. */
function foundAmong(
  ids: readonly string[],
  wanted: ReadonlySet<string>,
  relevant: ReadonlyMap<string, Relevant>,
): ReadonlyMap<string, readonly FoundCertificate[]> {
  const found = new Map<string, FoundCertificate[]>();
  for (const id of ids) {
    const { spkiSha256 = '', certificate } = relevant.get(id) ?? {};
    if (certificate === undefined || !wanted.has(spkiSha256)) continue;
    const certificates = found.get(spkiSha256);
    if (certificates === undefined) found.set(spkiSha256, [certificate]);
    else certificates.push(certificate);
  }
  return found;
}
