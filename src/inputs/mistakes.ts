import { shorten } from '../lib/escape.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { Mistake, type Parse } from './parsers.ts';

/** The wrong inputs of a step, gathered so that all of them are reported at once, each in a line of its own. */
export interface Mistakes {
  /** @param problem what is wrong, a sentence; `fix` likewise */
  add(input: string, problem: string, fix: string): void;
  /** Parses the text of an input. @returns the fallback after a mistake, so that what comes after it is still checked */
  parse<T, F>(input: string, text: string, parser: Parse<T>, fallback: F): T | F;
  /** @throws UserError `inputs`, the first mistake, with the others in it */
  refuse(): void;
}

/** Characters of a wrong value that are repeated. */
const VALUE_SHOWN = 200;

/** Characters of a value for which another one is proposed: the expressions take time by the square of its length. */
const REWRITABLE = 10_000;

export function createMistakes(): Mistakes {
  const found: UserError[] = [];
  const add: Mistakes['add'] = (input, problem, fix) => {
    found.push(new UserError('inputs', `${input}: ${problem}`, { where: input, fix }));
  };
  return {
    add,
    parse(input, text, parser, fallback) {
      try {
        return parser(text);
      } catch (error) {
        if (!(error instanceof Mistake)) throw error;
        const problem = error.problem ?? `${JSON.stringify(shorten(text, VALUE_SHOWN))} is not allowed.`;
        const better = (text.length > REWRITABLE ? [] : REWRITES)
          .map((rewrite) => rewrite(text))
          .find((one) => one !== text && isAllowed(one, parser));
        add(input, problem, better === undefined ? error.fix : `Write ${better.replaceAll(/\s*[\r\n]+\s*/g, ', ')}.`);
        return fallback;
      }
    },
    refuse() {
      const joined = joinErrors(found);
      if (joined !== undefined) throw joined;
    },
  };
}

function isAllowed<T>(text: string, parser: Parse<T>): boolean {
  if (text === '') return false;
  try {
    parser(text);
    return true;
  } catch (error) {
    if (error instanceof Mistake) return false;
    throw error;
  }
}

/** How values are commonly written that are meant otherwise; a value is proposed only when it is allowed. */
const REWRITES: readonly ((text: string) => string)[] = [
  // Quotation marks within quotation marks of YAML, or within a block.
  (text) => text.replaceAll(/^["'`\u2018\u2019\u201c\u201d]+|["'`\u2018\u2019\u201c\u201d]+$/g, '').trim(),
  // A comment in a block is a part of the value.
  (text) => text.replace(/\s+#.*$/, ''),
  (text) => text.replace(/[\s,;.]+$/, ''),
  (text) => text.toLowerCase(),
  // A list of YAML or JSON in place of text. A comma may be a character of a value, a line end never is.
  (text) =>
    text
      .replaceAll(/^\[|\]$/g, '')
      .replaceAll(/["']/g, '')
      .replaceAll(/\s*,\s*/g, '\n'),
  (text) => text.replaceAll(/^\s*-\s+/gm, '').replaceAll(/["']/g, ''),
  (text) => text.replaceAll(/\s*[;|]\s*/g, '\n'),
  // A number with separators, an account id with hyphens.
  (text) => (/^\d[\d,_' -]*$/.test(text) ? text.replaceAll(/\D/g, '') : text),
  // An availability zone in place of its region.
  (text) => text.toLowerCase().replace(/(?<=-\d)[a-z]$/, ''),
];
