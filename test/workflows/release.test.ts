import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, runWorkflow } from './runner/run.ts';
import { startWorld, type World } from './runner/world.ts';

const root = join(import.meta.dirname, '../..');
// Its tests are these tests.
const yaml = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8').replace('run: npm cit', 'run: echo');

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.commit({
    '.node-version': '24\n',
    '.ci/release-notes.mjs': readFileSync(join(root, '.ci/release-notes.mjs')),
    'package.json': '{"version":"2.1.0","type":"module"}',
    'CHANGELOG.md': '# Changelog\n\n## 2.1.0\n\n- a rule\n\n## 2.0.0\n\n- old\n',
    'dist/main.js': 'main',
    'dist/post.js': 'post',
  });
});
afterAll(() => world.close());

const release = (version: string): Promise<Run> => runWorkflow({ world, yaml, inputs: { version } });

describe('a release', () => {
  it('attests dist/, is published once its files are there, and moves the tag of its major', async () => {
    const result = await release('2.1.0');
    const log = result.jobs.flatMap(({ steps }) => steps.map((step) => step.log)).join('\n');
    expect(result.conclusion, log).toBe('success');
    const recorded = world.recorded();
    expect(recorded.filter(([what]) => what === 'attest').map(([, subject]) => subject)).toEqual([
      'main.js',
      'post.js',
    ]);
    const commands = recorded.filter(([what]) => what === 'gh').map((words) => words.slice(1, 4));
    expect(commands).toEqual([
      ['release', 'create', 'v2.1.0'],
      ['release', 'edit', 'v2.1.0'],
      ['api', '--silent', 'repos/octo-org/device-fleet/git/ref/tags/v2'],
      ['api', '--silent', '--method'],
    ]);
    expect(recorded.at(-1)).toContain('repos/octo-org/device-fleet/git/refs/tags/v2');
    expect(recorded.at(-1)).toContain('force=true');
  });

  it('of a version that package.json does not name is stopped before its tag', async () => {
    const before = world.recorded().length;
    const result = await release('2.2.0');
    expect(result.jobs.map(({ conclusion }) => conclusion)).toEqual(['failure', 'skipped']);
    expect(world.recorded()).toHaveLength(before);
  });
});
