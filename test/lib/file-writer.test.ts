import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileWriter } from '../../src/lib/file-writer.ts';

let root: string;
let workspace: string;
let outside: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'writer-')));
  workspace = join(root, 'workspace');
  outside = join(root, 'outside');
  mkdirSync(workspace);
  mkdirSync(join(outside, 'a'), { recursive: true });
  writeFileSync(join(outside, 'b'), 'mine');
});

afterEach(() => rmSync(root, { recursive: true }));

/** Everything below a directory: files with their content, links with their target. */
function contentOf(directory: string, below = ''): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(directory, below), { withFileTypes: true })) {
    const name = join(below, entry.name);
    const path = join(directory, name);
    if (entry.isSymbolicLink()) found[name] = `-> ${readlinkSync(path)}`;
    else if (entry.isFile()) found[name] = readFileSync(path, 'utf8');
    else Object.assign(found, { [name]: '/' }, contentOf(directory, name));
  }
  return found;
}

const NAME = fc.constantFrom('a', 'b', 'c');
const PATH = fc.array(NAME, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const TARGET = fc.oneof(
  fc.constantFrom('../outside', '../outside/a', '../outside/b', '../outside/new', '/', '.', '..', 'a', 'b/../c'),
  PATH,
);
const OBSTACLE = fc.oneof(
  fc.record({ kind: fc.constant('link' as const), path: PATH, target: TARGET }),
  fc.record({ kind: fc.constant('file' as const), path: PATH }),
  fc.record({ kind: fc.constant('directory' as const), path: PATH }),
);

/** What a repository may hold: an obstacle that does not fit among those before it is left out. */
function checkOut(obstacles: readonly (typeof OBSTACLE extends fc.Arbitrary<infer T> ? T : never)[]): void {
  for (const obstacle of obstacles) {
    const path = join(workspace, obstacle.path);
    try {
      if (!realpathSync(dirname(path)).startsWith(workspace)) continue;
      if (obstacle.kind === 'link') symlinkSync(obstacle.target, path);
      else if (obstacle.kind === 'file') writeFileSync(path, 'old', { flag: 'wx' });
      else mkdirSync(path);
    } catch {
      // Something else stands there.
    }
  }
}

describe('a file in a repository of somebody else', () => {
  it('is written in its place or not at all, and nothing outside changes', async () => {
    const before = contentOf(outside);
    await fc.assert(
      fc.asyncProperty(fc.array(OBSTACLE, { maxLength: 8 }), PATH, fc.boolean(), async (obstacles, path, inParts) => {
        rmSync(workspace, { recursive: true });
        mkdirSync(workspace);
        checkOut(obstacles);
        const found = contentOf(workspace);
        const files = createFileWriter([workspace]);
        const target = join(workspace, path);
        let rehearsed = true;
        try {
          files.rehearse([target]);
        } catch {
          rehearsed = false;
        }
        // Only directories may have come.
        const afterRehearsal = contentOf(workspace);
        expect(Object.fromEntries(Object.entries(afterRehearsal).filter(([name]) => name in found))).toEqual(found);
        expect(Object.entries(afterRehearsal).filter(([name, content]) => !(name in found) && content !== '/')).toEqual(
          [],
        );

        const written = await files.write(target, inParts ? ['new', ' file'] : 'new file').then(
          () => true,
          () => false,
        );
        expect(written).toBe(rehearsed);
        const { [path]: content, ...others } = contentOf(workspace);
        const { [path]: old, ...othersBefore } = afterRehearsal;
        expect(others).toEqual(othersBefore);
        expect(content).toBe(written ? 'new file' : old);
        if (written) expect(realpathSync(target)).toBe(target);
        expect(contentOf(outside)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file writer', () => {
  it('follows links to the directory that it guards, and none in it', async () => {
    const link = join(root, 'link');
    symlinkSync(workspace, link);
    await createFileWriter([link]).write(join(link, 'new/file'), 'text');
    expect(readFileSync(join(workspace, 'new/file'), 'utf8')).toBe('text');
    symlinkSync(outside, join(workspace, 'out'));
    await expect(createFileWriter([link]).write(join(link, 'out/file'), 'text')).rejects.toThrow('is a link');
    await expect(createFileWriter([link]).write(join(workspace, 'out/file'), 'text')).rejects.toThrow('is a link');
    await expect(createFileWriter([workspace]).write(join(link, 'out/file'), 'text')).rejects.toThrow('is a link');
    expect(existsSync(join(outside, 'file'))).toBe(false);
  });

  it('follows links that the user named, to files that are not there yet, too', async () => {
    symlinkSync('outside/a/../new', join(root, 'named'));
    await createFileWriter([workspace]).write(join(root, 'named'), 'text');
    expect(lstatSync(join(root, 'named')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(outside, 'new'), 'utf8')).toBe('text');
  });

  it('ends at links that lead in a circle', async () => {
    symlinkSync('two', join(root, 'one'));
    symlinkSync('one', join(root, 'two'));
    const files = createFileWriter([workspace]);
    await expect(files.write(join(root, 'one'), 'text')).rejects.toThrow('is a link');
    await expect(files.write(join(root, 'one/file'), 'text')).rejects.toThrow('is a link');
  });

  it('opens a journal where it is a file only', async () => {
    const files = createFileWriter([workspace]);
    symlinkSync(join(outside, 'b'), join(workspace, 'link'));
    await expect(files.openForAppend(join(workspace, 'link'))).rejects.toThrow('is a link');
    await expect(files.openForAppend(workspace)).rejects.toThrow('is a directory');
    const handle = await files.openForAppend(join(workspace, 'new/journal'));
    await handle.appendFile('line\n');
    await handle.close();
    expect(readFileSync(join(workspace, 'new/journal'), 'utf8')).toBe('line\n');
  });

  it('leaves nothing behind when the content cannot be made', async () => {
    function* broken() {
      yield 'half';
      throw new Error('no more');
    }
    const target = join(workspace, 'file');
    writeFileSync(target, 'whole');
    await expect(createFileWriter([workspace]).write(target, broken())).rejects.toThrow('no more');
    expect(contentOf(workspace)).toEqual({ file: 'whole' });
  });
});
