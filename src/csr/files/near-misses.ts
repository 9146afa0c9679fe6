import { shorten } from '../../lib/escape.ts';
import { nearest } from '../../lib/nearest.ts';
import { firstMissing, whyNotCheckedOut } from './not-checked-out.ts';
import { listSome } from './outside.ts';
import { REWRITES, type Rewrite } from './rewrites.ts';
import type { Place } from './workspace-content.ts';

/**
 * Why a pattern that looks right may match nothing, and what to write instead; undefined when nothing comes near it.
 * What it proposes has been tried, or is true whatever is in the workspace.
 *
 * @param pattern as it was written, without its marks
 */
export function nearMiss(pattern: string, place: Place): string | undefined {
  if (/(^|[/\\])\.git([/\\]|$)/i.test(pattern)) return 'Files in .git are never taken.';
  return (
    rewritten(pattern, place, REWRITES) ??
    asSeveral(pattern, place) ??
    withOtherComposition(pattern, place) ??
    inAnotherCase(pattern, place) ??
    withOtherExtension(pattern, place) ??
    elsewhere(pattern, place) ??
    byItself(pattern, place) ??
    misspelt(pattern, place) ??
    whyNotCheckedOut(pattern, place)
  );
}

function rewritten(pattern: string, place: Place, rewrites: readonly Rewrite[]): string | undefined {
  for (const { rewrite, because } of rewrites) {
    const better = rewrite(pattern);
    if (better === undefined || better === pattern || better === '') continue;
    if (place.first(better) !== undefined) return `${because}; write ${better}.`;
  }
  return undefined;
}

function asSeveral(pattern: string, place: Place): string | undefined {
  const parts = pattern
    .replaceAll(/^\[|\]$/g, '')
    // A line end that YAML took for two characters, too.
    .split(/(?:\\r)?\\n|[\s,;|]+/)
    .map((part) => part.replaceAll(/^["'`]+|["'`]+$/g, ''))
    .filter((part) => part !== '' && part !== '-');
  if (parts.length < 2 || !parts.some((part) => !part.startsWith('!') && place.first(part) !== undefined)) {
    return undefined;
  }
  return `Write one pattern per line: ${parts.join(' and ')} stand in one line (after "csr-path: |", not ">", lines stay apart).`;
}

function inAnotherCase(pattern: string, place: Place): string | undefined {
  const found = place.firstInAnyCase(pattern);
  return found === undefined
    ? undefined
    : `${found} differs from it only in upper and lower case; write it as the file is written.`;
}

/** Letters such as é can be one character or two, which look the same; names that macOS wrote have two. */
function withOtherComposition(pattern: string, place: Place): string | undefined {
  for (const form of ['NFC', 'NFD'] as const) {
    const found = place.firstByCodePoints(pattern.normalize(form));
    if (found !== undefined) {
      return `${found} looks the same but its letters are composed otherwise (Unicode ${form}); rename the file, or write ? or * for those letters.`;
    }
  }
  return undefined;
}

/** What tools call a CSR. */
const EXTENSIONS = ['.csr', '.csr.pem', '.pem', '.req', '.p10', '.pkcs10', '.der', '.csr.der', '.csr.txt', '.txt', ''];

function withOtherExtension(pattern: string, place: Place): string | undefined {
  const base = pattern.replace(/\.[^./\\*?]*$/, '');
  for (const extension of EXTENSIONS) {
    for (const better of base === pattern
      ? [`${pattern}${extension}`]
      : [`${pattern}${extension}`, `${base}${extension}`]) {
      if (better === pattern) continue;
      const found = place.first(better);
      const hasExtension = found?.slice(found.lastIndexOf('/') + 2).includes('.');
      if (found === undefined || (extension === '' && hasExtension)) continue;
      const what = extension === '' ? 'without an extension' : `with the extension ${extension}`;
      return `There is ${found}, ${what}; write ${better}.`;
    }
  }
  return undefined;
}

function elsewhere(pattern: string, place: Place): string | undefined {
  const relative = pattern.replace(/^(\.?\/)+/, '');
  const segments = relative.split('/');
  const last = segments.at(-1) ?? '';
  const deeper = [...segments.slice(0, -1), '**', last].join('/');
  const found = place.first(deeper);
  if (found !== undefined && last !== '**') return `${found} lies deeper; write ${deeper}.`;
  for (let skip = 1; skip < segments.length; skip++) {
    const tail = segments.slice(skip).join('/');
    if (!tail.startsWith('*') && place.first(tail) !== undefined) {
      return `Patterns are relative to the root of the workspace; write ${tail}.`;
    }
  }
  const other = place.first(`**/${relative}`);
  if (other === undefined || relative.startsWith('**')) return undefined;
  return `${other} is in another directory, and patterns are relative to the root of the workspace; write **/${relative}, or the whole path.`;
}

const NOT_EXPANDED = /\{\{|\$\{?\w|%\w+%|\$\(/;

/** What can be said of a pattern alone. */
function byItself(pattern: string, place: Place): string | undefined {
  if (NOT_EXPANDED.test(pattern)) {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of workflows
    return 'Variables are not expanded here; write an expression of the workflow, such as ${{ env.DIR }}.';
  }
  if (pattern.startsWith('~')) return '~ stands for nothing here; patterns are relative to the root of the workspace.';
  if (/^[a-z][a-z+.-]+:\/\//i.test(pattern)) return 'It is a URL; only files in the workspace are read.';
  if (/^[A-Za-z]:[\\/]/.test(pattern)) {
    return 'It is a path of Windows; write it relative to the root of the workspace, with / as separator.';
  }
  if (pattern.includes('\\')) {
    const better = pattern.replaceAll('\\', '/');
    return `Patterns use / as separator. ${nearMiss(better, place) ?? `Write ${better}.`}`;
  }
  if (pattern.startsWith('#')) return 'A line that starts with # is a pattern here, not a comment; remove it.';
  if (/\.\*|\\\.|\$$|^\^/.test(pattern))
    return 'It looks like a regular expression; a glob is needed, such as csrs/*.csr.';
  const range = /\[\d+-\d{2,}\]/.exec(pattern)?.[0];
  if (range !== undefined) {
    return `${range} stands for one character; write {${range.slice(1, -1).replace('-', '..')}} for a range of numbers.`;
  }
  return undefined;
}

function misspelt(pattern: string, place: Place): string | undefined {
  const { parent, path } = firstMissing(pattern, place);
  const meant = path === undefined ? undefined : nearest(path.slice(path.lastIndexOf('/') + 1), place.namesIn(parent));
  if (path === undefined || meant === undefined) return undefined;
  return `There is no ${shorten(path, 100)}, but there is ${parent === '' ? meant : `${parent}/${meant}`}.`;
}

/** What is in the place that the pattern points to, where nothing comes near the pattern. */
export function whatIsThere(pattern: string, place: Place): string {
  const { parent, path } = firstMissing(pattern, place);
  const names = [...place.namesIn(parent)].sort();
  const absent = path === undefined ? '' : `There is no ${shorten(path, 100)}. `;
  return `${absent}${parent === '' ? 'The workspace' : parent} holds ${names.length === 0 ? 'nothing' : listSome(names)}.`;
}
