/** A way in which a pattern is commonly written that means something else in a glob. */
export interface Rewrite {
  /** The pattern that was meant; undefined, empty or the same when it was not written this way. */
  readonly rewrite: (pattern: string) => string | undefined;
  /** Why the one that was written does not match: a sentence without its full stop. */
  readonly because: string;
}

const QUOTES = /^["'`\u2018\u2019\u201c\u201d](.*)["'`\u2018\u2019\u201c\u201d]$/;
/** Soft hyphen, zero-width characters, bidirectional controls, byte order mark; white space that is no plain space. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const ODD_SPACE = /[\u00a0\u2000-\u200a\u202f\u3000]/g;

/** Every `**` that is a part of a name as a name of its own; elsewhere it means what `*` does. */
export function wholeGlobstars(pattern: string): string {
  return pattern.replaceAll(/(^|\/)\*\*+(?=[^*/])/g, '$1**/*').replaceAll(/(?<=[^*/])\*\*+(?=\/|$)/g, '*/**');
}

function decoded(pattern: string): string | undefined {
  try {
    return decodeURIComponent(pattern);
  } catch {
    return undefined;
  }
}

/** From the most certain to the least. What each proposes is only said when it matches something. */
export const REWRITES: readonly Rewrite[] = [
  { because: 'The quotes around it are part of the pattern', rewrite: (pattern) => QUOTES.exec(pattern)?.[1] },
  { because: 'Patterns use / as separator', rewrite: (pattern) => pattern.replaceAll('\\', '/') },
  {
    because: 'A pattern is a line by itself, not an item of a list',
    rewrite: (pattern) => /^- *["']?(.*?)["']?$/.exec(pattern)?.[1],
  },
  {
    because: 'What follows the # is part of the pattern, not a comment',
    rewrite: (pattern) => /^(.*?)\s+#.*$/.exec(pattern)?.[1],
  },
  { because: 'It holds invisible characters', rewrite: (pattern) => pattern.replaceAll(INVISIBLE, '').trim() },
  {
    because: 'It holds white space other than a plain space',
    rewrite: (pattern) => pattern.replaceAll(ODD_SPACE, ' '),
  },
  { because: 'It holds white space', rewrite: (pattern) => pattern.replaceAll(/\s+/g, '') },
  { because: 'It ends with a separator or a comma', rewrite: (pattern) => pattern.replace(/[\s,;:/]+$/, '') },
  {
    because: 'Patterns are relative to the root of the workspace',
    rewrite: (pattern) => pattern.replace(/^[~/]+/, ''),
  },
  {
    because: 'Patterns are relative to the root of the workspace',
    rewrite: (pattern) => pattern.replace(/^(\.\.\/)+/, ''),
  },
  {
    because: '** stands for directories only as the whole name between two /',
    rewrite: wholeGlobstars,
  },
  {
    because: 'For directories at any depth there is **',
    rewrite: (pattern) => pattern.replaceAll(/\.\.\.|\*{3,}/g, '**'),
  },
  {
    because: 'Choices stand in braces',
    rewrite: (pattern) =>
      pattern.replaceAll(/(?<![?*+@!])\(([^()]*)\)/g, (_, choices: string) => `{${choices.replaceAll('|', ',')}}`),
  },
  {
    because: 'Braces need a comma between two choices',
    rewrite: (pattern) => pattern.replaceAll(/\{([^{},]*)\}/g, '$1'),
  },
  {
    because: 'Choices in braces are separated by commas',
    rewrite: (pattern) => pattern.replaceAll(/\{[^{}]*\}/g, (choices) => choices.replaceAll(/[|;]/g, ',')),
  },
  {
    because: 'Brackets stand for one character; a range of numbers stands in braces',
    rewrite: (pattern) => pattern.replaceAll(/\[(\d+)-(\d{2,})\]/g, '{$1..$2}'),
  },
  {
    because: 'Brackets stand for one character; choices stand in braces',
    rewrite: (pattern) =>
      pattern.replaceAll(/\[([^[\]/]*[,|][^[\]/]*)\]/g, (_, choices: string) => `{${choices.replaceAll('|', ',')}}`),
  },
  {
    because: 'It is a regular expression, and a glob is needed',
    rewrite: (pattern) =>
      pattern
        .replace(/^\^/, '')
        .replace(/\$$/, '')
        .replaceAll(/\.[*+]/g, '*')
        .replaceAll(/\\(.)/g, '$1'),
  },
  { because: 'It is encoded as in a URL', rewrite: decoded },
  { because: '% stands for itself', rewrite: (pattern) => pattern.replaceAll('%', '*') },
  {
    because: 'Its hyphens or quotation marks are not those of the file',
    rewrite: (pattern) => pattern.replaceAll(/[\u2010-\u2015\u2212]/g, '-').replaceAll(/[\u2018\u2019]/g, "'"),
  },
];
