import { realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Path } from 'glob';
import { type Root, relativeTo } from './root.ts';
import type { SourceFile } from './source-file.ts';

/** What a pattern matches: `outside` lies or points outside of the workspace, `special` is a pipe, socket or device. */
export interface Match extends SourceFile {
  readonly kind: 'file' | 'outside' | 'directory' | 'special';
  /** Of what is outside: as an error names it. */
  readonly path: string;
  /** The path without links: two matches with the same one are the same file. */
  readonly realPath: string;
}

/** Synchronous on purpose: nothing else can be done meanwhile, and a promise for each path takes longer. */
export function createClassifier(root: Root): (entry: Path) => Match {
  // The links in the path of a directory are the same for all files in it.
  const directories = new Map<Path | undefined, { readonly real: string; readonly isInside: boolean }>();
  const resolveDirectory = (directory: Path | undefined) => {
    let known = directories.get(directory);
    if (known === undefined) {
      const real = realpathSync.native(directory?.fullpath() ?? root.real);
      known = { real, isInside: relativeTo(root, real) !== undefined };
      directories.set(directory, known);
    }
    return known;
  };
  return (entry) => {
    const absolutePath = entry.fullpath();
    const path = entry.relativePosix();
    if (path === '') return { kind: 'directory', path: '.', absolutePath, realPath: absolutePath };
    const { real, isInside } = resolveDirectory(entry.parent);
    if (!isInside) return { kind: 'outside', path: absolutePath, absolutePath, realPath: absolutePath };
    if (entry.isSymbolicLink()) return classifyLink(path, absolutePath, root);
    const realPath = real === entry.parent?.fullpath() ? absolutePath : join(real, entry.name);
    const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'special';
    return { kind, path, absolutePath, realPath };
  };
}

function classifyLink(path: string, absolutePath: string, root: Root): Match {
  try {
    const realPath = realpathSync.native(absolutePath);
    if (relativeTo(root, realPath) === undefined) {
      return { kind: 'outside', path: `${path} -> ${realPath}`, absolutePath, realPath };
    }
    const target = statSync(realPath);
    const kind = target.isFile() ? 'file' : target.isDirectory() ? 'directory' : 'special';
    return { kind, path, absolutePath, realPath };
  } catch {
    // A broken link is a file that cannot be read: whoever reads it will say so.
    return { kind: 'file', path, absolutePath, realPath: resolve(absolutePath) };
  }
}
