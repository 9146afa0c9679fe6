import { foldName } from './reserved-names.ts';

/**
 * The production line of each device: the first directory in which the paths of a batch differ, as in the report. Where
 * they do not differ in a directory, the one that all are in. Lines whose names differ only in case or normalisation are
 * one: on Windows and macOS, so are their directories.
 *
 * @param paths of the CSRs, with `/`
 * @returns by the paths; `''` for what stands beside the directories of the lines, or in no directory at all
 */
export function productionLines(paths: readonly string[]): ReadonlyMap<string, string> {
  const above = commonDirectory(paths);
  const own = paths.map((path) => path.slice(above.length).split('/').slice(0, -1)[0] ?? '');
  const whole = own.every((name) => name === '') ? (above.split('/').at(-2) ?? '') : undefined;
  const names = new Map<string, string>();
  return new Map(
    paths.map((path, index) => {
      const name = whole ?? own[index] ?? '';
      const folded = foldName(name);
      const first = names.get(folded) ?? name;
      names.set(folded, first);
      return [path, first];
    }),
  );
}

/** The directory, with its slash, that all paths are in; empty where they share none. */
function commonDirectory(paths: readonly string[]): string {
  const [first = ''] = paths;
  let above = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of paths) {
    while (!path.startsWith(above)) above = above.slice(0, above.lastIndexOf('/', above.length - 2) + 1);
  }
  return above;
}
