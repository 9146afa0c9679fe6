import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UserError } from '../../lib/user-error.ts';

/** The workspace as it was given, and as it is without links. */
export interface Root {
  readonly given: string;
  readonly real: string;
}

/** @throws UserError `no-workspace` when the directory is not there */
export function resolveRoot(workspace: string): Root {
  try {
    return { given: resolve(workspace), real: realpathSync.native(workspace) };
  } catch (cause) {
    throw new UserError('no-workspace', `The workspace ${workspace} does not exist.`, {
      fix: 'Check out the repository in a step before this one (actions/checkout).',
      where: 'csr-path',
      cause,
    });
  }
}

/** The path below the workspace, with `/`; undefined when it is not below it. The workspace itself is the empty text. */
export function relativeTo({ given, real }: Root, path: string): string | undefined {
  for (const base of [given, real]) {
    const below = relative(base, path);
    if (below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below)) return below.replaceAll(sep, '/');
  }
  return undefined;
}
