import { deflateRawSync, gzipSync } from 'node:zlib';
import { makeCsr, makeKey, toPem } from './make-csr.ts';

/** How people and tools write one file inside of another, by name. */
export type Wrappings = Readonly<Record<string, (content: Buffer) => Buffer | string>>;

const base64 = (content: Buffer): string => content.toString('base64');
const wrap = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
const bytes = (content: Buffer): readonly string[] => content.toString('hex').match(/../g) ?? [];
const rows = (items: readonly string[], count: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(items.length / count) }, (_, row) => items.slice(row * count, (row + 1) * count));
const printable = (content: Buffer): string => content.toString('latin1').replace(/[^ -~]/g, '.');

/** Of any bytes. */
export const BINARY_WRAPPINGS: Wrappings = {
  'as it is': (content) => content,
  'base64 in lines of 64': (content) => `${wrap(base64(content), 64)}\n`,
  'base64 in lines of 76 with CRLF': (content) => wrap(base64(content), 76).replaceAll('\n', '\r\n'),
  'base64 in one line': base64,
  base64url: (content) => content.toString('base64url'),
  'base64 twice': (content) => base64(Buffer.from(base64(content))),
  'base64 of base64 in lines': (content) => wrap(base64(Buffer.from(wrap(base64(content), 76))), 76),
  'base64 as a value of YAML': (content) =>
    `apiVersion: v1\nkind: Secret\ndata:\n  tls.crt: ${base64(Buffer.from('x'.repeat(40)))}\n  tls.key: ${base64(content)}\n`,
  'base64 as a value of JSON': (content) => JSON.stringify({ name: 'device-1', value: base64(content) }),
  'base64 as a value of JSON in lines': (content) => JSON.stringify({ value: wrap(base64(content), 64) }, null, 2),
  'base64 as strings of C': (content) =>
    `const char *value =\n${wrap(base64(content), 60)
      .split('\n')
      .map((line) => `  "${line}\\n"`)
      .join('\n')};\n`,
  'base64 as an environment file': (content) => `# made by hand\nDEVICE=1\nVALUE=${base64(content)}\n`,
  'base64 in a data URL': (content) => `data:application/octet-stream;base64,${base64(content)}`,
  'base64 with a line number before each line': (content) =>
    wrap(base64(content), 64)
      .split('\n')
      .map((line, index) => `${index + 1}: ${line}`)
      .join('\n'),
  'base64 under a wrong label': (content) => toPem(content, 'CERTIFICATE'),
  'base64 under a label nobody has': (content) => toPem(content, 'DEVICE DATA'),
  'base64 with dashes that are no hyphens': (content) => `—BEGIN DATA—\n${wrap(base64(content), 64)}\n—END DATA—\n`,
  hex: (content) => content.toString('hex'),
  'hex in capital letters in lines': (content) => wrap(content.toString('hex').toUpperCase(), 64),
  'hex with colons': (content) => wrap(bytes(content).join(':'), 45),
  'hex with spaces': (content) => wrap(bytes(content).join(' '), 48),
  'hex as an array of C': (content) =>
    `static const uint8_t data[] = {\n${rows(bytes(content), 12)
      .map((row) => `    ${row.map((byte) => `0x${byte}`).join(', ')},`)
      .join('\n')}\n};\nunsigned int data_len = ${content.length};\n`,
  'hex as a string of C': (content) =>
    `char data[] =\n${rows(bytes(content), 16)
      .map((row) => `"${row.map((byte) => `\\x${byte}`).join('')}"`)
      .join('\n')};\n`,
  'hex as a value of JSON': (content) => JSON.stringify({ data: content.toString('hex') }),
  'a dump of xxd': (content) =>
    rows(bytes(content), 16)
      .map((row, index) => {
        const groups = rows(row, 2).map((group) => group.join(''));
        const shown = printable(content.subarray(index * 16, index * 16 + 16));
        return `${(index * 16).toString(16).padStart(8, '0')}: ${groups.join(' ').padEnd(39)}  ${shown}`;
      })
      .join('\n'),
  'a dump of hexdump -C': (content) =>
    rows(bytes(content), 16)
      .map((row, index) => {
        const shown = printable(content.subarray(index * 16, index * 16 + 16));
        return `${(index * 16).toString(16).padStart(8, '0')}  ${row.slice(0, 8).join(' ')}  ${row.slice(8).join(' ')}  |${shown}|`;
      })
      .join('\n'),
  'a dump of hexdump': (content) =>
    rows(bytes(content.length % 2 === 0 ? content : Buffer.concat([content, Buffer.of(0)])), 16)
      .map((row, index) => {
        const words = rows(row, 2).map(([low = '', high = '']) => `${high}${low}`);
        return `${(index * 16).toString(16).padStart(7, '0')} ${words.join(' ')}`;
      })
      .join('\n'),
  'octal escapes': (content) =>
    `data='${[...content].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}'`,
  'an array of numbers': (content) => `data = [${[...content].join(', ')}]\n`,
  'an array of bytes of Java': (content) =>
    `byte[] data = {${[...content].map((byte) => (byte > 127 ? byte - 256 : byte)).join(', ')}};`,
  'a Buffer of JSON': (content) => JSON.stringify(content),
  'percent-encoding': (content) =>
    `data=${bytes(content)
      .map((byte) => `%${byte}`)
      .join('')}`,
  uuencode: (content) =>
    `begin 644 data\n${rows([...content].map(String), 45)
      .map((row) => uuLine(row.map(Number)))
      .join('\n')}\n\`\nend\n`,
  'Intel HEX': (content) =>
    `${rows(bytes(content), 16)
      .map((row, index) => {
        const head = [row.length, (index * 16) >> 8, (index * 16) & 255, 0].map((byte) =>
          byte.toString(16).padStart(2, '0'),
        );
        return `:${[...head, ...row, '00'].join('').toUpperCase()}`;
      })
      .join('\n')}\n:00000001FF\n`,
  gzip: (content) => gzipSync(content),
  'gzip in base64': (content) => gzipSync(content).toString('base64'),
  zip: (content) => zip(content, true),
  'zip that is only stored': (content) => zip(content, false),
  tar: (content) => tar(content),
  'tar and gzip': (content) => gzipSync(tar(content)),
  'base64 in JSON in base64': (content) => base64(Buffer.from(JSON.stringify({ data: base64(content) }))),
  'behind a CSR, in base64': (content) => `${CSR}\n${wrap(base64(content), 64)}\n`,
  'behind a CSR, in hex': (content) => `${CSR}\ndata: ${content.toString('hex')}\n`,
  'before a CSR, in base64': (content) => `${base64(content)}\n${CSR}`,
};

/** Of text. */
export const TEXT_WRAPPINGS: Wrappings = {
  'with CRLF line ends': (content) => lines(content).join('\r\n'),
  'with CR line ends': (content) => lines(content).join('\r'),
  indented: (content) => prefixed(content, '    '),
  'as a quotation of mail': (content) => prefixed(content, '> '),
  'as a comment': (content) => prefixed(content, '# '),
  'with line numbers': (content) =>
    lines(content)
      .map((line, index) => `${String(index + 1).padStart(4)}  ${line}`)
      .join('\n'),
  'as strings of C': (content) =>
    `const char data[] =\n${lines(content)
      .map((line) => `  ${JSON.stringify(`${line}\n`)}`)
      .join('\n')};\n`,
  'as strings of JavaScript': (content) =>
    `const data = ${lines(content)
      .map((line) => `'${line.replaceAll("'", "\\'")}'`)
      .join(' +\n  ')};\n`,
  'as a string of JSON': (content) => JSON.stringify({ data: content.toString() }),
  'as a string of JSON in JSON': (content) => JSON.stringify({ data: JSON.stringify({ data: content.toString() }) }),
  'in the lines of YAML': (content) => `data: |\n${prefixed(content, '  ')}\n`,
  'with entities of HTML': (content) =>
    content.toString().replace(/[-<>&"+/=\n]/g, (character) => `&#${character.charCodeAt(0)};`),
  'in HTML with line breaks': (content) =>
    `<html><body>${content.toString().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n')}</body></html>`,
  'in quoted-printable': (content) =>
    content
      .toString()
      .replaceAll('=', '=3D')
      .replaceAll(/(.{60})(?=.)/g, '$1=\n'),
  'in percent-encoding': (content) => encodeURIComponent(content.toString()),
  'in a form': (content) => new URLSearchParams({ data: content.toString() }).toString(),
  'in UTF-16 LE': (content) => Buffer.from(`\ufeff${content}`, 'utf16le'),
  'in UTF-16 BE': (content) => Buffer.from(`\ufeff${content}`, 'utf16le').swap16(),
  'in UTF-16 LE without a mark': (content) => Buffer.from(content.toString(), 'utf16le'),
  'in UTF-32': (content) =>
    Buffer.concat([...content.toString('latin1')].map((character) => Buffer.of(0, 0, 0, character.charCodeAt(0)))),
  'with colours of a terminal': (content) =>
    lines(content)
      .map((line) => `\u001b[32m${line}\u001b[0m`)
      .join('\r\n'),
  'with a byte order mark': (content) => `\ufeff${content}`,
  'behind a CSR': (content) => `${CSR}${content}`,
  'before a CSR': (content) => `${content}${CSR}`,
  'behind the DER of a CSR': (content) => Buffer.concat([DER, content]),
};

const DER = makeCsr({ key: makeKey('P-256') });
const CSR = toPem(DER);

function lines(content: Buffer): readonly string[] {
  return content.toString().trimEnd().split('\n');
}

function prefixed(content: Buffer, prefix: string): string {
  return lines(content)
    .map((line) => `${prefix}${line}`)
    .join('\n');
}

function uuLine(content: readonly number[]): string {
  const digit = (value: number): string => (value === 0 ? '`' : String.fromCharCode(32 + value));
  let line = digit(content.length);
  for (let index = 0; index < content.length; index += 3) {
    const [a = 0, b = 0, c = 0] = content.slice(index, index + 3);
    line += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(digit).join('');
  }
  return line;
}

/** A zip archive of one file; its checksum, which no search for keys checks, is zero. */
function zip(content: Buffer, isDeflated: boolean): Buffer {
  const data = isDeflated ? deflateRawSync(content) : content;
  const name = Buffer.from('data.bin');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(isDeflated ? 8 : 0, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, data, Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
}

function tar(content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write('data.bin', 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  header.write('ustar\0', 257);
  return Buffer.concat([header, content, Buffer.alloc(512 - (content.length % 512)), Buffer.alloc(1_024)]);
}
