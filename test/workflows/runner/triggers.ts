import type { Value } from './expressions.ts';
import { type Mapping, mappingOf, type Node, refuseOthers } from './read-workflow.ts';

const BRANCH = 'main';

/** `on`, by the names of events. */
export function triggersOf(on: Node | undefined): Mapping {
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]));
  return mappingOf(on, 'on');
}

/** What happens to the branch main. */
export interface TriggerEvent {
  readonly name: string;
  readonly payload?: Value;
  /** The files that a push or a pull request changes. */
  readonly changed?: readonly string[];
}

/** @throws for an event that does not start the workflow, and for filters that this runner does not know */
export function checkTrigger(on: Node | undefined, { name, changed }: TriggerEvent): void {
  const triggers = triggersOf(on);
  if (!(name in triggers) || name === 'workflow_call') throw new Error(`${name} does not start it.`);
  if (name === 'workflow_dispatch' || name === 'schedule') return;
  const filter = mappingOf(triggers[name], name);
  refuseOthers(filter, ['branches', 'paths'], name);
  if (filter.branches !== undefined && !matches(filter.branches, [BRANCH])) {
    throw new Error(`${name} to ${BRANCH} does not start it.`);
  }
  if (filter.paths === undefined) return;
  if (changed === undefined) throw new Error(`Which paths does this ${name} change?`);
  if (!matches(filter.paths, changed)) throw new Error(`${name} of ${changed.join(', ')} does not start it.`);
}

/** Whether one of the names matches the patterns, of which the last that fits decides. */
function matches(node: Node, names: readonly string[]): boolean {
  const patterns = (Array.isArray(node) ? node : [node]).map(String);
  return names.some((name) => {
    const last = patterns.findLast((pattern) => patternOf(pattern.replace(/^!/, '')).test(name));
    return last !== undefined && !last.startsWith('!');
  });
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
function patternOf(pattern: string): RegExp {
  if (/[?+[\]]/.test(pattern)) throw new Error(`This runner does not know the pattern ${pattern}.`);
  const parts = pattern.split(/(\*\*\/|\*\*|\*)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    return part === '*' ? '[^/]*' : part.replaceAll(/[.\\^$(){}|]/g, String.raw`\$&`);
  });
  return new RegExp(`^${parts.join('')}$`);
}

/** @throws TypeError for an input that is not declared, is missing, or is of another type */
export function inputsOf(declared: Mapping, given: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new TypeError(`Unexpected inputs: ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, node]) => {
      const input = mappingOf(node, name);
      const value = given[name] ?? (input.default as Value | undefined);
      if (value === undefined && input.required === true) throw new TypeError(`Input ${name} is required.`);
      const type = input.type ?? 'string';
      if (type === 'choice' && !(input.options as readonly Value[]).includes(value ?? '')) {
        throw new TypeError(`${name}: ${JSON.stringify(value)} is none of the choices.`);
      }
      const isText = type === 'string' || type === 'choice' || type === 'environment';
      if (value !== undefined && typeof value !== (isText ? 'string' : type)) {
        throw new TypeError(`${name}: ${JSON.stringify(value)} is no ${type}.`);
      }
      return [name, value ?? (type === 'boolean' ? false : type === 'number' ? 0 : '')] as const;
    }),
  );
}

/** @throws TypeError for a secret that a called workflow does not declare, or that it requires and does not get */
export function secretsOf(
  declared: Mapping,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new TypeError(`Unexpected secrets: ${unknown.join(', ')}`);
  for (const [name, node] of Object.entries(declared)) {
    if (mappingOf(node, name).required === true && !given[name]) throw new TypeError(`Secret ${name} is required.`);
  }
  return given;
}
