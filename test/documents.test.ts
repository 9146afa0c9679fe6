import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']
  .concat(readdirSync(join(root, 'docs')).map((name) => `docs/${name}`))
  .filter((page) => page.endsWith('.md'));

const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Anchors as GitHub makes them of headings. */
function anchorsOf(page: string): readonly string[] {
  const headings = read(page).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('documents', () => {
  it.each(pages)('link to what is there: %s', (page) => {
    const links = [...read(page).matchAll(/\]\(((?!https?:|mailto:)[^)\s]+)\)/g)].map(([, link = '']) => link);
    const dead = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : join(dirname(page), file);
      // Pages of the repository on GitHub.
      if (target.startsWith('..')) return false;
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
    expect(dead).toEqual([]);
  });

  it.each(pages)('show pictures that are there: %s', (page) => {
    const pictures = [...read(page).matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(pictures.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
  });

  it.each(pages)('have every note that a sentence refers to, and no other: %s', (page) => {
    const text = read(page);
    const notes = [...text.matchAll(/^\[\^(\w+)\]: /gm)].map(([, note]) => note);
    const references = [...text.matchAll(/\[\^(\w+)\](?!: )/g)].map(([, note]) => note);
    expect(references).toEqual(notes);
  });

  it('name source files that are there, on the map of the code', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const names = new Set(sources.map((path) => basename(path)));
    const named = [...read('docs/architecture.md').matchAll(/`([\w./-]+\.ts)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(50);
    const gone = named.filter((path) => (path.includes('/') ? !existsSync(join(root, path)) : !names.has(path)));
    expect(gone).toEqual([]);
  });

  it('name tests that are there, for each promise of security', () => {
    const promises = [...read('docs/security.md').matchAll(/`(test\/[\w./-]+\.ts)`(?:, _(.+?)_(?=[;.) ]|$))?/gm)];
    expect(promises.length).toBeGreaterThan(20);
    const gone = promises.filter(([, path = '', name]) => {
      if (!existsSync(join(root, path))) return true;
      return name !== undefined && !read(path).replaceAll("\\'", "'").includes(name);
    });
    expect(gone.map(([whole]) => whole)).toEqual([]);
  });
});
