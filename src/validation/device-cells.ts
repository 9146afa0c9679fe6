import { CSR_SHA256, columnName, type ListedDevice, SERIAL, SPKI_SHA256, THING } from '../csr/device-list.ts';
import { shorten } from '../lib/escape.ts';
import { count } from '../lib/words.ts';
import { type DeviceLine, lineProblem } from './line-problem.ts';

/** A thing has 50 attributes at most, and the columns of our own are four; the rest is for what no template uses. */
const MAX_COLUMNS = 100;

/** What a template can name, plain ASCII: a name that only looks like another one is none. */
const COLUMN = /^[A-Za-z0-9_][A-Za-z0-9 _.:/#@-]{0,127}$/;

/** https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html */
const THING_NAME = /^[a-zA-Z0-9:_-]{1,128}$/;

/** X.520 has the characters of a PrintableString, 64 at most; devices also have numbers with other ASCII characters. */
const SERIAL_NUMBER = /^[\x20-\x7e]{1,128}$/;

/** What a spreadsheet makes of a long number: its last digits are lost. */
const ROUNDED = /^\d([.,]\d+)?E\+\d+$/i;

/** Characters of a cell that a message repeats. */
const SHOWN = 60;

/** How the first line is written. */
export const NAME_COLUMNS =
  'Name the columns in the first line: `thing` or `serial`, `spki-sha256` or `csr-sha256`, and any others, such as `thing,spki-sha256,site`.';

/**
 * Reads the first line: the names of the columns, as {@link DeviceList.columns} has them.
 *
 * @throws UserError `devices`
 */
export function readColumns(cells: readonly string[], at: DeviceLine): readonly string[] {
  if (cells.length > MAX_COLUMNS) {
    throw lineProblem(at, `has ${count(cells.length)} columns, and ${MAX_COLUMNS} are read`, 'Remove some of them.');
  }
  if (cells.includes('')) throw lineProblem(at, 'has a column without a name', 'Name it, or remove the column.');
  const illegal = cells.find((cell) => !COLUMN.test(cell));
  if (illegal !== undefined) {
    const shown = shorten(illegal, SHOWN);
    throw lineProblem(
      at,
      `names a column "${shown}", which has more than letters, digits, spaces and _ . : / # @ -`,
      NAME_COLUMNS,
    );
  }
  const columns = cells.map(columnName);
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) {
    throw lineProblem(at, `names the column ${twice} twice`, 'Keep one of the two; case makes no difference.');
  }
  if (!columns.includes(THING) && !columns.includes(SERIAL)) {
    throw lineProblem(at, 'names no column `thing` or `serial`, by which a CSR finds its line', NAME_COLUMNS);
  }
  return columns;
}

/**
 * Reads the line of a device.
 *
 * @param cells one for each column
 * @throws UserError `devices`
 */
export function readDevice(columns: readonly string[], cells: readonly string[], at: DeviceLine): ListedDevice {
  const cellOf = (column: string): string | undefined => cells[columns.indexOf(column)] || undefined;
  const thing = cellOf(THING);
  const serial = cellOf(SERIAL);
  for (const name of [thing, serial]) if (name !== undefined) refuseRounded(name, at);
  if (thing !== undefined && !THING_NAME.test(thing)) {
    throw lineProblem(
      at,
      `has in the column thing what is no name of a thing, "${shorten(thing, SHOWN)}"`,
      'Write 1 to 128 letters, digits, colons, underscores and hyphens, as AWS IoT takes them.',
    );
  }
  if (serial !== undefined && !SERIAL_NUMBER.test(serial)) {
    throw lineProblem(
      at,
      `has in the column serial what is no serial number, "${shorten(serial, SHOWN)}"`,
      'Write 1 to 128 characters of printable ASCII.',
    );
  }
  if (thing === undefined && serial === undefined) {
    throw lineProblem(at, 'names no device', 'Fill in its `thing` or its `serial`, or remove the line.');
  }
  const hashes = new Map([SPKI_SHA256, CSR_SHA256].map((column) => [column, readHash(column, cellOf(column), at)]));
  return {
    line: at.line,
    thing,
    serial,
    spkiSha256: hashes.get(SPKI_SHA256),
    csrSha256: hashes.get(CSR_SHA256),
    cells: cells.map((cell, index) => hashes.get(columns[index] ?? '') ?? cell),
  };
}

function refuseRounded(name: string, at: DeviceLine): void {
  if (!ROUNDED.test(name)) return;
  throw lineProblem(
    at,
    `has ${name}, a number that a spreadsheet has rounded`,
    'Make the column one of text in the spreadsheet, and enter the number again.',
  );
}

/** Hexadecimal, as openssl (capitals and colons), keytool (the same) and other tools (spaces) write it. */
function readHash(column: string, cell: string | undefined, at: DeviceLine): string | undefined {
  const digits = cell?.replace(/[: ]/g, '').toLowerCase();
  if (digits === undefined || /^[0-9a-f]{64}$/.test(digits)) return digits;
  throw lineProblem(
    at,
    `has in the column ${column} what is no SHA-256, "${shorten(cell ?? '', SHOWN)}"`,
    'Write 64 hexadecimal digits, with or without colons, or leave the cell empty. docs/devices.md shows how to make one.',
  );
}
