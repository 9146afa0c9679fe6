/** Most columns a cell takes before it is cut: a terminal is narrower than GitHub's page. */
const WIDEST = 44;

/** The job summary as a terminal shows it best: tables with aligned columns, character references resolved,
 * nothing folded. */
export function renderMarkdown(markdown: string): string {
  const lines: string[] = [];
  let table: string[][] = [];
  const flush = (): void => {
    lines.push(...alignTable(table));
    table = [];
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('|')) {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => plain(cell.trim()));
      if (!cells.every((cell) => /^:?-+:?$/.test(cell))) table.push(cells);
      continue;
    }
    flush();
    // A terminal folds nothing, and has one font.
    if (/^(<\/?details>|```.*)$/.test(line)) continue;
    lines.push(plain(line));
  }
  flush();
  return lines.join('\n');
}

function alignTable(rows: readonly (readonly string[])[]): readonly string[] {
  const cut = rows.map((row) => row.map((cell) => (cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell)));
  const widths = (cut[0] ?? []).map((_, column) => Math.max(...cut.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return cut.flatMap((row, index) =>
    index === 0 ? [line(row), widths.map((width) => '─'.repeat(width)).join('  ')] : [line(row)],
  );
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replaceAll('**', '')
    .replaceAll('<wbr>', '')
    .replaceAll('<br>', ' ')
    .replace(/^<summary>(.*)<\/summary>$/, '### $1')
    .replaceAll('&nbsp;', ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
