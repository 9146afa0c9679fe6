import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { node24 } from '../e2e/step.ts';

const root = join(import.meta.dirname, '../..');

/** What a build with `node` writes in `directory`, by name of the file. */
function build(node: string, directory: string): Readonly<Record<string, string>> {
  mkdirSync(directory, { recursive: true });
  for (const part of ['src', '.ci', 'package.json', 'package-lock.json']) {
    cpSync(join(root, part), join(directory, part), { recursive: true });
  }
  symlinkSync(realpathSync(join(root, 'node_modules')), join(directory, 'node_modules'), 'junction');
  execFileSync(node, ['.ci/build.mjs'], { cwd: directory, stdio: 'pipe' });
  const dist = join(directory, 'dist');
  return Object.fromEntries(readdirSync(dist).map((name) => [name, readFileSync(join(dist, name), 'base64')]));
}

it('dist/ is the same whichever Node builds it, and in whichever directory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  try {
    const here = build(process.execPath, join(folder, 'a'));
    const there = build(node24, join(folder, 'another/and a deeper/directory'));
    expect(Object.keys(here).length).toBeGreaterThan(10);
    const differing = Object.keys({ ...here, ...there }).filter((name) => here[name] !== there[name]);
    expect(differing).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
