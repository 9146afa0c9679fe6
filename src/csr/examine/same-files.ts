import { statSync } from 'node:fs';
import { groupBy } from '../../lib/group-by.ts';
import type { SecondPath } from '../files/second-path.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { Verdict } from '../judge/judge.ts';

/**
 * Leaves out the verdicts on files that are another of the files by a second path: a hard link, the same directory
 * mounted twice, a name that the file system takes for the same. Links are counted once where files are searched for.
 *
 * Only files that hold the same request are compared: to look at every file would take longer than to find it.
 *
 * @param verdicts in the order of the files
 */
export function takeOnce(
  files: readonly SourceFile[],
  verdicts: readonly Verdict[],
): { readonly once: readonly Verdict[]; readonly again: readonly SecondPath[] } {
  const requests = verdicts.flatMap(({ csr }, index) => {
    const file = files[index];
    return csr === undefined || file === undefined ? [] : [{ file, csrSha256: csr.csrSha256 }];
  });
  // As a rule all are different.
  if (new Set(requests.map(({ csrSha256 }) => csrSha256)).size === requests.length)
    return { once: verdicts, again: [] };
  const again: SecondPath[] = [];
  for (const same of groupBy(requests, ({ csrSha256 }) => csrSha256).values()) {
    if (same.length === 1) continue;
    const first = new Map<string, string>();
    for (const { file } of same) {
      const identity = identityOf(file.absolutePath);
      const path = identity === undefined ? undefined : first.get(identity);
      if (path !== undefined) again.push({ path, also: file.path });
      else if (identity !== undefined) first.set(identity, file.path);
    }
  }
  const left = new Set(again.map(({ also }) => also));
  return { once: verdicts.filter(({ path }) => !left.has(path)), again };
}

/** Undefined when the file is gone by now. Times and size guard against file systems that give a number twice. */
function identityOf(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const { dev, ino, nlink, size, mtimeNs, ctimeNs } = stat;
  return [dev, ino, nlink, size, mtimeNs, ctimeNs].join(' ');
}
