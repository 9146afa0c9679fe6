import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readJsonItems } from '../../src/lib/json-items.ts';
import { completeLines } from '../../src/lib/lines.ts';
import { openZip, ZipError } from '../../src/lib/zip-file.ts';
import { collect } from '../../src/runner/request.ts';
import { makeZip } from './make-zip.ts';

const directory = mkdtempSync(join(tmpdir(), 'zip-'));
const path = join(directory, 'a.zip');
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const LIMITS = { entries: 100, totalBytes: 1_000_000 };

/** Some cuts of a text, as a stream brings them. */
async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const files = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/), content: fc.uint8Array({ maxLength: 200 }) }),
  { selector: ({ name }) => name, maxLength: 20 },
);

describe('a zip', () => {
  it('is read as it was made', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.boolean(), async (made, zip64) => {
        writeFileSync(
          path,
          makeZip(
            made.map(({ name, content }) => ({ name, content: Buffer.from(content) })),
            { zip64 },
          ),
        );
        const zip = openZip(path, LIMITS);
        try {
          const read = zip.entries.map((entry) => [entry.name, [...zip.read(entry, 200)]]);
          expect(read).toEqual(made.map(({ name, content }) => [name, [...content]]));
          const streamed = await Promise.all(
            zip.entries.map(async (entry) => [...(await collect(zip.stream(entry, 200), 200))]),
          );
          expect(streamed).toEqual(made.map(({ content }) => [...content]));
        } finally {
          zip.close();
        }
      }),
    );
  });

  it('with any bytes changed is read or refused, and nothing else', () => {
    const original = makeZip(
      [
        { name: 'manifest.json', content: Buffer.from('{"a":1}') },
        { name: 'a/b.pem', content: Buffer.alloc(5_000, 'x') },
      ],
      { zip64: true },
    );
    const changes = fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.nat(original.length), (places, length) => {
        const changed = Buffer.from(original);
        for (const [at, byte] of places) changed[at] = byte;
        writeFileSync(path, length % 7 === 0 ? changed.subarray(0, length) : changed);
        try {
          const zip = openZip(path, LIMITS);
          try {
            for (const entry of zip.entries) expect(zip.read(entry, 10_000).length).toBeLessThanOrEqual(10_000);
          } finally {
            zip.close();
          }
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('of more files than are read is refused', () => {
    writeFileSync(path, makeZip(Array.from({ length: 101 }, (_, n) => ({ name: `${n}`, content: Buffer.alloc(0) }))));
    expect(() => openZip(path, LIMITS)).toThrow('it holds 101 files');
  });
});

describe('JSON with a list', () => {
  it('is read item by item as JSON.parse reads it', async () => {
    const items = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(
        items,
        fc.string(),
        fc.nat(3),
        fc.integer({ min: 1, max: 50 }),
        async (list, about, indent, size) => {
          const text = JSON.stringify({ about, list, after: 1 }, null, indent);
          const read: unknown[] = [];
          const rest = await readJsonItems(cut(Buffer.from(text), size), { item: 100_000, rest: 100_000 }, (item) => {
            read.push(item);
          });
          expect(read).toEqual(JSON.parse(JSON.stringify(list)));
          expect(rest).toEqual({ about, list: [], after: 1 });
        },
      ),
    );
  });

  it('is refused when something in it is longer than allowed', async () => {
    const limits = { item: 50, rest: 50 };
    const read = (text: string) => readJsonItems(cut(Buffer.from(text), 10), limits, () => {});
    await expect(read(`{"list":[{"a":"${'x'.repeat(60)}"}]}`)).rejects.toThrow(RangeError);
    await expect(read(`{"a":"${'x'.repeat(60)}","list":[]}`)).rejects.toThrow(RangeError);
    await expect(read(`{"list":[${' '.repeat(1_000)}{"a":1}]}`)).resolves.toEqual({ list: [] });
  });
});

describe('lines', () => {
  it('are those with an end, save those that are too long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[ -~é]{0,30}$/)),
        fc.integer({ min: 1, max: 20 }),
        async (lines, size) => {
          const text = Buffer.from(`${lines.map((line) => `${line}\n`).join('')}the rest`);
          const read: string[] = [];
          for await (const line of completeLines(cut(text, size), 20)) read.push(line);
          expect(read).toEqual(lines.filter((line) => Buffer.byteLength(line) <= 20));
        },
      ),
    );
  });
});
