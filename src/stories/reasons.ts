import { shorten } from '../lib/escape.ts';
import { count } from '../lib/words.ts';
import type { Problem } from '../records/certificate.ts';

/** Reasons that have a message each: GitHub shows ten annotations of a type. */
export const REASONS = 8;

/** CSRs that are named for each reason, and characters of their paths. */
export const NAMED = 10;
const NAMED_TEXT = 1_000;

/**
 * What CSRs have in common that lack something for one reason, whether they were asked for or not. Ids in a text are of
 * one CSR or one request.
 */
export function reasonOf({ code, message }: Problem): string {
  const general = message
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{16,}/gi, '')
    .replaceAll(/(\/[^/\s]+)+/g, '');
  return `${code}\n${general}`;
}

/** The first paths, and how many more there are. */
export function namesOf(paths: readonly string[]): string {
  const more = paths.length > NAMED ? ` and ${count(paths.length - NAMED)} more` : '';
  return `${shorten(paths.slice(0, NAMED).join(', '), NAMED_TEXT)}${more}`;
}
