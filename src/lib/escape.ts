/**
 * Text from files, subjects and API answers is hostile. This is the one place that makes it harmless for where it goes,
 * and keeps it visible there: nothing is dropped, what could act is shown as an escape such as `\n` or `\u202e`.
 */

/**
 * Characters that move the cursor, end a line, or reorder or hide what stands around them: C0 and C1 controls, line and
 * paragraph separators, bidirectional controls (Unicode TR 9, CVE-2021-42574), zero-width and tag characters, and lone
 * surrogates.
 */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `text` on one line, with everything that is not plainly visible written as an escape. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const short = SHORT_ESCAPES[character];
    if (short !== undefined) return short;
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/**
 * One log line that the runner prints and does not obey. The runner takes `::command::` at a line's start and
 * `##[command]` anywhere in a line for a command, on stdout and stderr alike (actions/runner, ActionCommand.cs).
 */
export function forLog(text: string): string {
  return visible(text)
    .replaceAll('##[', '##\\[')
    .replace(/^(\s*)::/, '$1\\::');
}

/** The message of a workflow command (actions/toolkit, command.ts: escapeData). */
export function forCommandData(text: string): string {
  return forLog(text).replaceAll('%', '%25');
}

/** A property of a workflow command, such as an annotation's file (actions/toolkit, command.ts: escapeProperty). */
export function forCommandProperty(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C').replaceAll('##[', '##\\[');
}

/**
 * Text in GitHub-flavoured Markdown, in a table cell too. Everything but letters, digits and harmless punctuation
 * becomes a character reference, which Markdown and HTML both show and never act on; that covers pipes, backticks and
 * tags. Links are made of bare addresses, and mentions of names, once references are resolved: an element that shows
 * nothing, and is a place where a line may break, stands in the middle of them.
 */
export function forMarkdown(text: string): string {
  return visible(text)
    .replace(/[^\p{L}\p{M}\p{N} ./,;=-]/gu, (character) => `&#${character.codePointAt(0)};`)
    .replace(/(www)\./gi, '$1<wbr>&#46;')
    .replace(/&#(?:64|35);|&#58;(?=\/)/g, '$&<wbr>');
}

/**
 * What makes a field a formula: a sign at its start, also in the full-width and small forms that East Asian versions of
 * spreadsheets take for it, and behind what they strip. A semicolon starts a field, too, for the many locales that read
 * CSV so; a program that splits there ignores the quotation marks.
 */
const FORMULA = /(^|;)(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])/gu;

/**
 * One CSV field (RFC 4180), always quoted. What a spreadsheet would run as a formula gets an apostrophe before it (OWASP,
 * "CSV Injection"). Tabs and line ends are shown as escapes, so that none starts a field.
 */
export function forCsv(text: string): string {
  return `"${visible(text).replace(FORMULA, "$1'").replaceAll('"', '""')}"`;
}

/**
 * The plain text of a SARIF message, in which nothing is a placeholder such as `{0}` or a link such as `[x](y)` (SARIF
 * 2.1.0, sections 3.11.5 and 3.11.6).
 */
export function forSarif(text: string): string {
  return visible(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/(\\*)([[\]])/g, '$1$1\\$2');
}

/**
 * JSON for a terminal: the same values, what is not plainly visible in them as escapes. `JSON.stringify` leaves C1
 * controls and bidirectional ones as they are.
 *
 * @param json text of one or more JSON values, with line ends between them or for the layout
 */
export function forJsonOutput(json: string): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(UNPRINTABLE, (character) =>
    /[\n\r\t]/.test(character) ? character : character.split('').map(escaped).join(''),
  );
}

/** At most `limit` characters of `text`, an ellipsis in place of the rest; never cuts a surrogate pair. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** At most `limit` characters of a path, an ellipsis in place of its beginning: its end says which file it is. */
export function shortenPath(path: string, limit: number): string {
  if (path.length <= limit) return path;
  const cut = path.slice(path.length - limit + 1);
  return `…${/^[\udc00-\udfff]/.test(cut) ? cut.slice(1) : cut}`;
}
