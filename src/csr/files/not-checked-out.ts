import type { Place } from './workspace-content.ts';

/** The first name of the pattern that is not there; `path` is undefined when all names before the first glob are. */
export function firstMissing(
  pattern: string,
  place: Place,
): { readonly parent: string; readonly path: string | undefined } {
  const segments = pattern.replace(/^(\.?\/)+/, '').split('/');
  const magic = segments.findIndex((segment) => /[*?[{(]/.test(segment));
  const literal = magic < 0 ? segments : segments.slice(0, magic);
  const missing = literal.findIndex((_, index) => {
    return index === segments.length - 1 || !place.isDirectory(literal.slice(0, index + 1).join('/'));
  });
  if (missing < 0) return { parent: literal.join('/'), path: undefined };
  return { parent: literal.slice(0, missing).join('/'), path: literal.slice(0, missing + 1).join('/') };
}

/** Why a file that is in the repository may not be in the workspace; undefined when there is no sign of that. */
export function whyNotCheckedOut(pattern: string, place: Place): string | undefined {
  const { parent, path } = firstMissing(pattern, place);
  return (
    (path === undefined ? undefined : notCheckedOut(path, place)) ??
    notCheckedOut(parent, place) ??
    keptOut(pattern, place)
  );
}

/** The line of .gitignore that names the extension of the pattern, or one of its directories. */
function keptOut(pattern: string, place: Place): string | undefined {
  const extension = /\.[^./*?]+$/.exec(pattern)?.[0];
  const directories = pattern.split('/').slice(0, -1);
  const line = place
    .textOf('.gitignore')
    .split('\n')
    .map((text) => text.trim())
    .find((text) => {
      const name = text.replaceAll(/^(\*\*)?\/|\/(\*\*?)?$/g, '');
      return (extension !== undefined && name === `*${extension}`) || (name !== '' && directories.includes(name));
    });
  return line === undefined
    ? undefined
    : `.gitignore has the line ${line}, and files that it names are in the repository only when somebody has added them by force.`;
}

function notCheckedOut(path: string, place: Place): string | undefined {
  // Line by line: whoever wrote the file chooses how much white space is in it.
  const lines = place.textOf('.gitmodules').split('\n');
  const submodules = lines.flatMap((line) => /^path\s*=(.*)$/.exec(line.trim())?.[1]?.trim() || []);
  const submodule = submodules.find((at) => path === at || path.startsWith(`${at}/`));
  if (submodule !== undefined && place.namesIn(submodule).length === 0) {
    return `${submodule} is a submodule that is not checked out; set "submodules: true" for actions/checkout.`;
  }
  if (place.textOf('.git/info/sparse-checkout') !== '' && !place.isDirectory(path)) {
    return `The checkout is sparse; add ${path} to "sparse-checkout" of actions/checkout.`;
  }
  return undefined;
}
