import { CsvError, parse } from 'csv-parse/sync';
import { CSR_SHA256, type DeviceList, type ListedDevice, SERIAL, SPKI_SHA256, THING } from '../csr/device-list.ts';
import { shorten, visible } from '../lib/escape.ts';
import type { UserError } from '../lib/user-error.ts';
import { count } from '../lib/words.ts';
import { NAME_COLUMNS, readColumns, readDevice } from './device-cells.ts';
import { lineProblem } from './line-problem.ts';

/** As many as `max-certificates` allows CSRs. */
const MAX_DEVICES = 1_000_000;

/** Characters of a line. AWS IoT takes 50 attributes of 800 characters and names of 128. */
const MAX_LINE = 65_536;

/** Characters of a cell that a message repeats. */
const SHOWN = 60;

/**
 * Reads the text of a devices file: CSV (RFC 4180) whose first line names the columns, separated by commas, semicolons or
 * tabs. Strict, since what one program takes for a cell another takes for several lines: no line break, control character
 * or invisible character stands in a cell, and every line has all cells. Lines without any text are left out.
 *
 * @param path of the file, as in {@link DeviceList.path}
 * @throws UserError `devices` with the line that is wrong
 */
export function parseDevices(text: string, path: string): DeviceList {
  refuseLoneReturns(text, path);
  const reader = createDeviceReader(path);
  let ended = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
      trim: true,
      max_record_size: MAX_LINE,
      on_record: (cells: readonly string[], { lines: line }: { readonly lines: number }) => {
        refuseLineEnds(cells, { path, line });
        ended = line;
        reader.add(
          cells.map((cell) => cell.trim()),
          line,
        );
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw csvProblem(error, path, ended);
    throw error;
  }
  return reader.list();
}

const QUOTES =
  'Put a quotation mark before and after the cell, and two in place of each one in it, or leave quotation marks out.';

/** Some programs end a line there, and others do not. */
function refuseLoneReturns(text: string, path: string): void {
  const lone = /\r(?!\n)/.exec(text);
  if (lone === null) return;
  throw lineProblem(
    { path, line: lineEnds([text.slice(0, lone.index)]) + 1 },
    'has a carriage return without a line feed',
    'Save the file with the line ends of Unix or Windows.',
  );
}

/** A cell that holds line ends hides whole lines from whoever reads the file as text. */
function refuseLineEnds(
  cells: readonly string[],
  { path, line }: { readonly path: string; readonly line: number },
): void {
  const ends = lineEnds(cells);
  if (ends === 0) return;
  throw lineProblem(
    { path, line: line - ends },
    'has a cell in quotation marks that goes on in the next line',
    'Write each line with all of its cells, and close each quotation mark before the line ends.',
  );
}

function lineEnds(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
}

/** The one that stands in the first line: no name of a column holds any of them. */
function delimiterOf(text: string): string {
  const [first = ''] = /^.*$/m.exec(text.slice(0, MAX_LINE).trimStart()) ?? [];
  return [';', '\t'].find((delimiter) => first.includes(delimiter)) ?? ',';
}

/**
 * What is wrong, in words of ours; those of the library are for programmers.
 *
 * @param ended the last line that was read
 */
function csvProblem(error: CsvError, path: string, ended: number): UserError {
  const line = typeof error.lines === 'number' ? error.lines : ended + 1;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return lineProblem(
        { path, line: ended + 1 },
        'or one after it opens a quotation mark that nothing closes',
        QUOTES,
      );
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return lineProblem(
        { path, line },
        'has more or fewer cells than the first line',
        'Give every line as many cells as there are columns; a cell that holds the separator stands in quotation marks.',
      );
    case 'CSV_MAX_RECORD_SIZE':
      return lineProblem(
        { path, line: ended + 1 },
        `or one after it is longer than ${count(MAX_LINE)} characters`,
        'Shorten it, and close each quotation mark before the line ends.',
      );
    default:
      return lineProblem({ path, line }, 'has a quotation mark in the middle of a cell', QUOTES);
  }
}

function createDeviceReader(path: string) {
  const devices: ListedDevice[] = [];
  /** Where each name and each hash stands. */
  const lines = new Map<string, number>();
  let columns: readonly string[] | undefined;
  const takeOnce = (column: string, value: string | undefined, line: number): void => {
    if (value === undefined) return;
    const key = `${column} ${value}`;
    const before = lines.get(key);
    if (before !== undefined) {
      throw lineProblem(
        { path, line },
        `has the same ${column} as line ${before}, ${value}`,
        'Keep one line of each device, and give every device a key of its own.',
      );
    }
    lines.set(key, line);
  };
  return {
    add(cells: readonly string[], line: number): void {
      const strange = cells.find((cell) => visible(cell) !== cell);
      if (strange !== undefined) {
        throw lineProblem(
          { path, line },
          `holds a character that cannot be seen, in "${shorten(visible(strange), SHOWN)}"`,
          'Remove the character, which is shown here as an escape.',
        );
      }
      if (columns === undefined) {
        columns = readColumns(cells, { path, line });
        return;
      }
      // What a spreadsheet leaves behind.
      if (cells.every((cell) => cell === '')) return;
      if (devices.length === MAX_DEVICES) {
        throw lineProblem(
          { path, line },
          `is one more than the ${count(MAX_DEVICES)} devices that are read`,
          'Make several files of it, for batches of their own.',
        );
      }
      const device = readDevice(columns, cells, { path, line });
      takeOnce(THING, device.thing, line);
      takeOnce(SERIAL, device.serial, line);
      takeOnce(SPKI_SHA256, device.spkiSha256, line);
      takeOnce(CSR_SHA256, device.csrSha256, line);
      devices.push(device);
    },
    list(): DeviceList {
      if (columns === undefined) throw lineProblem({ path, line: 1 }, 'is missing: the file is empty', NAME_COLUMNS);
      return { path, columns, devices };
    },
  };
}
