import { UserError } from '../../lib/user-error.ts';
import type { Root } from './root.ts';

/** Paths that are named in one message. */
const SHOWN = 5;

/** At most five of the texts, and how many more there are. */
export function listSome(texts: readonly string[]): string {
  const more = texts.length > SHOWN ? ` and ${texts.length - SHOWN} more` : '';
  return `${texts.slice(0, SHOWN).join(', ')}${more}`;
}

/** @param fix what to do instead, when that is known */
export function leadsOutside(paths: readonly string[], root: Root, fix?: string): UserError {
  return new UserError('outside-workspace', `${listSome(paths)} leads out of the workspace, ${root.given}.`, {
    fix: fix ?? 'Use patterns and links that stay inside of it, or exclude these with a pattern that starts with !.',
    where: 'csr-path',
  });
}
