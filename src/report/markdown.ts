import { forMarkdown, shorten, visible } from '../lib/escape.ts';
import { count } from '../lib/words.ts';

/**
 * GitHub drops a step's whole summary above 1 MiB; a summary has four long tables at most, and the rest has room beside
 * them. A browser opens a table of this size at once. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const TABLE_BYTES = 128 * 1024;

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

/** Escaped text that may be broken where it is long, so that it pushes nothing else out of sight. @param limit characters */
export function breakable(text: string, limit = CELL): string {
  const parts = visible(shorten(text, limit)).match(PART) ?? [];
  return parts
    .map(forMarkdown)
    .join('<wbr>')
    .replaceAll(' <wbr>', ' ')
    .replace(/<wbr>$/, '');
}

/** {@link breakable} for a sentence of this product: what stands between backticks in it is code. */
export function prose(text: string, limit = CELL): string {
  return breakable(text, limit).replace(/&#96;(.*?)&#96;/g, '<code>$1</code>');
}

/** {@link cell} on one line, for a few words that a narrow column would break. */
export function unbreakable(text: string): string {
  return cell(text).replaceAll(' ', '&nbsp;');
}

/** What is shown when a person asks for it: a line with a title that opens. */
export function folded(title: string, body: string): string {
  return `<details>\n<summary>${forMarkdown(title)}</summary>\n\n${body}\n</details>\n`;
}

/** A link to a page; only its text where the address is none of the web. @param text is escaped already */
export function link(text: string, url: string | undefined): string {
  return url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url) ? text : `[${text}](${hrefOf(url)})`;
}

/** In Markdown an address ends at a parenthesis or a space. */
function hrefOf(url: string): string {
  return new URL(url).href.replace(/[()<>|\\`]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** A Markdown table of escaped cells, cut with a line that says how many rows are not shown. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return longTable(columns, rows, (row) => row);
}

/** How much of a long table is shown. */
export interface TableLimits {
  readonly rows?: number;
  readonly bytes?: number;
  /** Where all rows are, as a sentence. */
  readonly elsewhere?: string;
}

/** {@link table} of many items, of which only those that are shown are made into rows. */
export function longTable<T>(
  columns: readonly string[],
  items: readonly T[],
  toRow: (item: T) => readonly string[],
  { rows = Number.POSITIVE_INFINITY, bytes: most = TABLE_BYTES, elsewhere = '' }: TableLimits = {},
): string {
  const lines = [`| ${columns.join(' | ')} |`, `|${columns.map(() => ' :-- |').join('')}`];
  let bytes = 0;
  let shown = 0;
  for (const item of items) {
    const line = `| ${toRow(item).join(' | ')} |`;
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > most || shown === rows) break;
    lines.push(line);
    shown++;
  }
  const rest = shown < items.length ? `\n… and ${count(items.length - shown)} more. ${elsewhere}`.trimEnd() : '';
  return `${lines.join('\n')}\n${rest === '' ? '' : `${rest}\n`}`;
}
