import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const repository = join(import.meta.dirname, '..');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'repository-')));

afterAll(() => rmSync(root, { recursive: true, force: true }));

// A copy of what a rule touches: the script writes into the repository that it is part of.
mkdirSync(join(root, 'test'));
for (const path of ['.ci', 'src', 'docs', 'issue', 'test/csr', 'test/fixed-seed.ts', 'test/vitest.config.ts']) {
  cpSync(join(repository, path), join(root, path), { recursive: true });
}
for (const path of ['README.md', 'action.yml', 'biome.json', 'package.json', 'tsconfig.json']) {
  cpSync(join(repository, path), join(root, path));
}
symlinkSync(realpathSync(join(repository, 'node_modules')), join(root, 'node_modules'), 'junction');
const settings = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ ...settings, include: ['src/csr', 'test/csr/examples'] }));

function node(script: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  // The vitest that runs this test is not the one that it starts.
  const { VITEST, VITEST_MODE, VITEST_POOL_ID, VITEST_WORKER_ID, ...env } = process.env;
  return spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, encoding: 'utf8', env });
}

function expectSuccess({ status, stdout, stderr }: SpawnSyncReturns<string>): void {
  expect(status, `${stdout}${stderr}`).toBe(0);
}

describe('npm run new-rule', () => {
  it('makes a rule that compiles, passes the linter, is documented and agrees with its examples', () => {
    expectSuccess(node('.ci/new-rule.mjs', 'common-name-missing'));
    expectSuccess(node('node_modules/typescript/bin/tsc', '-p', '.'));
    const written = ['rules/rules.ts', 'rules/common-name-missing.ts'].map((path) => `src/csr/${path}`);
    const examples = 'test/csr/examples/common-name-missing.ts';
    expectSuccess(node('node_modules/@biomejs/biome/bin/biome', 'check', ...written, examples));
    expectSuccess(node('.ci/docs.mjs', '--check'));
    expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toContain('## common-name-missing\n');
    const tests = ['examples.test.ts', '-t', 'common-name-missing|no test of its own|no error at all'];
    const run = node('node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...tests);
    expectSuccess(run);
    expect(run.stdout).toMatch(/3 passed/);
  });

  it.each([
    ['a name that is no name', ['Common_Name'], 'no name for a rule'],
    ['a word of the language', ['default'], 'is a word of the language'],
    ['a rule that is there', ['key-size'], 'src/csr/rules/key-size.ts is there already'],
    ['no name', [], 'Usage: npm run new-rule -- NAME'],
  ])('refuses %s', (_, args, words) => {
    const { status, stderr } = node('.ci/new-rule.mjs', ...args);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });
});
