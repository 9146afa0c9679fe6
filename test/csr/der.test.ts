import { describe, expect, it } from 'vitest';
import { assertDer, DerError, encode, oidText } from '../../src/csr/parse/der.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('strict DER', () => {
  it.each([
    ['a sequence', '30 03 02 01 05'],
    ['a long length', `30 81 80 ${'05 00'.repeat(64)}`],
    ['a negative integer', '02 01 80'],
    ['an integer with its zero', '02 02 00 80'],
    ['false', '01 01 00'],
    ['true', '01 01 ff'],
    ['a bit string of 3 bits', '03 02 05 e0'],
    ['an empty bit string', '03 01 00'],
    ['a tag number of 31', '9f 1f 00'],
    ['an object identifier', '06 03 55 04 03'],
  ])('is %s', (_, text) => {
    expect(() => assertDer(hex(text))).not.toThrow();
  });

  it.each([
    ['nothing', '', 'ends too early'],
    ['a tag alone', '30', 'ends too early'],
    ['a length that lacks digits', '30 82 01', 'ends too early'],
    ['a length beyond the end', '30 05 02 01 05', 'beyond the end'],
    ['a length of 5 bytes', '30 85 01 00 00 00 00', 'beyond the end'],
    ['a child beyond its parent', '30 03 02 02 05 05', 'beyond the end'],
    ['an indefinite length', '30 80 02 01 05 00 00', 'indefinite'],
    ['a long form where the short one fits', '30 81 03 02 01 05', 'shortest'],
    ['a length with a leading zero', `30 82 00 80 ${'05 00'.repeat(64)}`, 'shortest'],
    ['bytes behind it', '30 00 00', 'followed by 1 bytes'],
    ['a padded integer', '02 02 00 05', 'shortest'],
    ['a padded negative integer', '02 02 ff 80', 'shortest'],
    ['an empty integer', '02 00', 'shortest'],
    ['true as 1', '01 01 01', 'boolean'],
    ['a boolean of two bytes', '01 02 00 00', 'boolean'],
    ['a NULL with content', '05 01 00', 'NULL'],
    ['unused bits that are set', '03 02 05 ff', 'bit string'],
    ['8 unused bits', '03 02 08 00', 'bit string'],
    ['unused bits of nothing', '03 01 01', 'bit string'],
    ['a bit string without its first byte', '03 00', 'bit string'],
    ['a string in pieces', '24 03 04 01 05', 'pieces'],
    ['a sequence that is primitive', '10 00', 'tag'],
    ['the end of contents', '00 00', 'tag'],
    ['a tag number in the long form that fits the short one', '9f 1e 00', 'shortest'],
    ['a tag number that starts with zero', '9f 80 1f 00', 'tag number'],
    ['an empty object identifier', '06 00', 'incomplete'],
    ['an object identifier that is cut off', '06 02 55 84', 'incomplete'],
    ['an object identifier with a padded arc', '06 03 55 80 04', 'shortest'],
    ['an object identifier without end', `06 81 81 ${'01'.repeat(129)}`, 'longer'],
  ])('is not %s', (_, text, words) => {
    expect(() => assertDer(hex(text))).toThrow(DerError);
    expect(() => assertDer(hex(text))).toThrow(words);
  });

  it('has an end to its depth', () => {
    const nested = (depth: number): Uint8Array => (depth === 0 ? encode(0x05) : encode(0x30, nested(depth - 1)));
    expect(() => assertDer(nested(32))).not.toThrow();
    expect(() => assertDer(nested(33))).toThrow('deeper');
    expect(() => assertDer(nested(5_000))).toThrow('deeper');
  });
});

it('object identifiers are dotted numbers of any size', () => {
  expect(oidText(hex('2a 86 48 86 f7 0d 01 01 0b'))).toBe('1.2.840.113549.1.1.11');
  expect(oidText(hex('88 37 03'))).toBe('2.999.3');
  // https://oid-base.com/get/2.25, the example of X.667
  expect(oidText(hex('69 83 f8 9d a3 d6 df a4 d3 b1 a2 d1 ae 9a 9b bd f1 a6 c1 66'))).toMatch(/^2\.25\.\d{36,39}$/);
});
