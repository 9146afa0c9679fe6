import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AMAZON_ROOTS } from '../../src/delivery/bundle/amazon-roots.ts';
import { bundleFiles } from '../../src/delivery/bundle/bundle-files.ts';
import { cHeader, cString } from '../../src/delivery/bundle/c-header.ts';
import { csvValue, nvsCsv } from '../../src/delivery/bundle/nvs-csv.ts';
import { sha256Sums } from '../../src/delivery/bundle/sha256sums.ts';
import { BUNDLE_FORMATS, bundleFileNames } from '../../src/naming/bundle-names.ts';

const PEM = AMAZON_ROOTS[2]?.pem ?? '';
const DEVICE = {
  thingName: 'sensor-1',
  certificateId: 'ab'.repeat(32),
  endpoint: 'a2du5f95w7oz2a-ats.iot.eu-west-1.amazonaws.com',
  region: 'eu-west-1',
};

/** Text with whatever could end a literal, a field or a line. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '\\',
        '?',
        '??/',
        '??=',
        '\n',
        '\r',
        '\r\n',
        '%',
        '#',
        ',',
        ';',
        '*/',
        '0',
        '7',
        'a',
        '\u202e',
        'ü',
        '😀',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'bundle-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Whether a program is on this machine; says so where it is not. */
function has(program: string, ...args: readonly string[]): boolean {
  const isHere = spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
  if (!isHere) console.log(`${program} is not installed here: what it would say is left out`);
  return isHere;
}

/** Lone surrogates have no UTF-8. */
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

describe('a bundle', () => {
  it('has the files that are announced before there is a certificate', () => {
    fc.assert(
      fc.property(fc.subarray([...BUNDLE_FORMATS]), (formats) => {
        const made = [...bundleFiles(DEVICE, PEM, formats).keys()];
        expect(made.sort()).toEqual([...bundleFileNames(formats)].sort());
      }),
    );
  });

  it('without a thing has the id of the certificate as client id, which no other device has', () => {
    const files = bundleFiles({ ...DEVICE, thingName: undefined }, PEM, ['c-header', 'nvs-csv']);
    expect(JSON.parse(String(files.get('config.json')))).toMatchObject({
      thingName: null,
      clientId: DEVICE.certificateId,
    });
    expect(String(files.get('nvs.csv'))).not.toContain('thing_name');
    expect(String(files.get('iot_device.h'))).not.toContain('IOT_THING_NAME');
    expect(String(files.get('iot_device.h'))).toContain(`#define IOT_CLIENT_ID "${DEVICE.certificateId}"`);
  });

  it('has the name of the thing as client id', () => {
    const config = JSON.parse(String(bundleFiles(DEVICE, PEM, []).get('config.json')));
    expect(config).toMatchObject({ thingName: 'sensor-1', clientId: 'sensor-1' });
  });
});

describe('the C header', () => {
  it('has literals that stand for their text, whatever it is, in ASCII and on one line', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, next) => {
        const literal = cString(text) + cString(next);
        expect(literal).toMatch(/^[ -~]*$/);
        expect(literal).not.toMatch(/\?\?/);
        expect(decode(literal)).toBe(utf8(text) + utf8(next));
      }),
    );
  });

  it('compiles without a warning in C99 and C++, and holds the PEMs as they are', () => {
    const texts = { thing: 'a"\\??/\n\u202e0😀', client: undefined };
    writeFileSync(join(directory, 'iot_device.h'), cHeader({ ...DEVICE, thingName: texts.thing }, PEM));
    const source = join(directory, 'main.c');
    writeFileSync(
      source,
      '#include "iot_device.h"\n#include "iot_device.h"\n#include <stdio.h>\nint main(void) { fputs(IOT_THING_NAME "|" IOT_CERTIFICATE_PEM "|", stdout); fputs(IOT_ROOT_CA_1_PEM, stdout); fputs(IOT_ROOT_CA_2_PEM, stdout); fputs(IOT_ROOT_CA_3_PEM, stdout); fputs(IOT_ROOT_CA_4_PEM, stdout); printf("|%s|%d", IOT_ENDPOINT, IOT_PORT); return 0; }\n',
    );
    if (!has('gcc', '--version')) return;
    for (const standard of [['-std=c99'], ['-x', 'c++', '-std=c++11']]) {
      const program = join(directory, 'main');
      const flags = [...standard, '-pedantic-errors', '-Wall', '-Wextra', '-Werror', '-trigraphs'];
      const built = spawnSync('gcc', [...flags, source, '-o', program], { encoding: 'utf8' });
      if (/cannot execute .*cc1plus/.test(built.stderr)) continue;
      expect(built.stderr).toBe('');
      const roots = AMAZON_ROOTS.map(({ pem }) => pem).join('');
      expect(spawnSync(program, { encoding: 'utf8' }).stdout).toBe(
        `${texts.thing}|${PEM}|${roots}|${DEVICE.endpoint}|8883`,
      );
    }
  });
});

describe('the NVS CSV', () => {
  it('has values that a reader of RFC 4180 reads back', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, next) => {
        expect(readCsv(`${csvValue(text)},${csvValue(next)}\n`)).toEqual([[text, next]]);
      }),
    );
  });

  it('keeps what nvs_partition_gen.py asks for', () => {
    const [header, namespace, ...rows] = readCsv(nvsCsv(DEVICE, PEM));
    expect(header).toEqual(['key', 'type', 'encoding', 'value']);
    expect(namespace).toEqual(['iot', 'namespace', '', '']);
    for (const [key = '', type, encoding, value = ''] of rows) {
      expect(key).toMatch(/^\w{1,15}$/);
      expect(type).toBe('data');
      expect(['string', 'u16']).toContain(encoding);
      expect(Buffer.byteLength(value)).toBeLessThan(4_000);
    }
    const values = Object.fromEntries(rows.map(([key, , , value]) => [key, value]));
    expect(values).toMatchObject({ client_id: 'sensor-1', endpoint: DEVICE.endpoint, port: '8883', certificate: PEM });
    for (const [index, { pem }] of AMAZON_ROOTS.entries()) expect(values[`root_ca_${index + 1}`]).toBe(pem);
  });

  it('is read by the csv module of Python, as that tool reads it', () => {
    if (!has('python3', '--version')) return;
    const file = join(directory, 'nvs.csv');
    writeFileSync(file, nvsCsv(DEVICE, PEM));
    const script =
      "import csv, json, sys\nwith open(sys.argv[1], 'rt', encoding='utf8') as f: print(json.dumps(list(csv.DictReader(filter(lambda row: row[0] != '#', f), delimiter=','))))";
    const rows = JSON.parse(spawnSync('python3', ['-c', script, file], { encoding: 'utf8' }).stdout);
    expect(rows.find(({ key }: { key: string }) => key === 'certificate')).toEqual({
      key: 'certificate',
      type: 'data',
      encoding: 'string',
      value: PEM,
    });
    expect(rows).toHaveLength(11);
  });
});

describe('SHA256SUMS', () => {
  /** What a file system and a zip take as a name, and what would end a line. */
  const name = fc
    .array(fc.constantFrom('a', ' ', '\\', '\n', '\r', 'n', '*', '-', 'ü', '"', '$'), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(''));

  it('has a line for each file, whatever its name is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (names) => {
        const digests = new Map(names.map((one) => [one, createHash('sha256').update(one).digest('hex')]));
        const lines = sha256Sums(digests).split('\n');
        expect(lines.pop()).toBe('');
        expect(new Map(lines.map(readSum))).toEqual(digests);
      }),
    );
  });

  it('is what sha256sum -c takes, for hostile names, too', () => {
    if (process.platform === 'win32' || !has('sha256sum', '--version')) return;
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), (names) => {
        const own = mkdtempSync(join(directory, 'sums-'));
        const digests = new Map<string, string>();
        for (const one of names) {
          writeFileSync(join(own, one), one);
          digests.set(
            one,
            createHash('sha256')
              .update(readFileSync(join(own, one)))
              .digest('hex'),
          );
        }
        const input = sha256Sums(digests);
        const { status, stderr } = spawnSync('sha256sum', ['--strict', '-c', '-'], {
          cwd: own,
          input,
          encoding: 'utf8',
        });
        expect(stderr).toBe('');
        expect(status).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});

/** Reads adjacent string literals of C (C99 6.4.5), with octal escapes and `\n` only. */
function decode(literals: string): string {
  const bytes: number[] = [];
  let rest = literals;
  while (rest !== '') {
    const [whole = '', inside = ''] = /^"((?:[^"\\]|\\.)*)"/.exec(rest) ?? [];
    if (whole === '') throw new Error(`no literal: ${rest}`);
    rest = rest.slice(whole.length);
    for (const [part] of inside.matchAll(/\\[0-7]{1,3}|\\n|[^\\]/g)) {
      if (part === '\\n') bytes.push(0x0a);
      else bytes.push(part.startsWith('\\') ? Number.parseInt(part.slice(1), 8) : part.charCodeAt(0));
    }
  }
  return Buffer.from(bytes).toString('utf8');
}

/** RFC 4180 with line feeds. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const fields = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gy;
  for (let at = 0; at < text.length; at = fields.lastIndex) {
    fields.lastIndex = at;
    const match = fields.exec(text);
    if (match === null) throw new Error(`no field at ${at}: ${JSON.stringify(text)}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** A line as the manual of coreutils describes it. */
function readSum(line: string): [string, string] {
  const [, isEscaped, digest = '', written = ''] = /^(\\?)([0-9a-f]{64}) {2}(.*)$/.exec(line) ?? [];
  const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', '\\': '\\' };
  const name = isEscaped === '\\' ? written.replace(/\\(.)/g, (_, letter: string) => plain[letter] ?? '') : written;
  return [name, digest];
}
