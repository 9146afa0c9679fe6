import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { it } from 'vitest';
import { discover } from '../../src/csr/files/discover.ts';
import { UserError } from '../../src/lib/user-error.ts';
import { makeWorkspace } from './workspace.ts';

/** A second opinion on what a pattern covers, which shares nothing with the library that finds the files. */
function toRegExp(pattern: string, hasBraces: boolean): RegExp {
  const source = pattern
    .split('/')
    .map((segment, index, all) => {
      const isLast = index === all.length - 1;
      if (segment === '**') return isLast ? '(?:[^/]+/)*[^/]+' : '(?:[^/]+/)*';
      const name = segment.replaceAll(/\*+|\?|\{([^{}]*,[^{}]*)\}|\[([a-z]+)\]|./gs, (token, choices, letters) => {
        if (token.startsWith('*')) return segment === token ? '[^/]+' : '[^/]*';
        if (token === '?') return '[^/]';
        if (hasBraces && choices !== undefined) return `(?:${String(choices).replaceAll(',', '|')})`;
        if (hasBraces && letters !== undefined) return `[${letters}]`;
        return token.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      });
      return isLast ? name : `${name}/`;
    })
    .join('');
  return new RegExp(`^${source}$`, 'su');
}

function covers(pattern: string, path: string): boolean {
  // A file that is named as a directory would be is meant all the same. A class of one letter is that letter.
  if (pattern.endsWith('/**')) {
    const base = pattern.replace(/(\/\*\*)+$/, '');
    const last = base.slice(base.lastIndexOf('/') + 1);
    if (base === path || (!/[*?]|\[[a-z]{2,}\]/.test(last) && covers(base, path))) return true;
  }
  return toRegExp(pattern, true).test(path) || toRegExp(pattern, false).test(path);
}

const name = fc.constantFrom(
  'a',
  'b',
  'ab',
  '.a',
  'a.csr',
  '.b.csr',
  'b.csr',
  '[a]',
  'a[b].csr',
  '{a,b}',
  '.git',
  'x y',
);
const tree = fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
  selector: (path) => path.join('/'),
});
const segment = fc.oneof(
  { weight: 3, arbitrary: name },
  { weight: 4, arbitrary: fc.constantFrom('*', '**', '*.csr', '?', '.*', 'a*', '*b*', '[ab]', '{a,b}.csr', '**.csr') },
);
const pattern = fc.record({
  glob: fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/')),
  mark: fc.constantFrom('', '', '', 'optional:', '!'),
});

/** The files of these that can be beside each other: none is a directory of another. */
function compatible(paths: readonly (readonly string[])[]): readonly string[] {
  const files = paths.map((path) => path.join('/'));
  return files.filter((file) => !files.some((other) => other.startsWith(`${file}/`)));
}

it('every file that a pattern covers, and no other, is taken, or a pattern without files is named', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.array(pattern, { minLength: 1, maxLength: 4 }), async (paths, patterns) => {
      const files = compatible(paths);
      const workspace = makeWorkspace(Object.fromEntries(files.map((file) => [file, ''])));
      const eligible = files.filter((file) => !file.split('/').includes('.git'));
      const included = patterns.filter(({ mark }) => mark !== '!').map(({ glob }) => glob);
      const excluded = patterns.filter(({ mark }) => mark === '!').map(({ glob }) => glob);
      const isExcluded = (file: string): boolean =>
        excluded.some((glob) => covers(glob, file) || covers(`${glob}/**`, file));
      const expected = eligible
        .filter((file) => included.some((glob) => covers(glob, file)) && !isExcluded(file))
        .sort();
      const empty = patterns.filter(({ glob, mark }) => mark === '' && !eligible.some((file) => covers(glob, file)));
      const reports: string[] = [];
      const result = await discover({
        patterns: patterns.map(({ mark, glob }) => `${mark}${glob}`),
        workspace,
        report: (_, message) => reports.push(message),
      }).catch((error: unknown) => error);
      rmSync(workspace, { recursive: true });
      if (result instanceof UserError) {
        const named = empty.every(({ glob }) => result.message.includes(glob));
        return expected.length === 0 ? result.code === 'no-csr-found' : empty.length > 0 && named;
      }
      const taken = (result as Awaited<ReturnType<typeof discover>>).map(({ path }) => path);
      return empty.length === 0 && JSON.stringify(taken) === JSON.stringify(expected);
    }),
    { numRuns: 200 },
  );
});
