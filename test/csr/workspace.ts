import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const workspace of made) rmSync(workspace, { recursive: true, force: true });
});

/** A directory of its own with these files in it; removed after the tests of the file that asks for it. */
export function makeWorkspace(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'csrs-')));
  made.push(workspace);
  for (const [path, content] of Object.entries(files)) {
    const file = join(workspace, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return workspace;
}
