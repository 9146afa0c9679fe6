import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A text of the table: what is said, where, and what to do. */
export interface TableText {
  readonly says: string;
  readonly at?: string;
  readonly do?: string;
  readonly from: string;
}

interface Table {
  readonly messages: Readonly<
    Record<string, { readonly means: string; readonly also?: readonly string[]; readonly texts?: readonly TableText[] }>
  >;
  readonly rules: Readonly<Record<string, readonly TableText[]>>;
}

export const root = join(import.meta.dirname, '../..');

/** docs/messages.yaml: every message of the product. */
export const table = parse(readFileSync(join(root, 'docs/messages.yaml'), 'utf8')) as Table;

/** Whether a message says what a text of the table does: `{name}` is anything, `[a | b]` one of these, `[a]` may be missing. */
export function says(message: string, text: string): boolean {
  return new RegExp(patternOf(text), 's').test(message);
}

function patternOf(text: string): string {
  let pattern = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '{') {
      at = text.indexOf('}', at);
      pattern += '.*?';
    } else if (character === '[') {
      const end = closing(text, at);
      const choices = split(text.slice(at + 1, end)).map(patternOf);
      pattern += `(?:${choices.join('|')})${choices.length === 1 ? '?' : ''}`;
      at = end;
    } else pattern += character.replace(/[\\^$.*+?()|[\]{}]/, '\\$&');
  }
  return pattern;
}

/** Where the bracket that opens at `from` closes. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth++;
    if (text[at] === ']' && --depth === 0) return at;
  }
  return text.length;
}

/** The choices within a bracket, with the brackets within them. */
function split(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++;
    if (text[at] === ']') depth--;
    if (depth !== 0 || !text.startsWith(' | ', at)) continue;
    parts.push(text.slice(start, at));
    start = at + 3;
  }
  return [...parts, text.slice(start)];
}
