import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/csr/examine/examine.ts';
import { discover } from '../../src/csr/files/discover.ts';
import { encode } from '../../src/csr/parse/der.ts';
import { makeCsr, makeKey, toPem } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';
import { makeWorkspace } from './workspace.ts';

const key = makeKey('P-256');
const utf8 = (bytes: Uint8Array | string): Uint8Array => encode(0x0c, Buffer.from(bytes));
const ofSubject = (...subject: readonly (readonly [string, string | Uint8Array])[]) =>
  judgeFile(makeCsr({ key, subject })).findings.map(({ rule, severity, message }) => ({ rule, severity, message }));

describe('a subject that is not text', () => {
  it('is an error that names the attribute, its type and the bytes', () => {
    expect(ofSubject(['O', 'Example'], ['CN', utf8(Buffer.from('Zürich', 'latin1'))])).toEqual([
      {
        rule: 'subject-text',
        severity: 'error',
        message: 'In its subject CN is not text: its UTF8String is not UTF-8 from byte 2 on (fc 72).',
      },
    ]);
    expect(ofSubject(['CN', 'a\0b'])[0]).toMatchObject({ rule: 'subject-text', severity: 'error' });
    expect(ofSubject(['1.2.3.4', utf8(Buffer.of(0xff))])[0]?.message).toContain('1.2.3.4 is not text');
  });

  it('may be so in an attribute whose type is a BIT STRING or a SEQUENCE', () => {
    expect(ofSubject(['CN', 'a'], ['2.5.4.45', Buffer.from('03020078', 'hex')])).toEqual([]);
    expect(ofSubject(['CN', 'a'], ['2.5.4.16', Buffer.from('30030c0178', 'hex')])).toEqual([]);
  });

  it('is no error where tools write PrintableStrings and TeletexStrings in their own way', () => {
    for (const text of ['a_b', 'a@b', '*.example.com', 'R&D #1; "x" <y>']) {
      expect(ofSubject(['CN', encode(0x13, Buffer.from(text))])).toEqual([]);
    }
    expect(ofSubject(['CN', encode(0x14, Buffer.from('Zürich', 'latin1'))])).toEqual([]);
  });
});

describe('a subject that is text but was hardly meant', () => {
  it.each([
    ['a line end', 'a\nb'],
    ['a control character', 'a\u0007b'],
    ['a C1 control character', 'a\u0085b'],
    ['a line separator', 'a\u2028b'],
    ['text that is turned around', 'a\u202eb'],
    ['a zero-width space', 'a\u200bb'],
    ['a joiner that joins nothing', 'a\u200db'],
    ['a byte order mark', '\ufeffa'],
    ['a soft hyphen', 'a\u00adb'],
    ['a tag character', 'a\u{e0041}b'],
    ['a replacement character', 'Z\ufffdrich'],
    ['a code point that is none', 'a\uffff'],
    ['UTF-8 read as Latin-1', 'ZÃ¼rich'],
    ['white space before it', ' a'],
    ['white space behind it', 'a\u00a0'],
    ['nothing', ''],
    ['nothing but white space', '  '],
    ['other fields after commas', 'a, OU=b'],
    ['a whole subject', 'CN=a,O=b'],
    ['a whole subject of OpenSSL', '/CN=a/OU=b'],
    ['a subject with spaces around its signs', 'subject=CN = a'],
    ['a field by its object identifier', 'a,2.5.4.11=b'],
    ['quotation marks', '"device-1"'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a script left in
    ['a variable of a shell', '${DEVICE_ID}'],
    ['a placeholder of a template', '{{ serial }}'],
    ['a placeholder in pointed brackets', '<device-id>'],
    ['a format', 'device-%04d'],
    ['the value of a missing variable', 'undefined'],
    ['an object of JavaScript', '[object Object]'],
    ['an escape of C', 'Z\\xc3\\xbcrich'],
    ['an escape of JSON', 'Z\\u00fcrich'],
    ['an entity of HTML', 'R&amp;D'],
    ['a label of PEM', '-----BEGIN CERTIFICATE REQUEST-----'],
  ])('is a warning: %s', (_, text) => {
    expect(ofSubject(['CN', text]).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['subject-meant', 'warning'],
    ]);
  });

  it.each([
    'sensor 1, hall',
    'Größe',
    'O\u2019Brien & Söhne',
    'a=b',
    'AB=12',
    '100 %',
    '50%-off',
    'device {1}',
    'Ádám Lippai',
    'C:\\devices',
    '\u{1f469}\u200d\u{1f52c}',
    'می\u200cخواهم',
    'a@example.com',
    'arn:aws:iot:eu-west-1:123456789012:thing/a',
    'https://example.com/a?b=c',
  ])('is not said of %s', (text) => {
    expect(ofSubject(['CN', text])).toEqual([]);
  });

  it('is a warning for a VisibleString, which OpenSSL does not read there', () => {
    expect(ofSubject(['CN', encode(0x1a, Buffer.from('a'))]).map(({ rule }) => rule)).toEqual(['subject-meant']);
  });
});

describe('two subjects', () => {
  async function duplicatesOf(files: Readonly<Record<string, Uint8Array>>) {
    const pems = Object.fromEntries(Object.entries(files).map(([path, file]) => [path, toPem(file)]));
    const sources = await discover({ patterns: ['**'], workspace: makeWorkspace(pems) });
    const { findings } = await examine(sources, {});
    return findings.filter(({ rule }) => rule === 'subject-duplicate').map(({ message }) => message);
  }
  const named = (value: string | Uint8Array): Buffer => makeCsr({ subject: [['CN', value]] });

  it('that are not text are the same only when their bytes are', async () => {
    const a = utf8(Buffer.from('Zähler', 'latin1'));
    const b = utf8(Buffer.from('Zöhler', 'latin1'));
    expect(await duplicatesOf({ 'a.csr': named(a), 'b.csr': named(b), 'c.csr': named('Z\ufffdhler') })).toEqual([]);
    expect(await duplicatesOf({ 'a.csr': named(a), 'b.csr': named(a) })).toHaveLength(2);
  });

  it('of other string types read the same, and are told so', async () => {
    const messages = await duplicatesOf({ 'a.csr': named('x'), 'b.csr': named(encode(0x13, Buffer.from('x'))) });
    expect(messages).toEqual([
      'Its subject reads the same as that of b.csr, in other string types and with another key.',
      'Its subject reads the same as that of a.csr, in other string types and with another key.',
    ]);
  });
});

const field = join(import.meta.dirname, '../../../shared/field/subject-text');
const isThere = existsSync(field);
if (!isThere) console.log(`skipped: the subjects from the field are not at ${field}`);

describe.skipIf(!isThere)('subjects from the field', () => {
  it('are errors but for the one that is text', async () => {
    const { findings } = await examine(await discover({ patterns: ['csrs/*.csr'], workspace: field }), {});
    expect(findings.map(({ path, rule, severity }) => [path, rule, severity])).toEqual(
      ['bmp-odd', 'latin1-a', 'latin1-b', 'octet-string', 'overlong'].map((name) => [
        `csrs/${name}.csr`,
        'subject-text',
        'error',
      ]),
    );
  });
});
