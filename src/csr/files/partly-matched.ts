import type { Exclusions } from './exclusions.ts';
import type { FoundFiles } from './found-files.ts';
import { wholeGlobstars } from './rewrites.ts';
import type { Search } from './walk.ts';
import type { Place } from './workspace-content.ts';

/** Choices in braces that are tried one by one: a range of numbers with more of them is hardly meant to be complete. */
const TRIED_CHOICES = 100;

interface PartlyOptions {
  readonly search: Search;
  readonly place: Place;
  readonly exclusions: Exclusions;
  readonly found: FoundFiles;
}

/** What is said of a pattern that matches files, but probably not all that it was meant to match. */
export function explainPartly(glob: string, options: PartlyOptions): readonly string[] {
  return [...emptyChoices(glob, options), ...shallowGlobstar(glob, options)];
}

/** `csrs/{a, b}.csr` is two patterns. */
function emptyChoices(glob: string, { search, place }: PartlyOptions): readonly string[] {
  if (!/\{[^{}]*,/.test(glob)) return [];
  const choices = search.choices(glob);
  if (choices.length > TRIED_CHOICES) return [];
  return choices
    .filter((choice) => place.first(choice) === undefined)
    .map((choice) => `Of the pattern ${glob}, the choice ${choice} matches nothing.`);
}

/** `csrs/**.csr` means what `csrs/*.csr` does. */
function shallowGlobstar(glob: string, { search, exclusions, found }: PartlyOptions): readonly string[] {
  const meant = wholeGlobstars(glob);
  if (meant === glob) return [];
  for (const entry of search.find(meant, exclusions)) {
    if (!entry.isFile() || found.has(entry.fullpath())) continue;
    return [
      `The pattern ${glob} does not match ${entry.relativePosix()}: ** stands for directories only as the whole name between two /. Write ${meant} to take it.`,
    ];
  }
  return [];
}
