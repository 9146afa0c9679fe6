import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/csr/parse/der.ts';
import { der, makeCsr, makeKey } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';

const key = makeKey('P-256');

function subjectOf(subject: readonly (readonly [string, string | Uint8Array])[]) {
  const { csr, subject: text, findings } = judgeFile(makeCsr({ key, subject }));
  expect(findings).toEqual([]);
  return { text, commonName: csr?.commonName };
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
    });
  });

  it('may be empty', () => {
    expect(subjectOf([])).toEqual({ text: '', commonName: undefined });
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
    ['UTF8String with bytes that are none', encode(0x0c, Buffer.from([0x61, 0xff, 0x62])), 'a\ufffdb'],
    ['BMPString of half a character', encode(0x1e, Buffer.from([0x00, 0x61, 0x62])), 'a\ufffd'],
    ['BMPString with half a pair', encode(0x1e, Buffer.from([0xd8, 0x00])), '\ufffd'],
    ['UniversalString beyond Unicode', encode(0x1c, Buffer.from('7fffffff0000d80000', 'hex')), '\ufffd\ufffd\ufffd'],
  ])('reads %s', (_, value, text) => {
    expect(cn(value).commonName).toBe(text);
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
