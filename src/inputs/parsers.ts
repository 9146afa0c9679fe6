import { isAbsolute, resolve } from 'node:path';
import type { RequestRate } from '../issuance/request-rate.ts';
import { shorten } from '../lib/escape.ts';
import { nearest } from '../lib/nearest.ts';
import { parseTemplate, type Template, type TemplateField } from '../naming/template.ts';
import { parseTableAddress, TABLE_ADDRESS, type TableAddress } from '../records/table/address.ts';

/** Turns the text of an input into its value. @throws Mistake */
export type Parse<T> = (text: string) => T;

/** Why a text is not the value of an input; thrown by a parser, caught where the mistakes are gathered. */
export class Mistake extends Error {
  /** What to write: `Allowed: true, false.` */
  readonly fix: string;
  /** What is wrong, a sentence; undefined where that the value is not allowed says it all. */
  readonly problem: string | undefined;

  constructor(fix: string, problem?: string) {
    super(problem ?? fix);
    this.fix = fix;
    this.problem = problem;
  }
}

/** `Did you mean issue? ` where one of the values is near; nothing elsewhere. */
export function meant(text: string, allowed: readonly string[]): string {
  const close = nearest(text, allowed);
  return close === undefined ? '' : `Did you mean ${close}? `;
}

export function oneOf<const T extends string>(...allowed: readonly T[]): Parse<T> {
  return (text) => {
    const found = allowed.find((value) => value === text);
    if (found === undefined) throw new Mistake(`${meant(text, allowed)}Allowed: ${allowed.join(', ')}.`);
    return found;
  };
}

// YAML 1.2 booleans, as @actions/core's getBooleanInput takes them.
export function booleanOr(text: string, ...others: readonly string[]): boolean {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  const allowed = ['true', 'false', ...others];
  throw new Mistake(`${meant(text, allowed)}Allowed: ${allowed.join(', ')}.`);
}

export function boolean(text: string): boolean {
  return booleanOr(text);
}

export function integer(least: number, most: number): Parse<number> {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) throw new Mistake(`Allowed: a whole number from ${least} to ${most}.`);
    return value;
  };
}

/** `auto`, calls a second, or `<p>%` of the quota. */
export function requestRate(text: string): RequestRate {
  if (text === 'auto') return { kind: 'auto' };
  const [, digits = '', percent] = /^(\d{1,5}(?:\.\d{1,3})?) ?(%?)$/.exec(text) ?? [];
  const value = Number(digits);
  if (digits !== '' && percent === '%' && value >= 1 && value <= 100) return { kind: 'share', share: value / 100 };
  if (digits !== '' && percent === '' && value >= 0.1) return { kind: 'rate', perSecond: value };
  throw new Mistake(
    'Allowed: auto, a number of calls a second from 0.1, such as 10, or a share of the quota from 1% to 100%.',
  );
}

export function matching(pattern: RegExp, description: string): Parse<string> {
  return (text) => {
    if (!pattern.test(text)) throw new Mistake(`Allowed: ${description}.`);
    return text;
  };
}

/**
 * Values separated by commas, white space or line ends.
 *
 * @param description what a value is, such as `the names of repositories`, in the plural
 */
export function list(pattern: RegExp, description: string): Parse<readonly string[]> {
  return (text) =>
    itemsOf(text).map((item) => {
      if (pattern.test(item)) return item;
      throw new Mistake(`Allowed: ${description}, separated by commas or line ends.`, notAllowed(item));
    });
}

/** Some of these words, separated as in {@link list}. */
export function someOf<const T extends string>(...allowed: readonly T[]): Parse<readonly T[]> {
  return (text) =>
    itemsOf(text).map((item) => {
      const found = allowed.find((value) => value === item);
      if (found !== undefined) return found;
      throw new Mistake(
        `${meant(item, allowed)}Allowed: ${allowed.join(', ')}, or several of them, separated by commas or line ends.`,
        notAllowed(item),
      );
    });
}

function itemsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** What is wrong with one item of a list. */
export function notAllowed(item: string): string {
  return `${JSON.stringify(shorten(item, ITEM_SHOWN))} is not allowed.`;
}

const ITEM_SHOWN = 100;

export function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

export function absolute(path: string, workspace: string): string {
  if (path.includes('\0')) throw new Mistake('Allowed: a path without a NUL character.');
  // resolve() also mends the mixed separators of `${{ runner.temp }}/x` on Windows.
  return isAbsolute(path) ? resolve(path) : resolve(workspace, path);
}

/** @param fields those that have a value where the name is used */
export function template(fields: readonly TemplateField[]): Parse<Template> {
  return (text) => {
    try {
      return parseTemplate(text, fields);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new Mistake(`${error.message}.`);
    }
  };
}

export function tableAddress(text: string): TableAddress {
  const address = parseTableAddress(text);
  if (address === undefined) throw new Mistake(`Allowed: the path of a file, ${TABLE_ADDRESS}.`);
  return address;
}
