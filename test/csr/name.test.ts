import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/csr/parse/der.ts';
import { der, makeCsr, makeKey } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';

const key = makeKey('P-256');

function subjectOf(subject: readonly (readonly [string, string | Uint8Array])[]) {
  const { csr, subject: text, findings } = judgeFile(makeCsr({ key, subject }));
  // What is said of odd texts is not the point here.
  const rules = findings.map(({ rule }) => rule).filter((rule) => rule !== 'subject-meant');
  return { text, commonName: csr?.commonName, rules };
}

const cn = (value: string | Uint8Array) => subjectOf([['CN', value]]);

describe('a subject', () => {
  it('is RFC 4514 text, the last part first', () => {
    expect(
      subjectOf([
        ['C', 'CH'],
        ['O', 'Example'],
        ['CN', 'device-1'],
      ]),
    ).toEqual({
      text: 'CN=device-1,O=Example,C=CH',
      commonName: 'device-1',
      rules: [],
    });
  });

  it('may be empty', () => {
    expect(subjectOf([])).toEqual({ text: '', commonName: undefined, rules: [] });
  });

  it('has the last of two common names', () => {
    expect(
      subjectOf([
        ['CN', 'a'],
        ['CN', 'b'],
      ]).commonName,
    ).toBe('b');
  });

  it('escapes what RFC 4514 gives a meaning, and control characters', () => {
    expect(cn('a,b+c"d\\e<f>g;h').text).toBe('CN=a\\,b\\+c\\"d\\\\e\\<f\\>g\\;h');
    expect(cn(' #x ').text).toBe('CN=\\ #x\\ ');
    expect(cn('#0c0161').text).toBe('CN=\\#0c0161');
    expect(cn('a\0b\r\n\u0085').text).toBe('CN=a\\00b\\0d\\0a\\c2\\85');
    expect(cn('a=b').text).toBe('CN=a=b');
  });

  it('shows the DER of what has no name or is no string', () => {
    expect(subjectOf([['1.3.6.1.4.1.37244.2.1', 'FFF1']]).text).toBe('1.3.6.1.4.1.37244.2.1=#0c0446464631');
    expect(cn(der.octets(Buffer.from('x'))).text).toBe('CN=#040178');
  });

  it.each([
    ['UTF8String', encode(0x0c, Buffer.from('Zürich 😀')), 'Zürich 😀'],
    ['PrintableString that holds what it must not', encode(0x13, Buffer.from('a@b*')), 'a@b*'],
    ['TeletexString as Latin-1', encode(0x14, Buffer.from('Zürich', 'latin1')), 'Zürich'],
    ['IA5String', encode(0x16, Buffer.from('x@example.com')), 'x@example.com'],
    ['BMPString', encode(0x1e, Buffer.from('Zürich', 'utf16le').swap16()), 'Zürich'],
    ['UniversalString', encode(0x1c, Buffer.from('0000005a000000fc0001f600', 'hex')), 'Zü😀'],
  ])('reads %s', (_, value, text) => {
    expect(cn(value)).toMatchObject({ commonName: text, rules: [] });
  });

  it.each([
    ['a UTF8String with bytes that are none', '0c0361ff62'],
    ['a UTF8String in Latin-1', '0c065afc72696368'],
    ['a UTF8String with an overlong form', '0c02c0af'],
    ['a UTF8String with a surrogate', '0c03eda080'],
    ['a UTF8String beyond Unicode', '0c04f4908080'],
    ['a UTF8String that ends within a character', '0c01c3'],
    ['a BMPString of half a character', '1e03006162'],
    ['a BMPString with half a pair', '1e02d800'],
    ['a BMPString with a pair', '1e04d83dde00'],
    ['a UniversalString beyond Unicode', '1c087fffffff0000d800'],
    ['a UniversalString of half a character', '1c020061'],
    ['a NumericString with letters', '12023161'],
    ['a PrintableString with a line end', '1302610a'],
    ['a PrintableString in Latin-1', '1301e4'],
    ['an IA5String in Latin-1', '1601e4'],
    ['a VisibleString with a tab', '1a0109'],
    ['an OCTET STRING', '040178'],
    ['an INTEGER', '020107'],
    ['a BIT STRING', '03020078'],
    ['a SEQUENCE', '30030c0178'],
    ['a UTCTime', '170d3236303130313030303030305a'],
  ])('of %s is no text, and is told apart by its bytes', (_, hex) => {
    expect(cn(Buffer.from(hex, 'hex'))).toEqual({ text: `CN=#${hex}`, commonName: `#${hex}`, rules: ['subject-text'] });
  });

  it('keeps every text apart from every other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(cn(a).text === subjectOf([['CN', b]]).text).toBe(a === b);
        expect(cn(a).commonName).toBe(a);
      }),
      { numRuns: 50 },
    );
  });
});
