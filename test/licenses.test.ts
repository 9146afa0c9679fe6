import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const { licenseEntry } = (await import(pathToFileURL(join(root, '.ci/licenses.mjs')).href)) as {
  readonly licenseEntry: (folder: string) => { readonly name: string; readonly text: string };
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function packageWith(fields: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  folders.push(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'sensor', version: '1.0.0', ...fields }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('licences of bundled packages', () => {
  it('are in dist/licenses.txt, each with its text', () => {
    const entries = readFileSync(join(root, 'dist/licenses.txt'), 'utf8').split(`\n${'-'.repeat(80)}\n\n`);
    expect(entries.length).toBeGreaterThan(100);
    const without = entries.filter((entry) => !/copyright/i.test(entry.slice(entry.indexOf('\n'))));
    expect(without.map((entry) => entry.split('\n', 1)[0])).toEqual([]);
  });

  it('are in their own words where the package has them', () => {
    const folder = packageWith(
      { license: 'MIT', author: 'Ann' },
      { 'LICENCE.md': 'Copyright Ben\r\nDo as you like.\r\n' },
    );
    expect(licenseEntry(folder).text).toBe('sensor@1.0.0 (MIT)\n\nCopyright Ben\nDo as you like.\n');
  });

  it.each([
    [
      'its author',
      { author: 'Ann <ann@example.com> (https://example.com)' },
      {},
      'Copyright (c) Ann <ann@example.com>\n',
    ],
    ['its author, an object', { author: { name: 'Ann' } }, {}, 'Copyright (c) Ann\n'],
    [
      'the copyright line of its README',
      { author: 'Ann' },
      { 'README.md': '# A\n\nCopyright (c) 2013 Ben\n' },
      'Copyright (c) 2013 Ben\n',
    ],
  ])('are the standard text with %s where the package has none', (_, fields, files, line) => {
    const { text } = licenseEntry(packageWith({ license: 'MIT', ...fields }, files));
    expect(text).toContain(line);
    expect(text).toContain('Permission is hereby granted, free of charge');
  });

  it.each([
    ['has no licence', { author: 'Ann' }],
    ['has a licence whose text is not here', { author: 'Ann', license: 'SEE LICENSE IN ../x' }],
    ['has an MIT licence of nobody', { license: 'MIT' }],
    ['has an empty text', { license: 'Beerware' }],
  ])('keep a package from being bundled that %s', (_, fields) => {
    expect(() => licenseEntry(packageWith(fields, { LICENSE: ' \n' }))).toThrow('sensor@1.0.0');
  });
});
