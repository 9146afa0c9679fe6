import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/csr/examine/examine.ts';
import { RULES } from '../../src/csr/rules/rules.ts';
import type { Batch, Examples } from './example.ts';
import { makeWorkspace } from './workspace.ts';

const directory = join(import.meta.dirname, 'examples');
const examples: Examples = Object.assign(
  {},
  ...(await Promise.all(
    readdirSync(directory).map(
      async (name) => ((await import(pathToFileURL(join(directory, name)).href)) as { examples: Examples }).examples,
    ),
  )),
);

async function findingsOf({ files, gone = [], policy = {}, known = [], devices }: Batch) {
  const workspace = makeWorkspace(files);
  const paths = [...Object.keys(files), ...gone].sort();
  const sources = paths.map((path) => ({ path, absolutePath: join(workspace, path) }));
  return (await examine(sources, { policy, known, devices })).findings;
}

describe('the examples', () => {
  it('are of every rule that has no test of its own name', () => {
    const tests = readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
      .join('');
    const without = RULES.filter(({ id }) => !(id in examples) && !tests.includes(`it('${id}: `));
    expect(without.map(({ id }) => id)).toEqual([]);
    expect(Object.keys(examples).filter((id) => RULES.every((rule) => rule.id !== id))).toEqual([]);
  });

  for (const { id, severity } of RULES) {
    const example = examples[id];
    if (example === undefined) continue;
    it(`of ${id}: one passes, one fails`, async () => {
      const passed = await findingsOf(example.passes());
      expect(passed.filter(({ rule }) => rule === id)).toEqual([]);
      const failed = (await findingsOf(example.fails())).filter(({ rule }) => rule === id);
      expect(failed.length).toBeGreaterThan(0);
      for (const finding of failed) {
        if (severity !== 'off') expect(finding.severity).toBe(severity);
        for (const sentence of [finding.message, finding.fix]) expect(sentence).toMatch(/^[A-Z].{10,300}\.$/s);
      }
    });
  }

  it('that pass raise no error at all', async () => {
    for (const { passes } of Object.values(examples)) {
      expect((await findingsOf(passes())).filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});
