import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { node24 } from '../e2e/step.ts';

const root = join(import.meta.dirname, '../..');

const executable = process.platform === 'win32' ? 'node.exe' : 'node';
const onPath = (process.env.PATH ?? '').split(delimiter).map((directory) => join(directory, executable));

/** The Nodes that are here, each by its major: this one, that of the action, those of PATH and of OTHER_NODES. */
const nodes = new Map(
  [process.execPath, node24, ...onPath, ...(process.env.OTHER_NODES ?? '').split(delimiter)]
    .filter((node) => existsSync(node))
    .map((node) => {
      const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
      return [Number(/^v(\d+)/.exec(version)?.[1]), node] as const;
    }),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dist-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

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

describe('dist/ is the same', () => {
  let here: Readonly<Record<string, string>>;
  beforeAll(() => {
    here = build(process.execPath, join(folder, 'here'));
  });

  for (const major of [20, 22, 24]) {
    const node = nodes.get(major);
    const why =
      node === undefined ? ', which is not here (PATH, OTHER_NODES): the job "dist" of ci.yml builds with it' : '';
    it.skipIf(node === undefined)(`built in another directory by Node ${major}${why}`, () => {
      const there = build(node ?? '', join(folder, `by ${major}/and a deeper directory`));
      expect(Object.keys(there).length).toBeGreaterThan(10);
      const differing = Object.keys({ ...here, ...there }).filter((name) => here[name] !== there[name]);
      expect(differing).toEqual([]);
    });
  }
});
