import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { node24 } from '../../e2e/step.ts';
import { evaluate, type Scope, textOf } from './expressions.ts';
import { metadataOf } from './metadata.ts';
import { refuseOthers } from './read-workflow.ts';
import { STAND_INS, type StandIn } from './stand-ins.ts';

const root = join(import.meta.dirname, '../../..');
const OWN = 'OWNER/create-aws-iot-certificates-from-csrs';

/** What a step that `uses` an action does: programs of Node, or a stand-in. */
export interface Action {
  readonly main: readonly string[] | StandIn;
  readonly post: readonly string[] | undefined;
  /** What it gets for inputs that the step does not name. */
  readonly defaults: Readonly<Record<string, string>>;
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/**
 * @param workspace where `./folder` is, once it is checked out
 * @throws for an action that is neither ours nor has a stand-in
 */
export function actionOf(uses: string, scope: Scope, workspace: string): Action {
  const folder = folderOf(uses, workspace);
  if (folder !== undefined) return ownAction(folder, scope);
  const [name = ''] = uses.split('@');
  const standIn = STAND_INS[name];
  if (standIn === undefined) throw new Error(`This runner has no stand-in for ${name}.`);
  return { main: standIn, post: undefined, defaults: {} };
}

/** @throws for inputs that the action does not have, and required ones that are not given */
export function checkInputs(uses: string, given: Readonly<Record<string, string>>, workspace: string): void {
  const [owner = '', name = '', ...path] = (uses.split('@')[0] ?? '').split('/');
  const folder = folderOf(uses, workspace);
  const inputs =
    (folder === undefined ? metadataOf({ owner, name, path: path.join('/'), ref: '' }) : actionFile(folder))?.inputs ??
    {};
  const unknown = Object.keys(given).filter((input) => !(input in inputs));
  const missing = Object.entries(inputs).filter(([input, { required }]) => required && !given[input]);
  if (unknown.length + missing.length > 0) {
    throw new Error(`${uses}: inputs ${[...unknown, ...missing.map(([input]) => input)].join(', ')}`);
  }
}

/** Where an action of this repository is, by its name, by `$/folder`, or checked out as `./folder`. */
function folderOf(uses: string, workspace: string): string | undefined {
  const [name = ''] = uses.split('@');
  if (uses.startsWith('./')) return resolve(workspace, uses);
  if (name === OWN) return root;
  if (name.startsWith(`${OWN}/`)) return join(root, name.slice(OWN.length + 1));
  // Of the workflow file's own repository and commit; GitHub refuses the bare `$/`.
  return /^\$\/.+/.test(uses) ? join(root, uses.slice(2)) : undefined;
}

function actionFile(folder: string): ActionFile {
  const file = join(folder, 'action.yml');
  if (!existsSync(file)) throw new Error(`There is no action in ${folder}: was it checked out?`);
  return parse(readFileSync(file, 'utf8')) as ActionFile;
}

function ownAction(folder: string, scope: Scope): Action {
  const { inputs = {}, runs } = actionFile(folder);
  if (runs.using !== 'node24') throw new Error(`${folder}/action.yml: this runner does not know ${runs.using}.`);
  const { using: _, main, post, ...others } = runs;
  refuseOthers(others, [], `runs of ${folder}`);
  const program = (path: string): readonly string[] => [node24, join(folder, path)];
  const defaults = Object.entries(inputs).map(([name, { default: value = '' }]) => {
    const [, expression] = /^\$\{\{(.*)\}\}$/.exec(value) ?? [];
    if (expression === undefined && value.includes('${{')) throw new Error(`This runner does not know ${value}.`);
    return [name, expression === undefined ? value : textOf(evaluate(expression, scope))] as const;
  });
  return {
    main: program(main),
    post: post === undefined ? undefined : program(post),
    defaults: Object.fromEntries(defaults),
  };
}
