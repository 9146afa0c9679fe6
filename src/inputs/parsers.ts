import { isAbsolute, resolve } from 'node:path';
import type { RequestRate } from '../issuance/request-rate.ts';
import { parseTemplate, type Template, type TemplateField } from '../naming/template.ts';
import { parseTableAddress, TABLE_ADDRESS, type TableAddress } from '../records/table/address.ts';

/** Turns the text of an input into its value. @throws Mistake */
export type Parse<T> = (text: string) => T;

/** What an input must look like; thrown by a parser, caught where the mistakes are gathered. */
export class Mistake extends Error {}

export function oneOf<const T extends string>(...allowed: readonly T[]): Parse<T> {
  return (text) => {
    const found = allowed.find((value) => value === text);
    if (found === undefined) throw new Mistake(`allowed: ${allowed.join(', ')}`);
    return found;
  };
}

// YAML 1.2 booleans, as @actions/core's getBooleanInput takes them.
export function booleanOr(text: string, ...others: readonly string[]): boolean {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new Mistake(`allowed: ${['true', 'false', ...others].join(', ')}`);
}

export function boolean(text: string): boolean {
  return booleanOr(text);
}

export function integer(least: number, most: number): Parse<number> {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) throw new Mistake(`allowed: a whole number from ${least} to ${most}`);
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
  throw new Mistake('allowed: auto, a number of calls a second from 0.1 such as 10, or a share from 1% to 100%');
}

export function matching(pattern: RegExp, description: string): Parse<string> {
  return (text) => {
    if (!pattern.test(text)) throw new Mistake(`allowed: ${description}`);
    return text;
  };
}

/** Values separated by commas, white space or line ends. */
export function list(pattern: RegExp, description: string): Parse<readonly string[]> {
  return (text) =>
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(matching(pattern, `each ${description}`));
}

export function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

export function absolute(path: string, workspace: string): string {
  if (path.includes('\0')) throw new Mistake('allowed: a path');
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
      throw new Mistake(error.message);
    }
  };
}

export function tableAddress(text: string): TableAddress {
  const address = parseTableAddress(text);
  if (address === undefined) throw new Mistake(`allowed: the path of a file, ${TABLE_ADDRESS}`);
  return address;
}
