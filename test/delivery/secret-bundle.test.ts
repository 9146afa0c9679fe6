import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleValue, entryBytes, MAX_SECRET_BYTES, pack } from '../../src/naming/secret-bundle.ts';

describe('a bundle', () => {
  it('holds everything once, in secrets that are not too large, none of which another would have had room for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 300, max: 5_000 }), { maxLength: 200 }), (sizes) => {
        const bins = pack(sizes);
        expect(bins.flat().sort((a, b) => a - b)).toEqual(sizes.map((_, position) => position));
        const sums = bins.map((bin) => bin.reduce((sum, position) => sum + (sizes[position] ?? 0), 0));
        for (const [n, sum] of sums.entries()) {
          expect(sum).toBeLessThanOrEqual(MAX_SECRET_BYTES - 2);
          const first = sizes[bins[n]?.[0] ?? 0] ?? 0;
          for (const earlier of sums.slice(0, n)) expect(earlier + first).toBeGreaterThan(MAX_SECRET_BYTES - 2);
        }
      }),
    );
  });

  it('is as large as the sum of its entries says, whatever is in their names', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.string({ unit: fc.constantFrom('a', '/', '"', '\\', '\n', '\u0000', 'é', '\u2028', '\u{1f4e1}') }),
          { minLength: 1 },
        ),
        (files) => {
          const entries = files.map((file) => ({ file, pem: '-----BEGIN CERTIFICATE-----\nAAAA\n' }));
          const bytes = entries.reduce((sum, entry) => sum + entryBytes(entry), 0);
          // Braces, and no comma after the last.
          expect(Buffer.byteLength(bundleValue(entries))).toBe(bytes + 1);
        },
      ),
      { numRuns: 30, examples: [[['__proto__', '1']]] },
    );
  });
});
