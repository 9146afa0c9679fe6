import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The order of the rooms of src/, from the top down: a file imports from its own room and from rooms below it. Rooms in
 * one row do not know each other. docs/architecture.md says what may enter each of them.
 */
const ORDER: readonly (readonly string[])[] = [
  ['main.ts', 'post.ts', 'cli.ts', 'worker.ts'],
  ['command-line'],
  ['demo', 'run.ts'],
  ['emulator', 'stories'],
  ['report'],
  ['inputs'],
  ['delivery'],
  ['retirement'],
  ['registration'],
  ['revocation'],
  ['issuance'],
  ['records'],
  ['validation'],
  ['aws'],
  ['github'],
  ['naming'],
  ['runner'],
  ['csr/examine'],
  ['csr/threads'],
  ['csr/judge'],
  ['csr/rules'],
  ['csr/weak-keys', 'csr/files'],
  ['csr/parse'],
  ['csr'],
  ['lib'],
];

/** What the emulator may know of the product: it must not share the code that it checks. */
const EMULATOR_KNOWS = /^(emulator|lib)\//;
/** Who may know the emulator. */
const KNOWS_EMULATOR = /^(emulator|demo|command-line)\//;

const src = join(import.meta.dirname, '../src');

function rankOf(file: string): number {
  const [first = '', second = '', ...deeper] = file.split('/');
  const room = first === 'csr' && deeper.length > 0 ? `csr/${second}` : first;
  const rank = ORDER.findIndex((row) => row.includes(room));
  if (rank < 0) throw new Error(`src/${file} stands in a room that test/rooms.test.ts does not know.`);
  return rank;
}

/** Imports that lead from a room to one above it, or past the emulator's door. */
function violations(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) =>
    [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].flatMap(([, path = '']) => {
      const target = relative(src, resolve(src, dirname(file), path))
        .split(sep)
        .join('/');
      const isUpward = rankOf(target) < rankOf(file) && !target.startsWith('emulator/');
      const isPastTheDoor =
        (target.startsWith('emulator/') && !KNOWS_EMULATOR.test(file)) ||
        (file.startsWith('emulator/') && !EMULATOR_KNOWS.test(target));
      return isUpward || isPastTheDoor ? [`src/${file} imports src/${target}`] : [];
    }),
  );
}

function readSources(): ReadonlyMap<string, string> {
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Map(names.map((name) => [name.split(sep).join('/'), readFileSync(join(src, name), 'utf8')]));
}

describe('rooms of src/', () => {
  it('import only from rooms below them', () => {
    expect(violations(readSources())).toEqual([]);
  });

  it.each([
    ['lib/a.ts', "import { x } from '../csr/csr.ts';"],
    ['issuance/a.ts', "const { y } = await import('../report/report.ts');"],
    ['csr/parse/a.ts', "import type { Rule } from '../rules/rule.ts';"],
    ['aws/a.ts', "import { startEmulator } from '../emulator/emulator.ts';"],
    ['emulator/a.ts', "import { checkPem } from '../records/read-certificate.ts';"],
  ])('are refused an import that leads upward: %s', (file, text) => {
    expect(violations(new Map([[file, text]]))).toHaveLength(1);
  });

  it('that receive all inputs are the doors and the story only', () => {
    const receivers = [...readSources()].filter(([, text]) => /import (?:type )?\{[^}]*\bInputs\b[^}]*\}/.test(text));
    expect(receivers.map(([file]) => file).sort()).toEqual(['run.ts']);
  });
});
