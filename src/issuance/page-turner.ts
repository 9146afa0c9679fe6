import type { CertificatePage } from '../aws/iot.ts';
import { UserError } from '../lib/user-error.ts';

/** Pages in a row that hold no older certificate than those before. AWS may leave one empty; each is a call for nothing. */
const MAX_IDLE_PAGES = 100;

/**
 * Turns the pages of one listing, newest first, and sees to it that it ends: a service that repeats itself would be
 * read for ever. How many certificates an account holds is not known before, so what is looked at is whether the pages
 * go on, from marker to new marker and from newer to older.
 *
 * @returns what gives the marker of the page after the one at hand; undefined when that was the last
 * @throws UserError `endless-listing`
 */
export function createPageTurner(): (page: CertificatePage) => string | undefined {
  const markers = new Set<string>();
  let oldest = Number.POSITIVE_INFINITY;
  let idlePages = 0;
  return ({ certificates, next }) => {
    if (next === undefined) return undefined;
    if (markers.has(next)) throw endless('gave the same marker twice');
    markers.add(next);
    const before = oldest;
    for (const { createdAt } of certificates) oldest = Math.min(oldest, createdAt);
    idlePages = oldest < before ? 0 : idlePages + 1;
    if (idlePages > MAX_IDLE_PAGES) throw endless(`gave ${idlePages} pages in a row without an older certificate`);
    return next;
  };
}

function endless(what: string): UserError {
  return new UserError('endless-listing', `The answers to ListCertificates have no end: AWS IoT ${what}.`, {
    where: 'iot:ListCertificates',
    fix: 'Check that aws-region and AWS_ENDPOINT_URL_IOT lead to AWS itself, and run the job again.',
  });
}
