import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalPem, canonicalPemLength, MAX_PEM_LENGTH } from '../../src/csr/parse/canonical-pem.ts';

it('the length of a PEM is known before it is written, also where it is only just short enough', () => {
  const limit = (MAX_PEM_LENGTH * 3) / 4;
  const sizes = fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: limit - 200, max: limit }));
  fc.assert(
    fc.property(sizes, (size) => {
      expect(canonicalPemLength(size)).toBe(canonicalPem(new Uint8Array(size)).length);
    }),
    { numRuns: 1_000 },
  );
});
