import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareThing, describeDifferences } from '../../src/registration/compare-thing.ts';

const wish = { typeName: 'sensor', billingGroup: 'cost', attributes: new Map([['line', '2']]) };

it('a thing with more than was asked for does not differ', () => {
  const attributes = new Map([...wish.attributes, ['more', 'x']]);
  expect(compareThing(wish, { ...wish, attributes })).toEqual([]);
  const nothing = { typeName: undefined, billingGroup: undefined, attributes: new Map() };
  expect(compareThing(nothing, { ...wish, attributes })).toEqual([]);
});

it('each difference is named with what was asked for and what is there', () => {
  const found = { typeName: 'pump', billingGroup: undefined, attributes: new Map([['line', '3']]) };
  expect(describeDifferences(compareThing(wish, found))).toBe(
    'type sensor (found: pump), billing group cost (found: none), attribute line 2 (found: 3)',
  );
});

it('a thing as it was created for a wish never differs from it', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 });
  const attributes = fc.array(fc.tuple(name, name)).map((pairs) => new Map(pairs));
  fc.assert(
    fc.property(fc.option(name, { nil: undefined }), fc.option(name, { nil: undefined }), attributes, (...parts) => {
      const [typeName, billingGroup, asked] = parts;
      expect(
        compareThing({ typeName, billingGroup, attributes: asked }, { typeName, billingGroup, attributes: asked }),
      ).toEqual([]);
    }),
  );
});
