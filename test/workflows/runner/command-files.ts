import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = ['output', 'env', 'path', 'state', 'step_summary'] as const;

/** The files through which a step speaks to the runner. */
export interface CommandFiles {
  readonly env: Readonly<Record<string, string>>;
  outputs(): Readonly<Record<string, string>>;
  /** For the steps that follow. */
  variables(): Readonly<Record<string, string>>;
  /** In front of PATH, the last one first. */
  paths(): readonly string[];
  state(): Readonly<Record<string, string>>;
  summary(): string;
}

export function makeCommandFiles(temp: string): CommandFiles {
  const folder = join(temp, '_runner_file_commands', randomUUID());
  mkdirSync(folder, { recursive: true });
  for (const name of FILES) writeFileSync(join(folder, name), '');
  const read = (name: (typeof FILES)[number]): string => readFileSync(join(folder, name), 'utf8');
  return {
    env: Object.fromEntries(FILES.map((name) => [`GITHUB_${name.toUpperCase()}`, join(folder, name)])),
    outputs: () => pairs(read('output')),
    variables: () => variablesIn(read('env')),
    paths: () => read('path').split(/\r?\n/).filter(Boolean).reverse(),
    state: () => pairs(read('state')),
    summary: () => read('step_summary'),
  };
}

/** Variables for the steps that follow. @throws for one that no step may set */
function variablesIn(text: string): Readonly<Record<string, string>> {
  const found = pairs(text);
  if ('NODE_OPTIONS' in found)
    throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  return found;
}

/** `name=value`, or `name<<delimiter`, lines, delimiter. @throws where the runner fails the step */
export function pairs(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [, name = '', separator, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (separator === undefined) throw new Error(`Invalid format '${line}'`);
    if (name === '') throw new Error(`Invalid format '${line}'. Name must not be empty`);
    if (separator === '=') {
      found[name] = rest;
      continue;
    }
    if (rest === '') throw new Error(`Invalid format '${line}'. Delimiter must not be empty`);
    const end = lines.indexOf(rest);
    if (end < 0) throw new Error(`Matching delimiter not found '${rest}'`);
    found[name] = lines.slice(0, end).join('\n');
    lines.splice(0, end + 1);
  }
  return found;
}
