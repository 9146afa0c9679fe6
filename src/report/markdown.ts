import { forMarkdown, shorten, visible } from '../lib/escape.ts';
import { count } from '../lib/words.ts';

/** GitHub drops a step's whole summary above 1 MiB; each of its four long tables is cut so that the rest has room. */
const TABLE_BYTES = 224 * 1024;

/** Longest text of a cell: a subject may hold pages. */
const CELL = 300;

/** Text of a table's cell, escaped and not too long. */
export function cell(text: string): string {
  return forMarkdown(shorten(text, CELL));
}

/** Characters of a name after which a line may break; a slash is a better place. */
const UNBROKEN = 24;

/** A part of a text after which a line may break: up to a slash, up to the end of a word, or of a long word some of it. */
const PART = new RegExp(`[^/\\s]{0,${UNBROKEN - 1}}(?:[^/\\s]|[/\\s]|$)`, 'gu');

/** {@link cell} for what may hold a long path or name, which may be broken and does not push other columns out of sight. */
export function breakableCell(text: string): string {
  const parts = visible(shorten(text, CELL)).match(PART) ?? [];
  return parts
    .map(forMarkdown)
    .join('<wbr>')
    .replaceAll(' <wbr>', ' ')
    .replace(/<wbr>$/, '');
}

/** What is shown when a person asks for it: a line with a title that opens. */
export function folded(title: string, body: string): string {
  return `<details>\n<summary>${forMarkdown(title)}</summary>\n\n${body}\n</details>\n`;
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
