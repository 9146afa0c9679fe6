import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJsonItems } from '../../src/lib/json-items.ts';

const LIMITS = { item: 10_000, rest: 10_000 };

/** What is handed out, and what is left, of a text that comes in chunks of so many bytes. */
async function read(text: string, size = 7): Promise<readonly [unknown, readonly unknown[]]> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const items: unknown[] = [];
  return [await readJsonItems(chunks(), LIMITS, (item) => items.push(item)), items];
}

it('hands out the objects of a list, and leaves the fields around it as they are, objects among them', async () => {
  const about = { schemaVersion: 1, shard: { index: 1, of: 4, more: { a: [1, 2], b: { c: ', {' } } }, runId: null };
  const certificates = [{ a: 1, b: { c: [1, 2] } }, { a: 'x, {"y"]' }];
  for (const indent of [0, 1, 2]) {
    const text = JSON.stringify({ ...about, certificates, end: {} }, null, indent);
    expect(await read(text)).toEqual([{ ...about, certificates: [], end: {} }, certificates]);
  }
});

it('reads whatever JSON has one list of objects, however it is cut', async () => {
  const fields = fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.integer(), fc.dictionary(fc.string(), fc.jsonValue())),
  );
  const items = fc.array(fc.dictionary(fc.string(), fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(fields, items, fc.integer({ min: 1, max: 40 }), async (around, list, size) => {
      const whole = JSON.parse(JSON.stringify({ ...around, 'the list': list }));
      expect(await read(JSON.stringify(whole), size)).toEqual([{ ...whole, 'the list': [] }, whole['the list']]);
    }),
  );
});

it('refuses what is longer than allowed', async () => {
  await expect(read(JSON.stringify({ a: { b: 'x'.repeat(10_001) } }))).rejects.toThrow(RangeError);
  await expect(read(JSON.stringify({ a: [{ b: 'x'.repeat(10_001) }] }))).rejects.toThrow(RangeError);
});
