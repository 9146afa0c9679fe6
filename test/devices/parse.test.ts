import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceList } from '../../src/csr/device-list.ts';
import { UserError } from '../../src/lib/user-error.ts';
import { parseDevices } from '../../src/validation/parse-devices.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

const parse = (...lines: readonly string[]): DeviceList => parseDevices(lines.join('\n'), 'devices.csv');

function problemOf(...lines: readonly string[]): string {
  try {
    parse(...lines);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.code).toBe('devices');
    expect(error.where).toBe('devices.csv');
    return error.message;
  }
  throw new Error('The file was taken.');
}

describe('a devices file', () => {
  it('has a device a line, with its key and whatever else there is', () => {
    const { columns, devices } = parse('thing,serial,spki-sha256,csr-sha256,Site', `gw-1,SN 1,${A},${B},Graz`);
    expect(columns).toEqual(['thing', 'serial', 'spki-sha256', 'csr-sha256', 'site']);
    expect(devices).toEqual([
      {
        line: 2,
        thing: 'gw-1',
        serial: 'SN 1',
        spkiSha256: A,
        csrSha256: B,
        cells: ['gw-1', 'SN 1', A, B, 'Graz'],
      },
    ]);
  });

  it.each([
    ['in capitals with colons, as openssl and keytool write them', 'AA:'.repeat(32).slice(0, -1)],
    ['with spaces', 'aa '.repeat(32).trim()],
  ])('takes hashes %s', (_, hash) => {
    expect(parse('thing,spki-sha256', `gw-1,${hash}`).devices[0]).toMatchObject({ spkiSha256: A, cells: ['gw-1', A] });
  });

  it.each([',', ';', '\t'])('takes %j between cells', (separator) => {
    const [device] = parse(['thing', 'note'].join(separator), ['gw-1', '"a,b;c"'].join(separator)).devices;
    expect(device?.cells).toEqual(['gw-1', 'a,b;c']);
  });

  it('takes the names of its columns in the spellings that spreadsheets and people have', () => {
    const { columns } = parse('Thing Name,serialNumber,SPKI_SHA256,CSR SHA-256', `gw-1,7,${A},${B}`);
    expect(columns).toEqual(['thing', 'serial', 'spki-sha256', 'csr-sha256']);
  });

  it('may have blank lines, lines of empty cells, and cells without a value', () => {
    const { devices } = parse('thing,serial,spki-sha256', '', 'gw-1,,', ',,', ' , "" ,', `,7,${A}`, '');
    expect(devices.map(({ line, thing, serial }) => [line, thing, serial])).toEqual([
      [3, 'gw-1', undefined],
      [6, undefined, '7'],
    ]);
  });

  it('may name a column as an object names its own', () => {
    const { columns, devices } = parse('thing,__proto__,constructor', 'gw-1,a,b');
    expect(columns).toEqual(['thing', '__proto__', 'constructor']);
    expect(devices[0]?.cells).toEqual(['gw-1', 'a', 'b']);
    expect(({} as { readonly a?: unknown }).a).toBeUndefined();
  });
});

describe('a devices file that is none', () => {
  it.each<[string, readonly string[], string]>([
    ['nothing', ['', ''], 'Line 1 of devices.csv is missing: the file is empty.'],
    ['no names of columns', [`gw-1,${A}`, `gw-2,${B}`], 'Line 1 of devices.csv names no column `thing` or `serial`'],
    ['a column without a name', ['thing,,site', 'a,b,c'], 'Line 1 of devices.csv has a column without a name.'],
    ['a column twice', ['thing,Site,site', 'a,b,c'], 'Line 1 of devices.csv names the column site twice.'],
    ['a column in two spellings', ['thing,Thing-Name', 'a,b'], 'Line 1 of devices.csv names the column thing twice.'],
    ['a column that only looks like one of ours', ['thing,spki-shа256', 'a,b'], 'names a column "spki-shа256"'],
    ['two separators', ['thing,site;x', 'a,b;c'], 'names a column "thing,site"'],
    ['too many columns', [`thing${',x'.repeat(100)}`], 'Line 1 of devices.csv has 101 columns, and 100 are read.'],
    ['a cell too few', ['thing,site', 'gw-1'], 'Line 2 of devices.csv has more or fewer cells than the first line.'],
    ['a cell too many', ['thing,site', 'gw-1,a', 'gw-2,a,b'], 'Line 3 of devices.csv has more or fewer cells'],
    ['a line of no device', ['thing,site', ',Graz'], 'Line 2 of devices.csv names no device.'],
    [
      'a thing that AWS IoT takes none by',
      ['thing', 'gw 1'],
      'Line 2 of devices.csv has in the column thing what is no name of a thing, "gw 1".',
    ],
    [
      'a thing in letters of another script',
      ['thing', 'gw-1', 'gw-ɑ'],
      'Line 3 of devices.csv has in the column thing what is no name',
    ],
    [
      'a serial number in letters of another script',
      ['serial', 'ЅN'],
      'Line 2 of devices.csv has in the column serial what is no serial number',
    ],
    ['a number that a spreadsheet rounded', ['serial', '1,23457E+15'.replace(',', '.')], 'a spreadsheet has rounded'],
    [
      'half a hash',
      ['thing,spki-sha256', `gw-1,${A.slice(1)}`],
      'Line 2 of devices.csv has in the column spki-sha256 what is no SHA-256',
    ],
    [
      'a hash in base64',
      ['thing,csr-sha256', `gw-1,${'Q'.repeat(43)}=`],
      'Line 2 of devices.csv has in the column csr-sha256 what is no',
    ],
    ['a device twice', ['thing', 'gw-1', 'gw-2', 'gw-1'], 'Line 4 of devices.csv has the same thing as line 2, gw-1.'],
    [
      'a serial number twice',
      ['thing,serial', 'a,7', 'b,7'],
      'Line 3 of devices.csv has the same serial as line 2, 7.',
    ],
    [
      'a key of two devices',
      ['thing,spki-sha256', `gw-1,${A}`, `gw-2,${A.toUpperCase()}`],
      'Line 3 of devices.csv has the same spki-sha256 as line 2',
    ],
    ['a CSR of two devices', ['thing,csr-sha256', `a,${A}`, `b,${A}`], 'Line 3 of devices.csv has the same csr-sha256'],
    ['what cannot be seen', ['thing,site', 'gw-1,a\u200bb'], 'holds a character that cannot be seen, in "a\\u200bb".'],
    ['what turns text around', ['thing,site', 'gw-1,a\u202eb'], 'holds a character that cannot be seen'],
    [
      'a line longer than any',
      ['thing,site', `gw-1,${'x'.repeat(70_000)}`],
      'Line 2 of devices.csv or one after it is longer than 65,536',
    ],
  ])('has %s', (_, lines, message) => {
    expect(problemOf(...lines)).toContain(message);
  });
});

describe('a line of a devices file hides no other', () => {
  it.each<[string, string, string]>([
    [
      'in quotation marks',
      `thing,site\ngw-1,"Graz\ngw-2,Wien"\ngw-3,Linz`,
      'Line 2 of devices.csv has a cell in quotation marks',
    ],
    [
      'behind a quotation mark that nothing closes',
      'thing,site\ngw-1,a\ngw-2,"b\ngw-3,c',
      'Line 3 of devices.csv or one after it opens',
    ],
    ['behind one within a cell', 'thing,site\ngw-1,a"b\n', 'Line 2 of devices.csv has a quotation mark in the middle'],
    ['behind text after one', 'thing,site\ngw-1,"a"b\n', 'Line 2 of devices.csv has a quotation mark in the middle'],
    ['behind a carriage return', 'thing,site\r\ngw-1,a\rgw-2,b\r\n', 'Line 2 of devices.csv has a carriage return'],
  ])('%s', (_, text, message) => {
    expect(problemOf(text)).toContain(message);
  });

  it('whatever stands in it', () => {
    const piece = fc.constantFrom(
      'gw-1',
      'gw-2',
      'x',
      ',',
      ';',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '\u2028',
      '\u200b',
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => `thing,site\n${pieces.join('')}`);
    fc.assert(
      fc.property(text, (content) => {
        let list: DeviceList;
        try {
          list = parseDevices(content, 'devices.csv');
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          return;
        }
        const lines = content.split('\n').slice(1);
        const ofDevices = lines.filter((line) => /[^\s",]/.test(line));
        expect(list.devices).toHaveLength(ofDevices.length);
        for (const { line, thing } of list.devices) expect(content.split('\n')[line - 1]).toContain(thing);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what is written as CSV', () => {
  const visibleText = fc
    .string({ unit: fc.constantFrom(...'abcXYZ019 _-.,;"\'=äß漢😀{}|') })
    .map((text) => text.trim());
  const device = fc.record({
    thing: fc.string({ unit: fc.constantFrom(...'abcXYZ019:_-'), minLength: 1, maxLength: 20 }),
    hash: fc.option(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })),
    site: visibleText,
    note: visibleText,
  });
  const dialect = fc.record({
    separator: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    quotesAll: fc.boolean(),
    upper: fc.boolean(),
    colons: fc.boolean(),
    endsWithLine: fc.boolean(),
    order: fc.shuffledSubarray(['thing', 'hash', 'site', 'note'] as const, { minLength: 4 }),
  });
  const names = { thing: 'thing', hash: 'spki-sha256', site: 'site', note: 'note' } as const;

  it('is read as it was meant, in every dialect', () => {
    const fleet = fc.uniqueArray(device, { maxLength: 8, selector: ({ thing }) => thing });
    fc.assert(
      fc.property(fleet, dialect, (devices, { separator, end, quotesAll, upper, colons, endsWithLine, order }) => {
        const write = (cell: string): string =>
          quotesAll || /[",;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
        const hashText = (hash: string | null): string => {
          const text = upper ? (hash ?? '').toUpperCase() : (hash ?? '');
          return colons ? (text.match(/../g) ?? []).join(':') : text;
        };
        const rows = devices.map((one) => ({ ...one, hash: hashText(one.hash) }));
        const lines = [order.map((name) => names[name]), ...rows.map((row) => order.map((name) => row[name]))];
        const text = lines.map((cells) => cells.map(write).join(separator)).join(end) + (endsWithLine ? end : '');
        const list = parseDevices(text, 'devices.csv');
        expect(list.columns).toEqual(order.map((name) => names[name]));
        expect(
          list.devices.map(({ line, thing, spkiSha256, cells }) => ({
            line,
            thing,
            hash: spkiSha256,
            site: cells[order.indexOf('site')],
            note: cells[order.indexOf('note')],
          })),
        ).toEqual(devices.map((one, index) => ({ ...one, line: index + 2, hash: one.hash ?? undefined })));
      }),
    );
  });
});
