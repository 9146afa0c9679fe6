import { forMarkdown, shorten } from '../lib/escape.ts';
import { count } from '../lib/words.ts';

/** GitHub drops a step's whole summary above 1 MiB; each of its four long tables is cut so that the rest has room. */
const TABLE_BYTES = 224 * 1024;

/** Longest text of a cell: a subject may hold pages. */
const CELL = 300;

/** Text of a table's cell, escaped and not too long. */
export function cell(text: string): string {
  return forMarkdown(shorten(text, CELL));
}

/** A Markdown table of escaped cells, cut with a line that says how many rows are not shown. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return longTable(columns, rows, (row) => row);
}

/** {@link table} of many items, of which only those that are shown are made into rows. */
export function longTable<T>(
  columns: readonly string[],
  items: readonly T[],
  toRow: (item: T) => readonly string[],
): string {
  const lines = [`| ${columns.join(' | ')} |`, `|${columns.map(() => ' --- |').join('')}`];
  let bytes = 0;
  let shown = 0;
  for (const item of items) {
    const line = `| ${toRow(item).join(' | ')} |`;
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > TABLE_BYTES) break;
    lines.push(line);
    shown++;
  }
  const rest = shown < items.length ? `\n… and ${count(items.length - shown)} more.\n` : '';
  return `${lines.join('\n')}\n${rest}`;
}
